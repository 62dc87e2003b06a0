import { ask } from '../../sandbox/cli/desk';
import {
  resellerPrivilege,
  resellerService,
  type ResellerRight,
} from '../../sandbox/workspace/directory/reseller-privileges';
import type { Tenant, TenantAccount } from '../../sandbox/workspace/tenant';
import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { person } from '../users/shop';
import { partner, team } from './partner';

/** Which roles open the portal goes by what they allow, and what that is an account is asked once. */

const account = 'C0cloud01';
const bea = 'bea@cloudpartner.example';
const both = "View Customers, Access Customers' Support Cases";
const pair = (right: ResellerRight) => ({
  privilegeName: resellerPrivilege(account, right, 'telling'),
  serviceId: resellerService(account),
});
const role = (roleName: string, ...rights: readonly ResellerRight[]) => ({
  roleName,
  rolePrivileges: rights.map(pair),
});
const given = (roleName: string, name: string) => ({
  roleName,
  assignedTo: `${name}@cloudpartner.example`,
  scopeType: 'CUSTOMER' as const,
});

/** The reseller with these roles of its own, a second super administrator, and names that tell. */
function tenant(more: Partial<TenantAccount> = {}): Tenant {
  const { accounts, switches, ...rest } = partner();
  const [own, ...others] = accounts;
  if (!own) throw new Error('The partner has an account.');
  const users = [...(own.users ?? []), person(bea, 'Bea Ort', { isAdmin: true })];
  return {
    ...rest,
    switches: { ...switches, resellerPrivileges: 'telling' },
    accounts: [{ ...own, users, ...more }, ...others],
  };
}

function opened(at: Tenant, rows: readonly string[], options: TestDeskOptions['options'] = {}): TestDesk {
  const tabs = { Team: team, Roles: rows.map((name) => ({ Account: '', 'Role name': name, Privileges: both })) };
  return openDesk({ tenant: at, users: 'Email,Super admin\n', tabs, options });
}

const kinds = (desk: TestDesk) => desk.needs().map(({ question }) => question?.kind);

const ownRows = (desk: TestDesk) => desk.rows('Coverage').filter(({ Domain }) => Domain === 'cloudpartner.example');

function roles(desk: TestDesk): Readonly<Record<string, string | undefined>> {
  ask(desk.host, 'makeReport', { id: 'coverage' });
  return Object.fromEntries(ownRows(desk).map((row) => [row['Address']?.split('@')[0], row['Role']]));
}

test('a role opens the portal by the confirmed two under any name, and none by its name alone', () => {
  const own = [
    role('Desk', 'view', 'cases'),
    role('Customer Care', 'view', 'access'),
    role('Customer Care Berlin', 'customers'),
    role('Nearly all', 'view', 'access', 'billing'),
    role(
      'All',
      'tools',
      'customers',
      'add',
      'view',
      'edit',
      'transfer',
      'access',
      'cases',
      'support',
      'billing',
      'profile',
      'deployment',
    ),
    {
      roleName: 'Customer Care Users',
      rolePrivileges: [{ privilegeName: 'USERS_RETRIEVE', serviceId: '00haapch16h1ysv' }],
    },
  ];
  const roleAssignments = [
    given('Desk', 'mara'),
    given('Customer Care', 'noor'),
    given('Customer Care Berlin', 'jo'),
    given('Customer Care Users', 'gil'),
    given('All', 'sam'),
    given('Nearly all', 'zoe'),
  ];
  const desk = opened(tenant({ roles: own, roleAssignments }), ['Care']);
  // Nobody has said which two these are: a role that is called so, with two of the reseller's, is believed.
  expect(roles(desk)).toMatchObject({ mara: 'none', noor: 'Customer Care', gil: 'none', sam: 'All', zoe: 'none' });
  desk.check();
  const asked = desk.needs().find(({ question }) => question?.kind === 'privileges');
  ask(desk.host, 'answerQuestion', { keys: [asked?.key ?? ''], yes: true });
  // By its parent, Berlin has the two as well.
  expect(roles(desk)).toMatchObject({
    mara: 'Desk',
    noor: 'none',
    jo: 'Customer Care Berlin',
    gil: 'none',
    sam: 'All',
    zoe: 'none',
  });
  const read = desk.google.reads('directory.privileges.list').length;
  ask(desk.host, 'makeReport', { id: 'coverage' });
  expect(desk.google.reads('directory.privileges.list').length - read).toBeLessThanOrEqual(1);
});

test('what the two privileges are is asked once in an account, until they are gone', () => {
  const desk = opened(tenant(), ['Care', 'Portal']);
  desk.check();
  expect(kinds(desk)).toEqual(['privileges', 'privileges']);
  const [first = ''] = desk.needs().map(({ key }) => key);
  ask(desk.host, 'answerQuestion', { keys: [first], yes: true });
  desk.host.become(bea);
  desk.check();
  expect(kinds(desk)).toEqual([]);
  desk.run();
  expect(desk.google.writes('directory.roles.insert').map(({ body }) => body)).toMatchObject(
    ['Care', 'Portal'].map((roleName) => ({ roleName, rolePrivileges: [pair('view'), pair('cases')].sort(byName) })),
  );
  const state = desk.host.state;
  const renamed = JSON.stringify(desk.tenant()).replaceAll(pair('cases').privilegeName, 'CASE_FILES');
  const later = opened(JSON.parse(renamed) as Tenant, ['Later'], { state: { properties: state.properties } });
  later.check();
  expect(kinds(later)).toEqual(['privileges']);
});

test('a yes that was wrong is taken back, and another account is asked by itself', () => {
  const desk = opened(tenant(), ['Care', 'Portal']);
  desk.check();
  const [first = '', second = ''] = desk.needs().map(({ key }) => key);
  ask(desk.host, 'answerQuestion', { keys: [first], yes: true });
  ask(desk.host, 'answerQuestion', { keys: [second], yes: false });
  desk.type('Roles!Care', 'Role name', 'Another');
  desk.check();
  expect(kinds(desk)).toContain('privileges');
});

const byName = (one: { privilegeName: string }, other: { privilegeName: string }): number =>
  one.privilegeName < other.privilegeName ? -1 : 1;
