import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growthTable, measureGrowth, readSize, sizes, type Grown } from './growth';
import { measureBesidePeer, peerTable, settings, writePeerInput, type BesidePeer } from './peer';

/**
 * `npm run bench -- --growth [--rows N]`: the same work at several sizes, up to so many rows, each in a process of its own
 * so that its peak of memory is its own. `-- --peer [--rows N] [--out FOLDER]`: what another tool can be put beside, and
 * what that has to start from. Both take `--json FILE`. Anything else is the bench of `main.ts`.
 */

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), '..', '..');
const { values } = parseArgs({
  strict: false,
  options: {
    growth: { type: 'boolean' },
    peer: { type: 'boolean' },
    rows: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'string' },
    job: { type: 'string' },
  },
});

function textOf(option: 'rows' | 'out' | 'json' | 'job'): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

function growth(): readonly Grown[] {
  const most = Number(textOf('rows') ?? Infinity);
  const wanted = sizes.filter(({ rows }) => rows <= most).map(({ kind, rows }) => `${kind}:${rows}`);
  const grown = wanted.map((size) => {
    process.stderr.write(`${size}…\n`);
    const args = ['--import', 'tsx', here, '--growth', '--job', size];
    return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as Grown;
  });
  process.stdout.write(growthTable(grown));
  return grown;
}

function peer(): readonly BesidePeer[] {
  const rows = Number(textOf('rows') ?? 300);
  const out = textOf('out');
  if (out !== undefined) writePeerInput(out, rows);
  const measured = settings.map((setting) => measureBesidePeer(setting, { rows, root }));
  process.stdout.write(peerTable(measured));
  return measured;
}

const size = textOf('job');
const json = textOf('json');
if (values.growth && size !== undefined) process.stdout.write(JSON.stringify(measureGrowth(readSize(size), root)));
else if (values.growth || values.peer) {
  const measured = values.peer ? peer() : growth();
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(measured, null, 2)}\n`);
} else await import('./main');
