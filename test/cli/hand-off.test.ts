import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../sandbox/cli/csv';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, filesOf, newFolder, readJson, readLines, rowsOf, sandbox, summaryOf, workbook } from './command';

/** Passwords after a run from the command line: by mail, as slips, as CSV. */

afterAll(cleanUp);

const shop: Tenant = {
  signedInAs: 'admin@shop.example',
  accounts: [
    {
      customer: { id: 'C0shop01', customerDomain: 'shop.example' },
      users: [{ primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true }],
    },
  ],
};
const people =
  'Email,First name,Last name,Password,Send details to\n' +
  'ana@shop.example,Ana,Ruiz,,ana@home.example\n' +
  'bo@shop.example,Bo,Chen & Co,=SUM(1;2) x,\n';
const book = () => workbook({ 'Users.csv': people, 'tenant.json': shop });
type Handed = readonly { readonly email: string; readonly password: string }[];

async function runWith(...options: string[]): Promise<{ out: string; code: number; text: string }> {
  const out = newFolder();
  const said = await sandbox('run', book(), '--out', out, ...options);
  return { out, code: said.code, text: said.out };
}
const fileIn = (out: string, name: string): string => readFileSync(path.join(out, name), 'utf8');

test('--hand-off mail mails who has an address, with the whole mail in the plan, and says who still waits', async () => {
  const { out, code, text } = await runWith('--hand-off', 'mail');
  expect(code).toBe(0);
  const mails = readLines<{ to: string; body: string }>(out, 'mail.jsonl');
  expect(mails.map(({ to }) => to)).toEqual(['ana@home.example']);
  const [, password = ''] = /Password: (\S+)/.exec(mails[0]?.body ?? '') ?? [];
  expect(password).toMatch(/^[A-HJ-NP-Za-km-z2-9]{16}$/);
  expect(fileIn(out, 'plan.jsonl')).toContain('Password: [password]');
  const places = Object.entries(filesOf(out)).filter(([, content]) => content.toString().includes(password));
  expect(places.map(([name]) => name)).toEqual(['mail.jsonl']);
  expect(readJson<Handed>(out, 'handoff.json').map(({ email }) => email)).toEqual(['bo@shop.example']);
  expect(text).toContain('they still wait: 1.');
  expect(summaryOf(out)).toMatchObject({ mails: 1, outcomes: { done: 2 } });
  expect(rowsOf(out)[0]?.['Details']).toContain('Mailed the sign-in details to ana@home.example');
});

test('--hand-off mail after a run of some rows leaves the passwords of all others waiting', async () => {
  const two = people.replace(' x,', ' x,bo@home.example');
  const first = newFolder();
  const book = workbook({ 'Users.csv': two, 'tenant.json': shop });
  await sandbox('run', book, '--out', first, '--scope', 'rows=Users!bo@shop.example');
  const out = newFolder();
  const options = ['--out', out, '--scope', 'rows=Users!ana@shop.example', '--hand-off', 'mail'];
  const { out: text } = await sandbox('run', first, ...options);
  expect(readLines<{ to: string }>(out, 'mail.jsonl').map(({ to }) => to)).toEqual(['ana@home.example']);
  expect(readJson<Handed>(out, 'handoff.json').map(({ email }) => email)).toEqual(['bo@shop.example']);
  expect(text).toContain('not rows of this run, and still wait: 1.');
});

test('--hand-off csv writes what no spreadsheet program takes for a formula, and erases nothing', async () => {
  const { out } = await runWith('--hand-off', 'csv');
  const waiting = readJson<Handed>(out, 'handoff.json');
  const [headers, ...lines] = readCsv(fileIn(out, 'handoff.csv'), 'handoff.csv');
  expect(headers).toEqual(['Email', 'Name', 'First password', 'Sign in at']);
  const ana = waiting.find(({ email }) => email.startsWith('ana'))?.password ?? '';
  const byEmail = [...lines].sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
  expect(byEmail).toEqual([
    ['ana@shop.example', 'Ana Ruiz', ana, 'https://accounts.google.com'],
    ['bo@shop.example', 'Bo Chen & Co', '(not here: it begins like a formula)', 'https://accounts.google.com'],
  ]);
  expect(waiting).toHaveLength(2);
});

test('--hand-off slips writes a page for each person, with text as text', async () => {
  const { out } = await runWith('--hand-off', 'slips');
  const page = fileIn(out, 'slips.html');
  expect(page.match(/<section lang="en">/g)).toHaveLength(2);
  expect(page).toContain('Bo Chen &amp; Co');
  expect(page).toContain('https://accounts.google.com');
  for (const { password } of readJson<Handed>(out, 'handoff.json')) expect(page).toContain(password);
});

test('slips are signed by what the workbook’s host.json says, as text', async () => {
  const texts = {
    name: 'Cloud & Partner',
    signature: '<i>+49 89 1234</i>',
    en: 'Bring your badge.',
    de: '',
    es: '',
    fr: '',
  };
  const kept = JSON.stringify({ ...texts, changedBy: 'admin@shop.example', changedAt: '2026-03-01T08:00:00Z' });
  const document = { 'letterhead:C0shop01': kept };
  const host = { properties: { document, script: {}, users: {} }, triggers: [] };
  const folder = workbook({ 'Users.csv': people, 'tenant.json': shop, 'host.json': host });
  const out = newFolder();
  await sandbox('run', folder, '--out', out, '--hand-off', 'slips');
  const page = fileIn(out, 'slips.html');
  for (const text of ['Cloud &amp; Partner', '&lt;i&gt;+49 89 1234&lt;/i&gt;', 'Bring your badge.'])
    expect(page.split(text)).toHaveLength(3);
});

test('a file needs a folder', async () => {
  const said = await sandbox('run', book(), '--hand-off', 'csv');
  expect(said.code).toBe(2);
  expect(said.err).toContain('--out');
});
