import { columnOf } from '../interference/people';
import { expectSettled, open, statuses, writesDuring } from './shop';

/** Most spreadsheets use one tab or two: a run reads those, and what comes to another one is for the next check. */

const ana = { Email: 'ana@shop.example', 'First name': 'Ana', 'Last name': 'Ruiz' };
const emails = [ana.Email];

test('a run does not read the boxes of tabs on which its check found no row', () => {
  const desk = open([ana]);
  // As set-up leaves the tab: an unticked box on each row.
  desk.host.edit.paste('Customers', [900, columnOf(desk.host, 'From Gmail', 'Customers')], [['FALSE']]);
  const cells = desk.host.state.sheets.find(({ name }) => name === 'Customers')?.cells ?? [];
  const cellsRead = (work: () => unknown): number => {
    const before = desk.host.state.counters.cellsRead;
    work();
    return desk.host.state.counters.cellsRead - before;
  };
  const tab = cells.length * (cells[0]?.length ?? 0);
  expect(cellsRead(() => desk.check())).toBeGreaterThan(tab);
  expect(cellsRead(() => desk.run())).toBeLessThan(tab);
  expectSettled(desk, emails);
});

test('a customer who is typed in between check and run does not touch the run, and is what the next check finds', () => {
  const desk = open([ana]);
  desk.check();
  desk.host.edit.paste('Customers', [2, 1], [['', 'late.example', 'Domain', 'Late Ltd']]);
  const ended = desk.run();
  expect(ended.adrift).toBe('');
  expect(ended.counts).toEqual({ done: 1 });
  expect(statuses(desk)).toEqual({ 'ana@shop.example': 'Done' });
  expect(writesDuring(desk, () => desk.checkAndRun())).toEqual([]);
  const [late] = desk.rows('Customers');
  expect(late?.['Status']).toBe('Waiting');
});
