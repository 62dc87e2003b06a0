import { missingColumns, namedRows } from '../../sandbox/cli/naming';
import { countOutcomes, outcomeOf, outcomesOf } from '../../sandbox/cli/summary';

const keys = (name: string, rows: string[][]) => namedRows([{ name, rows }]).map(({ key }) => key);

describe('a row is named in its own words', () => {
  test('people by their address in lower case, found by header', () => {
    expect(
      keys('Users', [
        ['Name', 'E-mail'],
        ['Ana', ' Ana@Shop.Example '],
      ]),
    ).toEqual(['Users!ana@shop.example']);
    expect(keys('Users', [['Email Address [Required]'], ['ana@shop.example']])).toEqual(['Users!ana@shop.example']);
    expect(keys('Users', [['PRIMARY EMAIL'], ['ana@shop.example']])).toEqual(['Users!ana@shop.example']);
  });

  test('groups by their address in lower case', () => {
    expect(
      keys('Groups', [
        ['Group email', 'Name'],
        ['Sales@Shop.Example', 'Sales'],
        ['', 'Staff'],
      ]),
    ).toEqual(['Groups!sales@shop.example', 'Groups!row 3']);
  });

  test('a second row of the same words gets #2, whatever its case', () => {
    expect(
      keys('Users', [['Email'], ['ana@x.example'], ['bo@x.example'], ['ANA@x.example'], ['ana@x.example']]),
    ).toEqual(['Users!ana@x.example', 'Users!bo@x.example', 'Users!ana@x.example#2', 'Users!ana@x.example#3']);
  });

  test.each([
    '',
    '-',
    'ana',
    'ana@@x.example',
    'ana maria@x.example',
    'a@x.example, b@x.example',
    '=HYPERLINK("x", "a@x.example")',
  ])('%j is no usable key: the row number names it', (email) => {
    expect(
      keys('Users', [
        ['Email', 'First name'],
        ['bo@x.example', 'Bo'],
        [email, 'Ana'],
      ]),
    ).toEqual(['Users!bo@x.example', 'Users!row 3']);
  });

  test('customers by domain, teams with their primary admin, subscriptions by customer and product', () => {
    const customers = [
      ['Domain', 'Type', 'Primary admin'],
      ['Acme.example', 'Domain', 'x@acme.example'],
      ['acme.example', 'Team', 'Lu@acme.example'],
      ['', 'Team', 'lu@acme.example'],
    ];
    expect(keys('Customers', customers)).toEqual([
      'Customers!acme.example',
      'Customers!acme.example/lu@acme.example',
      'Customers!row 4',
    ]);
    expect(
      keys('Subscriptions', [
        ['Customer', 'Product'],
        ['Acme.example', 'Business Starter'],
        ['acme.example', ''],
      ]),
    ).toEqual(['Subscriptions!acme.example/Business Starter', 'Subscriptions!row 3']);
    expect(
      keys('Customers', [
        ['Domäne', 'Typ', 'Primärer Administrator'],
        ['acme.example', 'Team', 'lu@acme.example'],
      ]),
    ).toEqual(['Customers!acme.example/lu@acme.example']);
    expect(
      keys('Subscriptions', [
        ['Kunde', 'Produkt'],
        ['Acme.example', 'Vault'],
      ]),
    ).toEqual(['Subscriptions!acme.example/Vault']);
  });

  test('blank rows, unticked boxes and our own words are no wishes, and neither is any other tab', () => {
    expect(
      keys('Users', [
        ['Email', 'Super admin', 'Status', 'User ID'],
        ['', '', ''],
        ['', 'FALSE', ''],
        ['', 'FALSE', 'Done', '117'],
        ['ana@x.example', 'FALSE', ''],
      ]),
    ).toEqual(['Users!ana@x.example']);
    expect(keys('Log', [['Email'], ['ana@x.example']])).toEqual([]);
  });
});

test('a needed input column that is missing is named; a tab that is made by set-up misses none', () => {
  expect(
    missingColumns([
      {
        name: 'Users',
        rows: [
          ['Mail to', 'First name'],
          ['ana@x.example', 'Ana'],
        ],
      },
    ]),
  ).toEqual(['Users.csv has no column Email.']);
  expect(missingColumns([{ name: 'Subscriptions', rows: [['Customer'], ['a']] }])).toEqual([
    'Subscriptions.csv has no column Product.',
  ]);
  expect(
    missingColumns([
      { name: 'Users', rows: [] },
      { name: 'Log', rows: [['x'], ['y']] },
    ]),
  ).toEqual([]);
});

describe('a Status counts as', () => {
  test.each([
    ['Up to date', 'settled'],
    ['Done', 'done'],
    ['Waiting', 'waiting'],
    ['Needs you', 'blocked'],
    ['Failed', 'failed'],
    ['Not reached', 'notReached'],
    ['Ready', 'notReached'],
    ['Running', 'notReached'],
    ['Changed since check', 'notReached'],
    ['', 'notReached'],
    ['done', 'done'],
  ])('%j: %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome);
  });

  test('not reached, whatever stands there, when no check came to its end', () => {
    const rows = namedRows([
      {
        name: 'Users',
        rows: [
          ['Email', 'Status'],
          ['ana@x.example', 'Done'],
          ['bo@x.example', 'Failed'],
        ],
      },
    ]);
    expect(countOutcomes(outcomesOf(rows, true))).toEqual({
      settled: 0,
      done: 1,
      waiting: 0,
      blocked: 0,
      failed: 1,
      notReached: 0,
    });
    expect(countOutcomes(outcomesOf(rows, false))).toMatchObject({ done: 0, failed: 0, notReached: 2 });
  });
});
