import type { Progress, Scope } from '../../src/job/wire';
import { cardSurface } from './card';
import { ask } from './desk';
import type { Desk } from './desk';

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

/** Opens a surface of a desk. */
export function surfaceOf(name: SurfaceName, desk: Desk): Surface {
  const make = { sidebar: sidebarSurface, trigger: triggerSurface, card: cardSurface };
  return make[name](desk);
}

function sidebarSurface({ host }: Desk): Surface {
  return {
    startCheck: (what) => ask(host, 'startCheck', what),
    startRun: (planId) => ask(host, 'startRun', { planId, confirmed: true }),
    goOn: () => ask(host, 'continueWork'),
  };
}

/** The sidebar is closed once the run has begun: from then on only triggers carry it on. */
function triggerSurface(desk: Desk): Surface {
  const sidebar = sidebarSurface(desk);
  return {
    ...sidebar,
    goOn: (before) => (before.phase === 'running' ? nextTrigger(desk, before) : sidebar.goOn(before)),
  };
}

/** Lets the time pass until a trigger has run. The last one of a run takes itself away; only then somebody looks. */
function nextTrigger({ host, clock }: Desk, before: Progress): Progress {
  const waiting = () => host.state.triggers.filter(({ fired }) => fired !== true).map(({ next }) => next);
  const due = waiting();
  if (!due.length) throw new Error('The run has no trigger that carries it on.');
  clock.sleep(Math.min(...due) - clock.now());
  host.runDueTriggers();
  return waiting().length ? before : ask(host, 'getProgress');
}
