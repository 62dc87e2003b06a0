/** How long waves take: as long as their slowest answer, which is never twice the same. Times in milliseconds. */

/** Before the first wave: what a request of Google's usually takes. */
const atFirst = 300;
/** A wave that took longer says nothing about the next one. */
const longest = 2_000;
/** How much the latest wave counts beside those before it. */
const weight = 1 / 8;
/** So many mean deviations above the mean lie nearly all waves. */
const wide = 2;

/** Learns from each wave what the next one may take. */
export class Beat {
  private mean = atFirst;
  private deviation = 0;
  private waves = 0;

  /** A wave has come back. */
  took(milliseconds: number): void {
    const time = Math.min(longest, Math.max(1, milliseconds));
    this.waves += 1;
    const share = Math.max(weight, 1 / this.waves);
    this.deviation += (Math.abs(time - this.mean) - this.deviation) * (this.waves === 1 ? 0 : share);
    this.mean += (time - this.mean) * share;
  }

  /** What hardly any wave takes longer than. */
  get milliseconds(): number {
    return Math.ceil(this.mean + wide * this.deviation);
  }
}
