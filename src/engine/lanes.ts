/** Lanes: each of Google's quotas as a sliding window, kept for everybody whom Google counts it for. */

/** At most `burst` requests in any `burst / perSecond` seconds. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** What a request counts against: the lane, and for whom it is counted (`licences`, `userCreations:acme.example`). */
export interface Toll {
  readonly lane: string;
  readonly key: string;
}

/** A window as plain data. */
export interface Window {
  /** When the last requests were sent, oldest first; never more than `burst`. */
  readonly sent: number[];
  /** What rate refusals left of the documented rate, from 1/8 to 1; `since` then it climbs back. */
  share: number;
  since: number;
}

const slowest = 1 / 8;
const recoveryPerSecond = 0.02;
/** Clocks tell whole milliseconds, so what looks exactly as far apart as it must be may be a little nearer. */
const clockGrain = 1;

/**
 * The windows of a run. Plain data in and out, so that the next slice goes on where this one ended. Times in
 * milliseconds.
 */
export class Lanes {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly rates: Readonly<Record<string, Rate>>) {}

  /** Counts a request against every window, or against none if one is full. */
  take(tolls: readonly Toll[], now: number): boolean {
    if (this.waitFor(tolls, now) > 0) return false;
    for (const toll of tolls) {
      const { sent } = this.window(toll, now);
      sent.push(now);
      if (sent.length > this.rate(toll).burst) sent.shift();
    }
    return true;
  }

  /** Milliseconds until all these windows have room. */
  waitFor(tolls: readonly Toll[], now: number): number {
    return tolls.reduce((longest, toll) => Math.max(longest, this.freeAt(toll, now) - now), 0);
  }

  /** Seconds that this many requests take in the narrowest of these lanes. */
  secondsFor(tolls: readonly Toll[], requests: number): number {
    return tolls.reduce((longest, toll) => Math.max(longest, requests / this.rate(toll).perSecond), 0);
  }

  /** Google said that these went too fast: half the rate, recovering by itself. */
  slow(tolls: readonly Toll[], now: number): void {
    for (const toll of tolls) {
      const window = this.window(toll, now);
      window.share = Math.max(slowest, window.share / 2);
      window.since = now;
    }
  }

  /** The windows as plain data. */
  save(): Readonly<Record<string, Window>> {
    return Object.fromEntries([...this.windows].map(([key, window]) => [key, { ...window, sent: [...window.sent] }]));
  }

  /** Goes on from saved windows. */
  load(saved: Readonly<Record<string, Window>>): void {
    for (const [key, window] of Object.entries(saved)) this.windows.set(key, { ...window, sent: [...window.sent] });
  }

  private freeAt(toll: Toll, now: number): number {
    const { burst, perSecond } = this.rate(toll);
    const { sent, share } = this.window(toll, now);
    const oldest = sent[sent.length - burst];
    return oldest === undefined ? now : Math.ceil(oldest + ((burst / perSecond) * 1000) / share) + clockGrain;
  }

  private rate(toll: Toll): Rate {
    const rate = this.rates[toll.lane];
    if (!rate) throw new Error(`No rate is known for the lane ${toll.lane}.`);
    return rate;
  }

  private window(toll: Toll, now: number): Window {
    const window = this.windows.get(toll.key) ?? { sent: [], share: 1, since: now };
    window.share = Math.min(1, window.share + (Math.max(0, now - window.since) / 1000) * recoveryPerSecond);
    window.since = Math.max(window.since, now);
    this.windows.set(toll.key, window);
    return window;
  }
}
