import type { TenantAccount, TenantGroup } from '../../sandbox/workspace/tenant';
import { armCrash } from '../../sandbox/cli/crash';
import { ask } from '../../sandbox/cli/desk';
import type { Rows, TestDesk, TestDeskOptions } from '../sandbox-desk';
import { behind, expectSettled, open, person, writesDuring } from './shop';

/** Groups on Users: memberships given, met, reported and put back, and read as cheaply as can be. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const [sales, staff] = ['sales@shop.example', 'staff@shop.example'];
const added = 'directory.members.insert';

const people = [person(ana, 'Ana Ruiz'), person(bob, 'Bob Berg')];
const groups: readonly TenantGroup[] = [
  { email: sales, name: 'Sales' },
  { email: staff, name: 'All staff', aliases: ['everybody@shop.example'] },
];

function desked(rows: Rows, more: Partial<TenantAccount> = {}, options: TestDeskOptions['options'] = {}): TestDesk {
  return open(rows, { users: [...people], groups: [...groups], ...more }, options);
}

function membersAt(desk: TestDesk, group: string): readonly string[] {
  const { members = [] } =
    desk
      .tenant()
      .accounts.flatMap((one) => one.groups ?? [])
      .find(({ email }) => email === group) ?? {};
  return members.map(({ email = '', role = 'MEMBER' }) => `${email} ${role}`).sort();
}

const details = (desk: TestDesk, email = ana): string => desk.row(email)['Details'] ?? '';

test('a person is added to groups by address, alias and name, and the next run has nothing to do', () => {
  const desk = desked([
    { Email: ana, Groups: `Sales, EVERYBODY@shop.example` },
    { Email: bob, Groups: sales },
  ]);
  desk.checkAndRun();
  expect(membersAt(desk, sales)).toEqual([`${ana} MEMBER`, `${bob} MEMBER`]);
  expect(membersAt(desk, staff)).toEqual([`${ana} MEMBER`]);
  expect(details(desk)).toBe(`Added to the group ${staff}, added to the group ${sales}.`);
  expectSettled(desk);
});

test('a new person is in the groups at the end of the same run, however long Google takes to know them', () => {
  const desk = desked(
    [{ Email: 'zoe@shop.example', 'First name': 'Zoe', 'Last name': 'Test', Groups: `${sales}; All staff` }],
    {},
    { switches: { userPropagation: '20' } },
  );
  const plan = desk.check();
  expect(JSON.stringify(plan)).toContain('add to groups');
  desk.run();
  expect(membersAt(desk, sales)).toEqual(['zoe@shop.example MEMBER']);
  expect(membersAt(desk, staff)).toEqual(['zoe@shop.example MEMBER']);
  expect(desk.google.reads('directory.members.list')).toEqual([]);
  expectSettled(desk);
});

test('owners and managers stay what they are', () => {
  const desk = desked(
    [
      { Email: ana, Groups: sales },
      { Email: bob, Groups: sales },
    ],
    {
      groups: [
        {
          email: sales,
          name: 'Sales',
          members: [
            { email: ana, role: 'OWNER' },
            { email: bob, role: 'MANAGER' },
          ],
        },
      ],
    },
  );
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(membersAt(desk, sales)).toEqual([`${ana} OWNER`, `${bob} MANAGER`]);
});

test('groups that are not there, or that could be several, are told at the check', () => {
  const desk = desked(
    [
      { Email: ana, Groups: 'none@shop.example' },
      { Email: bob, Groups: 'Sale' },
    ],
    { groups: [...groups, { email: 'sales2@shop.example', name: 'Sales' }] },
  );
  desk.check();
  expect(desk.row(ana)).toMatchObject({ Status: 'Needs you' });
  expect(details(desk)).toContain('There is no group none@shop.example.');
  expect(details(desk, bob)).toContain('No group is called "Sale". Did you mean');
  desk.type(bob, 'Groups', 'SALES');
  desk.type(ana, 'Groups', 'sales@nowhere.example, a@b@c');
  desk.check();
  expect(details(desk, bob)).toContain(`"SALES" can be sales2@shop.example or ${sales}. Write which one you mean.`);
  expect(desk.note(ana, 'Groups')).toContain('is not an e-mail address');
  desk.type(ana, 'Groups', 'sales@nowhere.example');
  desk.check();
  expect(details(desk)).toContain('There is no group sales@nowhere.example.');
  expect(desk.needs().map(({ cell }) => cell)).toEqual(['B2', 'B3']);
});

test('who was taken out at Google since is reported, and put back only when that is asked', () => {
  const desk = desked([{ Email: ana, Groups: 'sales, All staff' }]);
  desk.checkAndRun();
  behind(desk, ['directory.members.delete', { groupKey: sales, memberKey: ana }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Up to date' });
  expect(details(desk)).toContain(`Was taken out of the group ${sales} at Google since. Left as it is`);
  desk.checkAndRun({ action: 'put-back' });
  expect(membersAt(desk, sales)).toEqual([`${ana} MEMBER`]);
  behind(desk, ['directory.groups.delete', { groupKey: sales }]);
  desk.checkAndRun();
  expect(details(desk)).toContain('The group sales was deleted at Google since.');
});

test('a row that says none only points out the groups that somebody is in', () => {
  const desk = desked([{ Email: ana, Groups: '-' }], {
    groups: [{ email: sales, name: 'Sales', members: [{ email: ana }] }],
  });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(details(desk)).toContain(`Is in the groups ${sales} although the row says none.`);
});

test('what Google says it takes later is waited for', () => {
  const later = desked([{ Email: ana, Groups: sales }], {}, { switches: { memberConflict: 'always' } });
  later.checkAndRun();
  expect(details(later)).toContain(`Added to the group ${sales}.`);
  expectSettled(later);
  expect(membersAt(later, sales)).toEqual([`${ana} MEMBER`]);
});

test.each(['412', '403', '400'])(
  'a dynamic group is told as one, with its address, when Google answers %s',
  (dynamicGroups) => {
    const desk = desked(
      [{ Email: ana, Groups: `${staff}, ${sales}` }],
      {
        groups: [
          { email: sales, name: 'Sales', dynamic: true },
          { email: staff, name: 'Staff' },
        ],
      },
      { switches: { dynamicGroups } },
    );
    desk.checkAndRun();
    expect(desk.row(ana)).toMatchObject({ Status: 'Needs you' });
    expect(details(desk)).toMatch(new RegExp(`the group ${sales}.*dynamic`));
    expect(membersAt(desk, staff)).toEqual([`${ana} MEMBER`]);
  },
);

/** Many people who are there already, in groups that they share or have for themselves. */
function crowd(count: number, groupsOf: (at: number) => readonly string[], latency = 0): TestDesk {
  const users = Array.from({ length: count }, (_, at) => person(`p${at}@shop.example`, 'Some Body'));
  const all = [...new Set(users.flatMap((_, at) => groupsOf(at)))];
  return open(
    users.map(({ primaryEmail }, at) => ({ Email: primaryEmail, Groups: groupsOf(at).join(', ') })),
    { users, groups: all.map((email) => ({ email, name: email })) },
    { latency },
  );
}

