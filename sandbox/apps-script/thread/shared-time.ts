import type { Clock } from '../../clock';

/**
 * One clock for several threads: the main thread says what time it is and how fast time passes, the others read it.
 * Kept in shared memory, so that a change of speed reaches an execution that is asleep.
 */

/** Bytes: a version, and three numbers. */
const size = 8 + 3 * 8;

/** The main thread's side: writes the time. */
export class SharedTime {
  readonly buffer = new SharedArrayBuffer(size);
  readonly #version = new Int32Array(this.buffer, 0, 1);
  readonly #numbers = new Float64Array(this.buffer, 8, 3);

  /** `virtual` is the time now, in milliseconds since the epoch; `speed` how many of its milliseconds pass in one. */
  set(virtual: number, speed: number): void {
    Atomics.add(this.#version, 0, 1);
    this.#numbers.set([virtual, Date.now(), speed]);
    Atomics.add(this.#version, 0, 1);
    // Sleepers wake and reckon anew.
    Atomics.notify(this.#version, 0);
  }
}

/** A thread's side. Sleeping blocks this thread alone. */
export function sharedClock(buffer: SharedArrayBuffer): Clock {
  const version = new Int32Array(buffer, 0, 1);
  const read = reader(buffer);
  const now = (): number => {
    const [virtual, wall, speed] = read();
    return virtual + (Date.now() - wall) * speed;
  };
  return {
    now,
    sleep: (milliseconds) => {
      const end = now() + Math.max(0, milliseconds);
      for (;;) {
        const seen = Atomics.load(version, 0);
        const left = end - now();
        if (left <= 0) return;
        Atomics.wait(version, 0, seen, left / read()[2]);
      }
    },
  };
}

function reader(buffer: SharedArrayBuffer): () => readonly [number, number, number] {
  const version = new Int32Array(buffer, 0, 1);
  const numbers = new Float64Array(buffer, 8, 3);
  return () => {
    for (;;) {
      const before = Atomics.load(version, 0);
      const [virtual = 0, wall = 0, speed = 1] = numbers;
      if (before % 2 === 0 && Atomics.load(version, 0) === before) return [virtual, wall, speed];
    }
  };
}
