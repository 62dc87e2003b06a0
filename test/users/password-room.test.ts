import { ask } from '../../sandbox/cli/desk';
import type { TestDesk } from '../sandbox-desk';
import { admin, open, statuses, wait } from './shop';

/** A person's properties hold 500 KB: what does not fit is told by the check, at its row, and the others go on. */

const people = Array.from({ length: 12 }, (_, n) => ({
  Email: `p${String(n).padStart(2, '0')}@shop.example`,
  'First name': 'Päivi',
  'Last name': `Test ${String(n)}`,
  Password: n === 11 ? '' : `Quelle.7.Hecke.${String(n)}`,
}));

/** Leaves so many bytes of the person's own properties. */
function leave(desk: TestDesk, bytes: number): void {
  const store = (desk.host.state.properties.users[admin] ??= {});
  for (const name of Object.keys(store)) if (name.startsWith('other-')) Reflect.deleteProperty(store, name);
  const used = Object.entries(store).reduce((sum, [name, text]) => sum + Buffer.byteLength(name + text), 0);
  for (let n = 100, left = 500 * 1024 - bytes - used; left > 10; n++) {
    const text = 'x'.repeat(Math.min(9_000, left - 9));
    store[`other-${String(n)}`] = text;
    left -= text.length + 9;
  }
}

function withStatus(desk: TestDesk, status: string): readonly string[] {
  return Object.entries(statuses(desk)).flatMap(([email, one]) => (one === status ? [email] : []));
}

test('typed passwords beyond the room wait at their cells, the rest are run and handed off, and then there is room again', () => {
  const desk = open(people);
  leave(desk, 26_900);
  const plan = desk.check();
  const beyond = withStatus(desk, 'Needs you');
  // The one without a typed password takes less.
  expect(plan.rows).toBe(people.length - beyond.length);
  expect(plan.rows).toBeGreaterThan(4);
  expect(plan.rows).toBeLessThan(11);
  expect(beyond).not.toContain('p00@shop.example');
  expect(desk.row(beyond[0] ?? '')['Details']).toMatch(
    /room for \d+ more passwords.*hand their passwords off and erase/,
  );
  expect(desk.needs().find(({ title }) => title === beyond[0])).toMatchObject({ cell: 'D8' });
  expect(desk.google.writes()).toEqual([]);

  desk.run();
  expect(withStatus(desk, 'Done')).toHaveLength(plan.rows);
  const handed = desk.handOff();
  expect(handed).toHaveLength(plan.rows);
  expect(handed.find(({ email }) => email === 'p00@shop.example')?.password).toBe('Quelle.7.Hecke.0');

  ask(desk.host, 'erasePasswords', { emails: handed.map(({ email }) => email) });
  leave(desk, 40 * 1024);
  wait(desk);
  desk.checkAndRun();
  expect(withStatus(desk, 'Needs you')).toEqual([]);
});
