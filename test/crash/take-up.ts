import { Killed } from '../../sandbox/apps-script/port';
import { dice } from './dice';
import type { JobDesk } from './job';
import { letTimePass, untilTriggersAreGone, workToEnd } from './work';

/** How a job is taken up again after a death. */

/** Takes a job up and does the rest of it. */
export type TakeUp = (desk: JobDesk) => void;

/** Opens the sidebar a while later, and does what it offers. */
export const bySidebar: TakeUp = (desk) => {
  letTimePass(desk);
  workToEnd(desk);
  letTimePass(desk, untilTriggersAreGone);
};

/** Nobody looks: the trigger alone carries a run on and ends it. Throws where it goes on without end. */
export const byTrigger: TakeUp = (desk) => {
  for (let times = 0; times < 10 && desk.host.state.triggers.length > 0; times++)
    letTimePass(desk, untilTriggersAreGone);
  if (desk.host.state.triggers.length > 0) throw new Error('The trigger goes on without end.');
  // What was not approved yet has no trigger: there somebody has to look.
  workToEnd(desk);
};

/**
 * Takes the job up and dies again, each time at another of the first `within` effects of the second life, if it lives
 * that long.
 */
export function dyingAgain(seed: number, within: number): TakeUp {
  const chance = dice(seed);
  return (desk) => {
    let left = 1 + Math.floor(chance() * within);
    desk.host.onEffect = () => {
      if (--left === 0) throw new Killed('The second life ended.');
    };
    try {
      bySidebar(desk);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    } finally {
      desk.host.onEffect = undefined;
    }
  };
}
