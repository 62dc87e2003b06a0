import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanUp, example, newFolder, readLines, rowsOf, sandbox, workbook } from './command';

afterAll(cleanUp);

/** Rows for what Google has and the workbook lacks, from the command line. */

const wrote = (out: string) =>
  readLines<{ op: string }>(out, 'requests.jsonl').filter(({ op }) => !/\.(get|list)/.test(op));

test('read people makes rows of everybody in reach, or of one customer, and writes nothing to Google', async () => {
  const [all, one] = [newFolder(), newFolder()];
  const said = await sandbox('read', 'people', example('new-customers'), '--out', all);
  expect([said.code, said.err]).toEqual([0, '']);
  expect(said.out).toMatch(/: added \d+ (person|people), looked at \d+ (person|people) who (has a row|have rows)/);
  const emails = rowsOf(all, 'Users').map(({ Email = '' }) => Email);
  expect(new Set(emails).size).toBe(emails.length);
  expect(wrote(all)).toEqual([]);

  const domain = 'acme-optik.example';
  const before = rowsOf(example('new-customers'), 'Users').map(({ Email }) => Email);
  expect((await sandbox('read', 'people', example('new-customers'), '--customer', domain, '--out', one)).code).toBe(0);
  const added = rowsOf(one, 'Users').filter(({ Email }) => !before.includes(Email));
  expect(added.length).toBeGreaterThan(0);
  expect(added.every(({ Email = '' }) => Email.endsWith(`@${domain}`))).toBe(true);
});

test('read customers adds what is missing', async () => {
  const out = newFolder();
  const tenant: unknown = JSON.parse(readFileSync(path.join(example('new-customers'), 'tenant.json'), 'utf8'));
  expect(await sandbox('read', 'customers', workbook({ 'tenant.json': tenant }), '--out', out)).toMatchObject({
    code: 0,
    err: '',
  });
  expect(rowsOf(out, 'Customers').length).toBeGreaterThan(1);
  expect(rowsOf(out, 'Subscriptions').length).toBeGreaterThan(1);
  expect(wrote(out)).toEqual([]);
});

test('bad usage and whoever is out of reach are told', async () => {
  expect(await sandbox('read', 'weather', example('team'), '--out', newFolder())).toMatchObject({
    code: 2,
    err: 'read takes people or customers, and a WORKBOOK.',
  });
  expect((await sandbox('read', 'people', example('team'))).code).toBe(2);
  const stranger = ['read', 'people', example('team'), '--customer', 'nobody.example', '--out', newFolder()];
  expect(await sandbox(...stranger)).toMatchObject({ code: 1, err: expect.stringContaining('no account') as string });
});
