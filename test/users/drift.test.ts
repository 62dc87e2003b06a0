import { ask } from '../../sandbox/cli/desk';
import {
  admin,
  behind,
  businessStandard,
  businessStarter,
  expectSettled,
  googleOf,
  open,
  person,
  rolesOf,
  shop,
  skusOf,
  userAt,
  wait,
  workspaceProduct,
  writesDuring,
  type Change,
} from './shop';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { someOf } from '../sweep';

/** The three-way comparison: what the row wishes, what Seatsheet wrote last, what Google has now. */

const email = 'ann@shop.example';
const row = {
  Email: email,
  'First name': 'Ann',
  'Last name': 'Test',
  'Org unit': '/Sales',
  Licences: 'Business Standard',
  Roles: 'Groups Admin',
  'Super admin': 'yes',
  Aliases: 'a@shop.example',
  State: 'Active',
  Language: 'Spanish',
  'Recovery email': 'ann@home.example',
  'Recovery phone': '+34600111222',
};
const update = (body: object): Change => ['directory.users.update', { userKey: email }, body];

/** A desk on which everything is as wished, some time ago: made once, and put back to that moment for every test. */
const settled = (() => {
  let made: { readonly desk: TestDesk; readonly host: unknown; readonly google: unknown } | undefined;
  return (): TestDesk => {
    made ??= makeSettled();
    made.desk.host.restore(made.host);
    made.desk.workspace.restore(made.google);
    return made.desk;
  };
})();

function makeSettled(): { readonly desk: TestDesk; readonly host: unknown; readonly google: unknown } {
  const desk = open([row, { Email: 'bob@shop.example', 'First name': 'Bob', 'Last name': 'Test' }], {
    orgUnits: [{ orgUnitPath: '/Office' }],
  });
  desk.checkAndRun();
  wait(desk);
  expectSettled(desk);
  return { desk, host: desk.host.snapshot(), google: desk.workspace.snapshot() };
}

/** Checks for an action with its own name, as the sidebar does it, and runs what there is. */
function putBack(desk: TestDesk): void {
  const scope = { kind: 'rows', rows: [`Users!${email}`] } as const;
  const check = () => ask(desk.host, 'startCheck', { scope, action: 'put-back' });
  check();
  const keys = desk.needs().flatMap(({ key, question }) => (question?.kind === 'administrator' ? [key] : []));
  if (keys.length) ask(desk.host, 'answerQuestion', { keys, yes: true });
  if (keys.length) check();
  const { planId, rows } = ask(desk.host, 'getPlan');
  expect(rows).toBe(1);
  let progress = ask(desk.host, 'startRun', { planId });
  while (progress.more) progress = ask(desk.host, 'continueWork');
}

const changes: readonly (readonly [string, Change, RegExp, (desk: TestDesk) => unknown])[] = [
  [
    'first name',
    update({ name: { givenName: 'Anna' } }),
    /First name is “Anna”/,
    (desk) => userAt(desk, email).name?.givenName,
  ],
  [
    'last name',
    update({ name: { familyName: 'Berg' } }),
    /Last name is “Berg”/,
    (desk) => userAt(desk, email).name?.familyName,
  ],
  [
    'org unit',
    update({ orgUnitPath: '/Office' }),
    /Org unit is “\/Office”/,
    (desk) => userAt(desk, email)['orgUnitPath'],
  ],
  ['suspension', update({ suspended: true }), /State is “Suspended”/, (desk) => userAt(desk, email)['suspended']],
  [
    'language',
    update({ languages: [{ languageCode: 'de', preference: 'preferred' }] }),
    /Language is “German”/,
    (desk) => userAt(desk, email)['languages'],
  ],
  [
    'recovery email',
    update({ recoveryEmail: 'other@home.example' }),
    /Recovery email is “other@home\.example”/,
    (desk) => userAt(desk, email)['recoveryEmail'],
  ],
  [
    'recovery phone',
    update({ recoveryPhone: '+34600999888' }),
    /Recovery phone is “\+34600999888”/,
    (desk) => userAt(desk, email)['recoveryPhone'],
  ],
  [
    'super admin',
    ['directory.users.makeAdmin', { userKey: email }, { status: false }],
    /Super administrator rights were withdrawn/,
    (desk) => userAt(desk, email)['isAdmin'],
  ],
  [
    'licence',
    ['licensing.licenseAssignments.delete', { productId: workspaceProduct, skuId: businessStandard, userId: email }],
    /Business Standard was taken away/,
    (desk) => skusOf(desk, email),
  ],
  [
    'edition',
    [
      'licensing.licenseAssignments.update',
      { productId: workspaceProduct, skuId: businessStandard, userId: email },
      { skuId: businessStarter },
    ],
    /Business Standard was replaced by .*Business Starter/,
    (desk) => skusOf(desk, email),
  ],
  [
    'alias',
    ['directory.users.aliases.delete', { userKey: email, alias: 'a@shop.example' }],
    /alias a@shop\.example was removed/,
    (desk) => userAt(desk, email)['aliases'] ?? [],
  ],
];

