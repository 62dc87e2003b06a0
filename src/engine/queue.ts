import type { Lanes, Toll } from './lanes';
import type { Request } from './request';

/** Requests that wait for their lanes, in the order of the rows they are for. */

/** One request in the queue. `order` is the row's place in the sheet: the first rows win. */
export interface Queued<T> {
  readonly request: Request;
  readonly tolls: readonly Toll[];
  readonly order: number;
  readonly attempt: number;
  /** Whether it was refused for its rate once already, which was no attempt. */
  readonly spared: boolean;
  /** Milliseconds since the epoch; not sent before. */
  readonly notBefore: number;
  /** When it first went out without an answer, in milliseconds since the epoch. */
  readonly sentAt?: number;
  readonly item: T;
}

/** Why nothing can be sent at the moment, and for how long. */
export interface Pause {
  readonly milliseconds: number;
  /** The lane that is full, or `''` where a refused request is waited out. */
  readonly lane: string;
  /** Requests a second that this lane sends. */
  readonly perSecond?: number;
  readonly requests: number;
}

/**
 * Requests with the same tolls: those that may go, first rows first, and those whose time has not come, soonest first.
 */
interface Line<T> {
  readonly tolls: readonly Toll[];
  readonly ready: Queued<T>[];
  readonly later: { readonly at: number; readonly queued: Queued<T> }[];
  /** Requests that will come into this line and are kept elsewhere until then. */
  coming: number;
}

/** Seconds of work in a line from which on it may be what everything waits for. */
const worthWaitingFor = 3;

/** Requests in a line for which it is worth a refusal to find out whether it may go faster. */
const someWork = 10;
/** Seconds of work for which that is worth another one, where it was found out before. */
const muchWork = 15;

/** A queue for each set of lanes, so that a full lane never keeps another one waiting. */
export class Queue<T> {
  private readonly lines = new Map<string, Line<T>>();

  /**
   * `earliest`: when a request may go at the soonest, whatever its lanes say; it may become later while the request
   * waits.
   */
  constructor(private readonly earliest: (queued: Queued<T>) => number = (queued) => queued.notBefore) {}

  /** Adds a request behind those of earlier rows. */
  add(queued: Queued<T>): void {
    this.postpone(this.lineOf(queued.tolls), queued);
  }

  /** Counts a request that will be added when its turn comes, so that its line looks as long as it is. */
  expect(tolls: readonly Toll[], change: 1 | -1): void {
    this.lineOf(tolls).coming += change;
  }

  /** Takes out what need not go any more. */
  takeOut(isNeedless: (queued: Queued<T>) => boolean): readonly Queued<T>[] {
    return [...this.lines.values()].flatMap(({ ready, later }) => [
      ...pull(ready, isNeedless),
      ...pull(later, ({ queued }) => isNeedless(queued)).map(({ queued }) => queued),
    ]);
  }

  /**
   * Takes up to `width` requests that may go now: the longest lines first, and earlier rows first within each. Those of
   * narrow lanes come first in the wave, always: parts of a wave leave one after the other, and what has another place
   * in each wave arrives earlier or later than its lane reckons.
   * `together`: as many of a lane as its window has room for, instead of the share that one wave has of it.
   */
  take(lanes: Lanes, now: number, { width, together }: { width: number; together: boolean }): Queued<T>[] {
    const wave: Queued<T>[] = [];
    for (const line of this.linesByNeed(lanes)) {
      this.ripen(line, now);
      const spare = this.neededBeside(line, lanes);
      while (wave.length < width) {
        const next = line.ready[0];
        if (!next) break;
        if (!lanes.take(next.tolls, now, { together, spare })) {
          if (lengthOf(line) >= someWork) lanes.want(line.tolls, now, secondsIn(line, lanes) >= muchWork);
          break;
        }
        line.ready.shift();
        wave.push(next);
      }
    }
    return wave
      .map((queued) => ({ queued, strictness: lanes.strictness(queued.tolls) }))
      .sort((a, b) => b.strictness - a.strictness)
      .map(({ queued }) => queued);
  }

  /**
   * How much room of a line's lane stays free for lines that have a narrower one beside it: what waits for that must
   * not wait for this one, too.
   */
  private neededBeside(line: Line<T>, lanes: Lanes): number {
    const own = narrowest(line)?.key;
    return [...this.lines.values()].reduce((sum, other) => {
      const narrow = narrowest(other);
      if (!narrow || narrow.key === own || !other.tolls.some(({ key }) => key === own)) return sum;
      return sum + Math.min(lengthOf(other), lanes.inWindow(narrow));
    }, 0);
  }

