/**
 * All the checks of `npm test`, side by side: types, format and lint beside every jest test (browser tests among them).
 * jest says at once what it finds; of the others only what is wrong is shown, whole, after jest has ended. `--whole`
 * tries everything of which `npm test` tries a sample; other arguments are jest's.
 */
import { spawn } from 'node:child_process';

const whole = process.argv.includes('--whole');
const jest = ['node_modules/jest/bin/jest.js', ...process.argv.slice(2).filter((one) => one !== '--whole')];
const biome = ['node_modules/@biomejs/biome/bin/biome', 'format', '.'];
const eslint = ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'];
const cached = ['--cache', '--cache-location', 'node_modules/.cache/eslint/'];

/** Runs a command; what it says is kept. `live`: said as it comes instead. */
function check(name, args, live = false) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(whole ? { SWEEP: 'whole' } : {}) },
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const seconds = (performance.now() - begun) / 1000;
      if (code !== 0 && !live) console.error(`── ${name} found something: see the end`);
      resolve({ name, ok: code === 0, seconds, said: Buffer.concat(said).toString('utf8').trim() });
    });
  });
}

const results = await Promise.all([
  check('types', ['build/typecheck.mjs']),
  check('format', biome),
  check('lint', [...eslint, ...cached]),
  check('tests', jest, true),
]);

for (const { name, ok, said } of results) if (!ok && said) console.log(`\n── ${name}\n${said}`);
const line = ({ name, ok, seconds }) => `${name} ${ok ? 'passed' : 'FAILED'} (${seconds.toFixed(0)} s)`;
console.log(`\n── ${results.map(line).join(' · ')}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