describe('a change made at Google since', () => {
  test.each(someOf(changes, 3))(
    'to the %s is reported and left, and put back only when asked',
    (...[, change, says, seen]) => {
      const desk = settled();
      const wished = seen(desk);
      behind(desk, change);
      expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
      expect(desk.row(email)).toMatchObject({ Status: 'Up to date', Details: expect.stringMatching(says) as string });
      expect(desk.row(email)['Details']).toMatch(/Put back/);
      expect(seen(desk)).not.toEqual(wished);
      expect(desk.needs().map(({ key, drift }) => [key, drift])).toEqual([[`Users!${email}`, true]]);
      putBack(desk);
      expect(desk.row(email)['Status']).toBe('Done');
      expect(seen(desk)).toEqual(wished);
      expectSettled(desk);
      expect(desk.needs()).toEqual([]);
    },
  );

  test('to a role is reported and left, and put back only when asked', () => {
    const desk = settled();
    const id =
      desk
        .tenant()
        .accounts[0]?.roleAssignments?.find(
          ({ roleName, assignedTo }) => roleName === '_GROUPS_ADMIN_ROLE' && assignedTo === email,
        )?.roleAssignmentId ?? '';
    behind(desk, ['directory.roleAssignments.delete', { customer: 'C0shop01', roleAssignmentId: id }]);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(email)['Details']).toMatch(/The role Groups Admin was taken away/);
    putBack(desk);
    expect(rolesOf(desk, email)).toContain('_GROUPS_ADMIN_ROLE');
    expectSettled(desk);
  });

  test("to the address is reported and left, and the row stays the person's", () => {
    const desk = settled();
    behind(desk, update({ primaryEmail: 'ann.berg@shop.example' }));
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(email)).toMatchObject({
      Status: 'Up to date',
      Details: expect.stringMatching(/Email is “ann\.berg@shop\.example” at Google/) as string,
    });
    putBack(desk);
    expect(userAt(desk, email)['aliases']).toContain('ann.berg@shop.example');
    expectSettled(desk);
  });

  test('is not taken for agreed: it is still reported by the next checks', () => {
    const desk = settled();
    behind(desk, update({ orgUnitPath: '/Office' }));
    for (let round = 0; round < 3; round++) {
      desk.checkAndRun();
      expect(desk.row(email)['Details']).toMatch(/Org unit is “\/Office” at Google/);
    }
    desk.type(email, 'Org unit', '/Office');
    expectSettled(desk);
    expect(desk.row(email)['Details']).toBe('As wished.');
  });

  test("to a field that the row leaves blank is nobody's business", () => {
    const desk = settled();
    behind(desk, [
      'directory.users.update',
      { userKey: 'bob@shop.example' },
      { orgUnitPath: '/Office', recoveryEmail: 'bob@home.example' },
    ]);
    expectSettled(desk);
    expect(desk.row('bob@shop.example')['Details']).toBe('As wished.');
  });
});

describe('a row that was changed where Google was changed too', () => {
  test('is planned, and the plan flags what it overrides', () => {
    const desk = settled();
    behind(desk, update({ orgUnitPath: '/Office', name: { givenName: 'Anna' } }));
    behind(desk, [
      'licensing.licenseAssignments.update',
      { productId: workspaceProduct, skuId: businessStandard, userId: email },
      { skuId: businessStarter },
    ]);
    wait(desk);
    desk.type(email, 'Org unit', '/Support');
    desk.type(email, 'Licences', 'Business Plus');
    desk.check();
    const { Details = '' } = desk.row(email);
    expect(Details).toMatch(/Org unit “\/Support” overrides “\/Office”, a change made at Google/);
    expect(Details).toMatch(
      /Business Plus overrides a change made at Google: .*Business Standard was replaced by .*Business Starter/,
    );
    expect(Details).toMatch(/First name is “Anna” at Google.*Left as it is/);
    expect(userAt(desk, email)['orgUnitPath']).toBe('/Office');
  });

  test('and agrees with Google by now needs nothing', () => {
    const desk = settled();
    behind(desk, update({ name: { familyName: 'Berg' } }));
    desk.type(email, 'Last name', 'Berg');
    expectSettled(desk);
    expect(desk.row(email)['Details']).toBe('As wished.');
  });
});

