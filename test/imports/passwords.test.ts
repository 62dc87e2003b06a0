import fc from 'fast-check';
import { cleanUp, filesOf, newFolder, readJson, sandbox, summaryOf } from '../cli/command';
import { importText } from './files';

/** Passwords of an import: kept with whoever imported, used once, and in no cell, log, plan or request. */

afterAll(cleanUp);

const secret = 'Blue.Kite-71';
const text = `Email,First name,Last name,Password\nana@shop.example,Ana,Ruiz,${secret}\nbo@shop.example,Bo,Berg,\n`;

async function run(folder: string, ...options: string[]): Promise<string> {
  const out = newFolder();
  await sandbox('run', folder, '--out', out, ...options);
  return out;
}

const holding = (folder: string): string[] =>
  Object.entries(filesOf(folder)).flatMap(([name, content]) => (content.includes(secret) ? [name] : []));

test('a password is given to the person and handed off, and stands nowhere else', async () => {
  const { folder, code } = await importText(text);
  expect([code, holding(folder)]).toEqual([0, []]);
  const out = await run(folder);
  expect(summaryOf(out)).toMatchObject({ outcomes: { done: 2 } });
  const handed = readJson<readonly { email: string; password: string }[]>(out, 'handoff.json');
  expect(handed.find(({ email }) => email === 'ana@shop.example')?.password).toBe(secret);
  // host.json: the vault of the run, until it is handed off.
  expect(holding(out).sort()).toEqual(['handoff.json', 'host.json']);
});

test('once used it is forgotten: the next run has nothing to do', async () => {
  const out = await run((await importText(text)).folder);
  expect(filesOf(out)['host.json']).not.toContain('given:');
  const again = await run(out);
  expect(summaryOf(again)).toMatchObject({ outcomes: { settled: 2 }, requests: { writes: 0 } });
});

test('for somebody who exists it is a reset, and only where rows are changed', async () => {
  const out = await run((await importText(text)).folder);
  const reset = text.replace(secret, 'Red.Boat-72');
  for (const choice of ['skip', 'fill']) {
    const left = await run((await importText(reset, out, '--existing', choice)).folder);
    expect(summaryOf(left)).toMatchObject({ requests: { writes: 0 } });
  }
  const changed = await run((await importText(reset, out, '--existing', 'update')).folder);
  expect(summaryOf(changed)).toMatchObject({ outcomes: { done: 1, settled: 1 }, requests: { writes: 1 } });
  const handed = readJson<readonly { email: string; password: string }[]>(changed, 'handoff.json');
  expect(handed.find(({ email }) => email === 'ana@shop.example')?.password).toBe('Red.Boat-72');
});

test('an execution that dies between sending and forgetting resets nobody a second time', async () => {
  const { folder } = await importText(text);
  for (const point of ['google:1', 'sheet:3']) {
    const out = await run(folder, '--crash-at', point, '--crash-when', 'after');
    expect([point, summaryOf(out).outcomes.done]).toEqual([point, 2]);
    const again = await run(out);
    expect([point, summaryOf(again).requests.writes]).toEqual([point, 0]);
  }
});

test('a password that Google would not take is said at its row, without a word of it', async () => {
  const { folder } = await importText(text.replace(secret, 'short'));
  const out = await run(folder);
  expect(summaryOf(out)).toMatchObject({ outcomes: { blocked: 1, done: 1 } });
  expect(filesOf(out)['Users.csv']).toMatch(/too short/);
});

test('more passwords than there is room for are named, and their rows are there', async () => {
  const chance = fc.sample(
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 96, maxLength: 96 }),
    { numRuns: 2_600, seed: 1 },
  );
  const lines = chance.map((password, at) => `p${at}@shop.example,P${at},X,${password}`);
  const { code, summary } = await importText(`Email,First name,Last name,Password\n${lines.join('\n')}\n`);
  expect([code, summary.added]).toEqual([1, 2_600]);
  expect(summary.problems.length).toBeGreaterThan(100);
  expect(summary.problems[0]).toMatchObject({
    column: 'Password',
    says: expect.stringContaining('no room left') as unknown,
  });
});
