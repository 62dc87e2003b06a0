import { differences } from './differences';
import { endOf } from './end';
import type { End } from './end';
import { earlier, instantOf, openMixed, putTo } from './mixed';
import type { Instant, MixedDesk, MixedOptions } from './mixed';
import { letTimePass, untilTriggersAreGone, workToEnd } from './work';

/**
 * Every point at which an execution of the job can die: before and after each effect on Google, the spreadsheet and the
 * properties, in check and run. The job is done once at one desk; at each point a second desk is put to what outlives that
 * instant, a while passes, and the sidebar is opened again. Points between which nothing happened are one state of the
 * world, which is tried once.
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

/** How the job is taken up again at a point. */
export type TakeUp = (desk: MixedDesk, point: string) => void;

/** What is swept, and how. */
export interface Sweeping {
  readonly desk?: MixedOptions;
  /** Every `of`-th state, from the `share`-th on; left out: all. */
  readonly share?: number;
  readonly of?: number;
  /** `lost`: only where the spreadsheet has not applied everything yet, and as if that were lost. */
  readonly unapplied?: 'kept' | 'lost';
  /** Left out: as the sidebar does. */
  readonly takeUp?: TakeUp;
}

/** Opens the sidebar a while later, and does what it offers. */
export const bySidebar: TakeUp = (desk) => {
  letTimePass(desk);
  workToEnd(desk, earlier);
  letTimePass(desk, untilTriggersAreGone);
};

/** Dies at every point of a share and compares each end with that of the undisturbed job. */
export function sweep({ desk: options = {}, share = 0, of = 1, unapplied = 'kept', takeUp = bySidebar }: Sweeping): Sweep {
  const open = (): MixedDesk => openMixed({ ...options, platform: { tracksUnapplied: unapplied === 'lost' } });
  const wanted = undisturbed(options);
  const [working, resumed] = [open(), open()];
  const found = { points: 0, tried: 0, states: 0, failures: [] as string[] };
  const states = { known: '', count: 0, mine: false };
  atEveryPoint(working, (point, state) => {
    found.points += 1;
    if (state !== states.known) {
      states.known = state;
      states.mine = (unapplied === 'kept' || losesSomething(working)) && states.count++ % of === share;
      if (states.mine) found.failures.push(...tryAt(resumed, { instant: instantOf(working, unapplied), point, wanted, takeUp }));
      if (states.mine) found.states += 1;
    }
    if (states.mine) found.tried += 1;
  });
  return found;
}

function losesSomething({ host }: MixedDesk): boolean {
  return JSON.stringify(host.snapshot('lost')) !== JSON.stringify(host.snapshot());
}

/** The end of the job when nothing happens to it. */
export function undisturbed(options: MixedOptions = {}): End {
  const desk = openMixed(options);
  workToEnd(desk, earlier);
  return endOf(desk);
}

/**
 * Does the whole job at a desk, and calls back at each of its points with its name and a name for the state of the world.
 * Where no time passed, no request arrived and no effect happened since the point before, it is the same state: everything
 * else that an execution can do takes time.
 */
export function atEveryPoint(desk: MixedDesk, visit: (point: string, state: string) => void): void {
  let effects = 0;
  desk.host.onEffect = ({ kind, n, when }) => {
    if (when === 'after') effects += 1;
    visit(`${kind}:${n} ${when}`, `${desk.clock.now()} ${desk.workspace.log.length} ${effects}`);
  };
  workToEnd(desk, earlier);
  delete desk.host.onEffect;
}

/** Puts a desk to an instant, takes the job up there, and says what differs in the end. */
function tryAt(desk: MixedDesk, { instant, point, wanted, takeUp }: { instant: Instant; point: string; wanted: End; takeUp: TakeUp }): string[] {
  putTo(desk, instant);
  // The summary goes out once at most: after the end was noted and before the mail was sent, it goes out not at all.
  const mails = hasEnded(desk) ? desk.host.state.mails.length : wanted.mails;
  try {
    takeUp(desk, point);
    return differences(endOf(desk), { ...wanted, mails }).map((one) => `${point}: ${one}`);
  } catch (error) {
    return [`${point}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Whether the run was kept as ended, looked up without an execution. */
function hasEnded({ host }: MixedDesk): boolean {
  const { progress } = JSON.parse(host.state.properties.document['progress'] ?? '{}') as { progress?: { phase: string; startedAt: string } };
  return progress?.phase === 'finished' && progress.startedAt !== earlier;
}
