import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, example, filesOf, newFolder, readJson, readLines, root, rowsOf, sandbox, summaryOf, workbook } from './command';

afterAll(cleanUp);

const shop: Tenant = {
  signedInAs: 'admin@shop.example',
  accounts: [{
    customer: { id: 'C0shop01', customerDomain: 'shop.example' },
    users: [{ primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true }],
  }],
};
const people = 'Email,First name,Last name,Org unit\nana@shop.example,Ana,Ruiz,/Sales\nbo@shop.example,Bo,Chen,/Sales/North\ncleo@shop.example,Cleo,Diaz,\n';
const book = (files: Record<string, unknown> = {}) => workbook({ 'Users.csv': people, 'tenant.json': shop, ...files });
const settled = { settled: 3, done: 0, waiting: 0, blocked: 0, failed: 0, notReached: 0 };

/** Runs a workbook and gives the folder of what came out. */
async function runOut(folder: string, ...options: string[]): Promise<{ out: string; code: number; text: string }> {
  const out = newFolder();
  const said = await sandbox('run', folder, '--out', out, ...options);
  return { out, code: said.code, text: said.out };
}

/** People at Google as they matter: without ids, times and hashes. */
function peopleAt(out: string): unknown {
  const { accounts } = readJson<Tenant>(out, 'tenant.json');
  return accounts.map(({ users = [] }) => users.map(({ primaryEmail, name, orgUnitPath, isAdmin }) => ({ primaryEmail, name, orgUnitPath, isAdmin })));
}

describe('the main job', () => {
  test('does every row, ends with 0 and prints how many', async () => {
    const { out, code, text } = await runOut(book());
    expect(code).toBe(0);
    expect(summaryOf(out)).toMatchObject({ rows: 3, outcomes: { done: 3, notReached: 0 }, byKey: { 'Users!ana@shop.example': 'done' }, mails: 0, warnings: [] });
    expect(text).toMatch(/done +3\n/);
    expect(rowsOf(out).map((row) => row['Status'])).toEqual(['Done', 'Done', 'Done']);
  });

  test('writes every file, and what it wrote runs again with nothing to do', async () => {
    const first = await runOut(book());
    expect(Object.keys(filesOf(first.out))).toEqual(expect.arrayContaining([
      'Journal.csv', 'Users.csv', 'handoff.json', 'host.json', 'mail.jsonl', 'plan.jsonl', 'requests.jsonl', 'summary.json', 'tenant.json',
    ]));
    const again = await runOut(first.out);
    expect(again.code).toBe(0);
    expect(summaryOf(again.out)).toMatchObject({ outcomes: settled, requests: { writes: 0 } });
  });

  test('may write back into its own workbook', async () => {
    const folder = book();
    expect((await sandbox('run', folder, '--out', folder)).code).toBe(0);
    expect((await sandbox('run', folder, '--out', folder)).code).toBe(0);
    expect(summaryOf(folder).outcomes).toEqual(settled);
  });

  test('gives the same bytes twice', async () => {
    const folder = book();
    expect(filesOf((await runOut(folder)).out)).toEqual(filesOf((await runOut(folder)).out));
  });

  test('counts in summary.json what requests.jsonl lists', async () => {
    const { out } = await runOut(book());
    const { requests } = summaryOf(out);
    const lines = readLines<LoggedRequest>(out, 'requests.jsonl');
    expect(requests.writes).toBe(5);
    expect(lines.filter(({ op }) => /\.(insert|update|patch|delete|makeAdmin)$/.test(op))).toHaveLength(requests.writes);
    expect(requests.checkReads + requests.reads + requests.writes).toBe(lines.length);
  });

  test('hands off passwords that Google has, and shows them nowhere else', async () => {
    const { out } = await runOut(book());
    const handOff = readJson<{ email: string; password: string }[]>(out, 'handoff.json');
    expect(handOff.map(({ email }) => email).sort()).toEqual(['ana@shop.example', 'bo@shop.example', 'cleo@shop.example']);
    const users = readJson<Tenant>(out, 'tenant.json').accounts[0]?.users ?? [];
    const others = Object.entries(filesOf(out)).filter(([name]) => name !== 'handoff.json');
    for (const { email, password } of handOff) {
      const hash = users.find(({ primaryEmail }) => primaryEmail === email)?.passwordHash as { salt: string; sha256: string };
      expect(createHash('sha256').update(hash.salt + password, 'utf8').digest('hex')).toBe(hash.sha256);
      for (const [name, text] of others) expect([name, text.includes(password)]).toEqual([name, false]);
    }
  });

  test('only checks with --check-only: the plan is there, and nothing was written', async () => {
    const { out, code } = await runOut(book(), '--check-only');
    expect(code).toBe(1);
    expect(summaryOf(out)).toMatchObject({ outcomes: { notReached: 3 }, requests: { writes: 0, reads: 0 } });
    expect(rowsOf(out).map((row) => row['Status'])).toEqual(['Ready', 'Ready', 'Ready']);
    expect(readLines<{ kind: string }>(out, 'plan.jsonl').filter(({ kind }) => kind === 'line').length).toBeGreaterThan(0);
  });

  test('takes a scope: other rows are left, and do not count for the exit code', async () => {
    const { out, code } = await runOut(book(), '--scope', 'rows=ana@shop.example');
    expect(code).toBe(0);
    expect(summaryOf(out).byKey).toEqual({ 'Users!ana@shop.example': 'done', 'Users!bo@shop.example': 'notReached', 'Users!cleo@shop.example': 'notReached' });
  });

  test('asks about namesakes, and takes a yes', async () => {
    const [account] = shop.accounts;
    const namesake = { primaryEmail: 'ana@shop.example', name: { givenName: 'Anabel', familyName: 'Ruizdael' } };
    const tenant = { ...shop, accounts: [{ ...account, users: [...(account?.users ?? []), namesake] }] };
    const asked = await runOut(book({ 'tenant.json': tenant }));
    expect([asked.code, summaryOf(asked.out).byKey['Users!ana@shop.example']]).toEqual([1, 'blocked']);
    expect(asked.text).toMatch(/Users!ana@shop\.example: Needs you: .*Same person\?/);
    for (const yes of ['all', 'Users!ana@shop.example']) {
      const { code, out } = await runOut(book({ 'tenant.json': tenant }), '--same-person', yes);
      expect([code, summaryOf(out).outcomes.done]).toEqual([0, 3]);
    }
  });
});

