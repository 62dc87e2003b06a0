/** The sandbox's time. Everything that waits or looks at the time is handed one of these. */

/** Milliseconds since the epoch, and a way to let time pass. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): void;
}

/** Time that passes only when somebody sleeps: six minutes take no time, and two runs see the same instants. */
export function virtualClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += Math.max(0, milliseconds);
    },
  };
}

/** Real time from `start` on, `speed` times as fast. Sleeping blocks the thread, as Utilities.sleep does. */
export function realClock(start: number, speed = 1): Clock {
  const begun = Date.now();
  const cell = new Int32Array(new SharedArrayBuffer(4));
  return {
    now: () => start + (Date.now() - begun) * speed,
    sleep: (milliseconds) => {
      if (milliseconds > 0) Atomics.wait(cell, 0, 0, milliseconds / speed);
    },
  };
}
