import type { Lanes, Toll } from './lanes';
import type { Request } from './request';

/** Requests that wait for their lanes, in the order of the rows they are for. */

/** One request in the queue. `order` is the row's place in the sheet: the first rows win. */
export interface Queued<T> {
  readonly request: Request;
  readonly tolls: readonly Toll[];
  readonly order: number;
  readonly attempt: number;
  /** Milliseconds since the epoch; not sent before. */
  readonly notBefore: number;
  readonly item: T;
}

/** Why nothing can be sent at the moment, and for how long. */
export interface Pause {
  readonly milliseconds: number;
  /** The lane that is full, or `''` where a refused request is waited out. */
  readonly lane: string;
  readonly requests: number;
}

/** Seconds of work in a line from which on it may be what everything waits for. */
const worthWaitingFor = 3;

/** A queue for each set of lanes, so that a full lane never keeps another one waiting. */
export class Queue<T> {
  private readonly lines = new Map<string, Queued<T>[]>();
  private size = 0;

  /** How many requests wait. */
  get length(): number {
    return this.size;
  }

  /** Adds a request behind those of earlier rows. */
  add(queued: Queued<T>): void {
    const key = queued.tolls.map((toll) => toll.key).join(' ');
    const line = this.lines.get(key);
    this.size += 1;
    if (!line) this.lines.set(key, [queued]);
    else line.splice(placeIn(line, queued.order), 0, queued);
  }

  /** Takes up to `width` requests that may go now: earlier rows first within each lane. */
  take(lanes: Lanes, now: number, width: number): Queued<T>[] {
    const wave: Queued<T>[] = [];
    for (const line of this.linesByNeed()) {
      while (wave.length < width) {
        const at = line.findIndex((queued) => queued.notBefore <= now);
        const next = line[at];
        if (!next || !lanes.take(next.tolls, now)) break;
        line.splice(at, 1);
        wave.push(next);
      }
    }
    this.size -= wave.length;
    return wave;
  }

  /** How long until something may go, and what it waits for. Undefined where nothing is queued. */
  pause(lanes: Lanes, now: number): Pause | undefined {
    let shortest: Pause | undefined;
    for (const line of this.lines.values()) {
      const pause = pauseOf(line, lanes, now);
      if (pause && (!shortest || pause.milliseconds < shortest.milliseconds)) shortest = pause;
    }
    return shortest;
  }

  /**
   * Milliseconds until the lane with the longest line may send again: the whole work takes as long as that lane, so it must
   * not come free while a wave is under way. Zero where it is free now, or where no line is worth waiting for.
   */
  bottleneckWait(lanes: Lanes, now: number): number {
    let longest = worthWaitingFor;
    let wait = 0;
    for (const line of this.lines.values()) {
      const first = line[0];
      const seconds = first ? lanes.secondsFor(first.tolls, line.length) : 0;
      if (!first || seconds <= longest || first.notBefore > now) continue;
      longest = seconds;
      wait = lanes.waitFor(first.tolls, now);
    }
    return wait;
  }

  /** How many requests wait in each lane, by the name of the narrowest. */
  waiting(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const line of this.lines.values()) {
      const toll = line[0]?.tolls[line[0].tolls.length - 1];
      if (toll) counts[toll.lane] = (counts[toll.lane] ?? 0) + line.length;
    }
    return counts;
  }

  /** The narrow lanes first: with several tolls there is a limit of its own, which must not idle behind ordinary requests. */
  private linesByNeed(): Queued<T>[][] {
    return [...this.lines.entries()]
      .filter(([, line]) => line.length > 0)
      .sort(([, a], [, b]) => (b[0]?.tolls.length ?? 0) - (a[0]?.tolls.length ?? 0))
      .map(([, line]) => line);
  }
}

function placeIn(line: readonly { readonly order: number }[], order: number): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle]?.order ?? 0) <= order) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pauseOf<T>(line: readonly Queued<T>[], lanes: Lanes, now: number): Pause | undefined {
  const first = line[0];
  if (!first) return undefined;
  const earliest = line.reduce((soonest, queued) => Math.min(soonest, queued.notBefore), Infinity);
  if (earliest > now) return { milliseconds: earliest - now, lane: '', requests: line.length };
  const milliseconds = Math.max(1, lanes.waitFor(first.tolls, now));
  return { milliseconds, lane: first.tolls[first.tolls.length - 1]?.lane ?? '', requests: line.length };
}
