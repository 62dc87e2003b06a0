import path from 'node:path';
import { writesOf } from '../../sandbox/bench/bound';
import { measure } from '../../sandbox/bench/measure';
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

test('the same sheet once more costs none', () => {
  expect(again).toMatchObject({ name: 'once more', writes: 0, well: 30 });
});

test('the bound is that of the licence lane, and nobody is faster than Google allows', () => {
  expect(first?.boundSeconds).toBe(30);
  expect(first?.seconds).toBeGreaterThan(30);
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
