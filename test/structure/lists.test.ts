import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadBundle } from '../../sandbox/apps-script/host';
import { ask, openDesk } from '../../sandbox/cli/desk';
import { check, run } from '../../sandbox/cli/job';
import { sheetsOf, textTabs } from '../../sandbox/cli/sheets';
import { parseTenant } from '../../sandbox/workspace/tenant';

/**
 * A column, an action, a report and a format that are added as CONTRIBUTING says, one file and one line each, stand
 * everywhere.
 */

const root = path.resolve(__dirname, '..', '..');
const copy = mkdtempSync(path.join(tmpdir(), 'lists-'));
const inCopy = (...parts: string[]): string => path.join(copy, ...parts);

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** Puts a line before another one of a file. Throws where that is not there once. */
function lineIn(file: string, line: string, before: string): void {
  const text = readFileSync(inCopy(file), 'utf8');
  if (text.split(before).length !== 2) throw new Error(`${file} does not have ${before} once.`);
  writeFileSync(inCopy(file), text.replace(before, `${line}${before}`));
}

const build = `
  import { readLists } from './build/lists.mjs';
  import { joinServer } from './build/server.mjs';
  import { writeFileSync, copyFileSync } from 'node:fs';
  const lists = await readLists(process.cwd());
  await joinServer(process.cwd(), process.cwd() + '/dist', lists);
  writeFileSync('dist/lists.json', JSON.stringify(lists));
  copyFileSync('appsscript.json', 'dist/appsscript.json');
`;

beforeAll(() => {
  for (const name of ['src', 'build', 'tsconfig.json', 'appsscript.json', 'package.json'])
    cpSync(path.join(root, name), inCopy(name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), inCopy('node_modules'));
  mkdirSync(inCopy('dist'));
  for (const [folder, name] of [
    ['src/tabs/users/fields', 'listed'],
    ['src/actions', 'look-again'],
    ['src/reports', 'domains'],
    ['src/imports', 'badge-office'],
  ] as const)
    cpSync(path.join(__dirname, 'additions', `${name}.ts.txt`), inCopy(folder, `${name}.ts`));
  lineIn('src/tabs/users/fields/index.ts', "import { listed } from './listed';\n", 'import { licences }');
  lineIn('src/tabs/users/fields/index.ts', '  listed,\n', '  recoveryPhone,\n');
  lineIn('src/actions/index.ts', "import { lookAgain } from './look-again';\n", 'import { provision }');
  lineIn('src/actions/index.ts', 'lookAgain, ', 'provision, putBack');
  lineIn('src/reports/index.ts', "import { domains } from './domains';\n", 'import type { Report }');
  lineIn('src/reports/index.ts', 'domains, ', 'seats, ');
  lineIn('src/imports/index.ts', "import { badgeOffice } from './badge-office';\n", 'import type { Format }');
  lineIn('src/imports/index.ts', 'badgeOffice, ', 'partnerCenter,\n');
  writeFileSync(inCopy('build.mjs'), build);
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { cwd: copy, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}, 120_000);

const admin = { primaryEmail: 'admin@shop.example', name: { givenName: 'Ada', familyName: 'Min' }, isAdmin: true };

function desk(users: string[][]) {
  const tenant = parseTenant({
    signedInAs: 'admin@shop.example',
    accounts: [{ customer: { id: 'C0shop01', customerDomain: 'shop.example' }, users: [admin] }],
  });
  return openDesk({ bundle: loadBundle(inCopy('dist')), tenant, sheets: sheetsOf([{ name: 'Users', rows: users }]) });
}

test('lists.json, which the command line and its help are made from, has all four', () => {
  const { tabs, actions, reports, formats } = JSON.parse(readFileSync(inCopy('dist', 'lists.json'), 'utf8')) as {
    tabs: { name: string; columns: { header: string }[] }[];
    actions: { id: string }[];
    reports: { id: string }[];
    formats: { id: string }[];
  };
  const headers = tabs.find(({ name }) => name === 'Users')?.columns.map(({ header }) => header);
  expect(headers).toContain('In directory');
  expect(actions.map(({ id }) => id)).toContain('look-again');
  expect(reports.map(({ id }) => id)).toContain('domains');
  expect(formats.map(({ id }) => id)).toContain('badge-office');
});

test('the menu starts action and report, set-up makes the column, and a run sends what stands in it', () => {
  const headers = ['Email', 'First name', 'Last name', 'In directory'];
  const one = desk([headers, ['ana@shop.example', 'Ana', 'Ruiz', 'No']]);
  const { host, workspace } = one;
  host.call('onOpen', [], 'menu');
  const handlers = host.menu.map(({ handler }) => handler);
  for (const handler of ['actLookAgain', 'reportDomains']) expect(handlers).toContain(handler);
  ask(host, 'setUpSpreadsheet');
  const plan = check(one, { scope: { kind: 'everything' }, action: 'provision', samePerson: 'none', resume: true });
  run(one, plan, { resume: true });
  const made = workspace.log.find(({ op }) => op === 'directory.users.insert');
  expect(made?.body).toMatchObject({ includeInGlobalAddressList: false });
  host.call('reportDomains', [], 'menu');
  const report = textTabs(host.state.sheets).find(({ name }) => name === 'Domains');
  expect(report?.rows).toEqual([
    ['Domain', 'Verified'],
    ['shop.example', 'yes'],
  ]);
});

test('a file of the new kind is recognised, and becomes rows', () => {
  const { host } = desk([['Email', 'First name', 'Last name']]);
  const records = [
    { line: 1, cells: ['Badge', 'Holder', 'Mail'] },
    { line: 2, cells: ['007', 'Ruiz', 'ana@shop.example'] },
  ];
  expect(ask(host, 'lookAtImport', { records, how: {} })).toMatchObject({ format: 'badge-office', added: 1 });
  expect(ask(host, 'writeImport', { id: 'x', part: 0, records, how: {} })).toMatchObject({ added: 1 });
  const [headers = [], row = []] = textTabs(host.state.sheets).find(({ name }) => name === 'Users')?.rows ?? [];
  expect(['Email', 'Last name', 'Employee ID'].map((header) => row[headers.indexOf(header)])).toEqual([
    'ana@shop.example',
    'RUIZ',
    '007',
  ]);
});

test('a name in a list that nobody imports is said in a sentence, with the file of the list', () => {
  const file = inCopy('src/reports/index.ts');
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, whole.replace("import { domains } from './domains';\n", ''));
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { cwd: copy, encoding: 'utf8' });
  writeFileSync(file, whole);
  expect([status, stderr.length < 2_000]).toEqual([1, true]);
  expect(stderr).toContain('src/reports/index.ts names domains, and does not import it');
});
