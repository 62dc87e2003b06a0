import { admin, googleOf, open, person, statuses, writesDuring } from './shop';
import type { TestCheck } from '../sandbox-desk';

/** Sessions ended for chosen people, whatever way requests take. */

const ana = 'ana@shop.example';
const people = [person(ana, 'Ana Ruiz'), person('bob@shop.example', 'Bob Hill')];
const rows = [{ Email: ana, 'Org unit': '/Sales', Password: 'for another time 1' }, { Email: 'bob@shop.example' }];
const chosen = (...emails: readonly string[]): TestCheck => ({
  action: 'sign-out',
  scope: { kind: 'rows', rows: emails.map((email) => `Users!${email}`) },
});

describe.each(['advanced', 'parallel'])('sign-out by the way “%s”', (way) => {
  const deskOf = (): ReturnType<typeof open> => {
    const desk = open(rows, { users: people });
    desk.host.state.properties.document['setting:transport'] = way;
    return desk;
  };

  test('ends the sessions of the chosen person alone, says so, and does it again when chosen again', () => {
    const desk = deskOf();
    const plan = desk.check(chosen(ana));
    expect(plan.lines.map(({ count, says }) => [count, says])).toEqual([[1, 'sign people out']]);
    for (let time = 0; time < 2; time++) {
      const wrote = writesDuring(desk, () => desk.checkAndRun(chosen(ana)));
      expect(wrote.map(({ op, status }) => [op, status])).toEqual([['directory.users.signOut', 204]]);
      expect(desk.row(ana)).toMatchObject({ Status: 'Done', Password: 'for another time 1' });
      expect(desk.row(ana)['Details']).toContain(`Signed out ${ana} everywhere (web and device sessions).`);
    }
    expect(statuses(desk)['bob@shop.example']).toBe('');
    expect(desk.handOff()).toEqual([]);
  });

  test('a refusal of Google’s is told, and the others are signed out all the same', () => {
    const desk = deskOf();
    desk.check(chosen(ana, 'bob@shop.example'));
    googleOf(desk).control.failNext('directory.users.signOut', { status: 403, reason: 'forbidden' });
    desk.run();
    expect(Object.values(statuses(desk)).filter((status) => status === 'Done')).toHaveLength(1);
    expect(Object.values(statuses(desk)).filter((status) => status !== 'Done')).toHaveLength(1);
  });
});

test('oneself is not signed out: the run would lose its own session', () => {
  const desk = open([{ Email: admin }]);
  expect(writesDuring(desk, () => desk.checkAndRun(chosen(admin)))).toEqual([]);
  expect(desk.row(admin)['Details']).toContain('This is your own account');
});
