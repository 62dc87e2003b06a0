import { ask } from '../../sandbox/cli/desk';
import { openDesk, type TestDesk } from '../sandbox-desk';
import { account, admin, businessStarter, person, shop, usersAt, writesDuring } from '../users/shop';
import { boss, partner, pia } from './partner';

/** Domains on the Team tab: which have a column, and what is said of those on which nobody can be made. */

const mara = { 'First name': 'Mara', 'Last name': 'Lindqvist', 'User name': 'mara', 'Work address': 'm@work.example' };
const key = 'Team!mara';
const details = (desk: TestDesk): string => desk.row(key)['Details'] ?? '';
const headers = (desk: TestDesk): readonly string[] => Object.keys(desk.rows('Team')[0] ?? {});
const cellOf = (desk: TestDesk): string | undefined => desk.needs().find((note) => note.key === key)?.cell;
const noteAt = (desk: TestDesk, header: string): string | undefined =>
  desk.host.state.sheets.find(({ name }) => name === 'Team')?.cells[0]?.find((cell) => cell?.value === header)?.note;
const there = (desk: TestDesk, email: string): boolean =>
  usersAt(desk).some(({ primaryEmail }) => primaryEmail === email);

test('a domain alias and a domain that is not verified are named with their remedy, before anything is written', () => {
  const tenant = shop({
    domains: [
      { domainName: 'shop.example', isPrimary: true, verified: true },
      { domainName: 'new.example', verified: false },
    ],
    domainAliases: [{ domainAliasName: 'laden.example', parentDomainName: 'shop.example', verified: true }],
  });
  const row = { ...mara, 'shop.example': 'TRUE', 'laden.example': 'TRUE', 'new.example': '' };
  const desk = openDesk({ tenant, users: [{ Email: '' }], tabs: { Team: [row] } });
  expect(desk.check().added).toBe(1);
  expect(details(desk)).toContain('laden.example is a domain alias of shop.example');
  expect(details(desk)).toContain('Use shop.example instead.');
  expect(noteAt(desk, 'laden.example')).toContain('is a domain alias of shop.example');
  desk.run();
  expect(desk.row(key)['Status']).toBe('Needs you');
  expect(cellOf(desk)).toBe('F2');
  expect(there(desk, 'mara@shop.example')).toBe(true);
  desk.type(key, 'laden.example', '');
  desk.type(key, 'new.example', 'TRUE');
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  expect(details(desk)).toContain('The domain new.example is not verified yet');
  expect(cellOf(desk)).toBe('G2');
  expect(noteAt(desk, 'new.example')).toContain('not verified yet');
});

test('domains of accounts whose administrators were here get a column with whose they are, beside what people made', () => {
  const desk = openDesk({
    tenant: partner(),
    users: [{ Email: '' }],
    tabs: { Team: [{ ...mara, 'My notes': 'keep', 'cloudpartner.example': 'TRUE' }] },
    options: { as: pia },
  });
  // Somebody writes below no header, too.
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Team');
  const width = headers(desk).length;
  (sheet?.cells[1] ?? [])[width] = { value: 'beside', format: '@' };
  const before = headers(desk);
  desk.check();
  expect(headers(desk)).toContain('northpartner.example');
  desk.host.become(boss);
  desk.check();
  const after = headers(desk);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after).toContain('cloudpartner-eu.example');
  expect(sheet?.cells[1]?.[width]?.value).toBe('beside');
  expect(desk.row(key)).toMatchObject({ 'My notes': 'keep', 'cloudpartner.example': 'TRUE' });
  expect(noteAt(desk, 'northpartner.example')).toContain('A domain of the account northpartner.example.');
  expect(noteAt(desk, 'cloudpartner-eu.example')).toContain('A domain of the account cloudpartner.example.');
});

test('a column that somebody deleted stays away until Set up, and is not made twice', () => {
  const desk = openDesk({ tenant: partner(), users: [{ Email: '' }], tabs: { Team: [mara] } });
  desk.check();
  expect(headers(desk)).toContain('cloudpartner-eu.example');
  const at = headers(desk).indexOf('cloudpartner-eu.example');
  for (const { name, cells } of desk.host.state.sheets)
    if (name === 'Team') for (const line of cells) line.splice(at, 1);
  desk.check();
  desk.check();
  expect(headers(desk)).not.toContain('cloudpartner-eu.example');
  expect(ask(desk.host, 'setUpSpreadsheet').says).toContain('come back with the next check');
  desk.check();
  expect(headers(desk).filter((one) => one === 'cloudpartner-eu.example')).toHaveLength(1);
  expect(ask(desk.host, 'setUpSpreadsheet').says).not.toContain('come back with the next check');
});

const closing = (more: object) => ({
  signedInAs: admin,
  accounts: [
    { ...account(), reseller: true },
    {
      customer: { id: 'C0close1', customerDomain: 'closed.example' },
      resoldBy: 'C0shop01',
      apiAccess: false,
      acceptedTerms: true,
      users: [person('root@closed.example', 'Ro Ot', { isAdmin: true })],
      subscriptions: [{ skuId: businessStarter, plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 9 } }],
      ...more,
    },
  ],
});

test.each([{}, { switches: { blockedAccess: 'forbidden' } }])(
  'an account that is closed to us stops its own cell of the roster alone, which says what to do (%j)',
  (more) => {
    const row = { ...mara, 'shop.example': 'TRUE', 'closed.example': 'TRUE' };
    const desk = openDesk({
      tenant: closing(more),
      users: [{ Email: 'root@closed.example' }],
      tabs: { Team: [row, { ...mara, 'User name': 'jo', 'First name': 'Jo', 'shop.example': 'TRUE' }] },
    });
    desk.checkAndRun();
    expect(there(desk, 'mara@shop.example') && there(desk, 'jo@shop.example')).toBe(true);
    expect(desk.row(key)['Status']).toBe('Needs you');
    expect(details(desk)).toMatch(/1 of 2 accounts so far\. Users!mara@closed\.example: .*closed\.example/);
    expect(cellOf(desk)).toBe('F2');
    expect(desk.row('mara@closed.example')['Details']).toMatch(
      /Ask an administrator of closed\.example|closed\.example/,
    );
    expect(desk.row('Team!jo')['Status']).toBe('Up to date');
    expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  },
);

test('a header in the letters of its language is the domain that Google has', () => {
  const tenant = shop({
    domains: [
      { domainName: 'shop.example', isPrimary: true, verified: true },
      { domainName: 'xn--mller-kva.example', verified: true },
    ],
  });
  const row = { ...mara, 'shop.example': '', 'Müller.example': 'TRUE' };
  const desk = openDesk({ tenant, users: [{ Email: '' }], tabs: { Team: [row] } });
  desk.checkAndRun();
  expect(there(desk, 'mara@xn--mller-kva.example')).toBe(true);
  expect(headers(desk)).not.toContain('xn--mller-kva.example');
});

test('a domain of another account is no slip of ours because the company’s domains are alike', () => {
  const tick = { 'northpartner.example': 'TRUE', 'clodpartner.example': 'TRUE' };
  const desk = openDesk({ tenant: partner(), users: [{ Email: '' }], tabs: { Team: [{ ...mara, ...tick }] } });
  desk.check();
  const { Details = '' } = desk.rows('Team')[0] ?? {};
  expect(Details).toContain('northpartner.example is unconfirmed: no account seen here has this domain yet.');
  expect(Details).toContain('Did you mean cloudpartner.example?');
  expect(Details.match(/Did you mean/g)).toHaveLength(1);
});
