import {
  freshPace,
  isNoAccident,
  isSlowed,
  perSecondOf,
  refused,
  taken,
  windowOf,
  type Ceiling,
  type Pace,
  type Rate,
  type Sign,
} from './pace';

/** Lanes: each of Google's quotas as a sliding window, kept for everybody whom Google counts it for. */

export type { Rate } from './pace';

/** What a request counts against: the lane, and for whom it is counted (`licences`, `userCreations:acme.example`). */
export interface Toll {
  readonly lane: string;
  readonly key: string;
}

/** A lane as plain data. Times in milliseconds since the epoch. */
export interface Window extends Pace {
  /** When the last requests left, oldest first. */
  readonly sent: number[];
  /** When more requests were there than could go, and when they were many. */
  wanted: number;
  many: number;
}

/** What is worth keeping of a lane beyond a run: what Google took, what it refused, and when. */
export interface Learned {
  readonly margin: number;
  readonly good: number;
  readonly ceiling?: Pick<Ceiling, 'count' | 'at'>;
  /** When it was learned, in milliseconds since the epoch. */
  readonly at: number;
}

/** A ceiling of an earlier run is not tried again before it is forgotten: after so many tries it rests for longer. */
const triedEnough = 99;
/** Clocks tell whole milliseconds, so what looks exactly as far apart as it must be may be a little nearer. */
const clockGrain = 1;
/** Waves may come so much closer than evenly, so that those of one lane may ride along with those of another. */
const nearly = 0.9;

/**
 * The lanes of a run. Plain data in and out, so that the next slice goes on where this one ended. Times in
 * milliseconds.
 */
export class Lanes {
  private readonly windows = new Map<string, Window>();
  private beat = 1;

  /** `learns`: whether lanes try more than their documented rates. */
  constructor(
    private readonly rates: Readonly<Record<string, Rate>>,
    private readonly learns = false,
  ) {}

  /** Tells how long a wave takes, from when it leaves until the next one may. */
  keepBeat(milliseconds: number): void {
    this.beat = Math.max(1, milliseconds);
  }

  /**
   * Counts a request against every window, or against none if one is full. `together`: a whole window may go in one
   * wave; otherwise it is spread over as many waves as there is time for. `spare`: how much room stays for others.
   */
  take(tolls: readonly Toll[], now: number, { together = false, spare = 0 } = {}): boolean {
    if (this.waitFor(tolls, now, together) > 0 || (spare > 0 && !this.hasRoom(tolls, now, spare))) return false;
    this.add(tolls, now);
    return true;
  }

  /** Counts a request that leaves, whether or not there is room for it. */
  add(tolls: readonly Toll[], now: number): void {
    for (const toll of tolls) {
      const { sent, count } = this.window(toll, now);
      sent.push(now);
      if (sent.length > 2 * count) sent.shift();
    }
  }

  /** Tells that more requests are there than these lanes let through; `many`: they will be at it for a while. */
  want(tolls: readonly Toll[], now: number, many: boolean): void {
    for (const toll of tolls.filter((one) => this.freeAt(one, now, false) > now)) {
      const window = this.window(toll, now);
      window.wanted = now;
      if (many) window.many = now;
    }
  }

  /** What was taken at `taken` left later: other things had to be done before. */
  leftLater(tolls: readonly Toll[], taken: number, left: number): void {
    for (const toll of tolls) {
      const { sent } = this.window(toll, left);
      if (forget(sent, taken)) sent.push(left);
    }
  }

  /** Milliseconds until all these windows have room. */
  waitFor(tolls: readonly Toll[], now: number, together = false): number {
    return tolls.reduce((longest, toll) => Math.max(longest, this.freeAt(toll, now, together) - now), 0);
  }

  /**
   * Milliseconds until the next wave of these lanes is due, where waves of the narrowest, the last, are spread evenly
   * over its window. `together`: where a whole window goes at once. The wider ones only need room: others go in them
   * too.
   */
  dueIn(tolls: readonly Toll[], now: number, together: boolean): number {
    const free = this.waitFor(tolls, now, together);
    const narrow = tolls[tolls.length - 1];
    if (!narrow) return free;
    const { sent, milliseconds, waves, spread } = this.allowance(narrow, now);
    const apart = milliseconds / (together && !spread ? 1 : waves);
    return Math.max(free, Math.ceil((sent[sent.length - 1] ?? 0) + apart) + clockGrain - now);
  }

  /** Seconds that this many requests take in the narrowest of these lanes. */
  secondsFor(tolls: readonly Toll[], requests: number): number {
    return tolls.reduce((longest, toll) => Math.max(longest, requests / this.perSecond(toll)), 0);
  }

  /**
   * How much it matters that these requests arrive as evenly as they leave: the more, the slower their narrowest lane
   * is. A lane that tries more than is documented sends now few, now many, and its refusals are reckoned with.
   */
  strictness(tolls: readonly Toll[]): number {
    if (tolls.some((toll) => (this.windows.get(toll.key)?.count ?? 0) > this.rate(toll).burst)) return 0;
    return tolls.reduce((longest, toll) => Math.max(longest, 1 / this.rate(toll).perSecond), 0);
  }

  /** How many requests go in one window of a lane at the moment. */
  inWindow(toll: Toll): number {
    return this.windows.get(toll.key)?.count ?? this.rate(toll).burst;
  }

