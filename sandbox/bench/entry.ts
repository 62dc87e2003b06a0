import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { agreedTable, measureAgreed, type Figure } from './agreed';
import { closedTable, comings, measureClosed, type Closed } from './closed';
import { growthTable, measureGrowth, readSize, sizes, type Grown, type Size } from './growth';
import { measureBesidePeer, peerTable, settings, writePeerInput, type BesidePeer } from './peer';

/**
 * `npm run bench -- --growth [--whole] [--rows N]`: the same work at several sizes, up to so many rows, each in a
 * process of its own so that its peak of memory is its own; `--whole`: runs alone. `-- --agreed [--rows N]`: what many
 * rows may cost at most. `-- --closed [--rows N]`: runs that triggers alone carry on. `-- --peer [--rows N] [--out
 * FOLDER]`: what another tool can be put beside, and what that has to start from. All take `--json FILE`. Anything else
 * is the bench of `main.ts`.
 */

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), '..', '..');
const { values } = parseArgs({
  strict: false,
  options: {
    growth: { type: 'boolean' },
    whole: { type: 'boolean' },
    closed: { type: 'boolean' },
    agreed: { type: 'boolean' },
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

/** One job in a process of its own. */
function apart(job: string, ...ofNode: readonly string[]): unknown {
  process.stderr.write(`${job}…\n`);
  const args = [...ofNode, '--import', 'tsx', here, '--job', job, ...(rows === undefined ? [] : ['--rows', rows])];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as unknown;
}

const wholeRuns: readonly Size['kind'][] = ['run', 'give', 'begin'];

function growth(): readonly Grown[] {
  const most = Number(rows ?? Infinity);
  const wanted = sizes.filter((size) => size.rows <= most && (values.whole !== true || wholeRuns.includes(size.kind)));
  const grown = wanted.map((size) => apart(`${size.kind}:${size.rows}`, '--max-old-space-size=6000') as Grown);
  process.stdout.write(growthTable(grown));
  return grown;
}

function peer(): readonly BesidePeer[] {
  const out = textOf('out');
  const many = Number(rows ?? 300);
  if (out !== undefined) writePeerInput(out, many);
  const measured = settings.map((setting) => measureBesidePeer(setting, { rows: many, root }));
  process.stdout.write(peerTable(measured));
  return measured;
}

function agreed(): readonly Figure[] {
  const figures = apart('agreed', '--expose-gc', '--max-old-space-size=6000') as readonly Figure[];
  process.stdout.write(agreedTable(figures));
  return figures;
}

function closed(): readonly Closed[] {
  const all = comings.map((comes) => apart(`closed:${comes}`) as Closed);
  process.stdout.write(closedTable(all));
  return all;
}

/** What a process of its own is asked for. */
function measureOne(job: string): unknown {
  if (job === 'agreed') return measureAgreed(Number(rows ?? 5_000), root);
  const comes = comings.find((one) => job === `closed:${one}`);
  if (comes) return measureClosed(comes, { rows: Number(rows ?? 1_000), root });
  return measureGrowth(readSize(job), root);
}

const rows = textOf('rows');
const job = textOf('job');
const json = textOf('json');
const [measureAll] = ([growth, peer, agreed, closed] as const).filter(({ name }) => values[name] === true);
// The bench of `main.ts` names its own by numbers.
if (job !== undefined && !/^\d+$/.test(job)) process.stdout.write(JSON.stringify(measureOne(job)));
else if (measureAll) {
  const measured = measureAll();
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(measured, null, 2)}\n`);
} else await import('./main');
