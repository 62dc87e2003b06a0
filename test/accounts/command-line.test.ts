import { cleanUp, newFolder, readLines, rowsOf, sandbox, summaryOf, workbook } from '../cli/command';
import { ada, rita, tenant } from './two-accounts';

/** Two administrators, one after the other, on the command line. */

afterAll(cleanUp);

const people = 'Email,First name,Last name\na@shop.example,An,Lee\nb@rival.example,Bo,Lee\nc@rival.example,Cy,Lee\n';

async function runAs(me: string, from: string, ...options: string[]) {
  const out = newFolder();
  const { code } = await sandbox('run', from, '--as', me, '--out', out, ...options);
  return { out, code, summary: summaryOf(out) };
}

test('--invite mails who rows wait for; each run does the own rows, and a second one by either writes nothing', async () => {
  const first = await runAs(ada, workbook({ 'Users.csv': people, 'tenant.json': tenant }));
  expect(first).toMatchObject({ code: 1, summary: { outcomes: { done: 1, blocked: 2 } } });
  const invited = await runAs(ada, first.out, '--invite', `${rita},kim@nobody.example`);
  expect(readLines<{ to: string }>(invited.out, 'mail.jsonl').map(({ to }) => to)).toEqual([rita]);
  expect(invited.summary.warnings).toEqual([expect.stringContaining('No row waits for kim@nobody.example')]);
  const again = await runAs(ada, invited.out, '--invite', rita);
  expect(readLines(again.out, 'mail.jsonl')).toEqual([]);
  expect(again.summary).toMatchObject({ outcomes: { settled: 1, waiting: 2 } });
  expect(again.summary.warnings.join()).toMatch(/was invited on/);

  const hers = await runAs(rita, again.out);
  expect(hers).toMatchObject({ code: 0, summary: { outcomes: { settled: 1, done: 2 } } });
  const settled = await runAs(ada, hers.out);
  expect(settled.summary).toMatchObject({ outcomes: { settled: 1, done: 2 }, requests: { writes: 0 } });
  const last = await runAs(rita, settled.out);
  expect(last).toMatchObject({ code: 0, summary: { outcomes: { settled: 3 }, requests: { writes: 0 } } });
  expect(rowsOf(last.out).map(({ Status }) => Status)).toEqual(['Up to date', 'Up to date', 'Up to date']);
});
