import { cleanUp, filesOf, rowsOf, workbook } from '../cli/command';
import { oneDomain } from '../sandbox-desk';
import { importText, into } from './files';

/** What is chosen for an import: what becomes of rows that exist, namesakes, domains, defaults. */

afterAll(cleanUp);

const sheet =
  'Email,First name,Last name,Org unit,Mine,User ID\nana@shop.example,Ana,Ruiz,/Old,=A2&"!",100000000000000000001\nbo@shop.example,Bo,,,x,\n';
const file =
  'Email,First name,Last name,Org unit\nANA@shop.example,Anna,Ruiz,/New\nbo@shop.example,Bo,Berg,\ncy@shop.example,Cy,Cole,/New\n';

const names = (rows: readonly Readonly<Record<string, string>>[]): string[] =>
  rows.map((row) => [row['Email'], row['First name'], row['Last name'], row['Org unit']].join(' '));

test('rows that exist are left as they are unless something else is chosen', async () => {
  const { summary, rows } = await importText(file, into(sheet));
  expect(summary).toMatchObject({ rows: 3, added: 1, updated: 0, skipped: 2 });
  expect(names(rows)).toEqual([
    'ana@shop.example Ana Ruiz /Old',
    'bo@shop.example Bo  ',
    'cy@shop.example Cy Cole /New',
  ]);
});

test('update changes what the file says, and a blank cell of the file nothing', async () => {
  const { summary, rows } = await importText(file, into(sheet), '--existing', 'update');
  expect(summary).toMatchObject({ added: 1, updated: 2, skipped: 0 });
  expect(names(rows)).toEqual([
    'ana@shop.example Anna Ruiz /New',
    'bo@shop.example Bo Berg ',
    'cy@shop.example Cy Cole /New',
  ]);
});

test('fill writes into blank cells only', async () => {
  const { summary, rows } = await importText(file, into(sheet), '--existing', 'fill');
  expect(summary).toMatchObject({ added: 1, updated: 1, skipped: 0 });
  expect(names(rows)).toEqual([
    'ana@shop.example Ana Ruiz /Old',
    'bo@shop.example Bo Berg ',
    'cy@shop.example Cy Cole /New',
  ]);
});

test('a person is found by the User ID, and update renames', async () => {
  const moved = 'Email,First name,Last name,User ID\nana.ruiz@shop.example,Ana,Ruiz,100000000000000000001\n';
  const { summary, rows } = await importText(moved, into(sheet), '--existing', 'update');
  expect(summary).toMatchObject({ added: 0, updated: 1 });
  expect(names(rows)[0]).toBe('ana.ruiz@shop.example Ana Ruiz /Old');
  const clash = 'Email,First name,Last name,User ID\nbo@shop.example,Ana,Ruiz,100000000000000000001\n';
  expect(await importText(clash, into(sheet), '--existing', 'update')).toMatchObject({
    code: 1,
    summary: { updated: 0, problems: [{ line: 2, column: 'User ID' }] },
  });
});

const namesake = 'Email,First name,Last name,Department\na.ruiz@shop.example,Ruiz,Ána,Sales\n';

test('a person of the same name on the same domain is nobody new without a word, and never another one', async () => {
  const left = await importText(namesake, into(sheet));
  expect(left).toMatchObject({ code: 1, summary: { added: 0, problems: [{ line: 2, column: 'Email' }] } });
  expect(left.summary.problems[0]?.says).toContain('on row 2 with ana@shop.example');
  expect(await importText(namesake, into(sheet), '--namesakes', 'add')).toMatchObject({
    code: 0,
    summary: { added: 1 },
  });
  const same = await importText(namesake, into(sheet), '--namesakes', 'same', '--existing', 'update');
  expect(same).toMatchObject({ code: 0, summary: { added: 0, updated: 1 } });
  expect(same.rows[0]).toMatchObject({ Email: 'ana@shop.example', Department: 'Sales' });
});

test('namesakes whom the file or another domain keeps apart are two people', async () => {
  const both = `${namesake}ana@shop.example,Ana,Ruiz,\n`;
  expect(await importText(both, into(sheet))).toMatchObject({ code: 0, summary: { added: 1, skipped: 1 } });
  const elsewhere = namesake.replace('shop.example', 'other.example');
  expect(await importText(elsewhere, into(sheet))).toMatchObject({ code: 0, summary: { added: 1 } });
});

