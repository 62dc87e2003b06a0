import type { PeopleListMade } from '../../src/job/imports/wire';
import { ask } from '../../sandbox/cli/desk';
import { textTabs } from '../../sandbox/cli/sheets';
import { oneDomain, openDesk, type TestDesk } from '../sandbox-desk';

/** A blank list for a customer: what it offers, and that it comes back with no question. */

const reseller = {
  signedInAs: 'boss@resell.example',
  accounts: [
    {
      customer: { id: 'C0resell1', customerDomain: 'resell.example' },
      reseller: true,
      users: [{ primaryEmail: 'boss@resell.example', name: { givenName: 'Bo', familyName: 'Ss' }, isAdmin: true }],
    },
    {
      ...oneDomain('acme.example').accounts[0]!,
      resoldBy: 'C0resell1',
      domains: [
        { domainName: 'acme.example', isPrimary: true, verified: true },
        { domainName: 'acme.test', isPrimary: false, verified: true },
        { domainName: 'acme.invalid', isPrimary: false, verified: false },
      ],
      orgUnits: [{ orgUnitPath: '/Sales' }, { orgUnitPath: '/Sales/North' }],
      subscriptions: [{ skuId: '1010020028', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 50 } }],
      roles: [{ roleName: 'Front desk', rolePrivileges: [] }],
      acceptedTerms: true,
    },
  ],
};

const desk = (): TestDesk => openDesk({ tenant: reseller, users: 'Email,First name,Last name\n' });

const columnOf = ({ rows }: PeopleListMade, header: string): string[] => {
  const place = rows[0]?.indexOf(header) ?? -1;
  return rows.slice(1).map((row) => row[place] ?? '');
};

test('it names the customer’s domains, org units, products and roles, and nobody else’s', () => {
  const list = ask(desk().host, 'makePeopleList', { customer: 'acme.example', tab: false });
  expect(list.name).toBe('People acme.example.csv');
  expect(columnOf(list, 'Email')).toContain('# Choices: @acme.example, acme.test');
  expect(columnOf(list, 'Org unit')).toContain('/, /Sales, /Sales/North');
  expect(columnOf(list, 'Licences')).toContain('Google Workspace Business Standard');
  expect(columnOf(list, 'Roles').join()).toContain('Front desk');
});

test('filled in it is imported with no question, its examples and choices are not', () => {
  const one = desk();
  const { rows } = ask(one.host, 'makePeopleList', { customer: 'acme.example', tab: false });
  const filled = [
    ...rows,
    ['ana@acme.example', 'Ana', 'Ruiz', '/Sales', 'Business Standard', '', 'Lead', '', '', '', '', ''],
    ['bo@acme.test', 'Bo', 'Berg', '', '', 'Front desk', '', '', '', '', '', ''],
  ];
  const records = filled.map((cells, at) => ({ line: at + 1, cells }));
  const view = ask(one.host, 'lookAtImport', { records, how: {} });
  expect(view).toMatchObject({ format: 'people-list', rows: 2, added: 2, problems: [], unused: [], products: [] });
  ask(one.host, 'writeImport', { id: 'list', part: 0, records, how: {} });
  one.checkAndRun();
  expect(one.rows().map(({ Email, Status }) => [Email, Status])).toEqual([
    ['ana@acme.example', 'Done'],
    ['bo@acme.test', 'Done'],
  ]);
});

test('as a tab it offers choices, takes what is filled in, and is not written over', () => {
  const one = desk();
  const make = () => ask(one.host, 'makePeopleList', { customer: 'acme.example', tab: true });
  expect(make().says).toContain('People acme.example');
  one.host.edit.paste('People acme.example', [5, 1], [['ana@acme.example', 'Ana', 'Ruiz', '/Sales']]);
  make();
  expect(textTabs(one.host.state.sheets).find(({ name }) => name === 'People acme.example')?.rows[4]?.[0]).toBe(
    'ana@acme.example',
  );
  expect(ask(one.host, 'getImportChoices').sources).toContain('People acme.example');
  const records = ask(one.host, 'readTabForImport', { name: 'People acme.example' });
  expect(ask(one.host, 'lookAtImport', { records, how: {} })).toMatchObject({ format: 'people-list', added: 1 });
});

test('a domain that nobody here reaches has no list', () => {
  expect(() => ask(desk().host, 'makePeopleList', { customer: 'stranger.example', tab: false })).toThrow(
    /no domain that you reach/,
  );
});
