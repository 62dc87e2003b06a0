import { Killed } from '../../sandbox/apps-script/port';
import { dice } from './dice';
import type { JobDesk } from './job';
import { mixed } from './mixed';
import { bySidebar, sweep } from './points';
import { tell } from './tell';
import { letTimePass, untilTriggersAreGone, workToEnd } from './work';

/** Other ways on after a death than opening the sidebar once. */

/** Takes the job up and dies again at the n-th effect of the second life, if it lives that long. */
function dieAgain(desk: JobDesk, effects: number): void {
  let seen = 0;
  desk.host.onEffect = () => {
    if (++seen === effects) throw new Killed('The second life ended.');
  };
  try {
    bySidebar(desk, '');
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    delete desk.host.onEffect;
  }
}

test('dying twice in one run changes nothing in the end (a sample)', () => {
  const chance = dice(17);
  const found = sweep({
    job: mixed, share: 5, of: 10,
    takeUp: (desk, point) => {
      dieAgain(desk, 1 + Math.floor(chance() * 250));
      bySidebar(desk, point);
    },
  });
  tell('dying twice, every tenth state', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(40);
}, 600_000);

test('a run that nobody looks at is carried on and ended by its trigger alone (a sample)', () => {
  const found = sweep({
    job: mixed, share: 7, of: 14,
    takeUp: (desk) => {
      const { host, clock } = desk;
      for (let times = 0; times < 10 && host.state.triggers.length > 0; times++) letTimePass({ host, clock, workspace: desk.workspace }, untilTriggersAreGone);
      if (host.state.triggers.length > 0) throw new Error('The trigger goes on without end.');
      // What was not approved yet has no trigger: there somebody has to look.
      workToEnd(desk);
    },
  });
  tell('carried on by the trigger, every fourteenth state', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(25);
}, 600_000);
