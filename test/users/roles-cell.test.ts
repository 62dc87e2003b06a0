import type { TenantAccount } from '../../sandbox/workspace/tenant';
import type { Rows, TestDesk, TestDeskOptions } from '../sandbox-desk';
import { open, person, rolesOf, writesDuring } from './shop';

/** What a Roles cell can say: names with commas, roles for one org unit, and under a condition. */

const ana = 'ana@shop.example';
const retrieve = [{ privilegeName: 'USERS_RETRIEVE', serviceId: '00haapch16h1ysv' }];
const wide = [...retrieve, { privilegeName: 'GROUPS_ALL', serviceId: '00haapch16h1ysv' }];
const roles = [
  { roleName: 'Support, EMEA', rolePrivileges: retrieve },
  { roleName: 'Desk', rolePrivileges: retrieve },
  { roleName: 'Wide', rolePrivileges: wide },
];
const verbatim =
  "api.getAttribute('cloudidentity.googleapis.com/groups.labels', []).hasAny(['groups.security']) && resource.type == 'cloudidentity.googleapis.com/Group'";
const orgUnits = [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Support' }];

function desked(Roles: string, more: Partial<TenantAccount> = {}, options: TestDeskOptions['options'] = {}): TestDesk {
  const rows: Rows = [{ Email: ana, Roles }];
  return open(rows, { users: [person(ana, 'Ana Ruiz')], roles, orgUnits, ...more }, options);
}

const held = (desk: TestDesk): readonly unknown[] =>
  desk
    .tenant()
    .accounts.flatMap(({ roleAssignments = [] }) => roleAssignments)
    .filter(({ assignedTo }) => assignedTo === ana)
    .map(({ roleName, orgUnitPath = '/' }) => `${roleName} ${orgUnitPath}`)
    .sort();
const row = (desk: TestDesk): string => `${desk.row(ana)['Status'] ?? ''}: ${desk.row(ana)['Details'] ?? ''}`;
const again = (desk: TestDesk): readonly unknown[] => writesDuring(desk, () => desk.checkAndRun());

test('a name with a comma is one role, alone and in quotes beside others; two readings are a complaint', () => {
  const desk = desked('Support, EMEA');
  desk.checkAndRun();
  expect(rolesOf(desk, ana)).toEqual(['Support, EMEA']);
  expect(row(desk)).toContain('Gave the role "Support, EMEA"');
  desk.type(ana, 'Roles', '"Support, EMEA"; Desk @ /sales, "Groups Admin"');
  desk.checkAndRun();
  expect(held(desk)).toEqual(['Desk /Sales', 'Support, EMEA /', '_GROUPS_ADMIN_ROLE /']);
  expect(again(desk)).toEqual([]);
  desk.type(ana, 'Roles', '"Support, EMEA');
  desk.check();
  expect(row(desk)).toMatch(/Needs you.*begins with a quote that does not end/);
  const both = [...roles, ...['Support', 'EMEA'].map((roleName) => ({ roleName, rolePrivileges: retrieve }))];
  const unclear = desked('Support, EMEA', { roles: both });
  unclear.check();
  expect(row(unclear)).toMatch(/Needs you.*can be Support and EMEA, or "Support, EMEA"\. Put each name/);
  unclear.type(ana, 'Roles', '"Support", EMEA');
  unclear.checkAndRun();
  expect(rolesOf(unclear, ana)).toEqual(['EMEA', 'Support']);
});

test('a role for one org unit is another than the same for the whole account; exact lists take the one that is not named', () => {
  const desk = desked('Desk @ /Sales', { roleAssignments: [{ roleName: 'Desk', assignedTo: ana }] });
  desk.checkAndRun();
  expect(held(desk)).toEqual(['Desk /', 'Desk /Sales']);
  expect(desk.google.writes('directory.roleAssignments.insert').map(({ body }) => body)).toMatchObject([
    { scopeType: 'ORG_UNIT', orgUnitId: expect.not.stringContaining('id:') as string },
  ]);
  expect(again(desk)).toEqual([]);
  desk.host.answers.push('exact');
  desk.host.call('askLists', [], 'menu');
  desk.checkAndRun({ yes: 'all' });
  expect(held(desk)).toEqual(['Desk /Sales']);
  desk.type(ana, 'Roles', 'Desk @ /Support');
  desk.checkAndRun({ yes: 'all' });
  expect(held(desk)).toEqual(['Desk /Support']);
  expect(row(desk)).toMatch(/Gave the role Desk @ \/Support, took the role Desk @ \/Sales away/i);
});

test('an org unit that rows wish is made for it; one that nobody wishes, and roles for the whole account alone, are not', () => {
  const desk = desked('Desk @ /New/Branch');
  expect(again(desk)).toEqual([]);
  expect(row(desk)).toMatch(/Needs you.*no org unit \/New\/Branch, and no row puts anybody there/);
  desk.type(ana, 'Org unit', '/New/Branch');
  desk.checkAndRun();
  expect(held(desk)).toEqual(['Desk /New/Branch']);
  expect(again(desk)).toEqual([]);
  for (const [text, says] of [
    ['Wide @ /Sales', /Wide cannot be given for one org unit: GROUPS_ALL@00haapch16h1ysv holds for the whole account/],
    ['Desk @ Sales', /no \/ in front. Write the whole path, as Desk @ \/Sales/],
    ['Desk (Security groups only)', /Desk takes no condition/],
    ['Groups Editor (own groups)', /“own groups”|"own groups" is no condition/],
    ['Groups Editor (no security groups)', /Google does not give Groups Editor \(No security groups\).*Enterprise/],
  ] as const) {
    desk.type(ana, 'Roles', text);
    desk.checkAndRun();
    expect(row(desk)).toMatch(says);
  }
});

test('a condition is sent as Google has it, and found again', () => {
  const desk = desked('groups editor (security groups only)', {}, { switches: { roleConditions: 'everywhere' } });
  desk.checkAndRun();
  expect(desk.google.writes('directory.roleAssignments.insert').map(({ body }) => body)).toMatchObject([
    { condition: verbatim },
  ]);
  expect(again(desk)).toEqual([]);
  desk.type(ana, 'Roles', 'Groups Editor');
  desk.checkAndRun();
  expect(row(desk)).toMatch(
    /Needs you.*does not give Groups Editor beside the role Groups Editor \(Security groups only\)/,
  );
});
