import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanUp, filesOf, newFolder, readLines, sandbox, workbook } from './command';

/** What people of the team are told after a run from the command line. */

afterAll(cleanUp);

const tenant = {
  signedInAs: 'admin@shop.example',
  accounts: [
    {
      customer: { id: 'C0shop01', customerDomain: 'shop.example' },
      users: [{ primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true }],
    },
  ],
};
const book = () =>
  workbook({
    'Users.csv': 'Email,First name,Last name,Send details to,From\nana@shop.example,Ana,Ruiz,ana@home.example,Team\n',
    'Team.csv':
      'First name,Last name,Work address,User name,Role,Language,shop.example,other.example,Left\n' +
      'Ana,Ruiz,ana@home.example,ana,,,TRUE,,\nBo,Chen,bo@home.example,bo,,,TRUE,TRUE,\n',
    'tenant.json': tenant,
  });

test('--instructions mail tells who has all accounts, once, and names who does not', async () => {
  const out = newFolder();
  const said = await sandbox('run', book(), '--out', out, '--instructions', 'mail');
  const mails = readLines<{ to: string; body: string }>(out, 'mail.jsonl');
  expect(mails.map(({ to }) => to)).toEqual(['ana@home.example']);
  expect(mails[0]?.body).toContain('ana@shop.example sees the customers of shop.example');
  expect(said.out).toContain('Instructions wait for accounts of: Bo Chen.');
  const again = newFolder();
  await sandbox('run', out, '--tenant', path.join(out, 'tenant.json'), '--out', again, '--instructions', 'mail');
  expect(filesOf(again)['mail.jsonl']?.toString() ?? '').not.toContain('ana@home.example');
});

test('--instructions page writes a sheet for each of them, and wants a folder for it', async () => {
  const out = newFolder();
  // Bo still waits for an account.
  expect((await sandbox('run', book(), '--out', out, '--instructions', 'page')).code).toBe(1);
  const page = readFileSync(path.join(out, 'instructions.html'), 'utf8');
  expect(page.match(/<section/g)).toHaveLength(1);
  expect(page).toContain('Hello Ana Ruiz,');
  expect(await sandbox('run', book(), '--instructions', 'page')).toMatchObject({ code: 2 });
});
