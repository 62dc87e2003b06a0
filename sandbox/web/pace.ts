import type { Clock } from '../clock';

/** The workbench's time: real time, faster or slower as the person likes. */
export interface Pace {
  readonly clock: Clock;
  readonly speed: number;
  /** From now on time passes so many times as fast. Throws for a speed that is none. */
  setSpeed(speed: number): void;
}

const fastest = 100;

/** Time from `start` (milliseconds since the epoch) on. Changing the speed neither jumps nor goes back. */
export function openPace(start: number, speed: number): Pace {
  let now = { speed: checked(speed), from: start, since: Date.now() };
  const time = () => now.from + (Date.now() - now.since) * now.speed;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  return {
    get speed() {
      return now.speed;
    },
    clock: {
      now: time,
      sleep: (milliseconds) => {
        if (milliseconds > 0) Atomics.wait(cell, 0, 0, milliseconds / now.speed);
      },
    },
    setSpeed: (next) => {
      now = { speed: checked(next), from: time(), since: Date.now() };
    },
  };
}

function checked(speed: number): number {
  if (!(speed > 0) || speed > fastest) throw new Error(`Time cannot pass ×${speed}.`);
  return speed;
}
