import { isObject } from '../engine/request';
import { shortened } from '../engine/shorten';
import { now } from './ports';
import type { Tick } from '../engine/ports';
import type { Pause } from '../engine/queue';
import { laneReason, lanes, type LaneName } from '../google/quotas';
import type { Outcome } from '../engine/outcome';
import { background } from './keeping/background';
import { documentStore } from './keeping/stores';
import type { Counts, Progress, RowNote } from './wire';
import { isOpen, jobName, type Job } from './keeping/job-record';

/** What the sidebar polls while a slice works in another execution. */

/**
 * Written at most this often, because each time costs a property call; and at the latest then, also where that holds
 * the work up.
 */
const every = 3_000;
const atLast = 8_000;
const writingTakes = 100;
const name = 'progress';
/** Together these stay within one property of 9 KB; the whole list is a question of its own (getNeeds). */
const mostNeeds = 12;
const longestNote = 300;

function isProgress(value: unknown): value is Progress {
  return isObject(value) && typeof value.phase === 'string' && Array.isArray(value.needs);
}

/** The progress as it was last written. */
export function lastProgress(): Progress | undefined {
  return documentStore().get(name, isKept)?.progress;
}

/** When the work last gave a sign of life, in milliseconds since the epoch. */
export function lastBeat(work: Job): number {
  const kept = documentStore().get(name, isKept);
  const beat = kept && kept.progress.startedAt === work.startedAt ? Date.parse(kept.at) : 0;
  return Math.max(beat, Date.parse(work.heartbeat));
}

interface Kept {
  readonly at: string;
  readonly progress: Progress;
}

function isKept(value: unknown): value is Kept {
  return isObject(value) && typeof value.at === 'string' && isProgress(value.progress);
}

function kept(progress: Progress): Kept {
  return { at: new Date(now()).toISOString(), progress };
}

/** The rows of a piece of work by outcome, as they end. */
export class RowsProgress {
  private readonly counts: Partial<Record<Outcome, number>> = {};
  private readonly needs: RowNote[] = [];
  private readonly begun = now();
  private ended = 0;
  private written = now();

  constructor(
    private readonly work: Job,
    before: Counts,
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

  /** Writes the progress if it is time to. */
  tick(state: Tick): void {
    const since = now() - this.written;
    if (since < (state.freeUntil - now() >= writingTakes ? every : atLast)) return;
    this.written = now();
    documentStore().setShort(name, kept(this.progress(this.work, state)));
  }

  /** Keeps the work and its progress at a slice's end, `also` with them, and gives the progress. */
  close(work: Job, also: Readonly<Record<string, unknown>> = {}): Progress {
    const progress = this.progress(work, { waiting: {}, freeUntil: 0, secondsLeft: 0 });
    documentStore().setAll({ [jobName]: work, [name]: kept(progress), ...also });
    return { ...progress, background: background() };
  }

  private progress(work: Job, state: Tick): Progress {
    const done = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    const minutes = Math.max(1 / 60, (now() - this.begun) / 60_000);
    const perMinute = Math.round(this.ended / minutes);
    return {
      phase: work.phase,
      more: isOpen(work),
      startedBy: work.startedBy,
      startedAt: work.startedAt,
      rows: work.total,
      done,
      counts: { ...this.counts },
      needs: this.needs,
      perMinute,
      stopped: work.stopped,
      adrift: work.adrift,
      now: Object.entries(state.waiting).map(([lane, count]) => ({ says: laneSays(lane), figure: `${count} to go` })),
      waitsFor: state.pause ? pauseSays(state.pause) : '',
      secondsLeft: perMinute > 0 ? Math.round(((work.total - done) / perMinute) * 60) : 0,
    };
  }
}

function isLane(lane: string): lane is LaneName {
  return Object.keys(lanes).includes(lane);
}

function laneSays(lane: string): string {
  return isLane(lane) ? lanes[lane].says : lane;
}

function pauseSays(pause: Pause): string {
  const seconds = Math.max(1, Math.round(pause.milliseconds / 1000));
  if (isLane(pause.lane)) return laneReason(pause.lane);
  return `Google asks to wait ${seconds} s before ${pause.requests === 1 ? 'a request is' : 'some requests are'} sent again.`;
}
