/**
 * Turns: where seats may be short, the first rows in sheet order win. A request that takes a seat waits until the rows
 * before it have had theirs or have ended, but never longer than patience allows. Where patience ends some time, it is
 * enough that the rows before it are on their way: requests leave in the order of their rows.
 */
export class Turns<T> {
  private readonly lines = new Map<string, Line<T>>();

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
    const { held, asked } = this.line(seat);
    asked.add(request.row);
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

  /** The row's request was refused and goes again: those behind it wait for its answer. */
  again(seat: string, row: number): void {
    this.lines.get(seat)?.asked.delete(row);
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
    const { expected, asked, held } = this.line(seat);
    const first = held[0];
    if (!first) return Infinity;
    const patience = this.patience(seat);
    for (const row of expected)
      if (row < first.row && (patience === Infinity || !asked.has(row))) return first.since + patience;
    return first.since;
  }

  private line(seat: string): Line<T> {
    const line = this.lines.get(seat) ?? { expected: new Set<number>(), asked: new Set<number>(), held: [] };
    this.lines.set(seat, line);
    return line;
  }
}

/** Rows that take seats of one kind. */
interface Line<T> {
  /** Those that will ask and have had no answer, in sheet order. */
  readonly expected: Set<number>;
  /** Those whose requests are held or on their way. */
  readonly asked: Set<number>;
  readonly held: { readonly row: number; readonly since: number; readonly item: T }[];
}
