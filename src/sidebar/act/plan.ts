import type { PlanLine, PlanView } from '../../job/wire';
import { keyOfLine, type Opened } from '../state';
import { say, type Tools } from './tools';

/** The plan page: lines of the totals open to their writes, and the whole goes to a tab. */
export function planActions({ store, call }: Tools) {
  /** Fetches the next page of a line's writes, unless it is on its way. */
  async function more(plan: PlanView, line: PlanLine): Promise<void> {
    const key = keyOfLine(plan, line);
    const before = store.get().opened[key];
    if (before === 'coming' || before?.coming) return;
    const writes = before?.writes ?? [];
    const keep = (shown: Opened | null): void => {
      const { [key]: _was, ...others } = store.get().opened;
      store.set({ opened: shown ? { ...others, [key]: shown } : others });
    };
    keep(before ? { ...before, coming: true } : 'coming');
    const { says, need } = line;
    const answer = await call('getPlanLines', { planId: plan.planId, kind: { says, need }, from: writes.length });
    if (!answer.ok) say(store, answer);
    // Somebody may have closed the line meanwhile.
    if (!store.get().opened[key]) return;
    if (!answer.ok) return keep(before ?? null);
    keep({ total: answer.value.total, writes: [...writes, ...answer.value.writes], coming: false });
  }

  /** Opens a line of the totals, or closes it. */
  async function toggle(plan: PlanView, line: PlanLine): Promise<void> {
    const key = keyOfLine(plan, line);
    const { [key]: shown, ...others } = store.get().opened;
    if (shown) return store.set({ opened: others });
    return more(plan, line);
  }

  /** Copies the plan to its tab, and says so beside the link. */
  async function copyPlan(plan: PlanView): Promise<void> {
    store.set({ copied: 'Writing the tab…', trouble: null });
    const answer = await call('writePlan', { planId: plan.planId });
    store.set({ copied: answer.ok ? answer.value.says : '' });
    if (!answer.ok) say(store, answer);
  }

  return { togglePlanLine: toggle, morePlanLines: more, copyPlan };
}
