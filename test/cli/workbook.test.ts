import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCsv, writeCsv } from '../../sandbox/cli/csv';
import { fileOfTab, sheetsOf, textTabs } from '../../sandbox/cli/sheets';
import { UsageError } from '../../sandbox/cli/usage';
import { readWorkbook } from '../../sandbox/cli/workbook';
import fc, { anyCharacter } from '../property';

describe('a cell', () => {
  test('is the text that stands in the file: leading zeros, formulas, blanks, quotes, line breaks', () => {
    const cells = [
      ['Email', 'First name'],
      ['00042', '=IMPORTXML("x";"y")'],
      [' spaced ', 'two\nlines'],
      ['+34', 'O\'Brien, "Bo"'],
    ];
    expect(readCsv(writeCsv(cells), 'Users.csv')).toEqual(cells);
    expect(textTabs(sheetsOf([{ name: 'Users', rows: cells }]))[0]?.rows).toEqual(cells);
  });

  test('reaches the spreadsheet as text: its number format is @, and nothing is a formula', () => {
    const [sheet] = sheetsOf([{ name: 'Users', rows: [['Email'], ['=1+1']] }]);
    expect(sheet?.cells[1]?.[0]).toEqual({ value: '=1+1', format: '@' });
  });

  test('survives writing and reading, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: fc.constantFrom('\r', '\n', '"', ',', 'a') }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, fc.constant('end')), { minLength: 1 }), (rows) => {
        expect(readCsv(writeCsv(rows), 'a.csv')).toEqual(rows);
      }),
      { seed: 20260302 },
    );
  });

  test('with a byte order mark before it loses the mark only', () => {
    expect(readCsv('\ufeffEmail\r\nana@shop.example\r\n', 'Users.csv')).toEqual([['Email'], ['ana@shop.example']]);
  });
});

describe('a written tab', () => {
  test('has formulas as their text, ticks in capitals, and no empty rows or columns at its end', () => {
    const sheet = { name: 'Users', id: 0, hidden: false, frozenRows: 1, hiddenRows: [], furniture: {} };
    const cells = [
      [{ value: 'Email' }, { value: 'Admin' }, null],
      [{ value: 3, formula: '=1+2' }, { value: true }],
      [],
      [null, { value: '' }],
    ];
    const [tab] = textTabs([{ ...sheet, cells }]);
    expect(tab && fileOfTab(tab)).toEqual(['Users.csv', 'Email,Admin\n=1+2,TRUE\n']);
  });

  test('keeps blank rows inside, so that row numbers stay', () => {
    expect(readCsv(writeCsv([['Email'], [''], ['ana@shop.example']]), 'Users.csv')).toEqual([
      ['Email'],
      [''],
      ['ana@shop.example'],
    ]);
  });
});

describe('a workbook folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'workbook-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);

  test('gives its tabs, its tenant and what an earlier run left', () => {
    write('Users.csv', 'Email\nana@shop.example\n');
    write('Journal.csv', 'Key\n');
    write('tenant.json', '{"accounts":[]}');
    write('host.json', '{"properties":{"document":{"a":"1"},"script":{},"users":{"x@y.example":{}}},"triggers":[]}');
    const { tabs, tenant, host } = readWorkbook(folder);
    expect(tabs.map(({ name }) => name)).toEqual(['Journal', 'Users']);
    expect(tenant).toEqual({ accounts: [] });
    expect(host?.properties.document).toEqual({ a: '1' });
    expect(sheetsOf(tabs).map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Users', false],
      ['Journal', true],
    ]);
  });

  test('that is not there, or holds a broken file, is bad usage that names the file', () => {
    expect(() => readWorkbook(path.join(folder, 'nowhere'))).toThrow(UsageError);
    write('Users.csv', 'Email\n"ana@shop.example\n');
    expect(() => readWorkbook(folder)).toThrow(/Users\.csv/);
    write('Users.csv', 'Email\n');
    write('host.json', '{"properties":{}}');
    expect(() => readWorkbook(folder)).toThrow(/host\.json/);
    write('host.json', '{');
    expect(() => readWorkbook(folder)).toThrow(UsageError);
  });

  test('takes only files that end in .csv for tabs', () => {
    mkdirSync(path.join(folder, 'more'));
    write('notes.txt', 'x');
    expect(readWorkbook(folder).tabs).toEqual([]);
  });
});