describe('an account that was deleted at Google', () => {
  test('is reported and left; with its User ID cleared the row makes a new one, with everything that it wishes', () => {
    const desk = settled();
    const { id } = userAt(desk, email);
    behind(desk, ['directory.users.makeAdmin', { userKey: email }, { status: false }]);
    behind(desk, ['directory.users.delete', { userKey: email }]);
    wait(desk, 300);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(email)).toMatchObject({
      Status: 'Up to date',
      'User ID': id,
      Details: expect.stringMatching(/deleted at Google since.*Recently deleted.*clear the User ID cell/) as string,
    });
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);

    desk.type(email, 'User ID', '');
    desk.checkAndRun();
    expect(desk.row(email)).toMatchObject({ Status: 'Done' });
    expect(userAt(desk, email).id).not.toBe(id);
    expect(userAt(desk, email)).toMatchObject({ orgUnitPath: '/Sales', isAdmin: true, aliases: ['a@shop.example'] });
    expect([skusOf(desk, email), rolesOf(desk, email)]).toEqual([[businessStandard], ['_GROUPS_ADMIN_ROLE']]);
    expect(desk.handOff().map((one) => one.email)).toContain(email);
    wait(desk);
    expectSettled(desk);
  });

  test('and restored later is worked on again as the row says by then', () => {
    const desk = settled();
    const { id } = userAt(desk, email);
    behind(desk, ['directory.users.makeAdmin', { userKey: email }, { status: false }]);
    behind(desk, ['directory.users.delete', { userKey: email }]);
    wait(desk, 300);
    desk.type(email, 'Last name', 'Married');
    desk.checkAndRun();
    behind(desk, ['directory.users.undelete', { userKey: id ?? '' }, { orgUnitPath: '/Sales' }]);
    wait(desk);
    desk.checkAndRun();
    expect(userAt(desk, email)).toMatchObject({ id, name: { familyName: 'Married' } });
    expect(desk.row(email)).toMatchObject({
      Status: 'Done',
      Details: expect.stringMatching(/Super administrator rights were withdrawn at Google since/) as string,
    });
  });

  test('only by its id, as a new account may be for a while, is not deleted', () => {
    const desk = settled();
    const id = userAt(desk, email)['id'];
    const scope = { kind: 'rows', rows: [`Users!${email}`] } as const;
    const reads = () => desk.google.reads('directory.users.get').map(({ params }) => params['userKey']);
    const before = reads().length;
    desk.check({ scope });
    const after = reads().slice(before).indexOf(String(id));
    expect(after).toBeGreaterThan(-1);
    googleOf(desk).control.failNext('directory.users.get', { status: 404, reason: 'notFound', after });
    desk.check({ scope });
    expect(desk.google.refused('directory.users.get').map(({ params }) => params['userKey'])).toContain(id);
    expect(desk.row(email)['Status']).toBe('Up to date');
  });

  test("and created anew by somebody needs a person's word", () => {
    const desk = settled();
    behind(desk, ['directory.users.makeAdmin', { userKey: email }, { status: false }]);
    behind(desk, ['directory.users.delete', { userKey: email }]);
    wait(desk, 300);
    behind(desk, [
      'directory.users.insert',
      {},
      { primaryEmail: email, name: { givenName: 'Ann', familyName: 'Test' }, password: 'of somebody else' },
    ]);
    wait(desk);
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
    expect(desk.row(email)).toMatchObject({
      Status: 'Needs you',
      Details: expect.stringMatching(/no longer exists.*belongs to another account.*clear the User ID cell/) as string,
    });
  });
});

test("an adopted person's earlier values are no drift: the row is the first to say anything", () => {
  const desk = openDesk({
    tenant: shop({
      users: [person(email, 'Ann Test', { orgUnitPath: '/Office' })],
      orgUnits: [{ orgUnitPath: '/Office' }],
    }),
    users: [{ Email: email, 'Org unit': '/Sales' }, { Email: admin }],
  });
  desk.checkAndRun();
  expect(userAt(desk, email)['orgUnitPath']).toBe('/Sales');
  expectSettled(desk);
});
