import { limits } from '../../src/google/limits';
import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { open, person, shop, writesDuring } from '../users/shop';

/** Where and under what the Roles tab says that people get a role, and how much of it Google allows. */

type Row = Readonly<Record<string, string>>;

const ana = 'ana@shop.example';
const retrieve = [{ privilegeName: 'USERS_RETRIEVE', serviceId: '00haapch16h1ysv' }];

function desked(role: Row, Roles: string, options: TestDeskOptions['options'] = {}): TestDesk {
  const tenant = shop({ users: [person(ana, 'Ana Ruiz')], orgUnits: [{ orgUnitPath: '/Sales' }] });
  const columns = { Account: '', 'Role name': '', Privileges: '', Scope: '', Condition: '' };
  return openDesk({ tenant, users: [{ Email: ana, Roles }], tabs: { Roles: [{ ...columns, ...role }] }, options });
}

const held = (desk: TestDesk): readonly unknown[] =>
  desk
    .tenant()
    .accounts.flatMap(({ roleAssignments = [] }) => roleAssignments)
    .map(({ roleName, orgUnitPath = '/' }) => `${roleName} ${orgUnitPath}`);
const row = (desk: TestDesk, key: string): string =>
  `${desk.row(key)['Status'] ?? ''}: ${desk.row(key)['Details'] ?? ''}`;

test('Scope is where people get the role whose cells name it alone, in the run that makes it', () => {
  const desk = desked({ 'Role name': 'Desk', Privileges: 'USERS_RETRIEVE', Scope: '/Sales' }, 'Desk');
  desk.checkAndRun();
  expect(held(desk)).toEqual(['Desk /Sales']);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  desk.type(ana, 'Roles', 'Desk @ /');
  desk.checkAndRun();
  expect([...held(desk)].sort()).toEqual(['Desk /', 'Desk /Sales']);
});

test('nobody gets for the whole account what the row limits by a mistake', () => {
  const desk = desked({ 'Role name': 'Desk', Privileges: 'USERS_RETRIEVE', Condition: 'No security groups' }, 'Desk');
  expect(writesDuring(desk, () => desk.checkAndRun()).map(({ op }) => op)).not.toContain(
    'directory.roleAssignments.insert',
  );
  expect(row(desk, 'Roles!Desk')).toMatch(/Needs you.*Desk takes no condition/);
  expect(row(desk, `Users!${ana}`)).toMatch(/Needs you.*its row on Roles has a mistake in Scope or Condition/);
});

test('people beyond the limit of role assignments wait before anything is written', () => {
  const most = limits.roles.assignmentsPerOrgUnit;
  const names = Array.from({ length: 100 }, (_, at) => `u${at}@shop.example`);
  const roles = Array.from({ length: 10 }, (_, at) => ({ roleName: `R${at}`, rolePrivileges: retrieve }));
  // The administrator's own role counts, too.
  const given = names
    .flatMap((assignedTo) => roles.map(({ roleName }) => ({ roleName, assignedTo })))
    .slice(0, most - 3);
  // So many rows that the list is read to its end.
  const people = Array.from({ length: 45 }, (_, at) => `p${at}@shop.example`);
  const users = [...names, ...people].map((email) => person(email, 'Some Body'));
  const desk = open(
    people.map((Email) => ({ Email, Roles: 'R0' })),
    { users, roles, roleAssignments: given },
  );
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote.map(({ op }) => op)).toEqual(['directory.roleAssignments.insert', 'directory.roleAssignments.insert']);
  const statuses = people.map((email) => desk.row(email)['Status']);
  expect([statuses.slice(0, 3), new Set(statuses.slice(3))]).toEqual([
    ['Done', 'Done', 'Waiting'],
    new Set(['Waiting']),
  ]);
  expect(row(desk, people[2] ?? '')).toMatch(/The account has as many role assignments as Google allows: 1,000/);
});

test('a role beyond those that an account can have waits', () => {
  const roles = Array.from({ length: limits.roles.customPerAccount }, (_, at) => ({
    roleName: `R${at}`,
    rolePrivileges: retrieve,
  }));
  const tabs = { Roles: [{ Account: '', 'Role name': 'Desk', Privileges: 'USERS_RETRIEVE' }] };
  const desk = openDesk({ tenant: shop({ roles }), users: [{ Email: '' }], tabs });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(row(desk, 'Roles!Desk')).toMatch(/Waiting.*as many roles of its own as Google allows: 750/);
});
