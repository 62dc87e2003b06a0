import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { growthTable, measureGrowth, readSize, sizes, type Grown, type Size } from './growth';
import { measure, type Measured } from './measure';
import { measureBesidePeer, peerTable, settings, writePeerInput, type BesidePeer } from './peer';
import { jobs, type Job } from './scenarios';
import { table } from './table';

/**
 * `npm run bench [-- --json FILE] [--rows N] [--growth] [--peer [--out FOLDER]]`: every job in a process of its own, two
 * at a time, the table at the end. `--rows` leaves out jobs with more rows. `--growth`: the same work at several sizes.
 * `--peer`: what another tool can be put beside.
 */

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), '..', '..');
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rows: { type: 'string' },
    job: { type: 'string' },
    growth: { type: 'boolean', default: false },
    peer: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

/** A job in a process of its own, so that its peak of memory is its own. */
function measureApart<T>(job: string): Promise<T> {
  const args = ['--import', 'tsx', here, ...(values.growth ? ['--growth'] : []), '--job', job];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(JSON.parse(stdout) as T);
    });
  });
}

/** What is told of a job that begins, and by what its process knows it. */
interface Told<J> {
  nameOf(job: J): string;
  idOf(job: J): string;
}

/** Two at a time, the long ones first where they stand first. */
async function measureAll<J, T>(wanted: readonly J[], { nameOf, idOf }: Told<J>): Promise<T[]> {
  const results = new Map<J, T>();
  const waiting = [...wanted];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      process.stderr.write(`${nameOf(job)}…\n`);
      results.set(job, await measureApart(idOf(job)));
    }
  };
  await Promise.all([worker(), worker()]);
  return wanted.flatMap((job) => results.get(job) ?? []);
}

const most = Number(values.rows ?? (values.growth ? 50_000 : 10_000));
const isSmall = ({ rows }: { readonly rows: number }): boolean => rows <= most;

/** `--job`: the place of a job in the list, or `check:1000`. */
function measureHere(id: string): readonly Measured[] | Grown | undefined {
  if (values.growth) return measureGrowth(readSize(id), root);
  const job = jobs[Number(id)];
  return job && measure(job, root);
}

async function growth(): Promise<readonly Grown[]> {
  const grown = await measureAll<Size, Grown>(sizes.filter(isSmall), {
    nameOf: ({ kind, rows }) => `${kind}, ${rows} rows`,
    idOf: ({ kind, rows }) => `${kind}:${rows}`,
  });
  process.stdout.write(growthTable(grown));
  return grown;
}

/** Three hundred rows, or as many as `--rows` says; `--out` receives what another tool has to start from. */
function peer(): readonly BesidePeer[] {
  const rows = Number(values.rows ?? 300);
  if (values.out !== undefined) writePeerInput(values.out, rows);
  const measured = settings.map((setting) => measureBesidePeer(setting, { rows, root }));
  process.stdout.write(peerTable(measured));
  return measured;
}

async function bench(): Promise<readonly Measured[]> {
  const measured = await measureAll<Job, readonly Measured[]>(jobs.filter(isSmall), {
    nameOf: ({ name, rows, baseline, transport }) => `${name}, ${rows} rows, ${baseline ? 'plain script' : transport}`,
    idOf: (job) => String(jobs.indexOf(job)),
  });
  process.stdout.write(table(measured.flat(), root));
  return measured.flat();
}

if (values.job !== undefined) {
  process.stdout.write(JSON.stringify(measureHere(values.job)));
} else {
  const measured = await (values.peer ? peer() : values.growth ? growth() : bench());
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
}
