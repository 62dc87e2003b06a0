import type { PlanView } from '../../job/wire';
import { type Ask, underWay } from '../state';
import { type Answer, jobLoop } from './loop';
import { readStartPage, say, type Tools } from './tools';

/** The plan exceeds a limit and was not confirmed, perhaps because the limit was lowered meanwhile. */
const aboveLimit = 'aboveLimit';

/** Checks and runs: started, carried on, watched, stopped. */
export function jobActions(tools: Tools) {
  const { store, call } = tools;
  const { carryOn, watch, during, leave } = jobLoop(tools);

  async function start(from: 'start' | 'plan', begun: Promise<Answer>): Promise<void> {
    leave();
    const nothingYet = { progress: null, needs: null, stopping: false, noNews: false, trouble: null, notice: '' };
    store.set({ ...nothingYet, asking: [], page: 'running', working: true, busy: '' });
    const answer = await during(begun);
    if (answer.ok) return carryOn(answer);
    // On a broken wire the work may have begun all the same: the desk knows.
    const desk = answer.code.startsWith('wire') ? await readStartPage(tools) : null;
    if (desk && underWay(desk.work)) return carryOn(null);
    store.set({ page: from, working: false, progress: null });
    if (answer.code === aboveLimit) store.set({ asking: [answer.message] });
    else say(store, answer);
  }

  /** Checks what is asked for, then shows the plan. */
  function check(ask: Ask): Promise<void> {
    store.set({ lastAsk: ask });
    return start('start', call('startCheck', ask));
  }

  /** Takes over work that somebody else left dead: what is left of it is checked in one's own name. */
  const takeOver = (): Promise<void> => check({ scope: { kind: 'everything' }, action: 'provision' });

  /** Approves exactly this plan and runs it; above a limit of the person's only after a second yes (`confirmed`). */
  async function run(plan: PlanView, confirmed = false): Promise<void> {
    if (plan.asks.length && !confirmed) return store.set({ asking: plan.asks.map(({ says }) => says) });
    return start('plan', call('startRun', { planId: plan.planId, ...(confirmed ? { confirmed } : {}) }));
  }

  const dontRun = (): void => store.set({ asking: [] });

  async function stop(): Promise<void> {
    store.set({ stopping: true, trouble: null });
    const answer = await call('stopWork');
    if (answer.ok) return;
    store.set({ stopping: false });
    say(store, answer, () => void stop());
  }

  return { check, takeOver, run, dontRun, stop, carryOn, watch };
}
