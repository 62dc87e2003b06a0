import { differences } from './differences';
import { endOf, mailsOf } from './end';
import type { End } from './end';
import { instantOf, openJob, putTo } from './job';
import type { Instant, Job, JobDesk, JobOptions } from './job';
import { bySidebar } from './take-up';
import type { TakeUp } from './take-up';
import { workToEnd } from './work';

/**
 * Every point at which an execution of the job can die: before and after each effect on Google, the spreadsheet and the
 * properties, in check and run. The job is done once at one desk; at each point a second desk is put to what outlives
 * that instant, a while passes, and the sidebar is opened again. Points between which nothing happened are one state of
 * the world, which is tried once.
 */

/** What a sweep found. */
export interface Sweep {
  /** Points of the whole job, and how many of them were tried, in how many states. */
  readonly points: number;
  readonly tried: number;
  readonly states: number;
  /** What differed from the undisturbed job, by point. */
  readonly failures: readonly string[];
}

/** What is swept, and how. */
export interface Sweeping {
  readonly job: Job;
  readonly desk?: JobOptions;
  /** Every `of`-th state, from the `share`-th on; left out: all. */
  readonly share?: number;
  readonly of?: number;
  /** `lost`: only where the spreadsheet has not applied everything yet, and as if that were lost. */
  readonly unapplied?: 'kept' | 'lost';
  /** The whole of the job; left out: its rows are checked and run once. */
  readonly work?: (desk: JobDesk) => void;
  /** Left out: as the sidebar does. */
  readonly takeUp?: TakeUp;
  /** What happens to it before that. */
  readonly diesAgain?: TakeUp;
  /**
   * What the job comes to when its last death is at the instant that a desk is at; left out: the same as undisturbed.
   */
  readonly expected?: Expected;
}

/** The end to expect at an instant, given the undisturbed one. */
export type Expected = (at: JobDesk, undisturbed: End) => End;

/** Dies at every point of a share and compares each end with that of the undisturbed job. */
export function sweep(sweeping: Sweeping): Sweep {
  const { job, desk: options = usual, share = 0, of = 1, unapplied = 'kept', work = workToEnd } = sweeping;
  const open = (): JobDesk => openJob(job, { ...options, platform: { tracksUnapplied: unapplied === 'lost' } });
  const wanted = undisturbed(job, options, work);
  const [working, resumed] = [open(), open()];
  const found = { points: 0, tried: 0, states: 0, failures: [] as string[] };
  const states = { known: '', count: 0, mine: false };
  atEveryPoint(
    working,
    (point, state) => {
      found.points += 1;
      if (state !== states.known) {
        states.known = state;
        states.mine = (unapplied === 'kept' || losesSomething(working)) && states.count++ % of === share;
        if (states.mine)
          found.failures.push(
            ...tryAt(resumed, { ...sweeping, instant: instantOf(working, unapplied), point, wanted }),
          );
        if (states.mine) found.states += 1;
      }
      if (states.mine) found.tried += 1;
    },
    work,
  );
  return found;
}

function losesSomething({ host }: JobDesk): boolean {
  return JSON.stringify(host.snapshot('lost')) !== JSON.stringify(host.snapshot());
}

/** Ends of jobs that were checked and run once, by how their desk was opened. */
const ends = new WeakMap<Job, WeakMap<JobOptions, End>>();

/** How a desk is opened where nothing else is said. */
const usual: JobOptions = {};

/** The end of the job when nothing happens to it. */
export function undisturbed(job: Job, options: JobOptions = usual, work: (desk: JobDesk) => void = workToEnd): End {
  const known = ends.get(job) ?? new WeakMap<JobOptions, End>();
  ends.set(job, known);
  const before = work === workToEnd ? known.get(options) : undefined;
  if (before) return before;
  const desk = openJob(job, options);
  work(desk);
  const end = endOf(desk);
  if (work === workToEnd) known.set(options, end);
  return end;
}

/**
 * Does the whole job at a desk, or other `work`, and calls back at each of its points with its name and a name for the
 * state of the world. Where no request arrived, no effect happened, no mail went out, and cache and triggers are what
 * they were at the point before, it is the same state some moments later.
 */
export function atEveryPoint(
  desk: JobDesk,
  visit: (point: string, state: string) => void,
  work: (desk: JobDesk) => void = workToEnd,
): void {
  let effects = 0;
  desk.host.onEffect = ({ kind, n, when }) => {
    if (when === 'after') effects += 1;
    visit(
      `${kind}:${n} ${when}`,
      `${effects} ${desk.workspace.log.length} ${desk.host.state.mails.length} ${heldBy(desk)}`,
    );
  };
  work(desk);
  desk.host.onEffect = undefined;
}

/** What outlives an execution and is no effect. */
function heldBy({ host }: JobDesk): string {
  const { cache, triggers } = host.state;
  const cached = Object.entries(cache).map(([name, { value, until }]) => [name, value.length, until]);
  return JSON.stringify([triggers, cached]);
}

interface Try extends Pick<Sweeping, 'takeUp' | 'diesAgain' | 'expected'> {
  readonly instant: Instant;
  readonly point: string;
  readonly wanted: End;
}

/** Puts a desk to an instant, takes the job up there, and says what differs in the end. */
function tryAt(desk: JobDesk, { instant, point, wanted, takeUp = bySidebar, diesAgain, expected }: Try): string[] {
  try {
    putTo(desk, instant);
    diesAgain?.(desk);
    const due = expected?.(desk, wanted) ?? wanted;
    // The summary goes out once at most: after the end was noted and before the mail was sent, it goes out not at all.
    const mails = hasEnded(desk) ? mailsOf(desk) : due.mails;
    takeUp(desk);
    return differences(endOf(desk), { ...due, mails }).map((one) => `${point}: ${one}`);
  } catch (error) {
    return [`${point}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Whether the run was kept as ended, looked up without an execution. */
function hasEnded({ host, earlier }: JobDesk): boolean {
  const { progress } = JSON.parse(host.state.properties.document['progress'] ?? '{}') as {
    progress?: { phase: string; startedAt: string };
  };
  return progress?.phase === 'finished' && progress.startedAt !== earlier;
}