  /** How long until something may go, and what it waits for. Undefined where nothing is queued. */
  pause(lanes: Lanes, now: number): Pause | undefined {
    let shortest: Pause | undefined;
    for (const line of this.lines.values()) {
      const pause = this.pauseOf(line, lanes, now);
      if (pause && (!shortest || pause.milliseconds < shortest.milliseconds)) shortest = pause;
    }
    return shortest;
  }

  /**
   * When the next wave of the lane with the longest line is due: the whole work takes as long as that lane, so it must
   * not come free while something else is under way. `now` where it is due already, or where no line is worth waiting
   * for.
   */
  bottleneckAt(lanes: Lanes, now: number, together: boolean): number {
    let longest = worthWaitingFor;
    let at = now;
    for (const line of this.lines.values()) {
      const seconds = secondsIn(line, lanes);
      if (seconds <= longest || (this.ripen(line, now), line.ready.length === 0)) continue;
      longest = seconds;
      at = now + lanes.dueIn(line.tolls, now, together);
    }
    return at;
  }

  /** Seconds that the longest line takes. */
  secondsLeft(lanes: Lanes): number {
    return [...this.lines.values()].reduce((longest, line) => Math.max(longest, secondsIn(line, lanes)), 0);
  }

  /** How many requests wait in each lane, by the name of the narrowest. */
  waiting(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const line of this.lines.values()) {
      const lane = narrowest(line)?.lane;
      if (lane && lengthOf(line) > 0) counts[lane] = (counts[lane] ?? 0) + lengthOf(line);
    }
    return counts;
  }

  private lineOf(tolls: readonly Toll[]): Line<T> {
    const key = tolls.map((toll) => toll.key).join(' ');
    const known = this.lines.get(key);
    if (known) return known;
    const line: Line<T> = { tolls, ready: [], later: [], coming: 0 };
    this.lines.set(key, line);
    return line;
  }

  private postpone(line: Line<T>, queued: Queued<T>): void {
    const at = this.earliest(queued);
    line.later.splice(
      placeIn(line.later, at, (one) => one.at),
      0,
      { at, queued },
    );
  }

  /** Lets those go whose time has come. What has become later meanwhile waits on. */
  private ripen(line: Line<T>, now: number): void {
    for (let first = line.later[0]; first && first.at <= now; first = line.later[0]) {
      line.later.shift();
      if (this.earliest(first.queued) > now) this.postpone(line, first.queued);
      else
        line.ready.splice(
          placeIn(line.ready, first.queued.order, (one) => one.order),
          0,
          first.queued,
        );
    }
  }

  private pauseOf(line: Line<T>, lanes: Lanes, now: number): Pause | undefined {
    this.ripen(line, now);
    if (line.ready.length) {
      const toll = narrowest(line);
      return {
        milliseconds: Math.max(1, lanes.waitFor(line.tolls, now)),
        lane: toll?.lane ?? '',
        requests: lengthOf(line),
        ...(toll ? { perSecond: lanes.perSecond(toll) } : {}),
      };
    }
    const [first] = line.later;
    return first && { milliseconds: first.at - now, lane: '', requests: lengthOf(line) };
  }

  /** What takes longest must not idle behind the others. */
  private linesByNeed(lanes: Lanes): Line<T>[] {
    return [...this.lines.values()]
      .map((line) => ({ line, seconds: secondsIn(line, lanes) }))
      .filter(({ seconds }) => seconds >= 0)
      .sort((a, b) => b.seconds - a.seconds)
      .map(({ line }) => line);
  }
}

function lengthOf(line: Line<unknown>): number {
  return line.ready.length + line.later.length + line.coming;
}

/** Seconds that a line takes in its narrowest lane; -1 where it is empty. */
function secondsIn(line: Line<unknown>, lanes: Lanes): number {
  return lengthOf(line) === 0 ? -1 : lanes.secondsFor(line.tolls, lengthOf(line));
}

function narrowest(line: Line<unknown>): Toll | undefined {
  return line.tolls[line.tolls.length - 1];
}

/** Takes those out of a list that are meant. */
function pull<E>(list: E[], isMeant: (one: E) => boolean): readonly E[] {
  const pulled = list.filter(isMeant);
  if (pulled.length) list.splice(0, list.length, ...list.filter((one) => !isMeant(one)));
  return pulled;
}

/** Where something belongs in a sorted list: behind its equals. */
function placeIn<E>(list: readonly E[], value: number, valueOf: (one: E) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && valueOf(one) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
