import type { PlanView, Progress } from '../../job/wire';
import { readStartPage, say, type Tools } from './tools';

/** What is shown when work has ended. Somebody who went to another page meanwhile is told there and stays. */
export function jobEnds(tools: Tools) {
  const { store, call } = tools;
  const here = () => store.get().page === 'running';

  /** `known`: the plan, where it came along with the end of its check. */
  async function toPlan(known: PlanView | undefined): Promise<void> {
    const answer = known ? ({ ok: true, value: known } as const) : await call('getPlan');
    if (answer.ok) store.set({ plan: answer.value, opened: {}, copied: '' });
    if (answer.ok && here()) return store.set({ page: 'plan' });
    if (here()) store.set({ page: 'start' });
    await readStartPage(tools);
    if (answer.ok) store.set({ notice: 'The check has finished.' });
    else say(store, answer);
  }

  /** Work of this sidebar has ended: a check in its plan, a run in its outcomes. */
  async function ended({ plan, ...progress }: Progress): Promise<void> {
    store.set({ progress, working: false, stopping: false, noNews: false, answered: [], needs: null });
    if (progress.phase === 'checked') return toPlan(plan);
    store.set(here() ? { plan: null, page: 'finished' } : { plan: null, notice: 'The work has ended.' });
    await readStartPage(tools);
  }

  /** Somebody else's work has ended. Their plan is theirs to approve, so their check ends on the start page. */
  async function watchedEnd(progress: Progress): Promise<void> {
    if (progress.phase !== 'checked') return ended(progress);
    store.set({ progress, working: false, stopping: false, noNews: false, ...(here() ? { page: 'start' } : {}) });
    await readStartPage(tools);
  }

  return { ended, watchedEnd };
}
