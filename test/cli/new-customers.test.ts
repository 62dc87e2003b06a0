import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HostFile } from '../../sandbox/cli/workbook';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { Tenant, TenantAccount } from '../../sandbox/workspace/tenant';
import { cleanUp, example, filesOf, newFolder, readJson, readLines, rowsOf, sandbox, summaryOf } from './command';

/** examples/new-customers, as examples/README.md tells to run it: three mornings at a reseller's desk. */

const token = '7f3a9c51e08b46d2a1c4';
const tabs = ['Customers', 'Subscriptions', 'Users'] as const;
let first: string;
let again: string;
let later: string;
const codes: number[] = [];

async function run(from: string): Promise<string> {
  const out = newFolder();
  codes.push((await sandbox('run', from, '--out', out)).code);
  return out;
}

/** Every customer accepts the terms and verifies its domain. */
function accepted(account: TenantAccount): TenantAccount {
  const { domains = [], subscriptions = [], ...rest } = account;
  return {
    ...rest,
    acceptedTerms: true,
    domains: domains.map((domain) => ({ ...domain, verified: true })),
    subscriptions: subscriptions.map((one) => ({ ...one, status: 'ACTIVE', suspensionReasons: [] })),
  };
}

beforeAll(async () => {
  first = await run(example('new-customers'));
  again = await run(first);
  const tenant = readJson<Tenant>(again, 'tenant.json');
  writeFileSync(
    path.join(again, 'tenant.json'),
    JSON.stringify({ ...tenant, accounts: tenant.accounts.map(accepted) }),
  );
  later = await run(again);
}, 60_000);
afterAll(cleanUp);

/** Every row of the tabs by key, in the order of byKey. */
function row(out: string, key: string): Readonly<Record<string, string>> {
  const tab = tabs.find((name) => key.startsWith(`${name}!`)) ?? 'Users';
  const place = Object.keys(summaryOf(out).byKey)
    .filter((one) => one.startsWith(`${tab}!`))
    .indexOf(key);
  return rowsOf(out, tab)[place] ?? {};
}

const keysThat = (out: string, outcome: string): string[] =>
  Object.entries(summaryOf(out).byKey)
    .filter(([, one]) => one === outcome)
    .map(([key]) => key)
    .sort();
const writes = (out: string, op: string): LoggedRequest[] =>
  readLines<LoggedRequest>(out, 'requests.jsonl').filter((line) => line.op === op && line.status < 300);

/** What each row that is not done says: why, and what to do. */
const says: Readonly<Record<string, RegExp>> = {
  'Customers!solis-energia.example': /exists with Google or another reseller.*public id.*Transfer token/,
  'Customers!bluepeak-yoga.example': /consumer Gmail.*unlock.*untick From Gmail/,
  'Customers!rosenthal-druck.example': /on the customer's own domain.*another domain/,
  'Customers!casa-azul.example': /Portugall.*Did you mean Portugal/,
  'Customers!www.fernhill-farm.example': /begins with www.*without it/,
  'Customers!lenz-gartenbau.example/kontakt': /web address.*domain alone/,
  'Customers!oldmill-bakery.example': /no customer C02gone77.*clear or correct/,
  'Customers!acme-optik.example#2': /row 10 too.*Delete this row/,
  'Subscriptions!pixelgarten.example/Business Starter': /team customer.*Essentials.*Choose one/,
  'Subscriptions!hartley-dental.example/Business Standard': /a trial has at most 10\. Write at most 10/,
  'Subscriptions!quercia-vini.example/Business Standard': /at most 300 people. Write at most 300/,
  'Subscriptions!nobody.example/Business Starter': /not a customer of yours. Add it on Customers/,
  'Subscriptions!solis-energia.example/Business Starter': /not ready: see its row on Customers/,
  'Subscriptions!bluepeak-yoga.example/Business Starter': /not ready: see its row on Customers/,
  'Subscriptions!rosenthal-druck.example/Business Starter': /not ready: see its row on Customers/,
  'Users!joana@solis-energia.example': /not your customer yet.*check this row again/,
  'Users!uwe@rosenthal-druck.example': /no account yet, and its row on the Customers tab needs you/,
  'Users!nele.otto@acme-optik.example': /seat.*Raise/i,
  'Users!bruno.haas@acme-optik.example': /seat.*Raise/i,
};
/** People who wait for their customer to accept the terms. */
const patient = [
  'karl.imhof@brennerei-falk.example',
  'lena.vogt@brennerei-falk.example',
  'marta.gil@talleres-mora.example',
  'eirik@nordvik-foto.example',
  'finn.quigley@studio-lark.example',
].map((email) => `Users!${email}`);

