/**
 * Builds and pushes with clasp. The first time it creates a spreadsheet with the script bound to it. clasp's exit codes
 * cannot be trusted (a skipped push ends with 0), so its JSON output is read. `--no-card` leaves the card out.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withoutCard } from './manifest.mjs';

const settings = '.clasp.json';
const clasp = (...args) =>
  spawnSync(process.execPath, ['node_modules/@google/clasp/build/src/index.js', ...args], {
    encoding: 'utf8',
    stdio: ['inherit', 'pipe', 'inherit'],
  });
const read = () => JSON.parse(readFileSync(settings, 'utf8'));

function fail(says) {
  console.error(says);
  process.exit(1);
}

const before = read();
if (!before.scriptId) {
  console.log('Creating a spreadsheet with Seatsheet bound to it…');
  const made = clasp('create-script', '--type', 'sheets', '--title', 'Seatsheet', '--rootDir', 'dist');
  process.stdout.write(made.stdout);
  const { scriptId, parentId } = existsSync(settings) ? read() : {};
  if (!scriptId)
    fail(
      'clasp created nothing. Run `npx clasp login` first, and switch the Apps Script API on at https://script.google.com/home/usersettings.',
    );
  // clasp rewrites the file and forgets keys it does not know.
  writeFileSync(settings, `${JSON.stringify({ ...before, scriptId, ...(parentId ? { parentId } : {}) }, null, 2)}\n`);
}

// After create-script, which puts Google's own manifest into dist/.
execFileSync(process.execPath, ['build/build.mjs'], { stdio: 'inherit' });

const manifest = 'dist/appsscript.json';
const whole = readFileSync(manifest, 'utf8');
if (process.argv.includes('--no-card')) writeFileSync(manifest, withoutCard(whole));
const pushed = clasp('--json', 'push', '--force');
writeFileSync(manifest, whole);
process.stdout.write(pushed.stdout);
if (pushed.status !== 0 || !/Code/.test(pushed.stdout))
  fail('clasp pushed nothing: see its words above. Nothing was changed at Google.');
console.log(`Pushed. Open the spreadsheet (npx clasp open-container), reload it, and choose the menu Seatsheet.

The first time: a push lists Google's services, and does not switch their APIs on. In the spreadsheet, choose
Extensions > Apps Script > Services, remove AdminDirectory, AdminReseller and AdminLicenseManager, add each again with +
under the same name, and save. Then Seatsheet > Readiness asks Google whether each answers.`);
