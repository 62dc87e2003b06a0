import { admin, googleOf, open, person, shop, writesDuring } from './shop';
import { openDesk } from '../sandbox-desk';

/** Who has an address is told by the check, before anything is written; what only a refusal tells, with its remedy. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const groups = [{ email: 'team@shop.example', name: 'Team', aliases: ['crew@shop.example'] }];
const users = [person(ana, 'Ana Ruiz', { aliases: ['a.ruiz@shop.example'] }), person(bob, 'Bob Berg')];
const fresh = (Email: string) => ({ Email, 'First name': 'Ne', 'Last name': 'Wo' });

test.each([
  ['an alias of somebody', 'a.ruiz@shop.example', 'a.ruiz@shop.example is an alias of ana@shop.example.'],
  ['a group', 'team@shop.example', 'team@shop.example is the address of the group “Team”.'],
  ["a group's alias", 'crew@shop.example', 'crew@shop.example is an alias of the group “Team” (team@shop.example).'],
])('%s is named at check: as a new address, an alias and a new address of somebody there', (_what, address, says) => {
  for (const row of [fresh(address), { Email: bob, Aliases: address }, { Email: bob, 'New email': address }]) {
    const desk = open([row], { users, groups });
    expect(writesDuring(desk, () => desk.check())).toEqual([]);
    expect(desk.rows()[0]).toMatchObject({ Status: 'Needs you', Details: expect.stringContaining(says) as string });
  }
});

test('many new people cost one list of groups and one of deleted people, in the check alone', () => {
  const desk = open(
    Array.from({ length: 200 }, (_none, at) => fresh(`p${String(at)}@shop.example`)),
    { groups },
  );
  desk.check();
  const reads = desk.google.reads();
  expect(reads.filter(({ op }) => op === 'directory.groups.list')).toHaveLength(1);
  expect(reads.filter(({ op }) => op === 'directory.groups.get')).toHaveLength(0);
  expect(reads.length).toBeLessThan(16);
});

test('where groups may not be read the row goes on, and Google’s refusal tells', () => {
  const desk = open([fresh('team@shop.example'), fresh('new@shop.example')], { groups });
  for (let n = 0; n < 2; n++)
    googleOf(desk).control.failNext('directory.groups.get', { status: 403, reason: 'forbidden' });
  desk.checkAndRun();
  expect(desk.row('new@shop.example')['Status']).toBe('Done');
  expect(desk.row('team@shop.example')['Details']).toContain('team@shop.example is the address of the group “Team”');
});

test('what is outside of the account is told with both ways out', () => {
  const tenant = shop({ takenElsewhere: ['me@shop.example'] });
  const desk = openDesk({ tenant, users: [fresh('me@shop.example')] });
  expect(writesDuring(desk, () => desk.check())).toEqual([]);
  const details = desk.row('me@shop.example')['Details'];
  expect(details).toContain('most likely by a personal Google Account (“unmanaged”), else by another Google customer');
  expect(details).toMatch(/Conflicting accounts.*Another customer has to rename/);
});

test.each(['', 'Suspended'])('who was suspended by Google is told so, with State “%s”', (State) => {
  const desk = open([{ Email: ana, State }, { Email: admin }], {
    users: [person(ana, 'Ana Ruiz', { suspended: true, suspensionReason: 'ABUSE' })],
  });
  desk.check();
  const details = desk.row(ana)['Details'];
  expect(details).toMatch(/ana@shop\.example was suspended by Google itself \(ABUSE\).*Reactivate/);
  expect(details).not.toContain('State Active lets the person in again');
});
