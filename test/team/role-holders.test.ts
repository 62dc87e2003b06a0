import { ask } from '../../sandbox/cli/desk';
import type { Tenant, TenantAccount } from '../../sandbox/workspace/tenant';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { googleOf, person } from '../users/shop';
import { boss, partner, team } from './partner';

/** Who holds which admin role, of one's own account and of customers, and who of them is not on the roster. */

const given = (roleName: string, assignedTo: string, more: object = {}) =>
  ({ roleName, assignedTo, scopeType: 'CUSTOMER', ...more }) as const;

/** Groups within groups, a role of one org unit, and a customer that shows nothing. */
function tenant(): Tenant {
  const { accounts, ...rest } = partner();
  const [own, ...others] = accounts;
  if (!own) throw new Error('The partner has an account.');
  const ours: Partial<TenantAccount> = {
    orgUnits: [{ orgUnitPath: '/Berlin' }],
    groups: [
      {
        email: 'care@cloudpartner.example',
        members: [{ email: 'gil@cloudpartner.example' }, { email: 'inner@cloudpartner.example' }],
      },
      {
        email: 'inner@cloudpartner.example',
        members: [{ email: 'zoe@cloudpartner.example' }, { email: 'guest@else.example' }],
      },
    ],
    roleAssignments: [
      ...(own.roleAssignments ?? []),
      given('_HELP_DESK_ADMIN_ROLE', 'jo@cloudpartner.example', { scopeType: 'ORG_UNIT', orgUnitPath: '/Berlin' }),
      given('_GROUPS_ADMIN_ROLE', 'kim@cloudpartner.example'),
    ],
  };
  const shut = {
    customer: { id: 'C0shut001', customerDomain: 'shut.example' },
    resoldBy: 'C0cloud01',
    acceptedTerms: true,
    apiAccess: false,
    users: [person('root@shut.example', 'Ro Ot', { isAdmin: true })],
    subscriptions: [{ skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } }],
  } as unknown as TenantAccount;
  return { ...rest, accounts: [{ ...own, ...ours }, ...others, shut] };
}

const report = (desk: TestDesk): string => ask(desk.host, 'makeReport', { id: 'role-holders' }).says;
const short = (desk: TestDesk) =>
  desk.rows('Role holders').map((row) => [row['Address'], row['Role'], row['Given'], row['On the roster']].join(' | '));

test('everybody with a role is told, directly or through groups, with who is not on the roster first', () => {
  const desk = openDesk({ tenant: tenant(), users: 'Email\n', tabs: { Team: team } });
  const before = googleOf(desk).log.length;
  expect(report(desk)).toBe('Role holders: 14 rows on the tab Role holders.');
  const lines = short(desk);
  expect(lines.slice(0, 4)).toEqual([
    `${boss} | Super Admin | directly | no`,
    'guest@else.example | Reseller Admin | through care@cloudpartner.example | no',
    'kim@cloudpartner.example | Groups Admin | directly | no: Kim Orr has left',
    'root@acme.example | Super Admin | directly | no',
  ]);
  expect(lines).toEqual(
    expect.arrayContaining([
      'gil@cloudpartner.example | Reseller Admin | through care@cloudpartner.example | yes: Gil Roe',
      'zoe@cloudpartner.example | Reseller Admin | through care@cloudpartner.example | yes: Zoë Bell',
      'zoe@cloudpartner.example | Legacy Resold Enterprise Support | directly | yes: Zoë Bell',
    ]),
  );
  expect(lines.slice(-2)).toEqual([
    '(not shown by Google) |  |  | ',
    '(waits for an administrator of northpartner.example) |  |  | ',
  ]);
  const rows = desk.rows('Role holders');
  expect(rows.find(({ Role }) => Role === 'Help Desk Admin')).toMatchObject({
    Account: 'cloudpartner.example',
    Address: 'jo@cloudpartner.example',
    Name: 'João Pires',
    Scope: '/Berlin',
    '2-step': 'no',
    'Last sign-in': 'never',
  });
  expect(rows.find(({ Address }) => Address === 'kim@cloudpartner.example')).toMatchObject({
    Name: 'Kim Orr (suspended)',
    Scope: 'whole account',
    '2-step': 'enforced',
    'Last sign-in': '2026-01-12',
  });
  const sent = googleOf(desk)
    .log.slice(before)
    .map(({ op }) => op);
  const count = (op: string): number => sent.filter((one) => one === op).length;
  expect(desk.google.writes()).toEqual([]);
  expect(sent.length).toBeLessThanOrEqual(24);
  // Two accounts that are shown, and one that is not, which is tried once.
  expect([count('directory.roleAssignments.list'), count('directory.roles.list')]).toEqual([3, 2]);
  expect([count('directory.groups.get'), count('directory.members.list')]).toEqual([1, 2]);
  expect(count('directory.orgunits.list')).toBe(1);
});
