import { open, evaluate } from './bench';

const sheet = 'const book = SpreadsheetApp.getActive(); const sheet = book.getActiveSheet();';
const run = (body: string): unknown => evaluate(`${sheet} ${body}`);

describe('merged cells', () => {
  test('keep the first value, are told by any of their cells, and move along', () => {
    expect(
      run(`sheet.getRange('A1:B3').setValues([['a', 'b'], ['c', 'd'], ['e', 'f']]);
      sheet.getRange('A1:B2').merge();
      const told = () => sheet.getDataRange().getMergedRanges().map((one) => one.getA1Notation());
      const first = [sheet.getRange('A1:B3').getValues(), told(), sheet.getRange('B2').isPartOfMerge(), sheet.getRange('A3').isPartOfMerge()];
      sheet.insertRowsAfter(2, 1);
      sheet.insertRowsAfter(1, 1);
      const moved = told();
      sheet.getRange('A1:B9').breakApart();
      return [...first, moved, told()];`),
    ).toEqual([
      [
        ['a', ''],
        ['', ''],
        ['e', 'f'],
      ],
      ['A1:B2'],
      true,
      false,
      ['A1:B3'],
      [],
    ]);
  });

  test('are not merged or taken apart in part', () => {
    expect(() => run("sheet.getRange('A1:A3').merge(); sheet.getRange('A2:A5').merge();")).toThrow(
      'You must select all cells in a merged range',
    );
  });
});

describe('values', () => {
  test('what a script writes is read as typed text: numbers, ticks and dates are recognised', () => {
    expect(
      run(
        "sheet.getRange('A1:F1').setValues([['007', 'true', '12.5%', '2026-03-02', '+4930123', 'plain']]); return sheet.getRange('A1:F1').getValues();",
      ),
    ).toEqual([[7, true, 0.125, new Date('2026-03-02T00:00:00Z'), 4930123, 'plain']]);
  });

  test('in cells of plain text everything but a formula stays as it is', () => {
    expect(
      run(
        "sheet.getRange('A:A').setNumberFormat('@'); sheet.getRange('A1:A3').setValues([['007'], ['+49 30 1234'], ['=1+1']]); return [sheet.getRange('A1:A3').getValues(), sheet.getRange('A1:A3').getFormulas()];",
      ),
    ).toEqual([
      [['007'], ['+49 30 1234'], ['#NAME?']],
      [[''], [''], ['=1+1']],
    ]);
  });

  test.each(['setValue', 'setValues', 'appendRow'])('a leading = makes a formula: %s', (how) => {
    const write =
      {
        setValue: "sheet.getRange('A1').setValue('=EVIL()');",
        setValues: "sheet.getRange('A1').setValues([['=EVIL()']]);",
        appendRow: "sheet.appendRow(['=EVIL()']);",
      }[how] ?? '';
    expect(run(`${write} return [sheet.getRange('A1').getValue(), sheet.getRange('A1').getFormula()];`)).toEqual([
      '#NAME?',
      '=EVIL()',
    ]);
  });

  test('a leading apostrophe is taken off and makes text', () => {
    expect(
      run(
        "sheet.getRange('A1:A2').setValues([[\"'=EVIL()\"], [\"'007\"]]); return [sheet.getRange('A1:A2').getValues(), sheet.getRange('A1').getFormula()];",
      ),
    ).toEqual([[['=EVIL()'], ['007']], '']);
  });

  test('a link shows its label', () => {
    expect(
      run(
        "sheet.getRange('A1').setValue('=HYPERLINK(\"https://admin.google.com/\", \"Open\")'); return sheet.getRange('A1').getDisplayValue();",
      ),
    ).toBe('Open');
  });

  test('display values are texts as shown', () => {
    expect(
      run(
        "sheet.getRange('A1:D1').setValues([[new Date(Date.UTC(2026, 2, 2)), true, 0.5, '']]); sheet.getRange('C1').setNumberFormat('0%'); return sheet.getRange('A1:D1').getDisplayValues();",
      ),
    ).toEqual([['3/2/2026', 'TRUE', '50%', '']]);
  });

  test('the shape must fit', () => {
    expect(() => run("sheet.getRange('A1:B2').setValues([[1, 2]]);")).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(() => run("sheet.getRange('A1:B1').setValues([[1]]);")).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(() => run("sheet.getRange('A1').setValues([1]);")).toThrow(
      "don't match the method signature for SpreadsheetApp.Range.setValues",
    );
    expect(() => run("sheet.getRange('A1').setValue({ a: 1 });")).toThrow("don't match the method signature");
  });

  test('a cell holds 50,000 characters; a block with a longer text is refused as a whole', () => {
    const host = open(`function test() { ${sheet} sheet.getRange('A1:A2').setValues([['ok'], ['x'.repeat(50001)]]); }`);
    expect(() => host.call('test')).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
    expect(host.state.sheets[0]?.cells).toEqual([]);
  });

  test('null and the empty text empty a cell', () => {
    expect(
      run(
        "sheet.getRange('A1:A2').setValues([[1], [2]]); sheet.getRange('A1:A2').setValues([[null], ['']]); return sheet.getLastRow();",
      ),
    ).toBe(0);
  });

  test('clearContent keeps looks and notes, clear takes both', () => {
    expect(
      run(`const cell = sheet.getRange('A1').setValue('x').setNote('n').setBackground('#ff0000');
      cell.clearContent(); const kept = [cell.getValue(), cell.getNote(), cell.getBackground()];
      cell.clear(); return [kept, [cell.getNote(), cell.getBackground()]];`),
    ).toEqual([
      ['', 'n', '#ff0000'],
      ['', '#ffffff'],
    ]);
  });
});

