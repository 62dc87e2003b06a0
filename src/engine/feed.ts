/**
 * Hands rows to the work in the order of the sheet, a limited number of each group at a time: what the time will not
 * suffice for is not begun, and a group that waits for its own quota does not keep the others from theirs.
 */

/**
 * Rows of one group that are under way at once: more than its lanes can have in flight, and than a slice gets through
 * one by one.
 */
const inHand = 400;
/**
 * So many are begun together: what they send first goes out in few waves, and what has to be noted before a wave is
 * noted as seldom.
 */
const atATime = 20;

/** The rows of a slice. */
export class Feed<T> {
  private readonly groups = new Map<string, { readonly rows: T[]; next: number; open: number }>();

  /** `begin` starts a row, and says whether it is under way: it may have ended at once. */
  constructor(
    rows: readonly T[],
    private readonly how: { readonly groupOf: (row: T) => string; readonly begin: (row: T) => boolean },
  ) {
    for (const row of rows) this.rowsOf(how.groupOf(row)).push(row);
  }

  /** Begins the first rows of every group. */
  start(): void {
    for (const name of this.groups.keys()) this.fill(name);
  }

  /** A row that was under way has ended: the next of its group begins. */
  ended(row: T): void {
    const name = this.how.groupOf(row);
    const group = this.groups.get(name);
    if (!group) return;
    group.open -= 1;
    if (group.open <= inHand - atATime) this.fill(name);
  }

  private fill(name: string): void {
    const group = this.groups.get(name);
    while (group && group.open < inHand) {
      const row = group.rows[group.next];
      if (row === undefined) return;
      group.next += 1;
      group.open += 1;
      if (!this.how.begin(row)) group.open -= 1;
    }
  }

  private rowsOf(name: string): T[] {
    const group = this.groups.get(name) ?? { rows: [], next: 0, open: 0 };
    this.groups.set(name, group);
    return group.rows;
  }
}
