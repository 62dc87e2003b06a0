import type { Rows } from '../sandbox-desk';
import type { TenantAccount } from '../../sandbox/workspace/tenant';
import { armCrash } from '../../sandbox/cli/crash';
import { ask } from '../../sandbox/cli/desk';
import {
  admin,
  behind,
  businessStarter,
  expectSettled,
  open,
  orgUnitsAt,
  person,
  rolesOf,
  skusOf,
  statuses,
  userAt,
  usersAt,
  wait,
  workspaceProduct,
  writesDuring,
  carriedOut,
} from './shop';
import { someOf } from '../sweep';

/** State Deleted on Users: armed, frozen out first, remembered, and never undone or repeated unasked. */

const [ana, bob] = ['ana@shop.example', 'bob@shop.example'];

function desked(rows: Rows, more: Partial<TenantAccount> = {}): ReturnType<typeof open> {
  return open(rows, {
    users: [person(ana, 'Ana Ruiz', { aliases: ['a@shop.example'] }), person(bob, 'Bob Berg')],
    ...more,
  });
}

function arm(desk: ReturnType<typeof open>): string {
  desk.host.answers.push('shop.example');
  desk.host.call('askArming', [], 'menu');
  return desk.host.shown.toasts.join();
}

const addresses = (desk: ReturnType<typeof open>) => usersAt(desk).map(({ primaryEmail }) => primaryEmail);

test('a person is deleted only where that was armed, shut out first, with a word about what is lost', () => {
  const desk = desked([{ Email: ana, State: 'Deleted', 'Org unit': '/Nowhere' }]);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringMatching(/Deleting has to be armed\..*Arm deleting and cancelling…/) as string,
  });
  expect(arm(desk)).toContain('Armed for 30 minutes');
  desk.check();
  expect(desk.row(ana)['Details']).toMatch(/suspend first.*delete the user/);
  expect(desk.row(ana)['Details']).toContain('After 20 days mail, calendars and files in My Drive are gone for good');
  const wrote = writesDuring(desk, () => desk.run());
  expect(wrote.map(({ op }) => op)).toEqual(['directory.users.update', 'directory.users.delete']);
  expect(wrote[0]?.body).toEqual({ suspended: true });
  expect(desk.row(ana)).toMatchObject({
    Status: 'Done',
    Details: expect.stringMatching(/suspended.*deleted the user/i) as string,
  });
  expect(addresses(desk)).toEqual([admin, bob]);
  expectSettled(desk);
  expect(desk.row(ana)['Details']).toMatch(
    /Deleted on \d{4}-\d\d-\d\d\. For 20 days State Active restores the account\./,
  );
});

test('what belonged to the person is kept, and no secret', () => {
  const desk = desked([{ Email: ana, State: 'Deleted' }], {
    licences: [{ userId: ana, productId: workspaceProduct, skuId: businessStarter }],
    roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' }],
  });
  arm(desk);
  desk.checkAndRun({ yes: 'all' });
  const journal = JSON.stringify(desk.host.state.sheets.find(({ name }) => name === 'Journal')?.cells);
  for (const kept of [businessStarter, '_GROUPS_ADMIN_ROLE', 'a@shop.example']) expect(journal).toContain(kept);
  expect(addresses(desk)).toEqual([admin, bob]);
});

test('somebody who was restored at Google since is reported, and deleted again only when that is asked', () => {
  const desk = desked([{ Email: ana, State: 'Deleted' }]);
  const { id = '' } = userAt(desk, ana);
  arm(desk);
  desk.checkAndRun();
  behind(desk, ['directory.users.undelete', { userKey: id }, { orgUnitPath: '/' }]);
  wait(desk);
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(desk.row(ana)).toMatchObject({
    Status: 'Up to date',
    Details: expect.stringMatching(/State is “\w+” at Google \(changed there since\)\. Left as it is/) as string,
  });
  ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'put-back' });
  let progress = ask(desk.host, 'startRun', { planId: ask(desk.host, 'getPlan').planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
  expect(addresses(desk)).not.toContain(ana);
});

test('nobody, oneself, the last super administrator, administrators and people on hold each get their sentence', () => {
  const [held, boss] = ['held@shop.example', 'boss@shop.example'];
  const desk = desked(
    [admin, held, boss, 'nobody@shop.example', bob].map((Email) => ({ Email, State: 'Deleted' })),
    {
      users: [
        person(held, 'Hal Held', { hold: true }),
        person(boss, 'Bo Boss', { isAdmin: true }),
        person(bob, 'Bob Berg'),
      ],
    },
  );
  arm(desk);
  desk.checkAndRun();
  expect(statuses(desk)).toEqual({
    [admin]: 'Needs you',
    [held]: 'Needs you',
    [boss]: 'Needs you',
    'nobody@shop.example': 'Needs you',
    [bob]: 'Done',
  });
  const says = (email: string) => desk.row(email)['Details'];
  expect(says(admin)).toContain('is your own account, which Seatsheet never shuts out');
  expect(says(held)).toMatch(/cannot be deleted; most often a hold of Google Vault keeps the account/);
  expect(says(boss)).toContain('is the last super administrator who could still sign in');
  expect(says('nobody@shop.example')).toContain('there is nobody to delete');
  desk.type(admin, 'State', '');
  desk.checkAndRun();
  expect(says(boss)).toContain('is a super administrator. Really delete the account?');
  desk.checkAndRun({ yes: [`Users!${boss}`] });
  expect(addresses(desk)).not.toContain(boss);
});

