import { choiceActions } from './choice';
import { deskActions } from './desk';
import { handOffActions } from './hand-off';
import { needsActions } from './needs';
import { readinessActions } from './readiness';
import type { Tools } from './tools';
import { workActions } from './work';

/** Everything a click can start. */
export function createActions(tools: Tools) {
  const work = workActions(tools);
  const desk = deskActions(tools, work);
  return {
    ...work,
    ...desk,
    ...choiceActions(tools, work, desk),
    ...needsActions(tools, work),
    ...handOffActions(tools),
    ...readinessActions(tools),
  };
}

/** The actions as pages are handed them. */
export type Act = ReturnType<typeof createActions>;