describe('an execution that dies', () => {
  test.each(['google:2', 'google:5', 'sheet:3', 'property:2'])('at %s goes on by itself and ends as if nothing had been', async (point) => {
    const whole = await runOut(book());
    for (const when of ['before', 'after']) {
      const { out, code } = await runOut(book(), '--crash-at', point, '--crash-when', when);
      expect([point, when, code]).toEqual([point, when, 0]);
      expect(summaryOf(out).warnings).toEqual([]);
      expect(peopleAt(out)).toEqual(peopleAt(whole.out));
      expect(readJson<unknown[]>(out, 'handoff.json')).toHaveLength(3);
    }
  });

  test('stays dead with --no-resume, and the next run takes it up', async () => {
    const dead = await runOut(book(), '--crash-at', 'google:3', '--crash-when', 'after', '--no-resume');
    expect(dead.code).toBe(1);
    expect(summaryOf(dead.out).warnings).toEqual(['The execution died after google:3.']);
    const next = await runOut(dead.out);
    expect(next.code).toBe(0);
    expect(readJson<unknown[]>(next.out, 'handoff.json')).toHaveLength(3);
  });

  test('says when the job ended before that write', async () => {
    const { out, code } = await runOut(book(), '--crash-at', 'google:5000');
    expect(code).toBe(0);
    expect(summaryOf(out).warnings).toEqual(['The job had fewer writes than --crash-at counts: nothing crashed.']);
  });
});

describe('somebody who cannot work here', () => {
  test.each(['nobody@mail.example'])('%s: exit 1, the reason, every row not reached, Status as it was', async (email) => {
    const { out, code } = await runOut(book({ 'Users.csv': 'Email,Status\nana@shop.example,Done\nbo@shop.example,\n' }), '--as', email);
    expect(code).toBe(1);
    expect(summaryOf(out)).toMatchObject({ stopped: expect.stringMatching(/\w/), outcomes: { notReached: 2 }, requests: { writes: 0 } });
    expect(rowsOf(out).map((row) => row['Status'])).toEqual(['Done', '']);
  });
});

describe('bad usage ends with 2 and a message', () => {
  const cases: [string, () => string[], RegExp][] = [
    ['no command', () => [], /COMMAND/],
    ['an unknown command', () => ['dance'], /dance/],
    ['no workbook', () => ['run'], /WORKBOOK/],
    ['a workbook that is not there', () => ['run', '/no/such/folder'], /not a folder/],
    ['an unknown option', () => ['run', book(), '--colour'], /colour/],
    ['no tenant', () => ['run', workbook({ 'Users.csv': people })], /tenant/],
    ['a broken tenant', () => ['run', book({ 'tenant.json': '{' })], /tenant\.json/],
    ['a missing input column', () => ['run', book({ 'Users.csv': 'First name\nAna\n' })], /Email/],
    ['an unknown row', () => ['run', book(), '--scope', 'rows=zoe@shop.example'], /Users!zoe@shop\.example/],
    ['an unknown switch', () => ['run', book(), '--switch', 'weather=fine'], /weather/],
    ['a value that a switch does not take', () => ['run', book(), '--switch', 'roleExists=418'], /roleExists/],
    ['quotas that are none', () => ['run', book(), '--quotas', 'sometimes'], /sometimes/],
    ['a surface that is not offered', () => ['run', book(), '--surface', 'card'], /sidebar/],
    ['a script without a function', () => ['script', book()], /--function/],
  ];

  test.each(cases)('%s', async (_, args, message) => {
    const { code, err, out } = await sandbox(...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

test('npm run sandbox reaches the same command line', () => {
  const help = execFileSync(process.execPath, ['--import', 'tsx', path.join(root, 'sandbox', 'main.ts'), 'run', '--help'], { cwd: root, encoding: 'utf8' });
  expect(help).toContain('--same-person none|all|KEY,…');
  expect(help).toContain('cloudIdentityFree=assignable|siteWide');
});

test('the example of a team can be done from the first row to the last', async () => {
  const { out, code } = await runOut(example('team'));
  expect([code, summaryOf(out).outcomes.notReached]).toEqual([0, 0]);
});
