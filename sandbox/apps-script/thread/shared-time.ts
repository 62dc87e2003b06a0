import type { Clock } from '../../clock';

/**
 * One clock for several threads, in shared memory. While executions wait, or none runs, it passes `speed` times as fast
 * as real time; while one computes it passes as real time does, so that a busy machine makes no execution late.
 */

/** Bytes: a version that is odd while somebody writes, how many compute, and three numbers. */
const size = 8 + 3 * 8;

/** Milliseconds of the machine, the same for all threads. */
const machineNow = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A thread's side of the clock. */
export class SharedTime implements Clock {
  readonly #version: Int32Array;
  readonly #computing: Int32Array;
  /** An instant of the clock, the machine's time of that, and the speed that was asked for. */
  readonly #numbers: Float64Array;

  constructor(readonly buffer: SharedArrayBuffer) {
    this.#version = new Int32Array(buffer, 0, 1);
    this.#computing = new Int32Array(buffer, 4, 1);
    this.#numbers = new Float64Array(buffer, 8, 3);
  }

  /** A clock that stands at `start`, in milliseconds since the epoch, and begins to run. */
  static open(start: number, speed: number): SharedTime {
    const time = new SharedTime(new SharedArrayBuffer(size));
    time.#numbers.set([start, machineNow(), speed]);
    return time;
  }

  /** Whole milliseconds, as a Date has them. */
  now(): number {
    return Math.floor(this.#read().now);
  }

  /** How many of its milliseconds pass in one while nothing computes. */
  get speed(): number {
    return this.#read().speed;
  }

  /** From now on time passes so many times as fast; it neither jumps nor goes back. */
  setSpeed(speed: number): void {
    this.#change(0, speed);
  }

  /** Sleeps; blocks this thread alone, and notices when the speed changes. */
  sleep(milliseconds: number): void {
    const end = this.#read().now + Math.max(0, milliseconds);
    for (;;) {
      const seen = Atomics.load(this.#version, 0);
      const { now, pace } = this.#read();
      if (now >= end) return;
      Atomics.wait(this.#version, 0, seen, (end - now) / pace);
    }
  }

  /** Runs what computes. */
  computing<T>(act: () => T): T {
    this.#change(1);
    try {
      return act();
    } finally {
      this.#change(-1);
    }
  }

  /** Within `computing`: runs what only waits. */
  resting<T>(act: () => T): T {
    this.#change(-1);
    try {
      return act();
    } finally {
      this.#change(1);
    }
  }

  #change(computing: number, speed?: number): void {
    for (;;) {
      const version = Atomics.load(this.#version, 0);
      const { now, at, speed: before } = this.#read();
      if (Atomics.compareExchange(this.#version, 0, version, version + 1) !== version) continue;
      this.#numbers[0] = now;
      this.#numbers[1] = at;
      this.#numbers[2] = speed ?? before;
      Atomics.add(this.#computing, 0, computing);
      Atomics.store(this.#version, 0, version + 2);
      // Sleepers wake and reckon anew.
      Atomics.notify(this.#version, 0);
      return;
    }
  }

  #read(): { readonly now: number; readonly at: number; readonly speed: number; readonly pace: number } {
    for (;;) {
      const before = Atomics.load(this.#version, 0);
      const [from = 0, since = 0, speed = 1] = this.#numbers;
      const pace = Atomics.load(this.#computing, 0) > 0 ? Math.min(1, speed) : speed;
      // Asked for before the last look at the version, so that no change of the pace lies between.
      const at = Math.max(since, machineNow());
      if (before % 2 === 0 && Atomics.load(this.#version, 0) === before)
        return { now: from + (at - since) * pace, at, speed, pace };
    }
  }
}
