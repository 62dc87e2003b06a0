import type { Progress } from '../../src/job/wire';
import { cardSurface } from './card';
import { ask } from './desk';
import type { Desk } from './desk';
import type { Surface, SurfaceName } from './surface';

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