test('domains are replaced in addresses, aliases and managers', async () => {
  const text =
    'Email,First name,Last name,Aliases,Manager,Recovery email\nana@x.onmicrosoft.example,Ana,Ruiz,"a@x.onmicrosoft.example, b@y.example",Boss@X.onmicrosoft.example,ana@x.onmicrosoft.example\n';
  const { rows } = await importText(text, into(), '--replace-domain', 'x.onmicrosoft.example=shop.example');
  expect(rows[0]).toMatchObject({
    Email: 'ana@shop.example',
    Aliases: 'a@shop.example, b@y.example',
    Manager: 'Boss@shop.example',
    'Recovery email': 'ana@x.onmicrosoft.example',
  });
});

test('defaults go into blank cells, named by their headers', async () => {
  const text = 'Email,First name,Last name,Org unit\nana@shop.example,Ana,Ruiz,/Own\nbo@shop.example,Bo,Berg,\n';
  const options = ['--default', 'Org unit=/New', '--default', 'Licences=Business Standard'];
  const { rows } = await importText(text, into(), ...options);
  expect(rows.map((row) => [row['Org unit'], row['Licences']])).toEqual([
    ['/Own', 'Business Standard'],
    ['/New', 'Business Standard'],
  ]);
});

test('the customer completes addresses; its other domains are its own, and strangers are left out', async () => {
  const google = oneDomain('shop.example', {
    domains: [
      { domainName: 'shop.example', isPrimary: true, verified: true },
      { domainName: 'shop.test', isPrimary: false, verified: true },
    ],
  });
  const target = workbook({ 'Users.csv': 'Email,First name,Last name\n', 'tenant.json': google });
  const text = 'Email,First name,Last name\nana,Ana,Ruiz\nbo@shop.test,Bo,Berg\ncy@stranger.example,Cy,Cole\n';
  const { code, summary, rows } = await importText(text, target, '--customer', 'shop.example');
  expect([code, summary.added]).toEqual([1, 2]);
  expect(rows.map(({ Email }) => Email)).toEqual(['ana@shop.example', 'bo@shop.test']);
  expect(summary.problems).toEqual([
    {
      line: 4,
      column: 'Email',
      says: expect.stringContaining('stranger.example is no domain of shop.example') as unknown,
    },
  ]);
});

test('columns of one’s own stay as they are, formulas among them, and rows come below the last', async () => {
  const { folder } = await importText(file, into(sheet), '--existing', 'update');
  const users = filesOf(folder)['Users.csv'] ?? '';
  expect(users).toContain('=A2&""!""');
  expect(rowsOf(folder)).toHaveLength(3);
});

test('any tab takes a file with its headers', async () => {
  const text = 'Domain,Organisation,Country,Postal code\nacme.example,Acme,ES,01001\nglobex.example,Globex,DE,00042\n';
  const target = into();
  const { code, summary, folder } = await importText(text, target, '--tab', 'Customers');
  expect([code, summary]).toMatchObject([0, { format: 'mapped', added: 2 }]);
  expect(rowsOf(folder, 'Customers').map((row) => row['Postal code'])).toEqual(['01001', '00042']);
  expect(await importText(text, folder, '--tab', 'Customers')).toMatchObject({ summary: { added: 0, skipped: 2 } });
});

test('FALSE in a file is an answer, not an empty box', async () => {
  const text =
    'Email,First name,Last name,Change password at sign-in,Super admin\nana@shop.example,Ana,Ruiz,False,False\nbo@shop.example,Bo,Berg,WAHR,true\n';
  const { rows } = await importText(text);
  expect(rows.map((row) => [row['Change password at sign-in'], row['Super admin'] ?? ''])).toEqual([
    ['No', 'FALSE'],
    ['Yes', 'TRUE'],
  ]);
});

test('custom fields of the account come along, whatever tool wrote their headers', async () => {
  const text =
    'Email,First name,Last name,Employment.number,customSchemas.Car.plate\nana@shop.example,Ana,Ruiz,007,\nbo@shop.example,Bo,Berg,008,X-1\n';
  const { rows, summary } = await importText(text);
  expect(summary.unused).toEqual([]);
  expect(rows.map((row) => row['Custom fields'])).toEqual([
    'Employment.number: 007',
    'Employment.number: 008\nCar.plate: X-1',
  ]);
});

test('a file with the whole name alone is split', async () => {
  const text =
    'Name,Email\n"Ruiz, Ana",ana@shop.example\nLudwig van Beethoven,l@shop.example\nSuharto,s@shop.example\n李 小龍,bruce@shop.example\n';
  const { rows } = await importText(text);
  expect(rows.map((row) => [row['First name'], row['Last name']])).toEqual([
    ['Ana', 'Ruiz'],
    ['Ludwig', 'van Beethoven'],
    ['Suharto', ''],
    ['小龍', '李'],
  ]);
});
