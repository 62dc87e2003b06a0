import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { circlesAmong } from './circles';

/** Which folder may import which: the arrows of the architecture page. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/engine': [],
  'src/google': ['src/engine'],
  'src/ensure': ['src/google', 'src/engine'],
  'src/table': ['src/google', 'src/engine'],
  'src/tabs': ['src/ensure', 'src/google', 'src/engine', 'src/table'],
  'src/actions': ['src/tabs', 'src/ensure', 'src/google', 'src/engine', 'src/table'],
  'src/reports': ['src/tabs', 'src/ensure', 'src/google', 'src/engine', 'src/table'],
  'src/imports': ['src/tabs', 'src/table', 'src/google', 'src/engine'],
  'src/job': [
    'src/actions',
    'src/reports',
    'src/imports',
    'src/tabs',
    'src/table',
    'src/ensure',
    'src/google',
    'src/engine',
  ],
  'src/apps-script': [
    'src/job',
    'src/actions',
    'src/reports',
    'src/imports',
    'src/tabs',
    'src/table',
    'src/ensure',
    'src/google',
    'src/engine',
  ],
  'src/sidebar': [
    'src/job/wire',
    'src/job/accounts/wire',
    'src/job/coverage/wire',
    'src/job/customers/wire',
    'src/job/guides/wire',
    'src/job/imports/wire',
    'src/job/addresses/wire',
    'src/job/people/wire',
    'src/job/instructions/wire',
  ],
  // A file is read on the command line as the browser reads it: by the same code.
  sandbox: [
    'src/google/operations',
    'src/job/wire',
    'src/job/imports/wire',
    'src/job/addresses/wire',
    'src/job/people/wire',
    'src/job/coverage/wire',
    'src/job/lists',
    'src/engine/request',
    'src/sidebar/file',
    // The bench looks at progress as often as the sidebar does.
    'src/sidebar/act/look-pace',
  ],
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /\.tsx?$/.test(name) && statSync(name).isFile());
}

/** The files of the project that a file imports, as paths from the root without their endings. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.[^']*)'|import\('(\.[^']*)'\)/g)].map((match) =>
    path.posix.join(path.posix.dirname(file), match[1] ?? match[2] ?? ''),
  );
}

test.each(Object.keys(arrows))('%s imports only what the architecture page allows', (folder) => {
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(0);
  const allowed = [folder, ...(arrows[folder] ?? [])];
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed.some((one) => target === one || target.startsWith(`${one}/`)))
      .map((target) => `${file} → ${target}`),
  );
  expect(strays).toEqual([]);
});

/** Where no file may import itself by way of others, be it for a type. */
const withoutCircles = ['src', 'sandbox'];

test.each(withoutCircles)('no files of %s import each other in a circle', (folder) => {
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(100);
  expect(circlesAmong(files)).toEqual([]);
});

