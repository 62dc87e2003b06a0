import type { Cell } from './cell';
import type { Complaint } from './row';

/** Where a tab's columns are, and how their headers are written there. */
export interface TabShape<Id extends string> {
  readonly positions: Readonly<Partial<Record<Id, number>>>;
  readonly headers: readonly string[];
}

/**
 * Reads one row cell by cell and keeps everything that is wrong with it, so that a person hears all of it at once. Each
 * `take…` returns undefined for a blank cell, and for a wrong one after noting the complaint.
 */
export class RowReading<Id extends string> {
  private readonly noted: Complaint<Id>[] = [];
  private readonly said: string[] = [];

  /** `cells` are the display values of the row; `row` is its 1-based number. */
  constructor(
    readonly row: number,
    private readonly cells: readonly string[],
    private readonly tab: TabShape<Id>,
  ) {}

  /** What is wrong with the row so far, in the order in which it was found. */
  get complaints(): readonly Complaint<Id>[] {
    return this.noted;
  }

  /** What is allowed but worth a look. */
  get warnings(): readonly string[] {
    return this.said;
  }

  /** The display value of a cell; empty where the tab has no such column. */
  text(column: Id): string {
    const position = this.tab.positions[column];
    return position === undefined ? '' : (this.cells[position] ?? '');
  }

  /** How the header of the column is written on the tab; empty where it has no such column. */
  header(column: Id): string {
    const position = this.tab.positions[column];
    return position === undefined ? '' : (this.tab.headers[position] ?? '');
  }

  /** Whether the tab has the column. */
  has(column: Id): boolean {
    return this.tab.positions[column] !== undefined;
  }

  /** Notes what is wrong with a cell; `ofHeader`: with the header of its column, whatever the cell says. */
  complain(column: Id, says: string, ofHeader = false): void {
    const position = this.tab.positions[column];
    const header = position === undefined ? undefined : this.tab.headers[position];
    this.noted.push({ column, header: header ?? column, says, ...(ofHeader ? { ofHeader } : {}) });
  }

  /** Notes something that does not stop the row. */
  warn(says: string): void {
    this.said.push(says);
  }

  /** A value that cannot be cleared: a `-` is answered with the sentence `noDash`. */
  take<Value>(column: Id, cell: Cell<Value>, noDash: string): Value | undefined {
    if (cell.kind === 'none') this.complain(column, noDash);
    if (cell.kind === 'wrong') for (const says of [cell.says, ...(cell.also ?? [])]) this.complain(column, says);
    return cell.kind === 'value' ? cell.value : undefined;
  }
}
