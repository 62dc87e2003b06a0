/** Lanes: one token bucket for each of Google's quotas and for whom it is counted. */

/** A bucket's rate and how much may be sent at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** The bucket a request takes a token from: the lane, and for whom it is counted (`licences`, `userCreations:acme.example`). */
export interface Toll {
  readonly lane: string;
  readonly key: string;
}

interface Bucket {
  tokens: number;
  at: number;
  /** What a rate refusal left of the documented rate; climbs back to 1. */
  share: number;
}

const slowest = 1 / 8;
const recoveryPerSecond = 0.02;

/** The buckets of a run. Plain data in and out, so that the next slice goes on where this one ended. */
export class Lanes {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly rates: Readonly<Record<string, Rate>>) {}

  /** Takes a token from every bucket, or none from any. `now` in milliseconds. */
  take(tolls: readonly Toll[], now: number): boolean {
    if (tolls.some((toll) => this.bucket(toll, now).tokens < 1)) return false;
    for (const toll of tolls) this.bucket(toll, now).tokens -= 1;
    return true;
  }

  /** Milliseconds until all these buckets have a token. */
  waitFor(tolls: readonly Toll[], now: number): number {
    return tolls.reduce((longest, toll) => {
      const bucket = this.bucket(toll, now);
      return Math.max(longest, Math.ceil(((1 - bucket.tokens) / (this.rate(toll).perSecond * bucket.share)) * 1000));
    }, 0);
  }

  /** Google said that these went too fast: half the rate, recovering by itself. */
  slow(tolls: readonly Toll[], now: number): void {
    for (const toll of tolls) {
      const bucket = this.bucket(toll, now);
      bucket.share = Math.max(slowest, bucket.share / 2);
      bucket.tokens = Math.min(bucket.tokens, 0);
    }
  }

  /** The buckets as plain data. */
  save(): Readonly<Record<string, Bucket>> {
    return Object.fromEntries([...this.buckets].map(([key, bucket]) => [key, { ...bucket }]));
  }

  /** Goes on from saved buckets. */
  load(saved: Readonly<Record<string, Bucket>>): void {
    for (const [key, bucket] of Object.entries(saved)) this.buckets.set(key, { ...bucket });
  }

  private rate(toll: Toll): Rate {
    const rate = this.rates[toll.lane];
    if (!rate) throw new Error(`No rate is known for the lane ${toll.lane}.`);
    return rate;
  }

  private bucket(toll: Toll, now: number): Bucket {
    const rate = this.rate(toll);
    const known = this.buckets.get(toll.key) ?? { tokens: rate.burst, at: now, share: 1 };
    const seconds = Math.max(0, now - known.at) / 1000;
    known.share = Math.min(1, known.share + seconds * recoveryPerSecond);
    known.tokens = Math.min(rate.burst, known.tokens + seconds * rate.perSecond * known.share);
    known.at = Math.max(known.at, now);
    this.buckets.set(toll.key, known);
    return known;
  }
}
