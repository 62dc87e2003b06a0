import type { Tick } from '../engine/drive';
import type { Pause } from '../engine/queue';
import { lanes, type LaneName } from '../google/quotas';
import type { RowOutcome } from '../table/status';
import { documentStore, isObject } from './stores';
import type { Counts, Progress, RowNote } from './wire';
import { isOpen, type Work } from './work-record';

/** What the sidebar polls while a slice works in another execution. */

/** Written at most this often: each time costs a property call. */
const every = 3_000;
const name = 'progress';

function isProgress(value: unknown): value is Progress {
  return isObject(value) && typeof value.phase === 'string' && Array.isArray(value.needs);
}

/** The progress as it was last written. */
export function lastProgress(): Progress | undefined {
  return documentStore().get(name, isProgress);
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
    if (note && this.needs.length < 20) this.needs.push(note);
  }

  /** Writes the progress if it is time to. */
  tick(state: Tick): void {
    if (Date.now() - this.written < every) return;
    this.written = Date.now();
    documentStore().set(name, this.progress(this.work, state));
  }

  /** Writes the progress at a slice's end, and gives it. */
  close(work: Work): Progress {
    const progress = this.progress(work, { waiting: {}, spare: 0 });
    documentStore().set(name, progress);
    return progress;
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