describe('ranges', () => {
  test('every form of getRange', () => {
    expect(
      run(
        `return [sheet.getRange(2, 3), sheet.getRange(2, 3, 4), sheet.getRange(2, 3, 4, 5), sheet.getRange('B2'), sheet.getRange('B2:C'), sheet.getRange('A:B'), sheet.getRange('3:4'), sheet.getRange("'Sheet1'!C5")].map((range) => range.getA1Notation());`,
      ),
    ).toEqual(['C2', 'C2:C5', 'C2:G5', 'B2', 'B2:C1000', 'A1:B1000', 'A3:Z4', 'C5']);
  });

  test('a range outside the tab is refused', () => {
    expect(() => run('sheet.getRange(0, 1);')).toThrow('The starting row of the range is too small.');
    expect(() => run('sheet.getRange(1, 1, 0, 1);')).toThrow('The number of rows in the range must be at least 1.');
    expect(() => run('sheet.getRange(1001, 1);')).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(() => run("sheet.getRange('2', 1);")).toThrow(
      "The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
  });

  test('offset and getCell are relative', () => {
    expect(
      run(
        "const range = sheet.getRange('B2:D4'); return [range.offset(1, 1).getA1Notation(), range.offset(0, 0, 1).getA1Notation(), range.getCell(2, 2).getA1Notation(), range.getLastRow(), range.getLastColumn()];",
      ),
    ).toEqual(['C3:E5', 'B2:D2', 'C3', 4, 4]);
  });

  test('the data range reaches as far as content does, not as far as looks do', () => {
    expect(
      run(
        "sheet.getRange('A1:Z1000').setNumberFormat('@'); sheet.getRange('B3').setValue('x'); return [sheet.getDataRange().getA1Notation(), sheet.getMaxRows(), sheet.getMaxColumns()];",
      ),
    ).toEqual(['A1:B3', 1000, 26]);
  });

  test('named ranges are found by name and follow their name', () => {
    expect(
      run(
        "book.setNamedRange('Sku', sheet.getRange('B2:B9')); return [book.getRangeByName('Sku').getA1Notation(), book.getRangeByName('Nope'), book.getNamedRanges().map((one) => one.getName())];",
      ),
    ).toEqual(['B2:B9', null, ['Sku']]);
  });

  test('sorting puts numbers before texts before ticks, empty cells last, equal rows in their order', () => {
    expect(
      run(
        "sheet.getRange('A1:B6').setValues([['b', 1], ['', 2], [true, 3], [10, 4], ['A', 5], [9, 6]]); sheet.getRange('A1:B6').sort(1); const up = sheet.getRange('B1:B6').getValues().flat(); sheet.getRange('A1:B6').sort({ column: 1, ascending: false }); return [up, sheet.getRange('B1:B6').getValues().flat()];",
      ),
    ).toEqual([
      [6, 4, 5, 1, 3, 2],
      [3, 1, 5, 4, 6, 2],
    ]);
  });
});

describe('rows and columns', () => {
  test('notes, looks, rules, protections, names and hidden rows move along with inserted and deleted rows', () => {
    expect(
      run(`
      sheet.getRange('A5').setValue('x').setNote('n');
      sheet.getRange('A5:A6').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
      sheet.getRange('A5:B5').protect();
      sheet.hideRows(5);
      sheet.insertRowsBefore(3, 2);
      const moved = [sheet.getRange('A7').getNote(), sheet.getRange('A8').getDataValidation() !== null, sheet.getRange('A6').getDataValidation(), sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation(), sheet.isRowHiddenByUser(7), sheet.getMaxRows()];
      sheet.deleteRows(1, 4);
      return [moved, [sheet.getRange('A3').getValue(), sheet.isRowHiddenByUser(3), sheet.getMaxRows()]];`),
    ).toEqual([
      ['n', true, null, 'A7:B7', true, 1002],
      ['x', true, 998],
    ]);
  });

  test('rules that are given cell by cell are each cell’s own', () => {
    expect(
      run(
        "const rule = (word) => SpreadsheetApp.newDataValidation().requireValueInList([word]).build(); const range = sheet.getRange(1, 1, 5, 1); range.setDataValidation(rule('old')); range.setDataValidations([[rule('a')], [rule('a')], [rule('a')], [null], [rule('a')]]); sheet.getRange(2, 1).setDataValidation(rule('b')); return range.getDataValidations().map(([one]) => one && one.getCriteriaValues()[0][0]);",
      ),
    ).toEqual(['a', 'b', 'a', null, 'a']);
  });

  test('rows added below a validated block inherit its rule and look', () => {
    expect(
      run(
        "sheet.getRange(2, 1, 999, 1).setNumberFormat('@').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()); sheet.insertRowsAfter(1000, 1); return [sheet.getRange(1001, 1).getNumberFormat(), sheet.getRange(1001, 1).getDataValidation() !== null];",
      ),
    ).toEqual(['@', true]);
  });

  test('appendRow writes below the last content and lets the tab grow', () => {
    expect(
      run(
        "sheet.deleteRows(2, 998); sheet.appendRow(['a']); sheet.appendRow(['b', 2]); sheet.appendRow(['c']); return [sheet.getDataRange().getValues(), sheet.getMaxRows()];",
      ),
    ).toEqual([
      [
        ['a', ''],
        ['b', 2],
        ['c', ''],
      ],
      3,
    ]);
  });

  test('a spreadsheet takes ten million cells, empty ones included: more rows, columns or tabs are refused as a whole', () => {
    const refused = 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.';
    // Beside 1,000 rows of 26 columns.
    const full = 'sheet.insertRowsAfter(1000, 383615);';
    expect(run(`${full} return sheet.getMaxRows() * sheet.getMaxColumns();`)).toBe(9_999_990);
    for (const more of [
      'sheet.insertRowsAfter(1, 1);',
      'sheet.insertRowsBefore(1, 1);',
      'sheet.insertColumnsAfter(1, 1);',
      "book.insertSheet('Users');",
      "sheet.getRange(384615, 1).setValue('last'); sheet.appendRow(['beyond']);",
    ])
      expect(() => run(full + more)).toThrow(refused);
    expect(run(`${full} sheet.deleteColumns(26, 1); sheet.insertRowsAfter(1, 1); return sheet.getMaxRows();`)).toBe(
      384_616,
    );
  });

  test('not all rows can go', () => {
    expect(() => run('sheet.deleteRows(1, 1000);')).toThrow("You can't delete all the rows on the sheet.");
  });
});

describe('tabs', () => {
  test('are inserted, found, moved, hidden and deleted', () => {
    expect(
      run(`
      const users = book.insertSheet('Users'); const log = book.insertSheet('Log', 0);
      book.setActiveSheet(users); book.moveActiveSheet(1); log.hideSheet();
      const order = book.getSheets().map((one) => one.getName());
      book.deleteSheet(log);
      return [order, log.getSheetId() === users.getSheetId(), book.getSheetByName('Log'), book.getSheetByName('users'), book.getSheets().length];`),
    ).toEqual([['Users', 'Log', 'Sheet1'], false, null, null, 2]);
  });

  test('two tabs cannot have one name, and one tab must be left and visible', () => {
    expect(() => run("book.insertSheet('sheet1');")).toThrow('already exists');
    expect(() => run('book.deleteSheet(sheet);')).toThrow("can't remove all the sheets");
    expect(() => run('sheet.hideSheet();')).toThrow("can't hide all the sheets");
  });

  test('a deleted tab’s objects say that it is gone', () => {
    expect(() => run("const users = book.insertSheet('Users'); book.deleteSheet(users); users.getLastRow();")).toThrow(
      'not found',
    );
  });
});

describe('furniture', () => {
  test('a drop-down refuses what is not on its list, unless it only warns', () => {
    const rule = (allow: boolean): string =>
      `sheet.getRange('A2:A9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Active', 'Suspended'], true).setAllowInvalid(${String(allow)}).build());`;
    expect(() => run(`${rule(false)} sheet.getRange('A3').setValue('Gone');`)).toThrow(
      'The data you entered in cell A3 violates the data validation rules set on this cell.',
    );
    expect(
      run(
        `${rule(false)} sheet.getRange('A3').setValue('Active'); sheet.getRange('A4').setValue(''); return sheet.getRange('A3').getValue();`,
      ),
    ).toBe('Active');
    expect(run(`${rule(true)} sheet.getRange('A3').setValue('Gone'); return sheet.getRange('A3').getValue();`)).toBe(
      'Gone',
    );
  });

  test('a drop-down can take its list from a range', () => {
    const rule =
      "sheet.getRange('C1:C2').setValues([['x'], ['y']]); sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('C1:C5')).build());";
    expect(
      run(
        `${rule} sheet.getRange('A1').setValue('y'); return sheet.getRange('A1').getDataValidation().getCriteriaValues()[0].getA1Notation();`,
      ),
    ).toBe('C1:C5');
    expect(() => run(`${rule} sheet.getRange('A1').setValue('z');`)).toThrow('violates the data validation rules');
  });

  test('a list of 501 items is refused', () => {
    const rule = (count: number): string =>
      `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: ${count} }, (_, i) => 'item ' + i)).build());`;
    expect(() => run(rule(501))).toThrow(
      "The data validation rule has more items than the limit of 500. Use the 'List from a range' criteria instead.",
    );
    expect(run(`${rule(500)} return true;`)).toBe(true);
  });

  test('tick boxes start unticked and count as content', () => {
    expect(
      run("sheet.getRange('B2:B4').insertCheckboxes(); return [sheet.getRange('B2').getValue(), sheet.getLastRow()];"),
    ).toEqual([false, 4]);
  });

  test('colour rules and protections come back as they were set', () => {
    expect(
      run(`
      const rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo('Done').setBackground('#d9ead3').setRanges([sheet.getRange('A2:A')]).build();
      sheet.setConditionalFormatRules([rule]);
      const protection = sheet.getRange('A:A').protect().setDescription('ours').setWarningOnly(true);
      const [back] = sheet.getConditionalFormatRules(); const [guard] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
      return [back.getRanges()[0].getA1Notation(), back.getBooleanCondition().getCriteriaValues(), back.getBooleanCondition().getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO, guard.getDescription(), guard.isWarningOnly()];`),
    ).toEqual(['A2:A1000', ['Done'], true, 'ours', true]);
  });

  test('a look over a column is one entry, whatever the number of rows, and a cell’s own wins', () => {
    const host = open(
      `function test() { ${sheet} sheet.getRange('A2:A').setFontWeight('bold').setNumberFormat('@'); sheet.getRange('A3').setNumberFormats([['0.00']]); return sheet.getRange('A2:A4').getNumberFormats(); }`,
    );
    expect(host.call('test')).toEqual([['@'], ['0.00'], ['@']]);
    expect(host.state.sheets[0]?.furniture['looks']).toHaveLength(2);
  });

  test('a filter can be made once, and knows its range', () => {
    expect(run("sheet.getRange('A1:C9').createFilter(); return sheet.getFilter().getRange().getA1Notation();")).toBe(
      'A1:C9',
    );
    expect(() => run("sheet.getRange('A1:C9').createFilter(); sheet.getRange('A1:B2').createFilter();")).toThrow(
      'already has a filter',
    );
  });
});

test('the selection is a person’s; a trigger sees none of it', () => {
  const host = open(
    `function selected() { return SpreadsheetApp.getActiveRangeList().getRanges().map((range) => range.getA1Notation()); }`,
  );
  host.edit.select('Sheet1', { row: 2, column: 1, rows: 3, columns: 1 }, { row: 9, column: 2, rows: 1, columns: 1 });
  expect(host.call('selected')).toEqual(['A2:A4', 'B9']);
  expect(host.call('selected', [], 'trigger')).toEqual(['A1']);
});

test('activating a range brings its tab to the front', () => {
  const host = open(
    "function go() { SpreadsheetApp.getActive().getSheetByName('Users').getRange('B17').activate(); return SpreadsheetApp.getActiveSheet().getName(); }",
    {
      state: {
        sheets: ['Start', 'Users'].map((name, id) => ({
          name,
          id,
          hidden: false,
          cells: [],
          frozenRows: 0,
          hiddenRows: [],
          furniture: {},
        })),
      },
    },
  );
  expect(host.call('go')).toBe('Users');
  expect([host.state.activeSheet, host.state.selection]).toEqual([1, 'B17']);
});
