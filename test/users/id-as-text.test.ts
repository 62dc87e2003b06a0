import { ask } from '../../sandbox/cli/desk';
import { expectSettled, open, userAt } from './shop';
import type { TestDesk } from '../sandbox-desk';

/** User IDs have 21 digits, and a cell that nobody formatted makes a number of them. */

const row = (name: string) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Lee',
  'User ID': '',
});
const idOf = (desk: TestDesk, name: string) => String(userAt(desk, `${name}@shop.example`)['id']);

/** The rows from a place on are as Sheets makes them, without a format. */
function unformatted(desk: TestDesk, from: number): void {
  desk.host.edit.format('Users', { row: from, column: 1, rows: 10, columns: 30 }, '');
}

test.each([2, 3])(
  'from row %s on nothing is formatted: the ID comes back whole, and the row is found again',
  (from) => {
    const desk = open([row('ana'), row('bo')]);
    unformatted(desk, from);
    desk.checkAndRun();
    expect(desk.row('bo@shop.example')['User ID']).toBe(idOf(desk, 'bo'));
    expectSettled(desk);
  },
);

test('set-up makes the whole column text, not only where its first cell is none', () => {
  const desk = open([row('ana'), row('bo')]);
  unformatted(desk, 3);
  ask(desk.host, 'setUpSpreadsheet');
  const id = '112000000000000000029';
  desk.host.edit.setCell('Users', [3, Object.keys(desk.row('bo@shop.example')).indexOf('User ID') + 1], id);
  expect(desk.row('bo@shop.example')['User ID']).toBe(id);
});
