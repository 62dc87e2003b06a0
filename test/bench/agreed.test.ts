import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { agreedTable, type Figure } from '../../sandbox/bench/agreed';
import { closedTable, measureClosed, minutesOf1000 } from '../../sandbox/bench/closed';

/** What was agreed on is measured, and what triggers carry on alone is counted; what is above is told. */

const root = path.resolve(__dirname, '..', '..');

test('thirty rows stay far below what five thousand may cost, but for what does not depend on them', () => {
  const args = ['--expose-gc', '--import', 'tsx', 'sandbox/bench/entry.ts', '--job', 'agreed', '--rows', '30'];
  const figures = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })) as Figure[];
  const of = (what: string): Figure | undefined => figures.find((figure) => figure.what === what);
  expect(of('rows that ended well')?.is).toBe(30);
  expect(of('executions of the check')).toMatchObject({ is: 1, most: 2 });
  expect(of('MB that an execution holds')?.is).toBeGreaterThan(1);
  for (const what of ['property calls', 'calls of Utilities', 'MB of the Journal', 'calls of the dearest look']) {
    const { is, most = 0 } = of(what) ?? { is: Infinity };
    expect([what, is > 0 && is <= most]).toEqual([what, true]);
  }
  expect(of('seconds until the sidebar is there')?.is).toBeLessThanOrEqual(2);
}, 60_000);

test('a figure above what was agreed on is told', () => {
  const table = agreedTable([
    { what: 'looks', is: 3, most: 2 },
    { what: 'calls', is: 2, most: 2 },
  ]);
  expect(table).toMatch(/^looks +3 +2 +above$/m);
  expect(table).not.toMatch(/^calls.*above/m);
});

test('a run whose sidebar was closed is carried on by triggers, whose minutes are those of its rows', () => {
  const closed = measureClosed('hourly', { rows: 290, root });
  expect(closed).toMatchObject({ rows: 290, well: 290, executions: 1 });
  // Giving the licences that are left takes a second each, and beginning some more.
  expect(closed.triggerMinutes * 60).toBeGreaterThan(closed.byTriggers);
  expect(closed.triggerMinutes * 60).toBeLessThan(closed.byTriggers + 30);
  expect(closed.hours).toBeGreaterThan(0.5);
  expect(minutesOf1000(closed)).toBeGreaterThan(1_000 / 60);
  expect(closedTable([closed])).toMatch(/^hourly +290 /m);
}, 60_000);
