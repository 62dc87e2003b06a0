/** What procedures wait for beside answers: a time, or the end of other rows. */

type Done = () => void;

/** The open waits of a drive. Times in milliseconds since the epoch. */
export class Waits {
  private timers: { readonly at: number; readonly done: Done }[] = [];
  private afters: { readonly rows: readonly number[]; readonly done: Done }[] = [];
  private readonly underWay = new Set<number>();

  /** A row has begun. */
  begun(row: number): void {
    this.underWay.add(row);
  }

  /** A row has ended. */
  ended(row: number): void {
    this.underWay.delete(row);
  }

  until(at: number, done: Done): void {
    this.timers.push({ at, done });
  }

  after(rows: readonly number[], done: Done): void {
    this.afters.push({ rows, done });
  }

  /** Lets those go whose time has come. */
  ring(now: number): void {
    const due = this.timers.filter((timer) => timer.at <= now);
    this.timers = this.timers.filter((timer) => timer.at > now);
    for (const { done } of due) done();
  }

  /** Lets those go whose rows have all ended. */
  release(): void {
    const due = this.afters.filter(({ rows }) => !rows.some((row) => this.underWay.has(row)));
    if (due.length === 0) return;
    this.afters = this.afters.filter((one) => !due.includes(one));
    for (const { done } of due) done();
  }

  /** When the next timer rings, Infinity where there is none; and how many there are. */
  next(): { readonly at: number; readonly count: number } {
    return { at: this.timers.reduce((soonest, one) => Math.min(soonest, one.at), Infinity), count: this.timers.length };
  }
}
