import type { Progress } from '../../src/job/wire';
import { ask } from '../../sandbox/cli/desk';
import type { Desk } from '../../sandbox/cli/desk';
import type { JobDesk } from './job';

/** Doing the whole job as the sidebar does, from whatever state a desk is in. */

/** More calls than any job here needs; work that never ends must not hang a test. */
const most = 60;

/** How long the work stays untouched after an execution died. */
const silence = 91_000;

/** What the sidebar found when it was opened, and what the job came to. */
export interface Worked {
  readonly progress: Progress;
  readonly calls: number;
}

/**
 * Looks at the desk and does what is to be done next, until a run of this job has ended: goes on with what is under
 * way, approves a checked plan, or checks. `before`: `startedAt` of work that was there before; left out: of that in
 * the workbook. `step`: left out, what the sidebar offers first.
 */
export function workToEnd(
  desk: Desk & Partial<Pick<JobDesk, 'earlier'>>,
  before = desk.earlier,
  step: Step = nextStep,
): Worked {
  const { work, hasPlan } = ask(desk.host, 'getStartPage');
  let progress = work?.startedAt === before ? null : work;
  if (progress?.phase === 'checked' && !hasPlan) throw new Error('There is a checked plan that nobody may run.');
  for (let calls = 1; calls < most; calls++) {
    if (progress?.phase === 'finished' || progress?.phase === 'stopped') return { progress, calls };
    progress = step(desk, progress);
  }
  throw new Error(`The job did not end in ${most} calls.`);
}

/** One step of the work, given how far it is. */
export type Step = (desk: Desk, progress: Progress | null) => Progress;

/** What the sidebar does when it has this before it. */
export function nextStep({ host }: Desk, progress: Progress | null): Progress {
  if (!progress) return ask(host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' });
  if (progress.more) return ask(host, 'continueWork');
  return ask(host, 'startRun', { planId: ask(host, 'getPlan').planId, confirmed: true });
}

/** Long enough for the trigger of a run to find that there is nothing left to do. */
export const untilTriggersAreGone = 3_610_000;

/** What happens after an execution died: nothing for a while, except triggers whose time has come. */
export function letTimePass({ clock, host }: Desk, milliseconds = silence): void {
  clock.sleep(milliseconds);
  host.runDueTriggers();
}
