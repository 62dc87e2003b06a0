import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, type Measured, type World } from './measure';
import { pricesTable } from './prices-table';
import { jobs, onRealClock, type Job } from './scenarios';
import { realTable, table } from './table';

/**
 * `npm run bench [-- --json FILE] [--rows N] [--jitter MS] [--priced N] [--clock real]`: every job in a process of its
 * own, two at a time, the tables at the end, and what was used of the platform below them. `--rows` leaves out jobs with
 * more rows; `--jitter` spreads Google's answers around 250 ms; `--priced` multiplies what Apps Script takes for what it
 * does itself, of which Google publishes nothing: with 0 Google alone takes time; `--clock real` measures one job of a
 * minute or so on both clocks.
 */

const here = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(here), '..', '..');
const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    rows: { type: 'string', default: '10000' },
    job: { type: 'string' },
    jitter: { type: 'string', default: '0' },
    priced: { type: 'string', default: '1' },
    clock: { type: 'string', default: 'virtual' },
  },
});

/** A job in a process of its own, so that its peak of memory is its own. */
function measureApart(job: Job): Promise<readonly Measured[]> {
  const inWorld = ['--jitter', values.jitter, '--priced', values.priced];
  const args = ['--import', 'tsx', here, '--job', String(jobs.indexOf(job)), ...inWorld];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1e8 }, (error, stdout) => {
      if (error) reject(error);
      else resolve(JSON.parse(stdout) as readonly Measured[]);
    });
  });
}

async function measureAll(wanted: readonly Job[]): Promise<readonly Measured[]> {
  const results = new Map<Job, readonly Measured[]>();
  const waiting = [...wanted];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      process.stderr.write(`${job.name}, ${job.rows} rows, ${job.baseline ? 'plain script' : job.transport}…\n`);
      results.set(job, await measureApart(job));
    }
  };
  await Promise.all([worker(), worker()]);
  return wanted.flatMap((job) => results.get(job) ?? []);
}

const world: World = { jitter: Number(values.jitter), priced: Number(values.priced) };
const job = values.job === undefined ? undefined : jobs[Number(values.job)];
if (job) {
  process.stdout.write(JSON.stringify(measure(job, root, world)));
} else if (values.clock === 'real') {
  process.stderr.write(`${onRealClock.name}, ${onRealClock.rows} rows, on both clocks…\n`);
  const [virtual] = measure(onRealClock, root, world);
  const before = process.cpuUsage();
  const [real] = measure(onRealClock, root, { ...world, clock: 'real' });
  const { user, system } = process.cpuUsage(before);
  if (virtual && real) process.stdout.write(realTable(virtual, real, (user + system) / 1e6));
} else {
  // The plain script is started again at once where it was ended, and at no price sooner than Google knows its people.
  const wanted = jobs.filter(({ rows, baseline }) => rows <= Number(values.rows) && !(baseline && world.priced !== 1));
  const measured = await measureAll(wanted);
  process.stdout.write(`${table(measured, root)}\n${pricesTable(measured)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
}