  /** Requests a second that a lane sends at the moment. */
  perSecond(toll: Toll): number {
    const pace = this.windows.get(toll.key);
    const rate = this.rate(toll);
    return pace ? perSecondOf(pace, rate) : rate.perSecond;
  }

  /** Google took what left at `sent`. */
  taken(tolls: readonly Toll[], sent: number, now: number): void {
    for (const toll of tolls) taken(this.window(toll, now), this.sign(toll, sent, now), this.learns);
  }

  /**
   * Google said that what left at `sent` came too fast for this lane. Gives whether that was for trying more than is
   * documented.
   */
  refused(toll: Toll, sent: number, now: number): boolean {
    const window = this.window(toll, now);
    const sign = this.sign(toll, sent, now);
    // What Google refuses it does not count, it seems (Service Control API), unless it refuses the next one too.
    if (!isNoAccident(window, sign)) forget(window.sent, sent);
    return refused(window, sign);
  }

  /** The windows as plain data. */
  save(): Readonly<Record<string, Window>> {
    return Object.fromEntries([...this.windows].map(([key, window]) => [key, { ...window, sent: [...window.sent] }]));
  }

  /** Goes on from saved windows. */
  load(saved: Readonly<Record<string, Window>>, now: number): void {
    // A clock that was set back since must not make anybody wait until it is that late again.
    for (const [key, window] of Object.entries(saved))
      this.windows.set(key, { ...window, sent: window.sent.filter((at) => at <= now) });
  }

  /** What was learned of each lane. */
  learned(): Readonly<Record<string, Learned>> {
    return Object.fromEntries([...this.windows].map(([key, window]) => [key, learnedOf(window)]));
  }

  /** Begins where an earlier run ended. Lanes that are in use already stay as they are. */
  remember(toll: Toll, { margin, good, ceiling, at }: Learned): void {
    if (this.windows.has(toll.key)) return;
    const fresh = freshPace(this.rate(toll), at);
    const count = this.learns ? Math.max(fresh.count, good) : fresh.count;
    const known = ceiling ? { ceiling: { ...ceiling, tries: triedEnough } } : {};
    this.windows.set(toll.key, { ...fresh, margin, count, good: count, ...known, sent: [], wanted: 0, many: 0 });
  }

  /** Whether the narrowest of these lanes has room for one request, and for so many of others after it. */
  private hasRoom(tolls: readonly Toll[], now: number, spare: number): boolean {
    const narrow = tolls[tolls.length - 1];
    if (!narrow) return true;
    const { sent, count, milliseconds } = this.allowance(narrow, now);
    const oldest = sent[sent.length - Math.max(1, count - spare)];
    return oldest === undefined || oldest + milliseconds + clockGrain <= now;
  }

  /** When a window has room, and unless all goes together also the part of it that one wave has. */
  private freeAt(toll: Toll, now: number, together: boolean): number {
    const { sent, count, milliseconds, atOnce, waves, spread } = this.allowance(toll, now);
    const roomAt = (size: number, time: number): number => {
      const oldest = sent[sent.length - size];
      return oldest === undefined ? now : Math.ceil(oldest + time) + clockGrain;
    };
    const whole = roomAt(count, milliseconds);
    return together && !spread ? whole : Math.max(whole, roomAt(atOnce, (milliseconds / waves) * nearly));
  }

  /** What may go in a window, how many of it in one wave, and in how many waves it is spread over the window. */
  private allowance(toll: Toll, now: number): Allowance {
    const window = this.window(toll, now);
    const { sent, count } = window;
    const milliseconds = windowOf(window, this.rate(toll));
    const atOnce = Math.ceil(count / Math.max(1, Math.min(count, Math.floor(milliseconds / this.beat))));
    return { sent, count, milliseconds, atOnce, waves: Math.ceil(count / atOnce), spread: isSlowed(window) };
  }

  private sign(toll: Toll, sent: number, now: number): Sign {
    const { wanted, many, since } = this.window(toll, now);
    return { rate: this.rate(toll), sent, now, wanted: wanted >= since, many: many >= since };
  }

  private rate(toll: Toll): Rate {
    const rate = this.rates[toll.lane];
    if (!rate) throw new Error(`No rate is known for the lane ${toll.lane}.`);
    return rate;
  }

  private window(toll: Toll, now: number): Window {
    const window = this.windows.get(toll.key) ?? { ...freshPace(this.rate(toll), now), sent: [], wanted: 0, many: 0 };
    this.windows.set(toll.key, window);
    return window;
  }
}

interface Allowance {
  readonly sent: number[];
  readonly count: number;
  readonly milliseconds: number;
  readonly atOnce: number;
  readonly waves: number;
  /** Google takes less than it documents, perhaps because of how many come at once: never a whole window in a wave. */
  readonly spread: boolean;
}

/** Takes one of these times out of a list, if it is there. */
function forget(times: number[], time: number): boolean {
  const at = times.lastIndexOf(time);
  if (at >= 0) times.splice(at, 1);
  return at >= 0;
}

function learnedOf({ margin, good, ceiling, since }: Window): Learned {
  return { margin, good, ...(ceiling ? { ceiling: { count: ceiling.count, at: ceiling.at } } : {}), at: since };
}
