import type { Tenant } from '../../sandbox/workspace/tenant';
import { cleanUp, example, filesOf, newFolder, readJson, readLines, rowsOf, sandbox, summaryOf } from './command';

/** `examples/lifecycle`, as its README tells to run it: people of two customers, in every state. */

afterAll(cleanUp);

const arm = ['--arm', 'lumen-cloud.example'] as const;

async function run(workbook: string, ...options: string[]): Promise<{ out: string; code: number; text: string }> {
  const out = newFolder();
  const { code, out: text } = await sandbox('run', workbook, '--out', out, ...options);
  return { out, code, text };
}

const rowOf = (out: string, email: string): Readonly<Record<string, string>> =>
  rowsOf(out).find((row) => row['Email'] === email) ?? {};

const alba = (out: string) => readJson<Tenant>(out, 'tenant.json').accounts[1];

describe('examples/lifecycle', () => {
  let first: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    first = await run(example('lifecycle'), ...arm, '--yes', 'all', '--hand-off', 'mail');
  }, 120_000);

  test('brings everybody into the state that their row wishes, and says of the others why not', () => {
    expect(summaryOf(first.out)).toMatchObject({
      rows: 60,
      outcomes: { settled: 17, done: 37, waiting: 1, blocked: 5, failed: 0, notReached: 0 },
    });
    const why = (email: string): string => rowOf(first.out, email)['Details'] ?? '';
    expect(why('silvia.donati@alba-studio.example')).toMatch(/suspended by Google itself/);
    expect(why('yara.pace@alba-studio.example')).toMatch(/hold of Google Vault/);
    expect(why('flora.fiore@alba-studio.example')).toMatch(/more than 20 days ago/);
    expect(why('gino.grasso@alba-studio.example')).toMatch(/somebody else has the address/);
    expect(why('rolf.rickmers@nordwind-bau.example')).toMatch(/No seat of .* Archived User is left/);
    expect(why('leitung@nordwind-bau.example')).toMatch(/last super administrator/);
  });

  test('mails new people who start today their sign-in details; their passwords stand nowhere else', () => {
    const mails = readLines<{ to: string; body: string }>(first.out, 'mail.jsonl');
    const passwords = mails.map(({ body }) => /^\S+: ([A-HJ-NP-Za-km-z2-9]{16})$/m.exec(body)?.[1] ?? '');
    expect(passwords).toHaveLength(6);
    expect(rowOf(first.out, 'marko.vitale@alba-studio.example')['Details']).toContain('is suspended, and the person');
    for (const password of passwords) {
      expect(password).not.toBe('');
      const places = Object.entries(filesOf(first.out)).filter(([, content]) => content.toString().includes(password));
      expect(places.map(([name]) => name)).toEqual(['mail.jsonl']);
    }
  });

  test('has nothing to do the second time', async () => {
    const again = await run(first.out, ...arm);
    expect(summaryOf(again.out)).toMatchObject({ outcomes: { settled: 54, done: 0 }, requests: { writes: 0 } });
  }, 120_000);

  test('lets two people leave in one plan each, and does nothing about them afterwards', async () => {
    const [ana, bruno] = ['ana.rossi@alba-studio.example', 'bruno.bianchi@alba-studio.example'];
    const scope = `rows=${ana},${bruno}`;
    const left = await run(first.out, '--action', 'leave', '--scope', scope, '--yes', 'all');
    expect(left.code).toBe(0);
    for (const email of [ana, bruno]) {
      expect(rowOf(left.out, email)).toMatchObject({ Status: 'Done', State: 'Suspended', Licences: '-' });
      expect((alba(left.out)?.licences ?? []).filter(({ userId }) => userId === email)).toEqual([]);
      const user = (alba(left.out)?.users ?? []).find(({ primaryEmail }) => primaryEmail === email);
      expect(user).toMatchObject({ suspended: true });
      expect([user?.tokens ?? [], user?.asps ?? []]).toEqual([[], []]);
    }
    const again = await run(left.out, ...arm);
    expect(summaryOf(again.out)).toMatchObject({ requests: { writes: 0 } });
  }, 120_000);

  test('resets a password and prints it on a slip', async () => {
    const email = 'carla.costa@alba-studio.example';
    const reset = await run(first.out, '--action', 'reset-password', '--scope', `rows=${email}`, '--hand-off', 'slips');
    const [handed] = readJson<readonly { email: string; password: string }[]>(reset.out, 'handoff.json');
    expect(handed?.email).toBe(email);
    expect(String(filesOf(reset.out)['slips.html'])).toContain(handed?.password);
  }, 120_000);
});
