import type { TenantAccount, TenantGroup } from '../../sandbox/workspace/tenant';
import { armCrash } from '../../sandbox/cli/crash';
import { openDesk, type Rows, type TestDesk, type TestDeskOptions } from '../sandbox-desk';
import { account as customer, newCustomer, tenant as reseller } from '../new-customers/reseller';
import { behind, carriedOut, googleOf, open as openUsers, person, shop, wait, writesDuring } from '../users/shop';
import { someOf } from '../sweep';

/** The Groups tab: groups made, changed, owned and deleted, for people whose rows name them. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const sales = 'sales@shop.example';
const people = [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg')];
const columns = { Name: '', Description: '', Owners: '', 'External members': '', State: '' };

type Row = Readonly<Record<string, string>>;

interface Case {
  readonly users?: Rows;
  readonly more?: Partial<TenantAccount>;
  readonly options?: TestDeskOptions['options'];
}

function desked(rows: readonly Row[], { users = [{ Email: '' }], more = {}, options = {} }: Case = {}): TestDesk {
  const groups = rows.map((row) => ({ ...columns, ...row }));
  return openDesk({ tenant: shop({ users: people, ...more }), users, tabs: { Groups: groups }, options });
}

const groupsAt = (desk: TestDesk): readonly TenantGroup[] => desk.tenant().accounts.flatMap((one) => one.groups ?? []);

function groupAt(desk: TestDesk, address = sales): TenantGroup | undefined {
  return groupsAt(desk).find(({ email }) => email === address);
}

function membersAt(desk: TestDesk, address = sales): readonly string[] {
  return (groupAt(desk, address)?.members ?? []).map(({ email = '', role = 'MEMBER' }) => `${email} ${role}`).sort();
}

const rowOf = (desk: TestDesk, address = sales): Row => desk.row(`Groups!${address}`);
const details = (desk: TestDesk, address = sales): string => rowOf(desk, address)['Details'] ?? '';

function arm(desk: TestDesk): void {
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
}

function expectSettled(desk: TestDesk): void {
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  for (const row of desk.rows('Groups').filter((one) => one['Group email']))
    expect(row).toMatchObject({ Status: 'Up to date' });
}

const wish = { 'Group email': sales, Name: 'Sales', Description: 'Sells things', Owners: ana };

test('set-up makes the tab with its columns, and drop-downs where words are expected', () => {
  const desk = openUsers([{ Email: '' }]);
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Groups');
  expect((sheet?.cells[0] ?? []).map((cell) => cell?.value)).toEqual([
    'Group email',
    'Status',
    'Details',
    'Name',
    'Description',
    'Owners',
    'External members',
    'State',
    'Updated',
  ]);
});

test('a group is made with name, description and owner, and is there for people in the same run', () => {
  const desk = desked([wish], {
    users: [
      { Email: bob, Groups: 'SALES' },
      { Email: ana, Groups: sales },
    ],
  });
  const plan = desk.check();
  expect(plan.lines.map(({ says, count }) => [says, count])).toEqual(
    expect.arrayContaining([
      ['create groups', 1],
      ['make members owners', 1],
      ['add to groups', 2],
    ]),
  );
  expect(details(desk)).toBe(`Will create the group (name Sales, description Sells things). Will make owner ${ana}.`);
  desk.run();
  expect(groupAt(desk)).toMatchObject({ name: 'Sales', description: 'Sells things' });
  expect(membersAt(desk)).toEqual([`${ana} OWNER`, `${bob} MEMBER`]);
  expect(details(desk)).toBe(`Created the group ${sales}, made ${ana} owner.`);
  expectSettled(desk);
});

test('a group that is there is taken up: only what the row says otherwise is changed, and members become owners', () => {
  const desk = desked([wish], {
    more: { groups: [{ email: sales, name: 'sales dept', description: 'Sells things', members: [{ email: ana }] }] },
  });
  desk.check();
  expect(details(desk)).toBe(`Will change name sales dept → Sales, make owner ${ana}.`);
  expect(writesDuring(desk, () => desk.run()).map(({ op, body }) => [op, body])).toEqual([
    ['directory.groups.patch', { name: 'Sales' }],
    ['directory.members.patch', { role: 'OWNER' }],
  ]);
  expectSettled(desk);
  desk.type(`Groups!${sales}`, 'Description', '-');
  desk.checkAndRun();
  expect(groupAt(desk)?.description ?? '').toBe('');
});

test('what was changed at Google since is reported and left, and put back only when that is asked', () => {
  const desk = desked([wish]);
  desk.checkAndRun();
  behind(desk, ['directory.groups.patch', { groupKey: sales }, { name: 'Vertrieb' }]);
  behind(desk, ['directory.members.patch', { groupKey: sales, memberKey: ana }, { role: 'MEMBER' }]);
  expectSettled(desk);
  expect(details(desk)).toContain('Name is “Vertrieb” at Google (changed there since). Left as it is');
  expect(details(desk)).toContain(`${ana} was taken out of the owners at Google since. Left as it is`);
  desk.checkAndRun({ action: 'put-back' });
  expect(groupAt(desk)).toMatchObject({ name: 'Sales' });
  expect(membersAt(desk)).toEqual([`${ana} OWNER`]);
  behind(desk, ['directory.groups.delete', { groupKey: sales }]);
  expectSettled(desk);
  expect(details(desk)).toContain(`The group ${sales} was deleted at Google since. Left as it is`);
  desk.checkAndRun({ action: 'put-back' });
  expect(membersAt(desk)).toEqual([`${ana} OWNER`]);
  expectSettled(desk);
});

describe('what cannot be is told at the check, with its cell', () => {
  const told = (row: Row, more: Partial<TenantAccount> = {}): string => {
    const desk = desked([{ ...wish, ...row }], { more, users: [{ Email: ana }] });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    return desk.rows('Groups').map(({ Status = '', Details = '' }) => `${Status}: ${Details}`)[0] ?? '';
  };

  test.each([
    ['the address of a person', { 'Group email': bob }, `${bob} is the address of a person.`],
    ['an alias of a person', { 'Group email': 'b@shop.example' }, `b@shop.example is an alias of ${bob}.`],
    ['an alias of a group', { 'Group email': 'crew@shop.example' }, 'is an alias of the group staff@shop.example.'],
    [
      'a domain of nobody in reach',
      { 'Group email': 'x@else.example' },
      'No account in reach has the domain else.example.',
    ],
    ['no address', { 'Group email': 'sales' }, 'is not an e-mail address'],
    ['a long name', { Name: 'x'.repeat(74) }, "The group's name has 74 characters; Google takes 73."],
    ['a name with a tag', { Name: '<b>' }, 'has a <, a >'],
    ['an owner who is nobody', { Owners: 'no@shop.example' }, 'There is nobody no@shop.example.'],
    [
      'an owner who is a group',
      { Owners: 'staff@shop.example' },
      'staff@shop.example is a group, and only people own groups.',
    ],
    ['an owner from outside', { Owners: 'zoe@else.example' }, 'zoe@else.example is outside of the group’s account.'],
    ['owners taken away', { Owners: '-' }, 'Seatsheet takes no owners away'],
    ['an unknown state', { State: 'Archived' }, 'is not understood here. Write Active or Deleted'],
    [
      'a deletion that is not armed',
      { 'Group email': 'staff@shop.example', State: 'Deleted' },
      'Deleting has to be armed.',
    ],
    ['the deletion of nothing', { State: 'Deleted' }, `There is no group ${sales} to delete.`],
  ])('%s', (_what, row, says) => {
    const answer = told(row, {
      users: [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg', { aliases: ['b@shop.example'] })],
      groups: [{ email: 'staff@shop.example', name: 'Staff', aliases: ['crew@shop.example'] }],
    });
    expect(answer).toMatch(/^Needs you: /);
    expect(answer).toContain(says);
  });

  test('a second row of the same address', () => {
    const desk = desked([wish, { 'Group email': sales.toUpperCase() }]);
    desk.check();
    expect(desk.row(`Groups!${sales}#2`)['Details']).toContain('This address stands on row 2 too');
  });
});

test('an owner from outside is added where the row allows it, and told where Google does not', () => {
  const row = { ...wish, Owners: 'zoe@else.example', 'External members': 'Yes' };
  const refused = desked([row]);
  refused.checkAndRun();
  expect(rowOf(refused)).toMatchObject({ Status: 'Needs you' });
  expect(details(refused)).toContain(`the group ${sales}: a privilege for groups is missing, or the group`);
  const desk = desked([row], { options: { switches: { externalMembers: 'allowed' } } });
  desk.checkAndRun();
  expect(membersAt(desk)).toEqual(['zoe@else.example OWNER']);
  expectSettled(desk);
});

test('owners who come in the same run are waited for', () => {
  const zoe = 'zoe@shop.example';
  const desk = desked([{ ...wish, Owners: zoe }], {
    users: [{ Email: zoe, 'First name': 'Zoe', 'Last name': 'Test', Groups: sales }],
  });
  desk.checkAndRun();
  expect(membersAt(desk)).toEqual([`${zoe} OWNER`]);
  expectSettled(desk);
});

test('people wait for a group whose row needs somebody, or is not checked with theirs', () => {
  const desk = desked([{ ...wish, Name: '<b>' }], { users: [{ Email: bob, Groups: sales }] });
  desk.checkAndRun();
  expect(desk.row(bob)).toMatchObject({ Status: 'Waiting' });
  expect(desk.row(bob)['Details']).toContain(`The group ${sales} is not there yet: see its row on Groups.`);
  desk.type(`Groups!${sales}`, 'Name', 'Sales');
  desk.check({ scope: { kind: 'rows', rows: [`Users!${bob}`] } });
  expect(desk.row(bob)).toMatchObject({ Status: 'Waiting' });
  desk.checkAndRun();
  expect(desk.row(bob)).toMatchObject({ Status: 'Done', Details: `Added to the group ${sales}.` });
});

test('a group is deleted where that was armed and answered, with a word about what is lost; never again unasked', () => {
  const desk = desked([{ ...wish, State: 'Deleted' }], {
    more: { groups: [{ email: sales, name: 'Sales', members: [{ email: ana }, { email: bob }] }] },
  });
  arm(desk);
  const plan = desk.check();
  expect(plan.asks.map(({ says }) => says)).toEqual(['This run deletes 1 group: that cannot be taken back.']);
  expect(details(desk)).toContain('its 2 members lose what they have through it');
  const wrote = writesDuring(desk, () => desk.run());
  expect(wrote.map(({ op }) => op)).toEqual(['directory.groups.delete']);
  expect(groupAt(desk)).toBeUndefined();
  expectSettled(desk);
  expect(details(desk)).toMatch(/^Deleted on \d{4}-\d\d-\d\d\.$/);
  behind(desk, ['directory.groups.insert', {}, { email: sales }]);
  wait(desk);
  expectSettled(desk);
  expect(details(desk)).toContain(`There is a group ${sales} again at Google. Left as it is`);
});

test('a name that two rows give is no name for people’s rows', () => {
  const desk = desked([wish, { 'Group email': 'sales2@shop.example', Name: 'sales' }], {
    users: [{ Email: bob, Groups: 'Sales' }],
  });
  desk.check();
  expect(desk.row(bob)).toMatchObject({
    Status: 'Needs you',
    Details: 'Several rows on Groups are called “Sales”. Write the address of the group, and check the row again.',
  });
});

describe('a run that dies', () => {
  const points = [1, 2, 3, 4].flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]);

  test.each(someOf(points, 2))('goes on, and makes the group and its members once (at request %d, %s)', (n, when) => {
    const desk = desked([wish], {
      users: [
        { Email: bob, Groups: sales },
        { Email: ana, Groups: 'Sales' },
      ],
    });
    desk.check();
    const crash = armCrash(desk.host, { kind: 'google', n, when });
    const wrote = writesDuring(desk, () => desk.run());
    expect(crash.happened()).toBe(true);
    expect([...carriedOut(wrote)].sort()).toEqual([
      'directory.groups.insert',
      'directory.members.insert',
      'directory.members.insert',
      'directory.members.patch',
    ]);
    expect(membersAt(desk)).toEqual([`${ana} OWNER`, `${bob} MEMBER`]);
    expectSettled(desk);
  });
});

test('answers that are lost make nothing twice, whatever Google did', () => {
  const desk = desked([wish], { users: [{ Email: bob, Groups: sales }] });
  for (const op of ['directory.groups.insert', 'directory.members.insert'])
    googleOf(desk).control.failNext(op, { status: 0, applied: true });
  desk.checkAndRun();
  expect(groupsAt(desk)).toHaveLength(1);
  expect(membersAt(desk)).toEqual([`${ana} OWNER`, `${bob} MEMBER`]);
  expectSettled(desk);
});

test('a group that Google does not know everywhere yet is waited for', () => {
  const desk = desked([wish], {
    users: [{ Email: bob, Groups: sales }],
    options: { switches: { groupPropagation: '20' } },
  });
  desk.checkAndRun();
  expect(membersAt(desk)).toEqual([`${ana} OWNER`, `${bob} MEMBER`]);
});

describe('over several accounts', () => {
  const [staff, root] = ['staff@resell.example', 'root@acme.example'];
  const open = (outside: string): TestDesk =>
    openDesk({
      tenant: reseller([customer('acme.example')]),
      users: [{ Email: root, Groups: staff }],
      tabs: { Groups: [{ 'Group email': staff, Name: 'Staff', 'External members': outside }] },
      options: { switches: { externalMembers: 'allowed' } },
    });

  test('somebody of another account is put into a group only where its row lets people in from outside', () => {
    const refused = open('');
    refused.checkAndRun();
    expect(refused.row(root)).toMatchObject({ Status: 'Needs you' });
    expect(refused.row(root)['Details']).toContain(`${root} is outside of the account of the group ${staff}.`);
    const let_ = open('Yes');
    let_.checkAndRun();
    expect(membersAt(let_, staff)).toEqual([`${root} MEMBER`]);
    expectSettled(let_);
  });

  test('a group of a new customer is made when people may come there', () => {
    const all = 'all@new.example';
    const desk = openDesk({
      tenant: reseller(),
      users: [{ Email: 'mia@new.example', 'First name': 'Mia', 'Last name': 'Neu', Groups: all }],
      tabs: { Customers: [newCustomer('new.example')], Groups: [{ 'Group email': all, Name: 'All' }] },
    });
    desk.checkAndRun();
    expect(rowOf(desk, all)).toMatchObject({ Status: 'Waiting' });
    expect(details(desk, all)).toContain('new.example is not verified yet.');
    const { customer: made } =
      desk.tenant().accounts.find((one) => one.customer.customerDomain === 'new.example') ?? {};
    googleOf(desk).control.verifyDomain(made?.id ?? '', 'new.example');
    wait(desk);
    desk.checkAndRun();
    expect(membersAt(desk, all)).toEqual(['mia@new.example MEMBER']);
    expectSettled(desk);
  });
});
