import { cleanUp, newFolder, readLines, rowsOf, sandbox, workbook } from '../cli/command';
import { partner } from './partner';

afterAll(cleanUp);

test('the command line says how many seats an account has, and the rows beyond them wait', async () => {
  const out = newFolder();
  const again = newFolder();
  const rows = ['ann', 'bob', 'cec'].map((name) => `${name}@cloudpartner.example,${name},Test,Cloud Identity Free`);
  const folder = workbook({
    'tenant.json': partner(),
    'Users.csv': ['Email,First name,Last name,Licences', ...rows].join('\n'),
  });
  // Of nine users there one has a paid licence.
  const seats = (number: number) => ['--cloud-identity-seats', `cloudpartner.example=${String(number)}`];
  expect(await sandbox('run', folder, ...seats(10), '--out', out)).toMatchObject({ code: 1, err: '' });
  const statusIn = (where: string) => rowsOf(where, 'Users').map(({ Email, Status }) => [Email, Status]);
  expect(statusIn(out).map(([, status]) => status)).toEqual(['Done', 'Done', 'Waiting']);
  expect(readLines<{ kind: string; seats?: unknown }>(out, 'plan.jsonl')[0]?.seats).toEqual([
    expect.objectContaining({ bought: 10, used: 8, needed: 2, left: 2 }),
  ]);
  expect(await sandbox('run', out, ...seats(11), '--out', again)).toMatchObject({ code: 0, err: '' });
  expect(statusIn(again).map(([, status]) => status)).toEqual(['Up to date', 'Up to date', 'Done']);
  expect(await sandbox('run', folder, '--cloud-identity-seats', 'cloudpartner.example')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--cloud-identity-seats takes DOMAIN=N'),
  });
});
