/** All the checks of `npm test`, one after another: types, lint, then every jest test (browser tests among them). */
import { spawnSync } from 'node:child_process';

const steps = [
  ['types', ['build/typecheck.mjs']],
  ['format', ['node_modules/@biomejs/biome/bin/biome', 'format', '.']],
  [
    'lint',
    [
      'node_modules/eslint/bin/eslint.js',
      '.',
      '--max-warnings',
      '0',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
    ],
  ],
  ['tests', ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)]],
];

for (const [name, args] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
