import path from 'node:path';
import { writesOf } from '../../sandbox/bench/bound';
import { measure } from '../../sandbox/bench/measure';
import { pricesTable, shareOfDay } from '../../sandbox/bench/prices-table';
import type { Job } from '../../sandbox/bench/scenarios';

/** The bench counts what it says it counts. How long things take on this machine is nobody's promise. */

const root = path.resolve(__dirname, '..', '..');
const job: Job = {
  name: 'thirty people',
  rows: 30,
  transport: 'parallel',
  baseline: false,
  licence: 'Business Starter',
  again: 'once more',
};

const [first, again] = measure(job, root);

test('thirty people with licence, alias and every tenth a role cost exactly the writes that the input needs', () => {
  expect(first).toMatchObject({
    name: 'thirty people',
    rows: 30,
    transport: 'parallel',
    baseline: false,
    well: 30,
    writes: writesOf({ rows: 30, licence: 'Business Starter' }, false),
  });
});

test('the steps from Check to the plan are all there, and add up to less than the whole', () => {
  const { open = 0, readSheets = 0, lookAround = 0, checkRows = 0, writePlan = 0 } = first?.steps ?? {};
  const steps = [open, readSheets, lookAround, checkRows, writePlan];
  expect(Math.min(...steps)).toBeGreaterThan(0.05);
  const plan = steps.reduce((sum, one) => sum + one, 0);
  expect(plan + (first?.promised?.took ?? 0)).toBeCloseTo(first?.seconds ?? 0, 3);
  expect(plan).toBeLessThan(8);
});

test('the same sheet once more costs none', () => {
  expect(again).toMatchObject({ name: 'once more', writes: 0, well: 30 });
});

test('the bound is that of the licence lane, and nobody is faster than Google allows', () => {
  expect(first?.boundSeconds).toBe(30);
  expect(first?.seconds).toBeGreaterThan(30);
});

test('where what Apps Script does itself is free, Google alone takes time', () => {
  const [free] = measure(job, root, { priced: 0 });
  expect(free).toMatchObject({ well: 30, writes: first?.writes });
  expect(free?.steps?.open).toBe(0);
  expect(free?.seconds).toBeGreaterThan(30);
  expect((first?.seconds ?? 0) - (free?.seconds ?? 0)).toBeGreaterThan(5);
});

test('what a run uses of the platform is counted, and what that is of a day of either kind of account', () => {
  const [watched] = measure({ ...job, watched: true }, root);
  if (!first || !watched) throw new Error('The bench measured nothing.');
  const { looks } = watched.used;
  expect(watched.used).toMatchObject({ executions: 2 + looks, triggersMade: 1, mailRecipients: 0 });
  expect(looks).toBeGreaterThan(5);
  // Whoever looks on takes nothing of the time of the work.
  expect(watched.seconds).toBeCloseTo(first.seconds, 3);
  expect(first.used).toMatchObject({ looks: 0, documentCalls: first.documentCalls, executions: first.executions });
  expect(first.used.cellsWritten).toBeGreaterThan(30 * 10);
  expect(first.used.bytesWritten).toBeGreaterThan(first.used.cellsWritten);
  expect(shareOfDay({ ...first.used, propertyCalls: 5_000 }, 'propertyCalls')).toEqual({ workspace: 1, consumer: 10 });
  expect(pricesTable([first])).toMatch(/thirty people +30 +parallel .* \d+ \(\d+\.\d · \d+\.\d %\)/);
});

test('a line of the bench says everything that it promises', () => {
  const fields = [
    'name',
    'rows',
    'transport',
    'baseline',
    'seconds',
    'boundSeconds',
    'shareOfBound',
    'reads',
    'writes',
    'documentCalls',
    'waves',
    'executions',
    'peakMemoryMB',
  ];
  expect(Object.keys(first ?? {})).toEqual(expect.arrayContaining(fields));
});
