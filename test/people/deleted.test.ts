import { person, userAt, usersAt, wait, writesDuring } from '../users/shop';
import { acme, behind, call, customer, globex, licence, open, people } from './agency';

/** Deleted people of customers: listed, and brought into rows that wish them back. */

const [ana, bob, cy] = ['ana@acme.example', 'bob@acme.example', 'cy@globex.example'];
const deletedOn = (day: string) => ({ deletionTime: `2026-02-${day}T08:00:00.000Z` });

const customers = [
  customer(acme, {
    users: [person('root@acme.example', 'Ro Ot', { isAdmin: true })],
    deletedUsers: [person(ana, 'Ana Ruiz', deletedOn('20')), person(bob, 'Bob Berg', deletedOn('27'))],
  }),
  customer(globex, { deletedUsers: [person(cy, 'Cy Cole', deletedOn('12'))] }),
];

test('are listed for the customer that is chosen, the latest first, with the days that are left and their rows', () => {
  const desk = open([{ Email: bob }], customers);
  const said = call(desk, 'getDeletedPeople', { customer: acme });
  expect(said).toMatchObject([
    { email: bob, deletedOn: '2026-02-27', daysLeft: 17, row: 2, name: '' },
    { email: ana, deletedOn: '2026-02-20', daysLeft: 10, row: 0 },
  ]);
  expect(call(desk, 'getPeopleChoices').accounts.map(({ name }) => name)).toEqual(['resell.example', acme, globex]);
});

test('get rows that wish them back, and nothing is sent before these rows are checked and run', () => {
  const desk = open([{ Email: bob, State: 'Suspended' }], customers);
  const ids = call(desk, 'getDeletedPeople', { customer: acme }).map(({ id }) => id);
  let keys: readonly string[] = [];
  expect(
    writesDuring(desk, () => {
      keys = call(desk, 'restorePeople', { customer: acme, ids }).keys;
    }),
  ).toEqual([]);
  expect(keys).toEqual([`Users!${bob}`, `Users!${ana}`]);
  expect(people(desk)).toMatchObject([
    { Email: bob, State: 'Active', 'User ID': ids[0] },
    { Email: ana, State: 'Active', 'User ID': ids[1], From: 'Deleted people' },
  ]);
  desk.checkAndRun({ scope: { kind: 'rows', rows: keys }, action: 'put-back' });
  expect(usersAt(desk).map(({ primaryEmail }) => primaryEmail)).toEqual(expect.arrayContaining([ana, bob]));
  expect(userAt(desk, ana).id).toBe(ids[1]);
  expect(call(desk, 'getDeletedPeople', { customer: acme })).toEqual([]);
});

test('once more with the same people changes no row and adds none', () => {
  const desk = open([{ Email: bob }], customers);
  const ids = call(desk, 'getDeletedPeople', { customer: acme }).map(({ id }) => id);
  call(desk, 'restorePeople', { customer: acme, ids });
  const before = people(desk);
  call(desk, 'restorePeople', { customer: acme, ids });
  expect(people(desk)).toEqual(before);
});

test('who is there no more, and an account that is not in reach, are refused by name', () => {
  const desk = open([{ Email: bob }], customers);
  expect(() => call(desk, 'restorePeople', { customer: acme, ids: ['123'] })).toThrow(/not among the deleted people/);
  expect(() => call(desk, 'getDeletedPeople', { customer: 'elsewhere.example' })).toThrow(/no account whose people/);
  expect(people(desk)).toHaveLength(1);
});

test('the report tells those of every customer, and which Google does not show', () => {
  const closed = customer('closed.example', { apiAccess: false } as object);
  const desk = open([], [...customers, closed]);
  call(desk, 'makeReport', { id: 'deleted-people' });
  expect(desk.rows('Deleted people')).toMatchObject([
    { Address: bob, 'Deleted on': '2026-02-27', 'Days left': '17', Customer: acme },
    { Address: ana, 'Deleted on': '2026-02-20', 'Days left': '10', Customer: acme },
    { Name: '(not shown by Google)', Customer: 'closed.example' },
    { Address: cy, 'Deleted on': '2026-02-12', 'Days left': '2', Customer: globex },
  ]);
});

test('whom somebody deleted at Google comes back, too, though the row said Active all the time', () => {
  const desk = open([{ Email: ana, State: 'Active' }], [customer(acme, { users: [person(ana, 'Ana Ruiz')] })]);
  desk.checkAndRun();
  const { id = '' } = userAt(desk, ana);
  behind(desk, ['directory.users.delete', { userKey: ana }]);
  wait(desk, 300);
  const { keys } = call(desk, 'restorePeople', { customer: acme, ids: [id] });
  expect(keys).toEqual([`Users!${ana}`]);
  desk.checkAndRun({ scope: { kind: 'rows', rows: keys }, action: 'put-back' });
  expect(userAt(desk, ana)).toMatchObject({ id });
  desk.checkAndRun();
  expect(desk.row(ana)['Status']).toBe('Up to date');
});

test('a person who was deleted is found by the row that remembers them, and keeps what it wishes', () => {
  const users = [person(ana, 'Ana Ruiz')];
  const desk = open([{ Email: ana, 'Org unit': '/Sales' }], [customer(acme, { users, licences: [licence(ana)] })]);
  desk.checkAndRun();
  desk.type(ana, 'State', 'Deleted');
  desk.host.answers.push('resell.example');
  desk.host.call('askArming', [], 'menu');
  desk.checkAndRun();
  wait(desk);
  const [one] = call(desk, 'getDeletedPeople', { customer: acme });
  expect(one).toMatchObject({ email: ana, row: 2 });
  call(desk, 'restorePeople', { customer: acme, ids: [one?.id ?? ''] });
  desk.checkAndRun();
  expect(userAt(desk, ana)).toMatchObject({ id: one?.id, orgUnitPath: '/Sales' });
});