test('nothing in src imports the sandbox or a test', () => {
  const strays = filesBelow('src').filter((file) => importsOf(file).some((target) => /^(sandbox|test)\//.test(target)));
  expect(strays).toEqual([]);
});

test('no tab imports another tab’s files', () => {
  const tabs = readdirSync('src/tabs', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(tabs.length).toBeGreaterThan(2);
  const tabOf = (file: string): string | undefined =>
    tabs.find(({ name }) => `${file}/`.startsWith(`src/tabs/${name}/`))?.name;
  const strays = filesBelow('src/tabs').flatMap((file) =>
    importsOf(file)
      .filter((target) => tabOf(file) && tabOf(target) && tabOf(target) !== tabOf(file))
      .map((target) => `${file} → ${target}`),
  );
  expect(strays).toEqual([]);
});

const services =
  'SpreadsheetApp|PropertiesService|CacheService|LockService|UrlFetchApp|HtmlService|ScriptApp|MailApp|Utilities|Session|CardService|AdminDirectory|AdminReseller|AdminLicenseManager';

function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

const pure = ['engine', 'google', 'ensure', 'tabs', 'table', 'actions', 'reports', 'imports', 'job'].flatMap((folder) =>
  filesBelow(`src/${folder}`),
);

test('only src/apps-script names services of Apps Script', () => {
  const names = new RegExp(`\\b(${services})\\.\\w`);
  expect(pure.filter((file) => names.test(codeOf(file)))).toEqual([]);
});

test('every file of src/apps-script names something of the platform, and its rooms are small', () => {
  const names = new RegExp(`\\b(${services}|GoogleAppsScript)\\b|\\bglobal\\.`);
  const files = filesBelow('src/apps-script');
  expect(files.filter((file) => !names.test(codeOf(file)))).toEqual([]);
  const rooms = new Map(files.map((file) => [path.posix.dirname(file), 0]));
  for (const file of files) rooms.set(path.posix.dirname(file), (rooms.get(path.posix.dirname(file)) ?? 0) + 1);
  expect([...rooms].filter(([, count]) => count > 12)).toEqual([]);
});

test('time and chance are handed in', () => {
  const taken = /\bDate\.now\b|new Date\(\)|Math\.random/;
  expect(pure.filter((file) => taken.test(codeOf(file)))).toEqual([]);
});

test('the architecture page names every folder of the sources, and no other, on one screen', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');
  const named = [...page.matchAll(/^ {0,4}((?:src|sandbox|build|test|examples)\/[\w/-]*)/gm)].map((match) =>
    (match[1] ?? '').replace(/\/$/, ''),
  );
  const below = (top: string): string[] =>
    readdirSync(top, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${top}/${entry.name}`);
  expect(named.length).toBeGreaterThan(10);
  for (const folder of [...below('src'), ...below('sandbox'), 'build', 'test', 'examples'])
    expect(named).toContain(folder);
  for (const name of named) expect(statSync(name).isDirectory()).toBe(true);
  for (const example of below('examples')) expect(page).toContain(path.basename(example));
  for (const file of page.matchAll(/`((?:job|tabs|table|engine|google)\/[\w./-]+\.ts)`/g))
    expect(statSync(`src/${file[1] ?? ''}`).isFile()).toBe(true);
  expect(page.split('\n').length).toBeLessThanOrEqual(70);
});

/** Folders whose files each stand in the list of `index.ts`. */
const listFolders = { 'src/actions': [], 'src/reports': ['report'], 'src/imports': ['format'] } as const;

test.each(Object.entries(listFolders))('each file of %s is imported by its list once', (folder, others) => {
  const index = readFileSync(`${folder}/index.ts`, 'utf8');
  const names = filesBelow(folder)
    .filter((file) => path.posix.dirname(file) === folder)
    .map((file) => path.posix.basename(file, '.ts'))
    .filter((name) => name !== 'index' && !(others as readonly string[]).includes(name));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(index.split(`from './${name}'`)).toHaveLength(2);
});

test('generic code of a job names no tab, no operation and no prefix of a key', () => {
  // What is about customers by its nature stands in a room of its own.
  const generic = filesBelow('src/job').filter((file) => !/\/(customers|secrets)\//.test(file));
  const named =
    /'(?:Users|Customers|Subscriptions)!?'|`(?:Users|Customers|Subscriptions)!|'(?:directory|reseller|licensing)\.\w+\.\w+'/;
  const strays = generic.filter((file) => named.test(codeOf(file)));
  expect(strays).toEqual([]);
});

test('exported names use the words of CONTRIBUTING, and none that it says no to', () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8');
  const table = page.slice(page.indexOf('| Word | Means | Not |'), page.indexOf('## What one more costs'));
  const not = table
    .split('\n')
    .flatMap((line) => line.split('|')[3]?.trim().split(', ') ?? [])
    .filter((word) => /^[a-z]+$/.test(word));
  expect(not).toEqual(expect.arrayContaining(['room', 'book', 'around', 'standing']));
  const words = (name: string): string[] => name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  const strays = pure.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export (?:abstract )?(?:const|function\*?|class|interface|type) (\w+)/gm)]
      .map((match) => match[1] ?? '')
      .filter((name) => words(name).some((word) => not.includes(word)))
      .map((name) => `${file}: ${name}`),
  );
  expect(strays).toEqual([]);
});

test('every package is there for a reason that CONTRIBUTING tells, and pinned', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const told = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (`[@a-z].*?) \|/gm)].map(
    ([, cell]) => cell ?? '',
  );
  const named = told.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));
  expect(Object.keys(devDependencies).filter((name) => !named.includes(name))).toEqual([]);
  expect(Object.entries(devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
