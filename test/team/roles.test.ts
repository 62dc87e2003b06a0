import { armCrash } from '../../sandbox/cli/crash';
import { openDesk, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { boss, resellerId, tenant as reseller } from '../new-customers/reseller';
import { googleOf, shop, writesDuring } from '../users/shop';
import { callFor } from '../workspace/google';

/** The Roles tab: admin roles made, taken up and given; above all the one that opens the Customer Care Portal. */

type Row = Readonly<Record<string, string>>;
type Pair = { readonly privilegeName: string; readonly serviceId: string };

const care = { 'Role name': 'Customer Care' };
const key = 'Roles!Customer Care';
const columns = { Account: '', 'Role name': '', Description: '', Privileges: '' };
const telling = { switches: { resellerPrivileges: 'telling' } };

function desked(rows: readonly Row[], options: TestDeskOptions['options'] = {}, users: readonly Row[] = []): TestDesk {
  const tabs = { Roles: rows.map((row) => ({ ...columns, ...row })) };
  return openDesk({ tenant: reseller(), users: users.length ? users : [{ Email: '' }], tabs, options });
}

const accountAt = (desk: TestDesk) => desk.tenant().accounts.find(({ customer }) => customer.id === resellerId);
const rolesAt = (desk: TestDesk) => (accountAt(desk)?.roles ?? []).filter(({ roleName }) => !roleName.startsWith('_'));
const pairs = (desk: TestDesk, name: string) =>
  (rolesAt(desk).find(({ roleName }) => roleName === name)?.rolePrivileges ?? []).map((one) => one.privilegeName);
const details = (desk: TestDesk, row = key): string => desk.row(row)['Details'] ?? '';
const status = (desk: TestDesk, row = key): string => desk.row(row)['Status'] ?? '';

function expectSettled(desk: TestDesk): void {
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  for (const row of desk.rows('Roles').filter((one) => one['Role name']))
    expect(row).toMatchObject({ Status: 'Up to date' });
}

/** Somebody makes a role in the Admin console. */
function ticked(desk: TestDesk, roleName: string, rolePrivileges: readonly Pair[]): void {
  const body = { roleName, rolePrivileges: rolePrivileges.map((pair) => ({ ...pair })) };
  const answer = googleOf(desk).handle(callFor('directory.roles.insert', { customer: resellerId }, { body, as: boss }));
  expect(answer).toMatchObject({ status: 200 });
}

/** Two privileges of the reseller's part that have none below them, as somebody ticks them in the console. */
function twoOf(desk: TestDesk): readonly Pair[] {
  const said = /privileges: (.*?)\. Write both/.exec(details(desk))?.[1] ?? '';
  return said
    .split('; ')
    .slice(-2)
    .map((path) => {
      const [privilegeName = '', serviceId = ''] = (path.split(' › ').pop() ?? '').split('@');
      return { privilegeName, serviceId };
    });
}

test('Customer Care is made of the two privileges that the names tell, on one yes, and is then left alone', () => {
  const desk = desked([care], telling);
  desk.check();
  expect(status(desk)).toBe('Needs you');
  expect(details(desk)).toMatch(
    /^Are these two View Customers and Access Customers' Support Cases: \S+ › \S+ › \S*CUSTOMER\S*@\w+ and \S+ › \S+ › \S*CASE\S*@\w+\?/,
  );
  expect(desk.needs().map(({ question }) => question?.kind)).toEqual(['privileges']);
  desk.checkAndRun({ yes: 'all' });
  expect(pairs(desk, 'Customer Care')).toEqual(
    expect.arrayContaining([expect.stringMatching(/VIEW|READ|RETRIEVE/), expect.stringMatching(/CASE/)]),
  );
  expect(pairs(desk, 'Customer Care')).toHaveLength(2);
  expect(desk.row(key)['Role ID']).toBe(rolesAt(desk)[0]?.roleId);
  expectSettled(desk);
});

test('where no name tells, nothing is made: the row lists what there is, and takes what is written', () => {
  const desk = desked([care]);
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
  expect(details(desk)).toMatch(/only you can tell.*P\d+ › P\d+ › P\d+@\w+.*name@serviceId.*tick the two boxes/);
  const two = twoOf(desk);
  desk.type(key, 'Privileges', two.map((one) => `${one.privilegeName}@${one.serviceId}`).join(', '));
  desk.checkAndRun();
  expect([...pairs(desk, 'Customer Care')].sort()).toEqual(two.map((one) => one.privilegeName).sort());
  expectSettled(desk);
});

test('two privileges of another role of the account are proposed under the row’s name', () => {
  const desk = desked([care]);
  desk.check();
  const two = twoOf(desk);
  ticked(desk, 'Support', two);
  desk.check();
  expect(details(desk)).toContain('(the role Support has them)?');
  desk.checkAndRun({ yes: 'all' });
  expect(pairs(desk, 'Customer Care')).toEqual(pairs(desk, 'Support'));
  expectSettled(desk);
});

test('a role of that name is taken up, and what it allows otherwise is told and left', () => {
  const desk = desked([{ ...care, Privileges: 'USERS_RETRIEVE@00haapch16h1ysv' }]);
  ticked(desk, 'customer care', [{ privilegeName: 'ORGANIZATION_UNITS_RETRIEVE', serviceId: '00haapch16h1ysv' }]);
  expectSettled(desk);
  expect(details(desk)).toContain('The role lacks USERS_RETRIEVE@00haapch16h1ysv, and is left as it is.');
  expect(details(desk)).toContain(
    'The role has ORGANIZATION_UNITS_RETRIEVE@00haapch16h1ysv besides, and is left as it is.',
  );
});

test('somebody gets the role in the run that makes it, and waits where its row has to be cleared first', () => {
  const bob = { Email: 'bob@resell.example', 'First name': 'Bob', 'Last name': 'Berg', Roles: 'customer care' };
  const desk = desked([care], telling, [bob]);
  desk.check();
  expect([status(desk), status(desk, 'Users!bob@resell.example')]).toEqual(['Needs you', 'Waiting']);
  expect(details(desk, 'Users!bob@resell.example')).toContain('see its row on Roles');
  desk.checkAndRun({ yes: 'all' });
  expect(status(desk, 'Users!bob@resell.example')).toBe('Done');
  expect(desk.google.writes('directory.roleAssignments.insert').map(({ body }) => body)).toMatchObject([
    { roleId: rolesAt(desk)[0]?.roleId, scopeType: 'CUSTOMER' },
  ]);
  expectSettled(desk);
});

test.each([
  [{ ...care }, /this account is not a reseller, or you lack rights/],
  [{ 'Role name': 'Empty' }, /says no privileges/],
  [{ 'Role name': 'Odd', Privileges: 'USERS_FLY' }, /no privilege “USERS_FLY”.*USERS_RETRIEVE@00haapch16h1ysv/],
  [{ 'Role name': 'Reseller Admin' }, /one of Google's own roles, and this account does not have it/],
])('in an account that is no reseller %j is not made', (row, says) => {
  const tabs = { Roles: [{ ...columns, ...row }] };
  const desk = openDesk({ tenant: shop(), users: [{ Email: '' }], tabs });
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
  expect(desk.rows('Roles')[0]).toMatchObject({ Status: 'Needs you', Details: expect.stringMatching(says) as string });
});

test('one of Google’s own roles is said to be that, and settles', () => {
  const desk = desked([{ 'Role name': 'Reseller Admin' }, { Account: 'resell.example', 'Role name': 'Groups Admin' }]);
  expectSettled(desk);
  expect(details(desk, 'Roles!resell.example/Groups Admin')).toContain("one of Google's own roles");
});

describe('A role that was there, and that somebody has', () => {
  const row = { 'Role name': 'Helpers', Privileges: 'USERS_RETRIEVE' };
  const helpers = 'Roles!Helpers';
  const change = (desk: TestDesk, op: 'directory.roles.delete' | 'directory.roles.patch', body?: object): void => {
    const { roleId = '' } = rolesAt(desk).find(({ roleName }) => roleName === 'Helpers') ?? {};
    const params = { customer: resellerId, roleId };
    const { status } = googleOf(desk).handle(callFor(op, params, { ...(body ? { body: { ...body } } : {}), as: boss }));
    expect(status).toBeLessThan(300);
  };
  const made = (): TestDesk => {
    const desk = desked([row]);
    desk.checkAndRun();
    expect(rolesAt(desk).map(({ roleName }) => roleName)).toEqual(['Helpers']);
    return desk;
  };

  test('deleted at Google is not made again, but by Put back', () => {
    const desk = made();
    change(desk, 'directory.roles.delete');
    expect(rolesAt(desk)).toEqual([]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(helpers)).toMatchObject({
      Status: 'Up to date',
      Details: expect.stringMatching(/deleted at Google since\. Left as it is.*Put back/),
    });
    desk.checkAndRun({ action: 'put-back' });
    expect(rolesAt(desk).map(({ roleName }) => roleName)).toEqual(['Helpers']);
    expectSettled(desk);
  });

  test('renamed there is not made a second time', () => {
    const desk = made();
    change(desk, 'directory.roles.patch', { roleName: 'Night shift' });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(details(desk, helpers)).toMatch(/called “Night shift” at Google since.*write that name into Role name/);
  });
});

test.each(['before', 'after'] as const)('a run that dies %s making a role tells of it as if it had not', (when) => {
  const told = [true, false].map((dies) => {
    const desk = desked([{ 'Role name': 'Helpers', Privileges: 'USERS_RETRIEVE' }]);
    desk.check();
    const crash = dies ? armCrash(desk.host, { kind: 'google', n: 1, when }) : undefined;
    desk.run();
    expect(crash?.happened() ?? true).toBe(true);
    return [status(desk, 'Roles!Helpers'), details(desk, 'Roles!Helpers')];
  });
  expect(told).toEqual([told[1], ['Done', 'Created the role Helpers.']]);
});

test('a row that is given another name makes another role, and says that the former one stays', () => {
  const helpers = { 'Role name': 'Helpers', Privileges: 'USERS_RETRIEVE' };
  const desk = desked([helpers]);
  desk.checkAndRun();
  desk.type('Roles!Helpers', 'Role name', 'Night shift');
  desk.check();
  const says = /“Helpers”, the role that this row was about before, stays with whoever holds it: .*Admin roles/;
  expect(details(desk, 'Roles!Night shift')).toMatch(says);
  desk.run();
  expect(rolesAt(desk).map(({ roleName }) => roleName)).toEqual(['Helpers', 'Night shift']);
  expect(details(desk, 'Roles!Night shift')).toMatch(says);
  expectSettled(desk);
  expect(details(desk, 'Roles!Night shift')).not.toContain('Helpers');
});

test('a row that was copied for a second role says nothing of the first', () => {
  const helpers = { 'Role name': 'Helpers', Privileges: 'USERS_RETRIEVE' };
  const desk = desked([helpers, { 'Role name': '' }]);
  desk.checkAndRun();
  const [first = {}, empty = 2] = [desk.rows('Roles')[0], 3];
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Roles');
  sheet?.cells.splice(empty - 1, 1, structuredClone(sheet.cells[1] ?? []));
  expect(first['Role ID']).not.toBe('');
  desk.type('Roles!Helpers#2', 'Role name', 'Night shift');
  desk.checkAndRun();
  expect(details(desk, 'Roles!Night shift')).not.toContain('was about before');
});

test('one of the two privileges of the portal alone is asked about: nobody gets both for it', () => {
  const desk = desked([{ 'Role name': 'Lookers', Privileges: 'View Customers' }], telling);
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
  expect(desk.row('Roles!Lookers')).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringMatching(
      /“View Customers” is: the two .* as a pair alone\. Write both .*or this one alone as name@serviceId/,
    ),
  });
});

test('what a role that is there has besides the two of the portal is told, and a privilege that there is not', () => {
  const desk = desked([care], telling);
  desk.checkAndRun({ yes: 'all' });
  desk.type(key, 'Privileges', "View Customers, Access Customers' Support Cases, USERS_RETRIEVE, Nonsense");
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(details(desk)).toMatch(
    /no privilege “Nonsense”.*lacks USERS_RETRIEVE@\w+.*changed under Admin console › Account › Admin roles/,
  );
});
