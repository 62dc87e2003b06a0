import type { Progress, Scope } from '../../src/job/wire';

/** What carries the work on, slice by slice: `--surface`. */

export const surfaceNames = ['sidebar', 'trigger', 'card'] as const;

export type SurfaceName = (typeof surfaceNames)[number];

/** What is to be checked. */
export interface CheckAsk {
  readonly scope: Scope;
  readonly action: string;
}

/** A way to do the job at a desk. Each function throws ServerSaidNo, and what the platform throws. */
export interface Surface {
  startCheck(what: CheckAsk): Progress;
  /** Approves a plan and says yes to whatever it asks. */
  startRun(planId: string): Progress;
  /** One slice more of the work that stands at `before`. */
  goOn(before: Progress): Progress;
}
