import { defined } from '../engine/defined';
import { isObject } from '../engine/request';
import { shortened } from '../engine/shorten';
import { now, ports } from './ports';
import type { Tick } from '../engine/ports';
import type { Pause } from '../engine/queue';
import { laneReason, lanes, type LaneName } from '../google/quotas';
import { outcomes, type Outcome } from '../engine/outcome';
import { background } from './keeping/background';
import { slowLooks } from './environment/kept';
import { documentStore, parsed } from './keeping/stores';
import type { Counts, Progress, RowNote, Stage } from './wire';
import { isOpen, jobName, type Job } from './keeping/job-record';

/** What the sidebar polls while a slice works in another execution. */

/**
 * Told at most this often, because each time costs a call; and at the latest then, also where that holds the work up.
 */
const every = 3_000;
const atLast = 8_000;
const tellingTakes = 100;
/** What is told goes to the shared cache, which has no quota and may forget; and this often to the properties, too. */
const keptEvery = 20_000;
/** What was told longer ago is asked for at the properties. */
const freshFor = 15_000;
const name = 'progress';
/** Together these stay within one property of 9 KB; the whole list is a question of its own (getNeeds). */
const mostNeeds = 12;
const longestNote = 300;

/** One that an older version kept tells nothing of a work of this one. */
function isProgress(value: unknown): value is Progress {
  return isObject(value) && typeof value.since === 'string' && isObject(value.own) && Array.isArray(value.stages);
}

/** The progress as it was last kept. */
export function lastProgress(): Progress | undefined {
  return documentStore().steady(name, isKept)?.progress;
}

/** What the slice at work told some seconds ago, all of it: who looks on need ask for nothing else. */
export function freshProgress(): Progress | undefined {
  const told = parsed(ports().sharedCache().get(name) ?? '');
  return isKept(told) && Date.parse(told.at) > now() - freshFor ? told.progress : undefined;
}

/** Whether a progress tells of this work: of its run, once that was approved, and not of its check. */
export function isOf(progress: Progress, work: Job): boolean {
  return progress.startedAt === work.startedAt && progress.since === sinceOf(work);
}

/** When the work last gave a sign of life, in milliseconds since the epoch. */
export function lastBeat(work: Job): number {
  const kept = documentStore().steady(name, isKept);
  const beat = kept && isOf(kept.progress, work) ? Date.parse(kept.at) : 0;
  return Math.max(beat, Date.parse(work.heartbeat));
}

interface Kept {
  readonly at: string;
  readonly progress: Progress;
}

function isKept(value: unknown): value is Kept {
  return isObject(value) && typeof value.at === 'string' && isProgress(value.progress);
}

/** A property holds 9 KB (Apps Script quotas page): the last of the notes are left out where they are too much. */
const mostBytes = 8_500;

function kept(progress: Progress): Kept {
  const at = new Date(now()).toISOString();
  let { needs } = progress;
  while (needs.length && bytesOf(JSON.stringify({ ...progress, needs })) > mostBytes) needs = needs.slice(0, -1);
  return { at, progress: { ...progress, needs } };
}

/** In UTF-8, at most: what is no ASCII counts as three. */
function bytesOf(text: string): number {
  return text.length + 2 * text.replace(/[ -~]/g, '').length;
}

/** When what is going on began: a check, or the run that followed it. RFC 3339. */
export function sinceOf({ run, startedAt }: Job): string {
  return run?.startedAt ?? startedAt;
}

/** The progress of a work of which nothing was told yet. What its check did is none of a run's. */
export function blankProgress(work: Job): Progress {
  return new RowsProgress(work, work.run?.checked ?? {}).at(work, idle);
}

const idle: Tick = { waiting: {}, freeUntil: 0, secondsLeft: 0 };
/** A row that stands so has not ended. */
const open: readonly Outcome[] = ['planned', 'running'];

/** The rows of a piece of work by outcome, as they end. */
export class RowsProgress {
  private readonly counts: Partial<Record<Outcome, number>> = {};
  private readonly needs: RowNote[] = [];
  private readonly begun = now();
  private ended = 0;
  private told = now();
  private kept = now();

  /** `before`: how rows in scope stood when this execution began. `stages` tells of a run how far each is. */
  constructor(
    private readonly work: Job,
    before: Counts,
    private readonly stages: { readonly all: readonly Stage[] } = { all: [] },
  ) {
    Object.assign(this.counts, before);
  }

