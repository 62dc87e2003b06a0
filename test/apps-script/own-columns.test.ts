import { ask } from '../../sandbox/cli/desk';
import { namedRows } from '../../sandbox/cli/naming';
import { textTabs } from '../../sandbox/cli/sheets';
import { oneDomain, openDesk, type Rows, type TestDesk } from '../sandbox-desk';
import { expectSettled } from '../users/shop';

/** Columns that somebody had before Seatsheet came and that are called like ours: what stands in them stays. */

const person = (name: string, more: Readonly<Record<string, string>>) => ({
  Email: `${name}@shop.example`,
  'First name': name,
  'Last name': 'Test',
  ...more,
});
const staff = [
  person('ann', { Status: 'active', Details: 'since 2011', Updated: '2025-01-01', Department: 'Sales' }),
  person('bob', { Status: 'inactive', Details: 'left us', Updated: '2025-02-02', Department: 'IT' }),
];
const headersOf = (desk: TestDesk, tab = 'Users'): readonly string[] =>
  (desk.host.state.sheets.find(({ name }) => name === tab)?.cells[0] ?? []).flatMap((cell) =>
    String(cell?.value ?? ''),
  );
const opened = (users: Rows, tabs: Readonly<Record<string, Rows>> = {}): TestDesk =>
  openDesk({ tenant: oneDomain(), users, tabs, setUp: false });

test.each(['set-up', 'a check'])(
  'Status, Details and Updated of a list keep their texts where %s comes first',
  (first) => {
    const desk = opened(staff);
    if (first === 'set-up')
      expect(ask(desk.host, 'setUpSpreadsheet').says).toContain(
        'Status, Details, Updated on Users hold texts of yours and stay; Seatsheet’s are called Seatsheet Status, Seatsheet Details, Seatsheet Updated',
      );
    const { unused } = desk.checkAndRun();
    expect(unused?.map(({ says }) => says)).toEqual(['Not used on Users: Status, Details, Updated (columns D, E, F).']);
    for (const row of staff) {
      expect(desk.row(row.Email)).toMatchObject(row);
      expect(desk.row(row.Email)).toMatchObject({
        'Seatsheet Status': 'Done',
        'Seatsheet Details': 'Created the user.',
      });
    }
    const wide = headersOf(desk).length;
    ask(desk.host, 'setUpSpreadsheet');
    desk.checkAndRun();
    expect(headersOf(desk)).toHaveLength(wide);
    for (const row of staff) expect(desk.row(row.Email)).toMatchObject({ ...row, 'Seatsheet Status': 'Up to date' });
    expect(namedRows(textTabs(desk.host.state.sheets)).map(({ cells }) => cells['status'])).toEqual([
      'Up to date',
      'Up to date',
    ]);
  },
);

test('people that are read from Google leave a Details of somebody’s own as it is', () => {
  const admin = { ...staff[0], Email: 'admin@shop.example', 'First name': 'Other' };
  const desk = opened([admin]);
  ask(desk.host, 'readPeople', { customer: 'C0test001' });
  expect(desk.row('admin@shop.example')).toMatchObject(admin);
});

test('a list that is pasted over a tab of ours, headers and all, keeps its own Status', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [{ Email: '' }] });
  const sheet = desk.host.state.sheets.find(({ name }) => name === 'Users');
  const lines = [Object.keys(staff[0] ?? {}), ...staff.map((row) => Object.values(row))];
  sheet?.cells.splice(0, lines.length, ...lines.map((line) => line.map((value) => ({ value, format: '@' }))));
  desk.checkAndRun();
  for (const row of staff) expect(desk.row(row.Email)).toMatchObject({ ...row, 'Seatsheet Status': 'Done' });
});

test('a sheet in use keeps its columns, whatever somebody typed into one of their cells', () => {
  const desk = openDesk({ tenant: oneDomain(), users: [person('ann', {}), person('bob', {}), person('cy', {})] });
  desk.checkAndRun();
  desk.type('bob@shop.example', 'Status', 'ask Jo');
  desk.type('cy@shop.example', 'Details', 'my remark');
  const before = headersOf(desk);
  ask(desk.host, 'setUpSpreadsheet');
  desk.checkAndRun();
  expect(headersOf(desk)).toEqual(before);
  expectSettled(desk);
});

test('columns of that name with nothing in them are taken, and those of other tabs stay as well', () => {
  const desk = opened([person('ann', { Status: '', Details: '' })], {
    Customers: [{ Domain: 'acme.example', Terms: 'net 30', 'Admin console': 'see wiki' }],
  });
  desk.checkAndRun();
  expect(desk.row('ann@shop.example')).toMatchObject({ Status: 'Done' });
  expect(headersOf(desk, 'Customers')).toEqual(expect.arrayContaining(['Seatsheet Terms', 'Seatsheet Admin console']));
  expect(desk.row('Customers!acme.example')).toMatchObject({ Terms: 'net 30', 'Admin console': 'see wiki' });
  expect(headersOf(desk, 'Customers')).not.toContain('Seatsheet Status');
});
