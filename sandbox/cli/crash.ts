import { Killed } from '../apps-script/port';
import type { Host } from '../apps-script/port';
import type { CrashPoint } from './arguments';

/** An execution that dies at a chosen write, as the platform would end it. */

/** A crash that is armed: whether it has happened. */
export interface ArmedCrash {
  happened(): boolean;
}

/** Lets one execution of the host die at `point`, counted from now on; it happens once. */
export function armCrash(host: Host, point: CrashPoint): ArmedCrash {
  let first: number | undefined;
  let happened = false;
  host.onEffect = (effect) => {
    if (happened || effect.kind !== point.kind) return;
    first ??= effect.n;
    if (effect.when !== point.when || effect.n - first + 1 !== point.n) return;
    happened = true;
    throw new Killed(`The execution died ${point.when} ${point.kind}:${point.n}.`);
  };
  return { happened: () => happened };
}