  /** Counts a row that ended, and keeps it where a person has to look at it. */
  count(outcome: Outcome, note?: RowNote): void {
    this.ended += 1;
    this.counts[outcome] = (this.counts[outcome] ?? 0) + 1;
    if (note && this.needs.length < mostNeeds) this.needs.push({ ...note, says: shortened(note.says, longestNote) });
  }

  /** Takes the counts of the end, when rows that were not reached or were changed meanwhile have their outcomes too. */
  recount(counts: Counts): void {
    for (const outcome of Object.keys(this.counts) as Outcome[]) this.counts[outcome] = 0;
    Object.assign(this.counts, counts);
  }

  /** Tells the progress if it is time to. */
  tick(state: Tick): void {
    const since = now() - this.told;
    if (since < (state.freeUntil - now() >= tellingTakes ? every : atLast)) return;
    this.told = now();
    const told = kept({ ...this.at(this.work, state), background: background(), ...slowLooks() });
    ports()
      .sharedCache()
      .put(name, JSON.stringify(told), freshFor / 1000);
    if (now() - this.kept < keptEvery) return;
    this.kept = now();
    documentStore().setShort(name, told);
  }

  /** Keeps the work and its progress at a slice's end, `also` with them, and gives the progress. */
  close(work: Job, also: Readonly<Record<string, unknown>> = {}): Progress {
    const progress = this.at(work, idle);
    documentStore().setAll({ [jobName]: work, [name]: kept(progress), ...also });
    ports().sharedCache().remove(name);
    return { ...progress, background: background() };
  }

  /** The progress of a work as it stands. */
  at(work: Job, state: Tick): Progress {
    const own = this.ownOf(work);
    const due = work.run ? (work.run.checked.planned ?? 0) : work.total;
    // A row that has its plan is through with its check.
    const through = sumOf(own, (outcome) => !work.run || !open.includes(outcome));
    const left = Math.max(0, due - through);
    const perMinute = Math.round(this.ended / Math.max(1 / 60, (now() - this.begun) / 60_000));
    return {
      phase: work.phase,
      job: work.run ? 'run' : 'check',
      more: isOpen(work),
      startedBy: work.startedBy,
      startedAt: work.startedAt,
      since: sinceOf(work),
      ...(isOpen(work) ? {} : { endedAt: work.heartbeat }),
      rows: work.total,
      ...defined({ others: work.others }),
      counts: { ...this.counts },
      due,
      own,
      done: work.run ? sumOf(own, (outcome) => outcome === 'done' || outcome === 'settled') : through,
      left,
      stages: this.stages.all,
      needs: this.needs,
      perMinute,
      stopped: work.stopped,
      adrift: work.adrift,
      now: Object.entries(state.waiting).map(([lane, count]) => ({ says: laneSays(lane), figure: `${count} to go` })),
      waitsFor: state.pause ? pauseSays(state.pause) : '',
      secondsLeft: perMinute > 0 ? Math.round((left / perMinute) * 60) : 0,
    };
  }

  /** The rows that the work is at: those that the check of a run found in order, or in need of a person, are not. */
  private ownOf({ run }: Job): Counts {
    if (!run) return { ...this.counts };
    const own = Object.entries(this.counts).map(([outcome, count]): [string, number] => {
      const before = outcome === 'planned' ? 0 : (run.checked[outcome as Outcome] ?? 0);
      return [outcome, Math.max(0, count - before)];
    });
    return Object.fromEntries(own.filter(([, count]) => count > 0));
  }
}

function sumOf(counts: Counts, wanted: (outcome: Outcome) => boolean): number {
  return outcomes.reduce((sum, outcome) => sum + (wanted(outcome) ? (counts[outcome] ?? 0) : 0), 0);
}

function isLane(lane: string): lane is LaneName {
  return Object.keys(lanes).includes(lane);
}

function laneSays(lane: string): string {
  return isLane(lane) ? lanes[lane].says : lane;
}

function pauseSays(pause: Pause): string {
  const seconds = Math.max(1, Math.round(pause.milliseconds / 1000));
  if (isLane(pause.lane)) return laneReason(pause.lane, pause.perSecond);
  return `Google asks to wait ${seconds} s before ${pause.requests === 1 ? 'a request is' : 'some requests are'} sent again.`;
}
