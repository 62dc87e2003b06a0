import { spreadsheet } from '../rows/spreadsheet';
import type { Line } from '../../tabs/line';
import type { RunPasswords } from '../secrets/vault';

/**
 * Seals: what was approved is what runs. Each journal line of a run carries an HMAC over spreadsheet, run, row key,
 * wish, plan and memory, keyed by the run's secret in the runner's own properties, so no other editor of the sheet can
 * make one.
 */

/** Seals lines of one run. */
export class Sealer {
  private readonly spreadsheet = spreadsheet().getId();
  /** Lines never change in place. */
  private readonly known = new WeakMap<Line, string>();

  constructor(
    readonly run: string,
    private readonly passwords: RunPasswords,
  ) {}

  /** The seal of a line as it stands. */
  sealOf(line: Line): string {
    const seal = this.known.get(line) ?? this.make(line);
    this.known.set(line, seal);
    return seal;
  }

  private make(line: Line): string {
    const { key, outcome, wish, plan, memory } = line;
    return this.passwords.mac(
      `seatsheet seal\n${JSON.stringify([this.spreadsheet, this.run, key, outcome, wish, plan, ordered(memory)])}`,
    );
  }

  /** Whether a line is as this run sealed it. */
  isSealed(line: Line): boolean {
    return line.seal === this.sealOf(line);
  }
}

/** The same data in the same order, whatever order its cell was parsed in. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields)
    .sort()
    .filter((name) => fields[name] !== undefined)
    .map((name) => [name, ordered(fields[name])]);
}