test('a run that deletes more people than the limit says asks first', () => {
  const many = Array.from({ length: 21 }, (_, at) => `p${String(at)}@shop.example`);
  const desk = open(
    many.map((Email) => ({ Email, State: 'Deleted' })),
    { users: many.map((email) => person(email, 'Pat Ray')) },
  );
  arm(desk);
  expect(desk.check().asks).toEqual([
    { kind: 'limit', says: 'This run deletes 21 people; your limit is 20.', about: { deleted: '21', limit: '20' } },
  ]);
});

describe('Active again on a row that deleted somebody', () => {
  const deleted = (rows: Rows = [{ Email: ana, State: 'Deleted' }]) => {
    const desk = desked(rows, {
      users: [person(ana, 'Ana Ruiz', { aliases: ['a@shop.example'], isAdmin: true, orgUnitPath: '/Sales' })],
      orgUnits: [{ orgUnitPath: '/Sales' }],
      licences: [{ userId: ana, productId: workspaceProduct, skuId: businessStarter }],
      roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' }],
    });
    const { id = '' } = userAt(desk, ana);
    arm(desk);
    desk.checkAndRun({ yes: 'all' });
    expect(addresses(desk)).toEqual([admin]);
    desk.type(ana, 'State', 'Active');
    wait(desk);
    return { desk, id };
  };

  test('restores the person with licences, roles, aliases, org unit and rights as they were', () => {
    const { desk, id } = deleted();
    desk.check();
    expect(desk.row(ana)['Details']).toContain('restore the user (org unit /Sales)');
    desk.run();
    expect(desk.row(ana)).toMatchObject({ Status: 'Done', 'User ID': id });
    expect(userAt(desk, ana)).toMatchObject({ id, orgUnitPath: '/Sales', isAdmin: true, aliases: ['a@shop.example'] });
    expect(userAt(desk, ana)['suspended'] ?? false).toBe(false);
    expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter], ['_GROUPS_ADMIN_ROLE']]);
    wait(desk, 86_400);
    expectSettled(desk);
  });

  test('does not make an org unit again that is gone: the person comes back to the top, with a sentence', () => {
    const { desk } = deleted();
    behind(desk, ['directory.orgunits.delete', { customerId: 'C0shop01', orgUnitPath: 'Sales' }]);
    wait(desk);
    desk.checkAndRun();
    expect(desk.row(ana)['Details']).toContain('The org unit /Sales is gone: the account comes back to /.');
    expect([userAt(desk, ana)['orgUnitPath'], orgUnitsAt(desk)]).toEqual(['/', []]);
    wait(desk, 86_400);
    expectSettled(desk);
  });

  test('says so when somebody else has the address by now, and after the 20 days', () => {
    const { desk } = deleted();
    wait(desk, 300);
    const nina = { primaryEmail: ana, name: { givenName: 'Nina', familyName: 'Neu' } };
    behind(desk, ['directory.users.insert', {}, { ...nina, password: 'of somebody else' }]);
    wait(desk);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(ana)['Details']).toContain('because somebody else has the address ana@shop.example by now');
    behind(desk, ['directory.users.delete', { userKey: ana }]);
    wait(desk, 21 * 86_400);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(ana)['Details']).toContain('Google keeps deleted people for 20 days, and has this one no longer');
  });
});

describe('a run that dies at any of its writes', () => {
  const points = [1, 2, 3, 4, 5, 6].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const));
  const whole = () =>
    desked([{ Email: ana, State: 'Deleted' }], {
      users: [person(ana, 'Ana Ruiz', { aliases: ['a@shop.example'], isAdmin: true })],
      licences: [{ userId: ana, productId: workspaceProduct, skuId: businessStarter }],
      roleAssignments: [{ roleName: '_GROUPS_ADMIN_ROLE', assignedTo: ana, scopeType: 'CUSTOMER' }],
    });

  test.each(someOf(points.slice(0, 4), 2))('deletes all the same, and once (%s %s)', (n, when) => {
    const desk = whole();
    arm(desk);
    desk.check({ yes: 'all' });
    const crash = armCrash(desk.host, { kind: 'google', n, when });
    const wrote = writesDuring(desk, () => desk.run());
    expect(crash.happened()).toBe(true);
    expect(carriedOut(wrote)).toEqual(['directory.users.update', 'directory.users.delete']);
    expect(addresses(desk)).toEqual([admin]);
    expectSettled(desk);
    expect(JSON.stringify(desk.host.state.sheets.find(({ name }) => name === 'Journal')?.cells)).toContain(
      businessStarter,
    );
  });

  test.each(someOf(points, 2))('restores everything all the same, and once (%s %s)', (n, when) => {
    const desk = whole();
    const { id } = userAt(desk, ana);
    arm(desk);
    desk.checkAndRun({ yes: 'all' });
    desk.type(ana, 'State', 'Active');
    wait(desk);
    desk.check();
    const crash = armCrash(desk.host, { kind: 'google', n, when });
    const wrote = writesDuring(desk, () => desk.run());
    expect(crash.happened()).toBe(true);
    const once = [...carriedOut(wrote)];
    expect(once.sort()).toEqual([
      'directory.roleAssignments.insert',
      'directory.users.aliases.insert',
      'directory.users.makeAdmin',
      'directory.users.undelete',
      'directory.users.update',
      'licensing.licenseAssignments.insert',
    ]);
    expect(userAt(desk, ana)).toMatchObject({ id, isAdmin: true, aliases: ['a@shop.example'] });
    expect(userAt(desk, ana)['suspended'] ?? false).toBe(false);
    expect([skusOf(desk, ana), rolesOf(desk, ana)]).toEqual([[businessStarter], ['_GROUPS_ADMIN_ROLE']]);
    wait(desk);
    expectSettled(desk);
  });
});
