import { cleanUp, newFolder, readLines, rowsOf, sandbox, workbook } from '../cli/command';
import { partner, pia, team } from './partner';

afterAll(cleanUp);

test('the command line makes both reports, and the next administrator’s keeps what the first one saw', async () => {
  const [first, second] = [newFolder(), newFolder()];
  const files = {
    'tenant.json': partner(),
    'Team.csv': team,
    'Users.csv': 'Email,Super admin\nroot@acme.example,TRUE',
  };
  const folder = workbook(files);
  expect(await sandbox('report', 'coverage', folder, '--as', pia, '--out', first)).toMatchObject({ code: 0, err: '' });
  expect(await sandbox('report', 'coverage', first, '--out', second)).toMatchObject({ code: 0, err: '' });
  const covered = Object.fromEntries(rowsOf(second, 'Coverage').map((row) => [row['Address'], row['Covered']]));
  expect(covered).toMatchObject({ 'mara@northpartner.example': 'yes', 'mara@cloudpartner.example': 'yes' });
  const sent = readLines<{ op: string }>(second, 'requests.jsonl').map(({ op }) => op);
  expect(sent.filter((op) => !/\.(get|list)/.test(op))).toEqual([]);
  const third = newFolder();
  expect(await sandbox('report', 'two-step', second, '--out', third)).toMatchObject({ code: 0, err: '' });
  expect(rowsOf(third, '2-step')[0]).toMatchObject({ Address: 'boss@cloudpartner.example', Enrolled: 'no' });
});
