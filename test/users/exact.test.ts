import { armCrash } from '../../sandbox/cli/crash';
import { ask } from '../../sandbox/cli/desk';
import type { TenantAccount } from '../../sandbox/workspace/tenant';
import type { Rows, TestDesk } from '../sandbox-desk';
import {
  admin,
  behind,
  businessStandard,
  businessStarter,
  cloudIdentity,
  expectSettled,
  open,
  person,
  rolesOf,
  skusOf,
  userAt,
  wait,
  workspaceProduct,
  writesDuring,
  carriedOut,
} from './shop';
import { someOf } from '../sweep';

/** Lists of a row that mean exactly what they say: what people hold beyond them is taken, planned and counted. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];
const voice = '1010330003';
const groupsAdmin = { roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' } as const;
const flexible = (skuId: string) => ({ skuId, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 9 } });
const held = (userId: string, skuId: string, productId = workspaceProduct) => ({ userId, productId, skuId });

function desked(rows: Rows, more: Partial<TenantAccount> = {}, set = 'exact'): TestDesk {
  const desk = open(rows, {
    users: [person(ana, 'Ana Ruiz', { aliases: ['a@shop.example', 'ana.r@shop.example'] }), person(bob, 'Bob Berg')],
    subscriptions: [
      ...[businessStarter, businessStandard, voice].map(flexible),
      { skuId: cloudIdentity, plan: { planName: 'FREE' }, seats: { maximumNumberOfSeats: 50 } },
    ],
    licences: [held(ana, businessStarter), held(ana, voice, '101033')],
    roleAssignments: [groupsAdmin],
    ...more,
  });
  if (set) listsMean(desk, set);
  return desk;
}

function listsMean(desk: TestDesk, text: string): string {
  desk.host.answers.push(text);
  desk.host.call('askLists', [], 'menu');
  return desk.host.shown.toasts.join();
}

const aliasesOf = (desk: TestDesk): readonly string[] => userAt(desk, ana)['aliases'] as readonly string[];

function putBack(desk: TestDesk): void {
  ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'put-back' });
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
}

const full = [{ Email: ana, Licences: 'Business Starter', Roles: '-', Aliases: 'a@shop.example' }];

test('lists say what people hold at least, until somebody says exactly; nothing else is understood', () => {
  const desk = desked(full, {}, '');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(listsMean(desk, 'everything')).toContain('“everything” is neither “at least” nor “exact”');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(listsMean(desk, 'Exact')).toContain('are taken away where their cell is filled; the plan counts them');
  expect(desk.check({ yes: 'all' }).lines.map(({ count, says, detail }) => [count, says, detail])).toEqual([
    [1, 'take licences away', `${ana}: take away Google Voice Starter`],
    [1, 'take roles away', `${ana}: take away the role Groups Admin`],
    [1, 'remove aliases', `${ana}: remove the alias ana.r@shop.example`],
  ]);
  desk.run();
  expect([skusOf(desk, ana), rolesOf(desk, ana), aliasesOf(desk)]).toEqual([[businessStarter], [], ['a@shop.example']]);
  expect(desk.row(ana)['Details']).toMatch(
    /Took Google Voice Starter away, took the role Groups Admin away, removed the alias ana\.r@shop\.example/,
  );
  wait(desk);
  expectSettled(desk);
  expect(listsMean(desk, 'at least')).toContain('are kept');
  expectSettled(desk);
});

test('a blank cell takes nothing, and a switch within a product leaves no gap', () => {
  const desk = desked([{ Email: ana, Licences: 'Business Standard; Voice Starter' }]);
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote.map(({ op }) => op)).toEqual(['licensing.licenseAssignments.update']);
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStandard, voice].sort(), ['_GROUPS_ADMIN_ROLE']]);
  expect(aliasesOf(desk)).toHaveLength(2);
  expectSettled(desk);
});

test('a Groups cell that is exact takes people out of the groups that it does not name', () => {
  const members = [{ email: ana, role: 'MEMBER' as const }];
  const desk = desked([{ Email: ana, Groups: 'Team' }], {
    groups: ['team', 'sales'].map((name) => ({ email: `${name}@shop.example`, name, members })),
    roleAssignments: [],
  });
  const wrote = writesDuring(desk, () => desk.checkAndRun());
  expect(wrote.map(({ op, params }) => [op, params['groupKey']])).toEqual([
    ['directory.members.delete', 'sales@shop.example'],
  ]);
  expect(desk.row(ana)['Details']).toMatch(/took out of the group sales@shop\.example/i);
  wait(desk);
  expectSettled(desk);
});

test('somebody who is renamed in the same run loses what is beyond the row under the new name', () => {
  const desk = desked([{ Email: ana, Licences: 'Business Starter' }], {}, '');
  desk.checkAndRun();
  desk.type(ana, 'Email', 'ann@shop.example');
  listsMean(desk, 'exact');
  const wrote = writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }));
  expect(wrote.map(({ op }) => op)).toEqual(['directory.users.update', 'licensing.licenseAssignments.delete']);
  expect(skusOf(desk, 'ann@shop.example')).toEqual([businessStarter]);
  wait(desk);
  expectSettled(desk);
});

test('what was given at Google since is reported and left, and taken when it is asked to put back', () => {
  const desk = desked(full);
  desk.checkAndRun({ yes: 'all' });
  behind(desk, ['licensing.licenseAssignments.insert', { productId: '101033', skuId: voice }, { userId: ana }]);
  behind(desk, ['directory.users.aliases.insert', { userKey: ana }, { alias: 'new@shop.example' }]);
  wait(desk);
  expectSettled(desk);
  expect(desk.row(ana)['Details']).toMatch(/Given at Google since: Google Voice Starter\. Left as it is; “Put back”/);
  expect(desk.row(ana)['Details']).toContain('Given at Google since: the alias new@shop.example.');
  putBack(desk);
  expect([skusOf(desk, ana), aliasesOf(desk)]).toEqual([[businessStarter], ['a@shop.example']]);
  wait(desk);
  expectSettled(desk);
});

test('another person of the address loses nothing before somebody says that it is the same', () => {
  const desk = desked([{ Email: ana, 'First name': 'Otto', 'Last name': 'Other', Licences: '-', Aliases: '-' }]);
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' }))).toEqual([]);
  expect(desk.row(ana)['Details']).toContain('Same person?');
  expect(skusOf(desk, ana)).toHaveLength(2);
});

test('Cloud Identity Free alone takes the paid edition, by the list; at least, it is pointed out', () => {
  const rows = [{ Email: ana, Licences: 'Cloud Identity Free' }];
  const desk = desked(rows, { roleAssignments: [] }, '');
  desk.checkAndRun();
  expect(desk.row(ana)).toMatchObject({ Status: 'Needs you' });
  listsMean(desk, 'exact');
  desk.checkAndRun();
  expect(skusOf(desk, ana).filter((sku) => sku !== cloudIdentity)).toEqual([]);
  wait(desk);
  expectSettled(desk);
});

test('what Google manages itself is left with a remark, and the row is in order', () => {
  const desk = desked([{ Email: ana, Licences: '-', Aliases: 'a@shop.example; ana.r@shop.example' }], {
    autoLicensing: [{ orgUnitPath: '/', productId: workspaceProduct, skuId: businessStarter }],
    switches: { autoLicensingRemoval: 'refused' },
    roleAssignments: [],
    domainAliases: [{ domainAliasName: 'laden.example', parentDomainName: 'shop.example', verified: true }],
  });
  desk.checkAndRun();
  expect(skusOf(desk, ana)).toEqual([businessStarter]);
  expect(desk.row(ana)['Status']).toBe('Done');
  for (const says of [
    'Took Google Voice Starter away.',
    'Business Starter of ana@shop.example is held by automatic licensing.',
    'The alias ana@laden.example comes with a domain alias and stays.',
  ])
    expect(desk.row(ana)['Details']).toContain(says);
  desk.checkAndRun();
  expect(desk.row(ana)).toMatchObject({ Status: 'Up to date' });
});

test('roles of oneself and of the last super administrator stay; others lose them only on a yes by name', () => {
  const roleAssignments = [groupsAdmin, { ...groupsAdmin, assignedTo: admin }];
  const desk = desked(
    [ana, admin].map((Email) => ({ Email, Roles: '-' })),
    { roleAssignments },
  );
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)['Details']).toContain(
    'ana@shop.example is an administrator. Really take away the role Groups Admin?',
  );
  expect(writesDuring(desk, () => desk.checkAndRun({ yes: 'all' })).map(({ op }) => op)).toEqual([
    'directory.roleAssignments.delete',
  ]);
  expect(desk.row(admin)).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringContaining('is your own account, from which Seatsheet takes no roles') as string,
  });
  expect([rolesOf(desk, ana), rolesOf(desk, admin)]).toEqual([[], expect.arrayContaining(['_GROUPS_ADMIN_ROLE'])]);
});

test('a run that takes more than the limit says asks first', () => {
  const desk = desked(full);
  desk.host.answers.push('taken=2');
  desk.host.call('askLimits', [], 'menu');
  expect(desk.check({ yes: 'all' }).asks.map(({ says }) => says)).toEqual([
    'This run takes 3 licences, roles, groups or aliases away from people; your limit is 2.',
  ]);
});

test('a run keeps to what its check meant by lists, whatever is set meanwhile', () => {
  const desk = desked(full);
  desk.check({ yes: 'all' });
  listsMean(desk, 'at least');
  desk.run();
  expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter], []]);
});

const points = [1, 2, 3].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const));

test.each(someOf(points, 2))('a run that dies at its write takes all the same, and once (%s %s)', (n, when) => {
  const desk = desked(full);
  desk.check({ yes: 'all' });
  const crash = armCrash(desk.host, { kind: 'google', n, when });
  const wrote = writesDuring(desk, () => desk.run());
  expect(crash.happened()).toBe(true);
  expect([...carriedOut(wrote)].sort()).toEqual([
    'directory.roleAssignments.delete',
    'directory.users.aliases.delete',
    'licensing.licenseAssignments.delete',
  ]);
  expect([skusOf(desk, ana), rolesOf(desk, ana), aliasesOf(desk)]).toEqual([[businessStarter], [], ['a@shop.example']]);
  expect(desk.row(ana)['Status']).toBe('Done');
  wait(desk);
  expectSettled(desk);
});
