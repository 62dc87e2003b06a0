/**
 * What was made a moment ago is not known everywhere at once: what is asked of it too early is refused, and each
 * refusal costs a place in a lane and a try. So requests about new objects wait as long as was found to be needed.
 * Times in milliseconds.
 */

/** Where nothing is known yet: public reports of new users speak of some seconds. */
const atFirst = 5_000;
/** More than a refused request had waited. */
const more = 1_000;
const longest = 60_000;

/** How long new objects take to settle, learned from refusals. */
export class Settling {
  private wait = atFirst;

  /** When something that was made at `bornAt` takes requests; 0 for what is not new. */
  readyAt(bornAt: number | undefined): number {
    return bornAt === undefined ? 0 : bornAt + this.wait;
  }

  /** A request about something that was made at `bornAt` was refused because it came too early. */
  tooEarly(bornAt: number | undefined, now: number): void {
    if (bornAt !== undefined) this.wait = Math.min(longest, Math.max(this.wait, now - bornAt + more));
  }
}
