import type { Clock } from '../../sandbox/clock';
import { ask } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import { expectSettled, open, statuses } from './shop';
import { someOf } from '../sweep';

/** Clocks of machines drift and are put right: one that goes back an hour must lose nobody's first password. */

const hour = 3_600_000;
const names = ['ann', 'bob', 'cec', 'dan', 'eva', 'fay'];
const rows = names.map((name) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  Licences: 'Business Starter',
}));

/** A desk whose clock can be set. */
function deskWithClock(): { readonly desk: TestDesk; readonly setBack: () => void } {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds) => {
      now += Math.max(0, milliseconds);
    },
  };
  return {
    desk: open(rows, {}, { clock }),
    setBack: () => {
      now -= hour;
    },
  };
}

function expectAllHandedOff(desk: TestDesk): void {
  ask(desk.host, 'getStartPage');
  expect(
    desk
      .handOff()
      .map(({ email }) => email)
      .sort(),
  ).toEqual(rows.map(({ Email }) => Email));
  const shown = ask(desk.host, 'showPasswords', { emails: rows.map(({ Email }) => Email) });
  expect(shown.map(({ password }) => password.length > 7)).toEqual(rows.map(() => true));
}

test.each(someOf([1, 3, 6, 12], 2))('set back in the middle of a run, between two requests (at effect %i)', (nth) => {
  const { desk, setBack } = deskWithClock();
  desk.check();
  let effects = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind !== 'google' && when === 'after' && ++effects === nth) setBack();
  };
  desk.run();
  desk.host.onEffect = undefined;
  for (const email of Object.keys(statuses(desk)))
    expect([email, desk.row(email)['Status'], desk.row(email)['Details']]).toEqual([email, 'Done', expect.anything()]);
  expectAllHandedOff(desk);
  expectSettled(desk);
});

test('set back between the check and the run, and after the run', () => {
  const { desk, setBack } = deskWithClock();
  desk.check();
  setBack();
  desk.run();
  expectAllHandedOff(desk);
  setBack();
  expectAllHandedOff(desk);
  expectSettled(desk);
  expectAllHandedOff(desk);
});
