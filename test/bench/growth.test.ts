import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { measureGrowth, readSize, type Grown } from '../../sandbox/bench/growth';
import { ask } from '../../sandbox/cli/desk';
import { open } from '../users/shop';

/** How cost grows with the rows: at sizes that a test has time for. How long things take here is nobody's promise. */

const root = path.resolve(__dirname, '..', '..');

/** In a process with so little stack, in KB, what needs more of it the more rows there are fails at some thousands. */
function withStack(size: string, stack: number): Grown {
  const args = ['--import', 'tsx', 'sandbox/bench/entry.ts', '--growth', '--job', size];
  const out = execFileSync(process.execPath, [`--stack-size=${stack}`, ...args], { cwd: root, encoding: 'utf8' });
  return JSON.parse(out) as Grown;
}

test('what a check needs of the stack does not grow with the rows: fifty thousand go where three thousand go', () => {
  expect(withStack('check:4000', 100)).toMatchObject({ kind: 'check', rows: 4_000 });
}, 120_000);

test('ten times as many rows cost no more requests, and few more document calls', () => {
  const [few, many] = ['check:60', 'check:600'].map((size) => measureGrowth(readSize(size), root));
  expect(many?.requests).toBe(few?.requests);
  expect((many?.documentCalls ?? Infinity) - (few?.documentCalls ?? 0)).toBeLessThanOrEqual(4);
});

/** Cells that the second and the third execution of a run write, in which some rows are done and the others wait. */
function cellsWritten(rows: number): number {
  const people = Array.from({ length: rows }, (_, n) => ({
    Email: `p${String(n).padStart(3, '0')}@shop.example`,
    'First name': 'Pat',
    'Last name': 'Test',
  }));
  const desk = open(people, {}, { latency: 20_000 });
  desk.host.state.properties.document['setting:transport'] = 'advanced';
  ask(desk.host, 'startRun', { planId: desk.check().planId, confirmed: true });
  const { cellsWritten: before } = desk.host.state.counters;
  for (let execution = 0; execution < 2; execution++) expect(ask(desk.host, 'continueWork').left).toBeGreaterThan(50);
  return desk.host.state.counters.cellsWritten - before;
}

test('what an execution of a run writes does not grow with the rows that wait for a later one', () => {
  const [few, many] = [420, 840].map(cellsWritten);
  expect(many).toBeLessThan((few ?? 0) * 1.1);
});
