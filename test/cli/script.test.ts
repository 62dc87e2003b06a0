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
  ],
};
const code = `
function countRows() { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Users').getLastRow(); }
function greet() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Users').getRange('B2').setValue('hello'); }
function admin() { return AdminDirectory.Users.get('admin@cloudpartner.example').name.familyName; }
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
