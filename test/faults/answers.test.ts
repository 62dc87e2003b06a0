import type { Json } from '../../sandbox/workspace/json';
import { ask } from '../../sandbox/cli/desk';
import { account, fail, newCustomer, open, order, statuses } from '../new-customers/reseller';
import type { TestDesk } from '../sandbox-desk';
import { googleOf } from '../users/shop';
import { someOf } from '../sweep';

/**
 * Reads that Google answers with nothing that makes sense, and cells as full as Sheets lets them be: the rows that it
 * is about end with a sentence, the others run.
 */

const customer = 'new.example';
const sold = 'sold.example';

/** A row for every kind of read. */
function desk(): TestDesk {
  return open(
    {
      customers: [newCustomer(customer), { Domain: sold }],
      subscriptions: [order(customer), order(sold, { Seats: '12' })],
      users: [
        { Email: 'ann@resell.example', 'First name': 'Ann', 'Last name': 'Test' },
        { Email: 'bob@resell.example', 'First name': 'Bob', 'Last name': 'Test', 'Org unit': '/Sales' },
        { Email: 'desk@resell.example', Roles: 'User Management Admin' },
        { Email: `root@${sold}`, Licences: 'Business Starter' },
      ],
    },
    [account(sold)],
  );
}

/** The answers that are none. */
const answers: readonly (readonly [
  string,
  { readonly status: number; readonly reason?: string; readonly answer?: Json },
])[] = [
  ['404', { status: 404, reason: 'notFound' }],
  ['a text', { status: 200, answer: 'hello' }],
  ['null', { status: 200, answer: null }],
  ['another list', { status: 200, answer: [1] }],
  [
    'fields of other types',
    { status: 200, answer: { items: 7, organizationUnits: {}, subscriptions: [{}], domains: [null] } },
  ],
];

/** A list, and the rows that cannot do without it. */
const lists: readonly (readonly [string, readonly string[]])[] = [
  ['directory.orgunits.list', ['bob@resell.example']],
  ['directory.roles.list', ['desk@resell.example']],
  ['directory.roleAssignments.list', ['desk@resell.example']],
  ['licensing.licenseAssignments.listForProduct', [`root@${sold}`]],
  ['directory.domains.list', []],
  [
    'reseller.subscriptions.list',
    [customer, sold, `${customer}/Business Starter`, `${sold}/Business Starter`, `root@${sold}`],
  ],
];

const well = ['Done', 'Up to date'];

describe.each(lists)('%s', (op, needIt) => {
  test.each(someOf(answers, 2))(
    'that is answered by %s ends the rows that need it, and no others',
    (_what, failure) => {
      const one = desk();
      fail(one, op, { ...failure, times: 1_000 });
      one.checkAndRun();
      const ended = statuses(one);
      expect(
        Object.keys(ended)
          .filter((key) => !well.includes(ended[key] ?? ''))
          .sort(),
      ).toEqual([...needIt].sort());
      for (const key of needIt) {
        const { Details = '' } = one.rows(tabOf(key)).find((row) => keyOf(row) === key) ?? {};
        expect(Details).toMatch(/list|something else than what|see its row|terms|not ready/);
        expect(Details).not.toContain('inside Seatsheet');
      }
      // Nothing was taken for known: once Google answers again, everything is brought to its end.
      googleOf(one).control.state.failures.splice(0);
      one.checkAndRun();
      expect(Object.values(statuses(one)).filter((status) => !well.includes(status))).toEqual([]);
    },
  );
});

const tabOf = (key: string): string =>
  key.includes('@') ? 'Users' : key.includes('/') ? 'Subscriptions' : 'Customers';
const keyOf = (row: Readonly<Record<string, string>>): string =>
  row['Email'] ??
  (row['Customer'] === undefined ? (row['Domain'] ?? '') : `${row['Customer']}/${row['Product'] ?? ''}`);

describe('A cell of 50,000 characters', () => {
  const columns = {
    Customers: ['Domain', 'Organisation', 'Country', 'Primary admin', 'Customer ID'],
    Subscriptions: ['Customer', 'Product', 'Seats', 'PO number'],
    Users: ['Email', 'First name', 'Org unit', 'Licences', 'Roles', 'Aliases', 'Password', 'User ID'],
  } as const;
  const keys = {
    Customers: `Customers!${customer}`,
    Subscriptions: `Subscriptions!${customer}/Business Starter`,
    Users: 'ann@resell.example',
  };
  const cells = Object.entries(columns).flatMap(([tab, headers]) =>
    headers.map((header) => [tab as keyof typeof keys, header] as const),
  );

  test.each(someOf(cells, 2))(
    'on %s in %s ends its row with a sentence, and no other; the Journal does not grow by it',
    (tab, header) => {
      const one = desk();
      one.type(keys[tab], header, 'x'.repeat(50_000));
      one.checkAndRun();
      const journal = (): number =>
        (one.host.state.sheets.find(({ name }) => name === 'Journal')?.cells ?? []).filter((cell) => cell[0]?.value)
          .length;
      const lines = journal();
      one.check();
      expect(journal()).toBe(lines);
      const bad = Object.entries(statuses(one)).filter(([, status]) => !well.includes(status));
      const isOptional = header === 'Primary admin';
      expect(bad.length).toBeGreaterThanOrEqual(isOptional ? 0 : 1);
      expect(statuses(one)['bob@resell.example']).toMatch(/Done|Up to date/);
      for (const row of one.rows(tab)) {
        expect(row['Status']).not.toBe('');
        expect((row['Details'] ?? '').length).toBeLessThan(1_000);
      }
      expect(ask(one.host, 'getProgress').adrift).toBe('');
    },
  );
});

test('a row whose changes do not fit a line of the Journal says so, and the others run', () => {
  const one = desk();
  one.type('ann@resell.example', 'Org unit', `/${'Sales and more '.repeat(3_200).trim()}`);
  one.checkAndRun();
  expect(one.row('ann@resell.example')).toMatchObject({
    Status: 'Needs you',
    Details: expect.stringContaining('more than a line of the Journal can hold') as string,
  });
  expect(statuses(one)['bob@resell.example']).toBe('Done');
  one.type('ann@resell.example', 'Org unit', '/Sales');
  one.checkAndRun();
  expect(statuses(one)['ann@resell.example']).toBe('Done');
});
