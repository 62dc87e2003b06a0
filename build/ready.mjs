/**
 * Installs packages and builds dist/ where that is needed, so that a fresh clone starts with one command. Node
 * built-ins only.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const run = (command, args) =>
  execFileSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
const filesBelow = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

function digest(files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Does `work` unless `stamp` says that it was done for these very files. */
function unlessDone({ stamp, result, files }, work) {
  const now = digest(files);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  work();
  writeFileSync(stamp, now);
}

const at = (name) => path.join(root, name);
unlessDone(
  { stamp: at('node_modules/.seatsheet-installed'), result: at('node_modules'), files: [at('package-lock.json')] },
  () => {
    console.error('Installing packages…');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  },
);
const sources = [...filesBelow('src'), ...filesBelow('build'), at('appsscript.json'), at('package-lock.json')];
unlessDone({ stamp: at('node_modules/.seatsheet-built'), result: at('dist/Code.js'), files: sources }, () => {
  console.error('Building dist/…');
  run(process.execPath, ['build/build.mjs']);
});
