import type { Scope } from '../../src/job/wire';
import { ask } from '../../sandbox/cli/desk';
import { account, admin, expectSettled, open, person, statuses, usersAt, writesDuring } from './shop';
import { openDesk, type TestDesk } from '../sandbox-desk';

/** Which rows a check takes, and what the plan says of the hidden ones. */

const names = ['ann', 'bob', 'cec', 'dan', 'eva'];
const desk = (): TestDesk =>
  open(names.map((name) => ({ Email: `${name}@shop.example`, 'First name': name, 'Last name': 'Test' })));
const made = (one: TestDesk): readonly string[] =>
  usersAt(one)
    .map(({ primaryEmail }) => primaryEmail.split('@')[0] ?? '')
    .filter((name) => names.includes(name))
    .sort();

describe('a scope', () => {
  test.each<readonly [string, Scope, readonly string[]]>([
    ['everything', { kind: 'everything' }, names],
    [
      'some rows',
      { kind: 'rows', rows: ['Users!dan@shop.example', 'Users!ann@shop.example', 'Users!nobody@shop.example'] },
      ['ann', 'dan'],
    ],
    ['the selection', { kind: 'selected' }, ['bob', 'cec', 'eva']],
    ['what is to be seen', { kind: 'visible' }, ['ann', 'eva']],
  ])('of %s takes these rows and leaves all others as they are', (_, scope, wanted) => {
    const one = desk();
    one.host.edit.hideRows('Users', [3, 4, 5]);
    one.host.edit.select(
      'Users',
      { row: 3, column: 1, rows: 2, columns: 1 },
      { row: 6, column: 2, rows: 1, columns: 1 },
    );
    const plan = one.check({ scope });
    expect(plan.rows).toBe(wanted.length);
    expect(plan.hiddenRows).toBe(wanted.filter((name) => ['bob', 'cec', 'dan'].includes(name)).length);
    one.run();
    expect(made(one)).toEqual(wanted);
    for (const name of names)
      expect(one.row(`${name}@shop.example`)['Status']).toBe(wanted.includes(name) ? 'Done' : '');
  });

  test('of what is to be seen goes by a filter too', () => {
    const one = desk();
    const sheet = one.host.state.sheets.find(({ name }) => name === 'Users');
    if (sheet) sheet.furniture['filter'] = { rect: { row: 1, column: 1, rows: 6, columns: 3 } };
    one.host.edit.hideRows('Users', [2, 3], 'filter');
    one.checkAndRun({ scope: { kind: 'visible' } });
    expect(made(one)).toEqual(['cec', 'dan', 'eva']);
  });

  test('is fixed when the check begins: sorting afterwards brings no other row into the run', () => {
    const one = desk();
    one.host.edit.select('Users', { row: 2, column: 1, rows: 2, columns: 1 });
    one.check({ scope: { kind: 'selected' } });
    one.host.edit.sortRange('Users', { column: 1, ascending: false });
    one.run();
    expect(made(one)).toEqual(['ann', 'bob']);
  });

  test('of rows to try again takes those that failed, wait, need somebody, were not reached or changed', () => {
    const one = open(
      [
        ...names.map((name) => ({
          Email: `${name}@shop.example`,
          'First name': name,
          'Last name': 'Test',
          Licences: name === 'bob' ? 'Business Starter' : '',
          Roles: name === 'cec' ? 'Nonsense' : '',
        })),
      ],
      { subscriptions: [] },
    );
    one.check();
    one.type('dan@shop.example', 'Last name', 'Changed');
    one.run();
    expect(statuses(one)).toEqual({
      'ann@shop.example': 'Done',
      'bob@shop.example': 'Waiting',
      'cec@shop.example': 'Needs you',
      'dan@shop.example': 'Changed since check',
      'eva@shop.example': 'Done',
    });
    const before = one.row('ann@shop.example')['Updated'];
    one.type('cec@shop.example', 'Roles', '');
    one.checkAndRun({ scope: { kind: 'retry' } });
    expect(statuses(one)).toEqual({
      'ann@shop.example': 'Done',
      'bob@shop.example': 'Waiting',
      'cec@shop.example': 'Done',
      'dan@shop.example': 'Done',
      'eva@shop.example': 'Done',
    });
    expect(one.row('ann@shop.example')['Updated']).toBe(before);
  });

  test('without a row in it says so', () => {
    const one = desk();
    one.host.edit.select('Users', { row: 40, column: 1, rows: 1, columns: 1 });
    expect(() => one.check({ scope: { kind: 'selected' } })).toThrow(/No row is in this scope/);
    expect(() => one.check({ scope: { kind: 'retry' } })).toThrow(/No row/);
  });

  test('of the selection says when the selection is elsewhere', () => {
    const one = openDesk({
      tenant: { signedInAs: admin, accounts: [account()] },
      users: [{ Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' }],
      tabs: { Notes: 'a,b\n1,2\n' },
    });
    one.host.edit.select('Notes', { row: 1, column: 1, rows: 1, columns: 1 });
    expect(() => one.check({ scope: { kind: 'selected' } })).toThrow(
      /on none of the tabs with rows to check \(Customers, Subscriptions, Roles, Users, Groups, Team\)/,
    );
  });
});

/** A customer of somebody else's. */
function without<T extends { readonly resoldBy: string }>({ resoldBy: _, ...rest }: T): Omit<T, 'resoldBy'> {
  return rest;
}

describe("a reseller's spreadsheet", () => {
  const customer = (id: string, domain: string, more: object = {}) => ({
    customer: {
      id,
      customerDomain: domain,
      alternateEmail: 'owner@home.example',
      postalAddress: { countryCode: 'NO', organizationName: domain },
    },
    resoldBy: 'C0shop01',
    acceptedTerms: true,
    subscriptions: [{ skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } }],
    users: [person(`boss@${domain}`, 'Bo Ss', { isAdmin: true })],
    ...more,
  });
  const reseller = (more: readonly object[] = []): TestDesk =>
    openDesk({
      tenant: {
        signedInAs: admin,
        accounts: [
          account({ reseller: true }),
          customer('C0north1', 'north.example'),
          customer('C0south1', 'south.example', {
            domains: [
              { domainName: 'south.example', isPrimary: true, verified: true },
              { domainName: 'sur.example', verified: true },
            ],
          }),
          ...more.map((one) => one as ReturnType<typeof customer>),
        ],
      },
      users: [
        'ann@shop.example',
        'bob@north.example',
        'cec@south.example',
        'dan@sur.example',
        'eva@closed.example',
        'fay@foreign.example',
        'gus@nowhere.example',
      ].map((Email) => ({
        Email,
        'First name': 'Test',
        'Last name': 'Person',
        Licences: Email.includes('north') ? 'Business Starter' : '',
        'Org unit': '/Sales',
      })),
    });
  const others = [
    customer('C0close1', 'closed.example', { apiAccess: false }),
    without(customer('C0forei1', 'foreign.example')),
  ];

  test('makes each person in the account of the domain, and says of the others why not', () => {
    const one = reseller(others);
    one.checkAndRun();
    expect(statuses(one)).toEqual({
      'ann@shop.example': 'Done',
      'bob@north.example': 'Done',
      'cec@south.example': 'Done',
      'dan@sur.example': 'Done',
      'eva@closed.example': 'Needs you',
      'fay@foreign.example': 'Waiting',
      'gus@nowhere.example': 'Needs you',
    });
    const accountOf = (email: string): string | undefined =>
      one.tenant().accounts.find(({ users = [] }) => users.some(({ primaryEmail }) => primaryEmail === email))?.customer
        .id;
    expect(['bob@north.example', 'cec@south.example', 'dan@sur.example'].map(accountOf)).toEqual([
      'C0north1',
      'C0south1',
      'C0south1',
    ]);
    expect(one.row('eva@closed.example')['Details']).toMatch(
      /closed\.example has switched off API access.*Ask an administrator of closed\.example/,
    );
    expect(one.row('fay@foreign.example')['Details']).toMatch(
      /foreign\.example is out of reach: sign in as an administrator of foreign\.example/,
    );
    expect(one.row('gus@nowhere.example')['Details']).toMatch(/No account in reach has the domain nowhere\.example/);
    expectSettled(one, ['ann@shop.example', 'bob@north.example', 'cec@south.example', 'dan@sur.example']);
  });

  test('can be checked for one customer alone', () => {
    const one = reseller();
    one.check();
    expect(ask(one.host, 'getStartPage').customers.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['C0north1', 'C0south1']),
    );
    one.checkAndRun({ scope: { kind: 'customer', customer: 'C0south1' } });
    expect(one.row('bob@north.example')['Status']).not.toBe('Done');
    expect([one.row('cec@south.example')['Status'], one.row('dan@sur.example')['Status']]).toEqual(['Done', 'Done']);
    expect(one.google.writes('directory.users.insert').length).toBe(2);
  });

  test('says of a customer that refuses everything what that means, row by row', () => {
    const one = openDesk({
      tenant: {
        signedInAs: admin,
        accounts: [
          account({ reseller: true }),
          customer('C0close1', 'closed.example', { apiAccess: false, switches: { blockedAccess: 'forbidden' } }),
        ],
      },
      users: [
        { Email: 'eva@closed.example', 'First name': 'Eva', 'Last name': 'Test' },
        { Email: 'ann@shop.example', 'First name': 'Ann', 'Last name': 'Test' },
      ],
    });
    one.checkAndRun();
    expect(statuses(one)).toEqual({ 'eva@closed.example': 'Needs you', 'ann@shop.example': 'Done' });
    expect(one.row('eva@closed.example')['Details']).toMatch(
      /may not do this in the account of closed\.example.*Reseller access/,
    );
  });

  test('is served by somebody else where that person signs in to the same spreadsheet', () => {
    const one = reseller(others);
    one.checkAndRun();
    one.host.become('boss@foreign.example');
    const wrote = writesDuring(one, () => one.checkAndRun());
    expect(wrote.map(({ op }) => op)).toEqual(['directory.orgunits.insert', 'directory.users.insert']);
    expect(statuses(one)).toMatchObject({ 'fay@foreign.example': 'Done', 'ann@shop.example': 'Done' });
  });
});
