import type { Line } from '../../tabs/line';
import type { Job } from '../keeping/job-record';

/**
 * Stretches of an approved plan: a hundred lines each, in the order in which a run begins their rows. Where nothing of
 * a stretch was begun its lines are as they were approved and keep the seal of the approval, so what an execution seals
 * does not grow with the plan.
 */

/** Lines of one stretch. */
const inOne = 100;
/** The stretch of lines that were approved in none. */
const none = 0;

/** The stretch of the line that is at this place, from 0, in the order of a run: as it stands before a seal. */
export function stretchAt(place: number): string {
  return `${Math.floor(place / inOne) + 1} `;
}

/** The stretch that a line's seal names; 0 for none. */
export function stretchOf({ seal = '' }: Pick<Line, 'seal'>): number {
  return Number(/^(\d+) /.exec(seal)?.[1] ?? none);
}

/**
 * The stretches that a run has reached: a line of theirs changed, or something went out in its name. From the end of
 * that execution on the seal of the approval means nothing there, whoever kept a copy.
 */
export class Stretches {
  private readonly before: ReadonlySet<number>;
  private readonly now: Set<number>;
  private unkept = false;

  constructor({ reached }: Pick<Job, 'reached'>) {
    this.before = new Set(reached?.before).add(none);
    this.now = new Set(reached?.now);
  }

  /** A line changes, or is about to. */
  reach(line: Line): void {
    if (this.isReached(line)) return;
    this.now.add(stretchOf(line));
    this.unkept = true;
  }

  /** Whether a line is sealed by each execution. */
  isReached(line: Line): boolean {
    return !this.isAsApproved(line) || this.now.has(stretchOf(line));
  }

  /** Whether the seal of the approval holds for a line: no execution that came to its end has reached its stretch. */
  isAsApproved(line: Line): boolean {
    return !this.before.has(stretchOf(line));
  }

  /** What has to be kept before anything else goes out, for an execution that dies; undefined where nothing has. */
  toKeep(): Job['reached'] {
    if (!this.unkept) return undefined;
    this.unkept = false;
    return { before: [...this.before], now: [...this.now] };
  }

  /** The same once the execution has come to its end. */
  atEnd(): NonNullable<Job['reached']> {
    return { before: [...this.before, ...this.now], now: [] };
  }
}