const group = (at: number): string => `g${at}@shop.example`;

test('two thousand memberships of 200 people in ten groups take ten reads of members, and go at Google’s pace', () => {
  const desk = crowd(200, () => Array.from({ length: 10 }, (_, at) => group(at)));
  desk.checkAndRun();
  expect(desk.google.writes(added)).toHaveLength(2_000);
  expect(desk.google.reads('directory.members.list')).toHaveLength(10);
  // All groups by one list; nobody's own.
  expect(desk.google.reads('directory.groups.list')).toHaveLength(1);
  expect(desk.google.reads('directory.groups.get')).toEqual([]);
  expect(desk.google.refused(added)).toEqual([]);
  const before = desk.google.reads().length;
  expectSettled(desk);
  expect(desk.google.reads().length - before).toBeLessThan(40);
});

test('groups that nobody shares are read by person, and a large one is not read for the sake of one row', () => {
  const own = crowd(20, (at) => [group(2 * at), group(2 * at + 1)]);
  own.check();
  expect(own.google.reads('directory.members.list')).toEqual([]);
  expect(own.google.reads('directory.groups.list')).toHaveLength(1 + 20);
  const members = Array.from({ length: 450 }, (_, at) => ({ email: `m${at}@else.example` }));
  const large = desked(
    [
      { Email: ana, Groups: staff },
      { Email: bob, Groups: staff },
    ],
    { groups: [{ email: staff, name: 'Staff', members }] },
  );
  large.checkAndRun();
  expect(large.google.reads('directory.members.list')).toEqual([]);
  expect(large.google.writes(added)).toHaveLength(2);
});

describe('a run that ends in the middle', () => {
  const half = (latency = 0): TestDesk => crowd(30, () => [group(0), group(1), group(2)], latency);

  test.each([
    [7, 'before'],
    [40, 'after'],
  ] as const)('goes on and adds nobody twice (it died at request %d, %s)', (n, when) => {
    const desk = half();
    desk.check();
    const crash = armCrash(desk.host, { kind: 'google', n, when });
    desk.run();
    expect(crash.happened()).toBe(true);
    expect(desk.google.writes(added).filter(({ status }) => status < 300)).toHaveLength(90);
    for (const at of [0, 1, 2]) expect(membersAt(desk, group(at))).toHaveLength(30);
    expectSettled(desk);
  });

  test('because somebody stopped it says who was reached; the next one does the rest', () => {
    const desk = half(12_000);
    desk.host.state.properties.document['setting:transport'] = 'advanced';
    desk.check();
    let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
    ask(desk.host, 'stopWork');
    while (progress.more) progress = ask(desk.host, 'continueWork');
    expect(progress.phase).toBe('stopped');
    expect(desk.google.writes(added).length).toBeLessThan(90);
    desk.checkAndRun();
    for (const at of [0, 1, 2]) expect(membersAt(desk, group(at))).toHaveLength(30);
    expectSettled(desk);
  });
});

test('groups of somebody whom a row deletes are kept, and given back with the roles there', () => {
  const ghost = 'ghost@shop.example';
  const desk = desked([{ Email: ana, State: 'Deleted' }], {
    groups: [
      { email: sales, name: 'Sales', members: [{ email: ana, role: 'OWNER' }] },
      { email: staff, name: 'All staff', members: [{ email: ana }, { email: bob }] },
      { email: ghost, name: 'Ghost', members: [{ email: ana }] },
    ],
  });
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
  desk.checkAndRun();
  expect(membersAt(desk, sales)).toEqual([]);
  behind(desk, ['directory.groups.delete', { groupKey: ghost }]);
  desk.type(ana, 'State', 'Active');
  desk.check();
  expect(details(desk)).toMatch(/add to the group sales@shop.example \(as owner\)/i);
  expect(details(desk)).toContain(`Was in the group ${ghost}, which was deleted since.`);
  desk.run();
  expect(membersAt(desk, sales)).toEqual([`${ana} OWNER`]);
  expect(membersAt(desk, staff)).toEqual([`${ana} MEMBER`, `${bob} MEMBER`]);
  expectSettled(desk);
});
