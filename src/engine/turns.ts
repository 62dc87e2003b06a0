/**
 * Turns: where seats may be short, the first rows in sheet order win. A request that takes a seat waits until the rows
 * before it have had theirs or have ended, but never longer than patience allows.
 */
export class Turns<T> {
  private readonly lines = new Map<
    string,
    {
      readonly expected: Set<number>;
      readonly held: { readonly row: number; readonly since: number; readonly item: T }[];
    }
  >();

  /**
   * `patience`: milliseconds that a row waits for the rows before it; 0 where seats are plenty, Infinity where they are
   * short.
   */
  constructor(private readonly patience: (seat: string) => number) {}

  /** A row that will ask for this kind of seat. Rows are told in sheet order. */
  expect(seat: string, row: number): void {
    if (this.patience(seat) > 0) this.line(seat).expected.add(row);
  }

  /** Holds a request until its turn. */
  hold(seat: string, request: { readonly row: number; readonly since: number; readonly item: T }): void {
    const { held } = this.line(seat);
    const at = held.findIndex((other) => other.row > request.row);
    held.splice(at < 0 ? held.length : at, 0, request);
  }

  /** The requests whose turn it is. */
  due(now: number): T[] {
    const due: T[] = [];
    for (const [seat, line] of this.lines) {
      for (let first = line.held[0]; first && this.freeAt(seat) <= now; first = line.held[0]) {
        line.held.shift();
        due.push(first.item);
      }
    }
    return due;
  }

  /** Milliseconds since the epoch at which patience ends somewhere; Infinity where nobody waits. */
  nextDue(): number {
    return [...this.lines.keys()].reduce((soonest, seat) => Math.min(soonest, this.freeAt(seat)), Infinity);
  }

  /** The row has had its answer. */
  had(seat: string, row: number): void {
    this.lines.get(seat)?.expected.delete(row);
  }

  /** The row has ended, with or without its seats. */
  ended(row: number): void {
    for (const { expected } of this.lines.values()) expected.delete(row);
  }

  /** When the first request that is held may go: at once where no expected row is before it. */
  private freeAt(seat: string): number {
    const { expected, held } = this.line(seat);
    const first = held[0];
    if (!first) return Infinity;
    for (const row of expected) if (row < first.row) return first.since + this.patience(seat);
    return first.since;
  }

  private line(seat: string): {
    readonly expected: Set<number>;
    readonly held: { readonly row: number; readonly since: number; readonly item: T }[];
  } {
    const line = this.lines.get(seat) ?? { expected: new Set<number>(), held: [] };
    this.lines.set(seat, line);
    return line;
  }
}
