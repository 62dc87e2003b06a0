import type { PlanView } from '../../apps-script/wire';
import { type Ask, underWay } from '../state';
import { type Answer, workLoop } from './loop';
import { readDesk, say, type Tools } from './tools';

/** Checks and runs: started, carried on, watched, stopped. */
export function workActions(tools: Tools) {
  const { store, call } = tools;
  const { carryOn, watch, during } = workLoop(tools);

  async function start(from: 'start' | 'plan', begun: Promise<Answer>): Promise<void> {
    store.set({ page: 'running', progress: null, working: true, busy: '', trouble: null, notice: '' });
    const answer = await during(begun);
    if (answer.ok) return carryOn(answer);
    // On a broken wire the work may have begun all the same: the desk knows.
    const desk = answer.code.startsWith('wire') ? await readDesk(tools) : null;
    if (desk && underWay(desk.work)) return carryOn(null);
    store.set({ page: from, working: false, progress: null });
    say(store, answer);
  }

  /** Checks what is asked for, then shows the plan. */
  function check(ask: Ask): Promise<void> {
    store.set({ lastAsk: ask });
    return start('start', call('startCheck', ask));
  }

  /** Approves exactly this plan and runs it. */
  function run(plan: PlanView): Promise<void> {
    return start('plan', call('startRun', { planId: plan.planId }));
  }

  async function stop(): Promise<void> {
    store.set({ stopping: true, trouble: null });
    const answer = await call('stopWork');
    if (answer.ok) return;
    store.set({ stopping: false });
    say(store, answer, () => void stop());
  }

  return { check, run, stop, carryOn, watch };
}
