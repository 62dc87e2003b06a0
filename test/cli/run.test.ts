import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { LoggedRequest } from '../../sandbox/workspace/port';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { someOf } from '../sweep';
import {
  cleanUp,
  filesOf,
  newFolder,
  readJson,
  readLines,
  root,
  rowsOf,
  sandbox,
  summaryOf,
  workbook,
} from './command';

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
  'Email,First name,Last name,Org unit\nana@shop.example,Ana,Ruiz,/Sales\nbo@shop.example,Bo,Chen,/Sales/North\ncleo@shop.example,Cleo,Diaz,\n';
const book = (files: Record<string, unknown> = {}) => workbook({ 'Users.csv': people, 'tenant.json': shop, ...files });
const settled = { settled: 3, done: 0, waiting: 0, blocked: 0, failed: 0, notReached: 0 };

/** Runs a workbook and gives the folder of what came out. */
async function runOut(folder: string, ...options: string[]): Promise<{ out: string; code: number; text: string }> {
  const out = newFolder();
  const said = await sandbox('run', folder, '--out', out, ...options);
  return { out, code: said.code, text: said.out };
}

describe('the main job', () => {
  let first: { out: string; code: number; text: string };
  beforeAll(async () => (first = await runOut(book())));

  test('does every row, ends with 0 and prints how many', () => {
    expect(first.code).toBe(0);
    expect(summaryOf(first.out)).toMatchObject({
      rows: 3,
      outcomes: { done: 3, notReached: 0 },
      byKey: { 'Users!ana@shop.example': 'done' },
      mails: 0,
      warnings: [],
    });
    expect(first.text).toMatch(/done +3\n/);
    expect(rowsOf(first.out).map((row) => row['Status'])).toEqual(['Done', 'Done', 'Done']);
  });

  test('names every column that nothing is done with, however many they are', async () => {
    const own = Array.from({ length: 9 }, (_none, at) => `Own ${String(at + 1)}`);
    const users = `Email,${own.join(',')}\nadmin@shop.example${',x'.repeat(9)}\n`;
    const { out } = await runOut(book({ 'Users.csv': users }), '--check-only');
    expect(summaryOf(out).warnings).toEqual([
      expect.stringMatching(/Own 5 and 4 more\. B: Own 1, C: Own 2, .*, J: Own 9\.$/) as string,
    ]);
  });

  test('writes every file, and what it wrote runs again with nothing to do, into the same folder if wished', async () => {
    const again = newFolder();
    cpSync(first.out, again, { recursive: true });
    expect(Object.keys(filesOf(again))).toEqual(
      expect.arrayContaining([
        'Journal.csv',
        'Users.csv',
        'handoff.json',
        'host.json',
        'mail.jsonl',
        'plan.jsonl',
        'requests.jsonl',
        'summary.json',
        'tenant.json',
      ]),
    );
    expect((await sandbox('run', again, '--out', again)).code).toBe(0);
    expect(summaryOf(again)).toMatchObject({ outcomes: settled, requests: { writes: 0 } });
    expect(rowsOf(again).map((row) => row['User ID'])).toEqual(rowsOf(first.out).map((row) => row['User ID']));
  });

  test('gives the same bytes twice', async () => {
    expect(filesOf((await runOut(book())).out)).toEqual(filesOf(first.out));
  });

  test('gives the same bytes twice under jitter too, and others than without', async () => {
    const [one, two] = [await runOut(book(), '--jitter', '80'), await runOut(book(), '--jitter', '80')];
    expect(filesOf(two.out)).toEqual(filesOf(one.out));
    expect(filesOf(one.out)['requests.jsonl']).not.toEqual(filesOf(first.out)['requests.jsonl']);
    expect(summaryOf(one.out).outcomes).toEqual(summaryOf(first.out).outcomes);
  });

  test('counts the seconds from Check to the last row: neither set-up nor what an earlier session left under way', async () => {
    const { seconds } = summaryOf(first.out);
    const lines = readLines<LoggedRequest>(first.out, 'requests.jsonl');
    const span = (from: LoggedRequest | undefined) =>
      (Date.parse(lines.at(-1)?.at ?? '') - Date.parse(from?.at ?? '')) / 1000;
    expect(seconds).toBeGreaterThan(span(lines.find(({ op }) => op.endsWith('.insert'))));
    expect(seconds).toBeLessThan(span(lines[0]));
    const dead = await runOut(book(), '--crash-at', 'google:3', '--crash-when', 'after', '--no-resume');
    expect(summaryOf((await runOut(dead.out)).out).seconds).toBeLessThan(90);
  });

  test('counts in summary.json what requests.jsonl lists', () => {
    const { requests } = summaryOf(first.out);
    const lines = readLines<LoggedRequest>(first.out, 'requests.jsonl');
    expect(requests.writes).toBe(5);
    expect(lines.filter(({ op }) => /\.(insert|update|patch|delete|makeAdmin)$/.test(op))).toHaveLength(
      requests.writes,
    );
    expect(requests.checkReads + requests.reads + requests.writes).toBe(lines.length);
  });

  test('hands off passwords that Google has, and shows them nowhere else', () => {
    const handOff = readJson<{ email: string; password: string }[]>(first.out, 'handoff.json');
    expect(handOff.map(({ email }) => email).sort()).toEqual([
      'ana@shop.example',
      'bo@shop.example',
      'cleo@shop.example',
    ]);
    const users = readJson<Tenant>(first.out, 'tenant.json').accounts[0]?.users ?? [];
    const others = Object.entries(filesOf(first.out)).filter(([name]) => name !== 'handoff.json');
    for (const { email, password } of handOff) {
      const hash = users.find(({ primaryEmail }) => primaryEmail === email)?.passwordHash as {
        salt: string;
        sha256: string;
      };
      expect(
        createHash('sha256')
          .update(hash.salt + password, 'utf8')
          .digest('hex'),
      ).toBe(hash.sha256);
      for (const [name, text] of others) expect([name, text.includes(password)]).toEqual([name, false]);
    }
  });

  test('--run-checked runs the plan that a check left, as it was: what changed since is left, nothing is checked again', async () => {
    const checked = await runOut(book(), '--check-only');
    const ran = await runOut(checked.out, '--run-checked');
    expect(ran.code).toBe(0);
    expect(summaryOf(ran.out)).toMatchObject({ outcomes: { done: 3 }, requests: { writes: 5 } });
    const none = await runOut(book(), '--run-checked');
    expect(none.code).toBe(1);
    expect(summaryOf(none.out)).toMatchObject({ stopped: expect.stringMatching(/plan|check/i) as string });
    expect(summaryOf(none.out)).toMatchObject({ requests: { writes: 0 } });
  });

  test('--arm with another domain than one’s own arms nothing, and says so', async () => {
    const leaver = book({ 'Users.csv': `Email,State\nadmin@shop.example,\nana@shop.example,Deleted\n` });
    const { out } = await runOut(leaver, '--arm', 'acme.example');
    expect(summaryOf(out)).toMatchObject({
      warnings: [expect.stringMatching(/^Not armed: .*primary domain.*shop\.example/) as string],
    });
  });

  test('only checks with --check-only: the plan is there, row by row too, and nothing was written', async () => {
    const { out, code } = await runOut(book(), '--check-only');
    expect(code).toBe(1);
    expect(summaryOf(out)).toMatchObject({ outcomes: { notReached: 3 }, requests: { writes: 0, reads: 0 } });
    expect(rowsOf(out).map((row) => row['Status'])).toEqual(['Ready', 'Ready', 'Ready']);
    const plan = readLines<{ kind: string; key?: string; plan?: { writes: object[] } }>(out, 'plan.jsonl');
    expect(plan.filter(({ kind }) => kind === 'line').length).toBeGreaterThan(0);
    const rows = plan.filter(({ kind, key }) => kind === 'row' && key?.startsWith('Users!'));
    expect(rows).toHaveLength(3);
    for (const { key, plan: planned } of rows)
      expect(planned?.writes).toContainEqual({
        op: 'directory.users.insert',
        need: 'must',
        cell: expect.stringMatching(/^A\d$/) as string,
        of: key?.replace('Users!', ''),
        says: expect.stringMatching(
          /^create the user \(first name .*, last name .*, org unit \/.*, password made/,
        ) as string,
      });
  });

  test('takes a scope: other rows are left, and do not count for the exit code', async () => {
    const { out, code } = await runOut(book(), '--scope', 'rows=ana@shop.example');
    expect(code).toBe(0);
    expect(summaryOf(out).byKey).toEqual({
      'Users!ana@shop.example': 'done',
      'Users!bo@shop.example': 'notReached',
      'Users!cleo@shop.example': 'notReached',
    });
  });

  test('asks about namesakes, and takes a yes', async () => {
    const [account] = shop.accounts;
    const namesake = { primaryEmail: 'ana@shop.example', name: { givenName: 'Anabel', familyName: 'Ruizdael' } };
    const tenant = { ...shop, accounts: [{ ...account, users: [...(account?.users ?? []), namesake] }] };
    const asked = await runOut(book({ 'tenant.json': tenant }));
    expect([asked.code, summaryOf(asked.out).byKey['Users!ana@shop.example']]).toEqual([1, 'blocked']);
    expect(asked.text).toMatch(/Users!ana@shop\.example: Needs you: .*Same person\?/);
    const { code, out } = await runOut(book({ 'tenant.json': tenant }), '--same-person', 'Users!ana@shop.example');
    expect([code, summaryOf(out).outcomes.done]).toEqual([0, 3]);
  });
});

describe('an execution that dies', () => {
  const points = [
    ['google:2', 'before'],
    ['google:4', 'after'],
    ['sheet:4', 'after'],
    ['property:2', 'after'],
  ] as const;

  test.each(someOf(points, 2))('at %s, %s it, goes on by itself', async (point, when) => {
    const { out, code } = await runOut(book(), '--crash-at', point, '--crash-when', when);
    expect(code).toBe(0);
    expect(summaryOf(out)).toMatchObject({ outcomes: { done: 3 }, requests: { writes: 5 }, warnings: [] });
    expect(readJson<unknown[]>(out, 'handoff.json')).toHaveLength(3);
  });

  test('stays dead with --no-resume, and the next run takes it up', async () => {
    const dead = await runOut(book(), '--crash-at', 'google:3', '--crash-when', 'after', '--no-resume');
    expect(dead.code).toBe(1);
    expect(summaryOf(dead.out)).toMatchObject({
      requests: { writes: 3 },
      warnings: ['The execution died after google:3.'],
    });
    const next = await runOut(dead.out);
    expect(next.code).toBe(0);
    expect(summaryOf(next.out).requests.writes).toBe(2);
    expect(readJson<unknown[]>(next.out, 'handoff.json')).toHaveLength(3);
  });

  test('says when the job ended before that write', async () => {
    const { out, code } = await runOut(book(), '--crash-at', 'google:5000');
    expect(code).toBe(0);
    expect(summaryOf(out).warnings).toEqual(['The job had fewer writes than --crash-at counts: nothing crashed.']);
  });
});

describe('somebody who cannot work here', () => {
  test.each(['nobody@mail.example'])(
    '%s: exit 1, the reason, every row not reached, Status as it was',
    async (email) => {
      const { out, code } = await runOut(
        book({ 'Users.csv': 'Email,Status\nana@shop.example,Done\nbo@shop.example,\n' }),
        '--as',
        email,
      );
      expect(code).toBe(1);
      expect(summaryOf(out)).toMatchObject({
        stopped: expect.stringMatching(/\w/),
        outcomes: { notReached: 2 },
        requests: { writes: 0 },
      });
      expect(rowsOf(out).map((row) => row['Status'])).toEqual(['Done', '']);
    },
  );
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
    ['a customer that no row is about', () => ['run', book(), '--scope', 'customer=shoe.example'], /shoe\.example/],
    [
      'a scope on the card, which has none',
      () => ['run', book(), '--surface', 'card', '--scope', 'rows=ana@shop.example'],
      /--scope/,
    ],
    ['a script without a function', () => ['script', book()], /--function/],
  ];

  test.each(cases)('%s', async (_, args, message) => {
    const { code, err, out } = await sandbox(...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

test('npm run sandbox reaches the same command line', () => {
  const help = execFileSync(
    process.execPath,
    ['--import', 'tsx', path.join(root, 'sandbox', 'main.ts'), 'run', '--help'],
    { cwd: root, encoding: 'utf8' },
  );
  expect(help).toContain('--same-person none|all|KEY,…');
  expect(help).toContain('cloudIdentityFree=assignable|siteWide');
});
