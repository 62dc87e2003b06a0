import type { Line } from '../../tabs/line';
import type { Job } from '../keeping/job-record';
import { spreadsheet } from '../rows/spreadsheet';
import type { RunPasswords } from '../secrets/vault';
import { Stretches, stretchOf } from './stretches';

/**
 * What makes an approved plan verifiable: each journal line of a job carries an HMAC over spreadsheet, job and all that
 * the line says, keyed by the job's secret in the properties of whoever started it, so no other editor of the sheet can
 * make one. It names the moment too: a line of the check, of an earlier approval or, once a run has reached its
 * stretch, of an earlier slice means nothing in a later one, even if somebody kept a copy of it.
 */

/** Seals the lines of one job, for one slice of it. */
export class Sealer {
  readonly job: string;
  readonly stretches: Stretches;
  private readonly moments: readonly [now: string, next: string, approval: string];
  private readonly spreadsheet = spreadsheet().getId();
  /** Lines never change in place. */
  private readonly known = new WeakMap<Line, string>();
  private handedOn = false;

  constructor(
    job: Pick<Job, 'id' | 'approval' | 'executions' | 'reached'>,
    private readonly passwords: Pick<RunPasswords, 'mac'>,
  ) {
    this.job = job.id;
    this.stretches = new Stretches(job);
    this.moments = [momentOf(job, job.executions), momentOf(job, job.executions + 1), momentOf(job, 0)];
  }

  /** From here on lines are sealed for the next slice. */
  handOn(): void {
    this.handedOn = true;
  }

  /** The seal of a line as it stands. */
  sealOf(line: Line): string {
    return this.handedOn ? this.make(line, this.moments[1]) : this.nowOf(line);
  }

  /** Whether a line is as this job sealed it. A slice that dies at its very end has sealed some for the next one. */
  isSealed(line: Line): boolean {
    const [, next, approval] = this.moments;
    if (line.seal === this.nowOf(line) || line.seal === this.make(line, next)) return true;
    return this.stretches.isAsApproved(line) && line.seal === this.make(line, approval);
  }

  private nowOf(line: Line): string {
    const seal = this.known.get(line) ?? this.make(line, this.moments[0]);
    this.known.set(line, seal);
    return seal;
  }

  private make(line: Line, moment: string): string {
    const { key, outcome, wish, plan, memory, question, column, account, secret } = line;
    const says = ordered([plan, memory, question, column, account, secret]);
    const stretch = stretchOf(line);
    const text = JSON.stringify([this.spreadsheet, this.job, moment, stretch, key, outcome, wish, says]);
    return `${stretch} ${this.passwords.mac(`seatsheet seal\n${text}`)}`;
  }
}

function momentOf({ approval }: Pick<Job, 'approval'>, slice: number): string {
  return approval === undefined ? `checked ${slice}` : `approved ${approval} ${slice}`;
}

/** The same data in the same order, whatever order its cell was parsed in. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields)
    .sort()
    .filter((name) => fields[name] !== undefined)
    .map((name) => [name, ordered(fields[name])]);
}