describe('The first run', () => {
  test('ends each row where it belongs, and says that not all is done', () => {
    expect(codes[0]).toBe(1);
    expect(summaryOf(first)).toMatchObject({
      rows: 53,
      outcomes: { settled: 1, done: 28, waiting: 14, blocked: 10, failed: 0, notReached: 0 },
      warnings: ['Not used on Customers: Sales person (column Q).', 'Not used on Subscriptions: Remark (column I).'],
    });
    expect([...keysThat(first, 'waiting'), ...keysThat(first, 'blocked')].sort()).toEqual(
      [...Object.keys(says), ...patient].sort(),
    );
  });

  test.each(Object.entries(says))('%s says what is wrong and what to do', (key, words) => {
    expect(row(first, key)['Details']).toMatch(words);
  });

  test.each(patient)('%s waits for the terms', (key) => {
    expect(row(first, key)).toMatchObject({
      Status: 'Waiting',
      Details: expect.stringContaining('has not accepted Google’s terms yet'),
    });
  });

  test('makes eight customers, orders five subscriptions and transfers three, each once', () => {
    expect(writes(first, 'reseller.customers.insert')).toHaveLength(8);
    expect(
      writes(first, 'reseller.subscriptions.insert').filter(({ params }) => params['customerAuthToken'] === undefined),
    ).toHaveLength(5);
    expect(
      writes(first, 'reseller.subscriptions.insert').filter(({ params }) => params['customerAuthToken'] !== undefined),
    ).toHaveLength(3);
  });

  test('sets a customer’s language before its first person', () => {
    const log = readLines<LoggedRequest>(first, 'requests.jsonl').filter(({ status }) => status < 300);
    const at = (op: string, about: string) =>
      log.findIndex((line) => line.op === op && JSON.stringify([line.params, line.body]).includes(about));
    const id = row(first, 'Customers!talleres-mora.example')['Customer ID'] ?? '';
    expect(at('directory.customers.patch', id)).toBeGreaterThan(-1);
    expect(at('directory.customers.patch', id)).toBeLessThan(
      at('directory.users.insert', 'inigo@talleres-mora.example'),
    );
  });

  test('shows how each customer stands', () => {
    expect(row(first, 'Customers!brennerei-falk.example')).toMatchObject({
      Status: 'Done',
      'Customer ID': expect.stringMatching(/^C\w+$/),
      Terms: 'waiting 0 days',
      'Domain verified': '21 days left',
      'Admin console': expect.stringContaining('https://'),
      Details: expect.stringContaining('set the language to German'),
    });
    expect(row(first, 'Customers!meridian-bau.example')).toMatchObject({
      Status: 'Done',
      'Customer ID': 'C03merid2',
      Terms: 'accepted',
      'Domain verified': 'yes',
      'Transfer token': '',
    });
    expect(row(first, 'Subscriptions!talleres-mora.example/Google Workspace Business Standard')).toMatchObject({
      'PO number': '00417',
      'Google says': expect.stringContaining('annual, paid monthly, 0 of 12 seats'),
    });
    expect(row(first, 'Subscriptions!acme-optik.example/Business Standard')['Google says']).toBe(
      'Active, flexible, 12 of 14 seats used',
    );
  });

  test('tells each customer whose terms wait, once and in its language', () => {
    const mails = readLines<{ to: string; subject: string; body: string }>(first, 'mail.jsonl');
    expect(mails.map(({ to }) => to).sort()).toEqual([
      'aase.nordvik@epost.example',
      'greta.falk@posteo.example',
      'inigo.mora@correo.example',
      'moira@studio-lark.example',
      'zoe@boite.example',
    ]);
    const toGreta = mails.find(({ to }) => to === 'greta.falk@posteo.example');
    expect(toGreta?.subject).toContain('Bedingungen annehmen');
    expect(toGreta?.body).toMatch(
      /^Guten Tag,\n\n[^]*1\. Melden Sie sich [^]*als greta\.falk@brennerei-falk\.example[^]*2\. Bestätigen Sie die Domain brennerei-falk\.example/,
    );
    expect(mails.find(({ to }) => to.startsWith('inigo'))?.subject).toContain('acepte las condiciones');
    expect(mails.map(({ body }) => body).join()).not.toMatch(/undefined|null|\[object|\$\{/);
  });

  test('leaves the columns of the person’s own as they were', () => {
    expect(rowsOf(first, 'Customers').map((one) => one['Sales person'])).toEqual(
      rowsOf(example('new-customers'), 'Customers').map((one) => one['Sales person']),
    );
    expect(row(first, 'Subscriptions!atelier-renard.example/Business Plus')['Remark']).toBe('decides in April');
  });
});

test('the second run writes nothing, neither to Google nor to customers', () => {
  expect(codes[1]).toBe(1);
  expect(summaryOf(again)).toMatchObject({
    outcomes: { settled: 29, done: 0, waiting: 14, blocked: 10 },
    requests: { writes: 0 },
    mails: 0,
  });
});

describe('The third run, after the customers have accepted and verified', () => {
  test('brings the people who waited, with their licences, org units and roles', () => {
    expect(keysThat(later, 'done')).toEqual([...patient].sort());
    expect(writes(later, 'directory.users.insert')).toHaveLength(5);
    expect(row(later, 'Users!eirik@nordvik-foto.example')['Details']).toBe(
      'Created the org unit /Studio, created the user, gave Google Workspace Enterprise Standard, gave the role Groups Admin.',
    );
  });

  test('shows it on Customers, and sends no further mail', () => {
    expect(row(later, 'Customers!talleres-mora.example')).toMatchObject({
      Status: 'Up to date',
      Terms: 'accepted',
      'Domain verified': 'yes',
    });
    expect(summaryOf(later).mails).toBe(0);
  });

  test('gives new people the language of their customer', () => {
    const users = readJson<Tenant>(later, 'tenant.json').accounts.flatMap((account) => account.users ?? []);
    expect(
      users.find(({ primaryEmail }) => primaryEmail === 'marta.gil@talleres-mora.example')?.['languages'],
    ).toMatchObject([{ languageCode: 'es' }]);
  });
});

describe('No secret stands in any file', () => {
  /**
   * What a folder holds, without what is the reseller's own: host.json's properties of users, and the hand-off.
   * tenant.json is Google.
   */
  function open(out: string): string {
    const { 'tenant.json': _google, 'handoff.json': _theirs, 'host.json': _host, ...files } = filesOf(out);
    const { properties, ...rest } = readJson<HostFile>(out, 'host.json');
    return JSON.stringify([files, rest, { ...properties, users: undefined }]);
  }

  test('no transfer token, and its cell is empty', () => {
    for (const out of [first, again, later]) expect(open(out)).not.toContain(token);
    expect(
      rowsOf(first, 'Customers')
        .map((one) => one['Transfer token'])
        .join(''),
    ).toBe('');
    expect(JSON.stringify(readJson<HostFile>(first, 'host.json').properties.users)).toContain(token);
  });

  test('no password of anybody', () => {
    const given = [first, later].flatMap((out) => readJson<{ email: string; password: string }[]>(out, 'handoff.json'));
    expect(given.length).toBeGreaterThan(8);
    for (const { password } of given)
      for (const out of [first, again, later]) expect(open(out)).not.toContain(password);
  });
});
