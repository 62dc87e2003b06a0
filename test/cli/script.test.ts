import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleanUp, newFolder, rowsOf, sandbox, workbook } from './command';

afterAll(cleanUp);

const manifest = {
  timeZone: 'Etc/UTC',
  runtimeVersion: 'V8',
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' }],
  },
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets.currentonly',
    'https://www.googleapis.com/auth/admin.directory.user',
    'https://www.googleapis.com/auth/admin.directory.user.security',
    'https://www.googleapis.com/auth/admin.directory.group',
    'https://www.googleapis.com/auth/admin.directory.userschema',
    'https://www.googleapis.com/auth/script.send_mail',
  ],
};
const code = `
function countRows() { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Users').getLastRow(); }
function greet() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Users').getRange('B2').setValue('hello'); }
function admin() { return AdminDirectory.Users.get('admin@cloudpartner.example').name.familyName; }
function team() {
  const [person] = AdminDirectory.Users.list({ customer: 'my_customer', query: 'isAdmin=true' }).users;
  AdminDirectory.Groups.insert({ email: 'crew@' + person.primaryEmail.split('@')[1], name: 'Crew' });
  Utilities.sleep(10000);
  const [group] = AdminDirectory.Groups.list({ customer: 'my_customer', query: 'email:crew*' }).groups;
  AdminDirectory.Groups.Aliases.insert({ alias: group.email.replace('crew', 'mates') }, group.id);
  AdminDirectory.Members.insert({ email: person.primaryEmail, role: 'OWNER' }, group.email);
  AdminDirectory.Schemas.insert({ schemaName: 'Job', fields: [{ fieldName: 'level', fieldType: 'INT64' }] }, 'my_customer');
  AdminDirectory.Users.update({ customSchemas: { Job: { level: 7 } } }, person.id);
  const { customSchemas } = AdminDirectory.Users.get(person.id, { projection: 'full' });
  let refused;
  try { AdminDirectory.Members.insert({ email: person.primaryEmail }, group.email); } catch (e) { refused = e.details.errors[0].reason; }
  AdminDirectory.Members.remove(group.email, person.primaryEmail);
  return [customSchemas, refused, AdminDirectory.Members.list(group.email).members, AdminDirectory.Tokens.list(person.id).items];
}
function mails() { return MailApp.getRemainingDailyQuota(); }
function fails() { throw new Error('not today'); }
`;
const project = () =>
  workbook({ 'Code.gs': code, 'appsscript.json': manifest, 'Users.csv': 'Email,Note\nana@shop.example,\n' });

describe('script', () => {
  test('runs a function of an Apps Script folder on its own spreadsheet, and prints what it returns', async () => {
    expect(await sandbox('script', project(), '--function', 'countRows')).toEqual({ code: 0, out: '2', err: '' });
  });

  test('has the tenant of the team example unless it is given another', async () => {
    expect((await sandbox('script', project(), '--function', 'admin')).out).toBe('Dahl');
  });

  test('reaches groups, members, schemas and tokens through the advanced services', async () => {
    const { out, err } = await sandbox('script', project(), '--function', 'team');
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual([{ Job: { level: 7 } }, 'duplicate', null, null]);
  });

  test('may send as many mails as the switch says', async () => {
    expect((await sandbox('script', project(), '--function', 'mails')).out).toBe('1500');
    expect((await sandbox('script', project(), '--function', 'mails', '--switch', 'mailQuota=3')).out).toBe('3');
  });

  test('writes the spreadsheet with --out', async () => {
    const out = newFolder();
    expect((await sandbox('script', project(), '--function', 'greet', '--out', out)).code).toBe(0);
    expect(rowsOf(out)).toEqual([{ Email: 'ana@shop.example', Note: 'hello' }]);
  });

  test('ends with 1 where the function throws, and says what it threw', async () => {
    const { code: ended, err } = await sandbox('script', project(), '--function', 'fails');
    expect(ended).toBe(1);
    expect(err).toMatch(/not today/);
  });
});

test('workspace says when its port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', () => resolve()));
  const port = String((taken.address() as AddressInfo).port);
  const { code: ended, err } = await sandbox('workspace', '--port', port);
  await new Promise((resolve) => void taken.close(resolve));
  expect(ended).toBe(2);
  expect(err).toContain(port);
});
