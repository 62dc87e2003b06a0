import type { Tick } from '../engine/ports';
import type { Pause } from '../engine/queue';
import { lanes, type LaneName } from '../google/quotas';
import type { RowOutcome } from '../table/status';
import { background } from './background';
import { documentStore, isObject } from './stores';
import type { Counts, Progress, RowNote } from './wire';
import { isOpen, type Work } from './work-record';

/** What the sidebar polls while a slice works in another execution. */

/** Written at most this often: each time costs a property call. */
const every = 3_000;
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
export function lastBeat(work: Work): number {
  const kept = documentStore().get(name, isKept);
  const beat = kept && kept.progress.startedAt === work.startedAt ? Date.parse(kept.at) : 0;
  return Math.max(beat, Date.parse(work.heartbeat));
}

interface Kept { readonly at: string; readonly progress: Progress }

function isKept(value: unknown): value is Kept {
  return isObject(value) && typeof value.at === 'string' && isProgress(value.progress);
}

function keep(progress: Progress): Progress {
  documentStore().setShort(name, { at: new Date().toISOString(), progress });
  return progress;
}

/** The rows of a piece of work by outcome, as they end. */
export class ProgressBook {
  private readonly counts: Partial<Record<RowOutcome, number>> = {};
  private readonly needs: RowNote[] = [];
  private readonly begun = Date.now();
  private ended = 0;
  private written = 0;

  constructor(private readonly work: Work, before: Counts) {
    Object.assign(this.counts, before);
  }

  /** Counts a row that ended, and keeps it where a person has to look at it. */
  count(outcome: RowOutcome, note?: RowNote): void {
    this.ended += 1;
    this.counts[outcome] = (this.counts[outcome] ?? 0) + 1;
    if (note && this.needs.length < mostNeeds) this.needs.push({ ...note, says: note.says.slice(0, longestNote) });
  }

  /** Writes the progress if it is time to. */
  tick(state: Tick): void {
    if (Date.now() - this.written < every) return;
    this.written = Date.now();
    keep(this.progress(this.work, state));
  }

  /** Writes the progress at a slice's end, and gives it. */
  close(work: Work): Progress {
    return { ...keep(this.progress(work, { waiting: {}, spare: 0 })), background: background() };
  }

  private progress(work: Work, state: Tick): Progress {
    const done = Object.values(this.counts).reduce((sum, count) => sum + count, 0);
    const minutes = Math.max(1 / 60, (Date.now() - this.begun) / 60_000);
    const perMinute = Math.round(this.ended / minutes);
    return {
      phase: work.phase, more: isOpen(work), startedBy: work.startedBy, startedAt: work.startedAt, rows: work.total, done,
      counts: { ...this.counts }, needs: this.needs, perMinute, stopped: work.stopped, adrift: work.adrift,
      now: Object.entries(state.waiting).map(([lane, count]) => ({ says: laneSays(lane), figure: `${count} to go` })),
      waitsFor: state.pause ? pauseSays(state.pause) : '',
      secondsLeft: perMinute > 0 ? Math.round(((work.total - done) / perMinute) * 60) : 0,
    };
  }
}

function laneSays(lane: string): string {
  return lanes[lane as LaneName]?.says ?? lane;
}

function pauseSays(pause: Pause): string {
  const seconds = Math.max(1, Math.round(pause.milliseconds / 1000));
  if (pause.lane) return `${laneSays(pause.lane)}: Google allows ${lanes[pause.lane as LaneName]?.perSecond ?? 1} a second.`;
  return `Google asks to wait ${seconds} s before ${pause.requests === 1 ? 'a request is' : 'some requests are'} sent again.`;
}
