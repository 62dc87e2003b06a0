import { Killed } from '../../sandbox/apps-script/port';
import { armCrash } from '../../sandbox/cli/crash';
import { ask } from '../../sandbox/cli/desk';
import type { TenantAccount, TenantUser } from '../../sandbox/workspace/tenant';
import type { Rows, TestCheck, TestDesk } from '../sandbox-desk';
import { sampleOr, someOf } from '../sweep';
import {
  admin,
  businessStarter,
  expectSettled,
  googleOf,
  open,
  person,
  rolesOf,
  skusOf,
  statuses,
  userAt,
  usersAt,
  wait,
  workspaceProduct,
  writesDuring,
} from './shop';

/** Somebody leaves: one row, one plan, everything in order, kept for the day that they come back. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const voice = '1010330003';
const archivedStarter = '1010340005';
const flexible = (skuId: string) => ({ skuId, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 9 } });
const held = (skuId: string, productId = workspaceProduct) => ({ userId: ana, productId, skuId });
const groupsAdmin = { roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' } as const;

const letIn: Partial<TenantUser> = {
  aliases: ['a@shop.example'],
  tokens: [{ clientId: '77.apps.example', displayText: 'Mail Tool' }],
  asps: [{ codeId: 3, name: 'Old phone' }],
};

const row = { Email: ana, Licences: 'Business Starter', Roles: '', State: '', Aliases: '' };

function desked(rows: Rows = [row], more: Partial<TenantAccount> = {}): TestDesk {
  return open(rows, {
    users: [person(ana, 'Ana Ruiz', letIn), person(bob, 'Bob Berg')],
    subscriptions: [businessStarter, voice, archivedStarter].map(flexible),
    licences: [held(businessStarter), held(voice, '101033')],
    roleAssignments: [groupsAdmin],
    ...more,
  });
}

const leaves = (...emails: readonly string[]): TestCheck => ({
  action: 'leave',
  scope: { kind: 'rows', rows: emails.map((email) => `Users!${email}`) },
  yes: 'all',
});

describe('products of which nobody in the account holds a licence', () => {
  const lists = (desk: TestDesk, work: () => unknown): readonly unknown[] => {
    const before = desk.google.reads('licensing.licenseAssignments.listForProduct').length;
    work();
    const since = desk.google.reads('licensing.licenseAssignments.listForProduct').slice(before);
    return [...new Set(since.map(({ params }) => params['productId']))].sort();
  };
  const leaving = { ...leaves(ana, bob), yes: 'none' } as const;
  const both = [row, { Email: bob }];
  const answer = (desk: TestDesk) => ask(desk.host, 'answerQuestion', { keys: [`Users!${ana}`], yes: true });

  test('are not listed again by the check after an answer, and what somebody was given meanwhile is seen', () => {
    const desk = desked(both);
    const all = lists(desk, () => desk.check(leaving));
    expect(all.length).toBeGreaterThan(15);
    expect(desk.row(ana)['Details']).toContain('is an administrator. Really');
    answer(desk);
    expect(lists(desk, () => desk.check(leaving))).toEqual(['101033', workspaceProduct]);
    desk.run();
    expect(skusOf(desk, ana)).toEqual([]);
    expect(lists(desk, () => desk.check(leaving))).toEqual(all);
  });

  test('are listed again five minutes after the first look, however often it was checked in between', () => {
    const desk = desked(both);
    const all = lists(desk, () => desk.check(leaving));
    wait(desk, 150);
    expect(lists(desk, () => desk.check(leaving))).toHaveLength(2);
    wait(desk, 150);
    expect(lists(desk, () => desk.check(leaving))).toEqual(all);
  });
});

function set(desk: TestDesk, entry: string, text: string): string {
  desk.host.answers.push(text);
  desk.host.call(entry, [], 'menu');
  return desk.host.shown.toasts.join();
}

const cells = (desk: TestDesk, email = ana) => {
  const { State, Licences, Roles } = desk.row(email);
  return { State, Licences, Roles };
};

const whole = [
  'directory.users.signOut',
  'directory.users.update',
  'directory.tokens.delete',
  'directory.asps.delete',
  'directory.roleAssignments.delete',
  'licensing.licenseAssignments.delete',
  'licensing.licenseAssignments.delete',
];

test('somebody who leaves is signed out, suspended and left without anything, in order, as the plan says', () => {
  const desk = desked();
  desk.checkAndRun();
  const plan = desk.check(leaves(ana));
  expect(plan.lines.map(({ count, says }) => [count, says])).toEqual([
    [1, 'sign people out'],
    [1, 'suspend users'],
    [1, 'shut applications out'],
    [1, 'revoke application passwords'],
    [2, 'take licences away'],
    [1, 'take roles away'],
  ]);
  expect(desk.row(ana)['Details']).toContain('then the row says state Suspended, roles -, licences -');
  const wrote = writesDuring(desk, () => desk.run());
  expect(wrote.map(({ op }) => op)).toEqual(whole);
  expect(userAt(desk, ana)).toMatchObject({ suspended: true, aliases: ['a@shop.example'] });
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[], []]);
  expect(cells(desk)).toEqual({ State: 'Suspended', Licences: '-', Roles: '-' });
  expect(desk.row(ana)['Status']).toBe('Done');
  expect(desk.row(ana)['Details']).toMatch(
    /^Signed out ana@shop\.example everywhere.*, changed state Active → Suspended/,
  );
  for (const says of [
    'changed state Active → Suspended',
    'shut out the application Mail Tool',
    'revoked the application password Old phone',
    'took the role Groups Admin away',
    'took Google Workspace Business Starter away',
    'took Google Voice Starter away',
  ])
    expect(desk.row(ana)['Details']?.toLowerCase()).toContain(says.toLowerCase());
  wait(desk);
  expectSettled(desk, [ana]);
});

test('Active brings back who left, with what they had, and the row says again what it said', () => {
  const desk = desked([{ ...row, Roles: 'Groups Admin', 'Super admin': 'TRUE' }], {
    users: [person(ana, 'Ana Ruiz', { ...letIn, isAdmin: true })],
  });
  desk.checkAndRun();
  desk.checkAndRun(leaves(ana));
  expect(userAt(desk, ana)).toMatchObject({ suspended: true, isAdmin: false });
  expect(desk.row(ana)).toMatchObject({ State: 'Suspended', Licences: '-', Roles: '-', 'Super admin': 'FALSE' });
  desk.type(ana, 'State', 'Active');
  wait(desk);
  desk.checkAndRun();
  expect(desk.row(ana)).toMatchObject({ Status: 'Done', 'Super admin': 'TRUE' });
  expect(cells(desk)).toEqual({ State: 'Active', Licences: 'Business Starter', Roles: 'Groups Admin' });
  expect(userAt(desk, ana)).toMatchObject({ isAdmin: true, aliases: ['a@shop.example'] });
  expect(userAt(desk, ana)['suspended'] ?? false).toBe(false);
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([
    [businessStarter, voice].sort(),
    expect.arrayContaining(['_GROUPS_ADMIN_ROLE']),
  ]);
  wait(desk);
  expectSettled(desk);
});

test('groups are left, too, and come back in the role that the person had; a dynamic one stays with a remark', () => {
  const [team, all] = ['team@shop.example', 'all@shop.example'];
  const members = [{ email: ana, role: 'OWNER' as const }];
  const desk = desked([{ ...row, Groups: 'Team' }], {
    groups: [
      { email: team, name: 'Team', members },
      { email: all, name: 'All', dynamic: true, members: [{ email: ana, role: 'MEMBER' }] },
    ],
    roleAssignments: [],
    switches: { dynamicGroups: '412' },
  });
  desk.checkAndRun();
  const membersOf = (group: string) =>
    desk.tenant().accounts[0]?.groups?.find(({ email }) => email === group)?.members ?? [];
  desk.checkAndRun(leaves(ana));
  expect([membersOf(team), membersOf(all)]).toEqual([[], [expect.objectContaining({ email: ana })]]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Done', Groups: '-' });
  expect(desk.row(ana)['Details']).toMatch(/took out of the group team@shop\.example/i);
  expect(desk.row(ana)['Details']).toContain('all@shop.example keeps its members by a query');
  desk.type(ana, 'State', 'Active');
  wait(desk);
  desk.checkAndRun();
  expect(membersOf(team)).toEqual([expect.objectContaining(members[0])]);
  expect(desk.row(ana)).toMatchObject({ Groups: 'Team' });
});

test('nothing is given back under exact lists either, and leaving once more keeps what was had at first', () => {
  const desk = desked();
  set(desk, 'askLists', 'exact');
  desk.checkAndRun(leaves(ana));
  wait(desk);
  expectSettled(desk, [ana]);
  const again = writesDuring(desk, () => desk.checkAndRun(leaves(ana)));
  expect(again.map(({ op }) => op)).toEqual(['directory.users.signOut']);
  desk.type(ana, 'State', 'Active');
  desk.checkAndRun();
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter, voice].sort(), ['_GROUPS_ADMIN_ROLE']]);
  expect(cells(desk)).toEqual({ State: 'Active', Licences: 'Business Starter', Roles: '' });
});

test('people who leave are archived where that is set: the edition moves, the rest is taken', () => {
  const desk = desked();
  expect(set(desk, 'askLeaving', 'forgotten')).toContain('“forgotten” is none of suspended, archived, deleted');
  expect(set(desk, 'askLeaving', 'Archived')).toContain('People who leave are archived.');
  desk.checkAndRun(leaves(ana));
  expect([userAt(desk, ana)['archived'], skusOf(desk, ana)]).toEqual([true, [archivedStarter]]);
  expect(cells(desk)).toEqual({ State: 'Archived', Licences: '-', Roles: '-' });
  wait(desk, 2 * 86_400);
  expectSettled(desk, [ana]);
  desk.type(ana, 'State', 'Active');
  desk.checkAndRun();
  expect([userAt(desk, ana)['archived'] ?? false, skusOf(desk, ana)]).toEqual([false, [businessStarter, voice].sort()]);
});

test('without a seat in the archive the row waits, and says what was done and that the person is not shut out', () => {
  const desk = desked([row], { subscriptions: [businessStarter, voice].map(flexible) });
  set(desk, 'askLeaving', 'archived');
  desk.checkAndRun(leaves(ana));
  expect(desk.row(ana)).toMatchObject({
    Status: 'Waiting',
    State: 'Archived',
    Details: expect.stringMatching(
      /No seat of Google Workspace Business Starter - Archived User is left\..* Until then ana@shop\.example can sign in\. .*Signed out ana/,
    ) as string,
  });
});

test('deleting comes last, has to be armed, and Active restores everything', () => {
  const desk = desked();
  set(desk, 'askLeaving', 'deleted');
  expect(writesDuring(desk, () => desk.checkAndRun(leaves(ana)))).toEqual([]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Needs you', State: '' });
  expect(desk.row(ana)['Details']).toContain('Deleting has to be armed.');
  set(desk, 'askArming', 'shop.example');
  const wrote = writesDuring(desk, () => desk.checkAndRun(leaves(ana)));
  expect(wrote.map(({ op }) => op)).toEqual([...whole, 'directory.users.delete']);
  expect(usersAt(desk).map(({ primaryEmail }) => primaryEmail)).toEqual([admin, bob]);
  expect(cells(desk)).toEqual({ State: 'Deleted', Licences: '-', Roles: '-' });
  wait(desk);
  expectSettled(desk, [ana]);
  desk.type(ana, 'State', 'Active');
  wait(desk);
  desk.checkAndRun();
  expect(userAt(desk, ana)).toMatchObject({ aliases: ['a@shop.example'] });
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter, voice].sort(), ['_GROUPS_ADMIN_ROLE']]);
  expect(cells(desk)).toEqual({ State: 'Active', Licences: 'Business Starter', Roles: '' });
  wait(desk, 86_400);
  expectSettled(desk);
});

test('oneself and the last super administrator never leave; protected people only on a yes by name; holds are told', () => {
  const [boss, hal, dan] = ['boss@shop.example', 'hal@shop.example', 'dan@shop.example'];
  const desk = desked(
    [admin, boss, hal, dan].map((Email) => ({ Email })),
    {
      users: [
        person(boss, 'Bo Boss', { isAdmin: true }),
        person(hal, 'Hal Held', { hold: true }),
        person(dan, 'Dan Dee'),
      ],
      licences: [],
      roleAssignments: [],
    },
  );
  set(desk, 'askProtected', dan);
  set(desk, 'askLeaving', 'deleted');
  set(desk, 'askArming', 'shop.example');
  const all = leaves(admin, boss, hal, dan);
  desk.checkAndRun({ ...all, yes: 'none' });
  const says = (email: string) => desk.row(email)['Details'];
  expect(says(admin)).toContain('is your own account, which Seatsheet never shuts out');
  expect(says(boss)).toContain('is the last super administrator who could still sign in');
  expect(says(dan)).toContain('Really take everything from the account and delete it?');
  expect(desk.row(hal)).toMatchObject({ Status: 'Needs you', State: 'Deleted' });
  expect(says(hal)).toMatch(
    /cannot be deleted; most often a hold of Google Vault.*Signed out hal|Signed out hal.*hold/i,
  );
  desk.checkAndRun({ ...leaves(boss, dan), yes: [`Users!${dan}`] });
  expect(says(boss)).toContain('boss@shop.example is a super administrator. Really take everything');
  desk.checkAndRun({ ...leaves(boss), yes: 'all' });
  expect(usersAt(desk).map(({ primaryEmail }) => primaryEmail)).toEqual([admin, hal]);
});

test('a step that Google refuses is told, the others are done all the same', () => {
  const desk = desked();
  desk.check(leaves(ana));
  googleOf(desk).control.failNext('directory.tokens.delete', { status: 403, reason: 'forbidden' });
  desk.run();
  expect(userAt(desk, ana)).toMatchObject({ suspended: true });
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[], []]);
  expect(desk.row(ana)['Status']).not.toBe('Done');
  expect(cells(desk)).toEqual({ State: 'Suspended', Licences: '-', Roles: '-' });
  const again = writesDuring(desk, () => desk.checkAndRun(leaves(ana)));
  expect(again.map(({ op }) => op)).toEqual(['directory.users.signOut', 'directory.tokens.delete']);
  expect(desk.row(ana)['Status']).toBe('Done');
});

test('a cell that somebody changed after the check is left, and its row is checked again', () => {
  const desk = desked();
  desk.checkAndRun();
  desk.check(leaves(ana));
  desk.type(ana, 'Licences', 'Voice Starter');
  expect(writesDuring(desk, () => desk.run())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({ Status: 'Changed since check', Licences: 'Voice Starter', State: '' });
});

const sorts = Array.from({ length: 14 }, (_, at) => at + 1);

test.each(someOf(sorts, 2))('rows sorted at write %s of the sheet keep their own', (n) => {
  const desk = desked([row, { ...row, Email: bob, Licences: '' }]);
  desk.checkAndRun();
  desk.check(leaves(ana));
  let count = 0;
  desk.host.onEffect = ({ kind, when }) => {
    if (kind !== 'sheet' || when !== 'before') return;
    count += 1;
    if (count === n) desk.host.edit.sortRange('Users', { column: 1, ascending: false });
  };
  desk.run();
  desk.host.onEffect = undefined;
  expect(cells(desk)).toEqual({ State: 'Suspended', Licences: '-', Roles: '-' });
  expect(cells(desk, bob)).toEqual({ State: '', Licences: '', Roles: '' });
  expect(statuses(desk)).toMatchObject({ [ana]: 'Done' });
});

const everyDeath = whole.flatMap((_op, at) => (['before', 'after'] as const).map((when) => [at + 1, when] as const));
test.each(someOf(everyDeath, 3))(
  'a run that dies at its write ends the same, and comes back whole (%s %s)',
  (n, when) => {
    const desk = desked();
    desk.checkAndRun();
    desk.check(leaves(ana));
    const crash = armCrash(desk.host, { kind: 'google', n, when });
    const wrote = writesDuring(desk, () => desk.run());
    expect(crash.happened()).toBe(true);
    const once = wrote.filter(({ op, status }) => status < 300 && op !== 'directory.users.signOut').map(({ op }) => op);
    expect(once).toEqual(whole.slice(1));
    expect(cells(desk)).toEqual({ State: 'Suspended', Licences: '-', Roles: '-' });
    expect(desk.row(ana)['Status']).toBe('Done');
    wait(desk);
    expectSettled(desk, [ana]);
    desk.type(ana, 'State', 'Active');
    desk.checkAndRun();
    expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter, voice].sort(), ['_GROUPS_ADMIN_ROLE']]);
  },
);

test.each(sampleOr([4], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))(
  'a run that dies at write %s of the sheet says the same in its row',
  (n) => {
    const desk = desked();
    desk.checkAndRun();
    desk.check(leaves(ana));
    const crash = armCrash(desk.host, { kind: 'sheet', n, when: 'after' });
    desk.run();
    desk.host.onEffect = undefined;
    if (n < 5) expect(crash.happened()).toBe(true);
    expect(desk.row(ana)['Status']).toBe('Done');
    expect(cells(desk)).toEqual({ State: 'Suspended', Licences: '-', Roles: '-' });
  },
);

test('a run that died and that nobody goes on with leaves no row that gives back what was taken', () => {
  const said = sampleOr([1, 5], [0, 1, 2, 3, 4, 5, 6]).map((at) => {
    const desk = desked();
    desk.checkAndRun();
    const { planId } = desk.check(leaves(ana));
    const crash = armCrash(desk.host, { kind: 'sheet', n: at + 1, when: 'after' });
    const run = () => desk.host.call('startRun', [{ planId }], 'sidebar');
    expect(run).toThrow(Killed);
    expect(crash.happened()).toBe(true);
    desk.host.onEffect = undefined;
    wait(desk, 200);
    desk.check();
    expect(desk.row(ana)['Details']).not.toMatch(/give|let users in/);
    return desk.row(ana)['State'];
  });
  expect(said).toContain('Suspended');
});

test('what is written into the cells of many who leave is written together, and nothing between them', () => {
  const written = (people: number): number => {
    const emails = Array.from({ length: people }, (_, n) => `p${n}@shop.example`);
    const stay = 'stay@shop.example';
    const desk = desked(
      [...emails, stay].map((Email) => ({ Email, Licences: '', Roles: '', State: '' })),
      { users: [...emails, stay].map((email) => person(email, 'Pat Test')), licences: [], roleAssignments: [] },
    );
    desk.check(leaves(...emails));
    const before = desk.host.state.counters.documentCalls;
    desk.run();
    for (const email of emails) expect(cells(desk, email)).toEqual({ State: 'Suspended', Licences: '-', Roles: '-' });
    expect(cells(desk, stay)).toEqual({ State: '', Licences: '', Roles: '' });
    return desk.host.state.counters.documentCalls - before;
  };
  expect(written(25)).toBe(written(5));
});
