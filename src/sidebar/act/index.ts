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
  const pages = { ...choiceActions(tools, work, desk), ...needsActions(tools, work), ...handOffActions(tools), ...readinessActions(tools) };

  /** Opens the sidebar where the menu entry that was chosen leads; what is under way goes first. */
  async function open(): Promise<void> {
    await desk.open();
    const { desk: seen, working } = tools.store.get();
    if (!seen?.opens || working) return;
    const { page, scope } = seen.opens;
    if (page === 'check' && scope) return work.check({ scope, action: 'provision' });
    if (page === 'handOff') return pages.showHandOff();
    if (page === 'readiness') return pages.showReadiness();
    if (page === 'needs') return pages.showNeeds();
  }

  return { ...work, ...desk, ...pages, open };
}

/** The actions as pages are handed them. */
export type Act = ReturnType<typeof createActions>;
