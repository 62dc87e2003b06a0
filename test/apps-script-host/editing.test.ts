import { open } from './bench';

/** What a person does at the sheet by hand. */

const read =
  'function read() { const sheet = SpreadsheetApp.getActiveSheet(); return [sheet.getDataRange().getValues(), sheet.getDataRange().getFormulas()]; }';
const values = (host: ReturnType<typeof open>): unknown => (host.call('read', [], 'editor') as unknown[][])[0];

test.each([
  ['007', 7],
  ['+4930123', 4930123],
  ['1,234.5', 1234.5],
  ['12%', 0.12],
  ['$5', 5],
  ['(5)', -5],
  ['1e3', 1000],
  ['TRUE', true],
  ['false', false],
  ['2026-03-02', new Date('2026-03-02')],
  ['3/2/2026', new Date('2026-03-02')],
  ['Mar 2, 2026', new Date('2026-03-02')],
  ['2026-03-02 14:30', new Date('2026-03-02T14:30:00Z')],
  ['2026-13-45', '2026-13-45'],
  ['2026-03-02T14:30:00Z', '2026-03-02T14:30:00Z'],
  ['-', '-'],
  ["'007", '007'],
  ['ana@shop.example', 'ana@shop.example'],
  [' x ', ' x '],
  ['1.2.3', '1.2.3'],
])('typed %s becomes %p', (text, value) => {
  const host = open(read);
  host.edit.setCell('Sheet1', [1, 1], text);
  expect(values(host)).toEqual([[value]]);
});

test.each(['=1+1', '+49 30 1234', '-ana'])('typed %s becomes a formula', (text) => {
  const host = open(read);
  host.edit.setCell('Sheet1', [1, 1], text);
  expect((host.call('read') as unknown[][])[1]).toEqual([[expect.stringMatching(/^=/)]]);
});

test.each(['007', '+49 30 1234', '=1+1', 'TRUE', '2026-03-02'])('in a cell of plain text, %s stays text', (text) => {
  const host = open(read);
  host.edit.format('Sheet1', { row: 1, column: 1, rows: 1000, columns: 1 }, '@');
  host.edit.setCell('Sheet1', [2, 1], text);
  expect(host.call('read')).toEqual([
    [[''], [text]],
    [[''], ['']],
  ]);
});

test('pasting fills a block and lets the tab grow', () => {
  const host = open(read);
  host.edit.paste(
    'Sheet1',
    [1000, 26],
    [
      ['a', 'b'],
      ['c', '4'],
    ],
  );
  const grid = values(host) as unknown[][];
  expect([grid.length, grid[0]?.length, grid[1000]?.slice(25)]).toEqual([1001, 27, ['c', 4]]);
});

test('rows come, go and are sorted below the frozen ones', () => {
  const host = open(`${read} function freeze() { SpreadsheetApp.getActiveSheet().setFrozenRows(1); }`);
  host.call('freeze');
  host.edit.paste(
    'Sheet1',
    [1, 1],
    [
      ['Name', 'N'],
      ['bo', '2'],
      ['ana', '1'],
      ['cy', '3'],
    ],
  );
  host.edit.sortRange('Sheet1', { column: 1, ascending: true });
  host.edit.insertRows('Sheet1', 3);
  host.edit.deleteRows('Sheet1', 2);
  expect(values(host)).toEqual([
    ['Name', 'N'],
    ['', ''],
    ['bo', 2],
    ['cy', 3],
  ]);
});

test('rows hidden by hand and by a filter are told apart', () => {
  const host = open(
    'function hidden() { const sheet = SpreadsheetApp.getActiveSheet(); return [2, 3, 4].map((row) => [sheet.isRowHiddenByUser(row), sheet.isRowHiddenByFilter(row)]); }',
  );
  host.edit.hideRows('Sheet1', [2, 3]);
  expect(host.call('hidden')).toEqual([
    [true, false],
    [true, false],
    [false, false],
  ]);
  host.edit.hideRows('Sheet1', [4], 'filter');
  expect(host.call('hidden')).toEqual([
    [false, false],
    [false, false],
    [false, true],
  ]);
  expect(host.state.sheets[0]?.hiddenRows).toEqual([4]);
});

test('a rule that refuses, refuses a person too', () => {
  const host = open(
    "function rule() { SpreadsheetApp.getActiveSheet().getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['yes']).build()); }",
  );
  host.call('rule');
  expect(() => {
    host.edit.setCell('Sheet1', [1, 1], 'no');
  }).toThrow('violates the data validation rules');
  host.edit.setCell('Sheet1', [1, 1], 'yes');
  expect(host.state.sheets[0]?.cells[0]?.[0]?.value).toBe('yes');
});

test('a person’s edits are no effects of a script, and count as no calls', () => {
  const host = open(read);
  const effects: unknown[] = [];
  host.onEffect = (effect) => effects.push(effect);
  host.edit.setCell('Sheet1', [1, 1], 'x');
  host.edit.clear('Sheet1', { row: 1, column: 1, rows: 1, columns: 1 });
  expect([effects, host.state.counters.documentCalls]).toEqual([[], 0]);
});

test('a tab that does not exist is named', () => {
  expect(() => {
    open(read).edit.setCell('Users', [1, 1], 'x');
  }).toThrow('There is no tab named Users.');
});
