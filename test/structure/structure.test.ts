import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Which folder may import which: the arrows of the architecture page. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/engine': [],
  'src/google': ['src/engine'],
  'src/ensure': ['src/google', 'src/engine'],
  'src/table': ['src/google', 'src/engine'],
  'src/tabs': ['src/ensure', 'src/google', 'src/engine', 'src/table'],
  'src/apps-script': ['src/tabs', 'src/table', 'src/ensure', 'src/google', 'src/engine'],
  'src/sidebar': ['src/apps-script/wire'],
  sandbox: ['src/google/operations', 'src/apps-script/wire', 'src/engine/request'],
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

test('nothing in src imports the sandbox or a test', () => {
  const strays = filesBelow('src').filter((file) => importsOf(file).some((target) => /^(sandbox|test)\//.test(target)));
  expect(strays).toEqual([]);
});

test('only src/apps-script names services of Apps Script', () => {
  const names =
    /\b(SpreadsheetApp|PropertiesService|CacheService|LockService|UrlFetchApp|HtmlService|ScriptApp|MailApp|Utilities|Session|CardService|AdminDirectory|AdminReseller|AdminLicenseManager)\.\w/;
  const pure = ['src/engine', 'src/google', 'src/ensure', 'src/tabs', 'src/table'].flatMap(filesBelow);
  const code = (file: string): string =>
    readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .replace(/call: '[^']*'/g, '');
  expect(pure.filter((file) => names.test(code(file)))).toEqual([]);
});

test('the architecture page names every folder of the tree, and no other', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');
  const named = [...page.matchAll(/^ {0,4}((?:src|sandbox|build|test|examples)\/[\w/-]*)/gm)].map((match) =>
    (match[1] ?? '').replace(/\/$/, ''),
  );
  const folders = ['src', 'sandbox', 'test', 'examples'].flatMap((top) =>
    readdirSync(top, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${top}/${entry.name}`),
  );
  expect(named.length).toBeGreaterThan(10);
  for (const folder of [...folders, 'build']) expect(named).toContain(folder);
  for (const name of named) expect(statSync(name).isDirectory()).toBe(true);
});
