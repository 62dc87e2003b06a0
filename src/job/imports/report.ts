import type { ImportProblem } from '../../imports/reading/file';
import { asText } from '../../table/safe';
import { ports, type Sheet } from '../ports';
import { spreadsheet } from '../rows/spreadsheet';

/** The tab that lists what an import left out. */

const name = 'Import report';
const headers = ['Line', 'Column', 'What was left out, and what to do'];

/** Writes the report anew, or takes away what an earlier one said where nothing was left out; says where it stands. */
export function writeReport(problems: readonly ImportProblem[], unused: readonly string[]): string {
  const before = spreadsheet().getSheetByName(name);
  const lines = [
    ...problems.map(({ line, column, says }) => [line ? String(line) : '', column, says]),
    ...unused.map((header) => ['', header, 'Nothing came of this column: no column of the tab means the same.']),
  ];
  if (!lines.length && !before) return '';
  const shown = spreadsheet().getActiveSheet();
  const sheet = before ?? spreadsheet().insertSheet(name, spreadsheet().getSheets().length);
  // A new tab comes to the front; the person is at the rows.
  spreadsheet().setActiveSheet(shown);
  write(sheet, lines.length ? lines : [['', '', 'Nothing was left out.']]);
  return lines.length ? `The tab ${name} lists what was left out.` : '';
}

function write(sheet: Sheet, lines: readonly (readonly string[])[]): void {
  const texts = [headers, ...lines].map((line) => line.map(asText));
  const short = texts.length - sheet.getMaxRows();
  if (short > 0) sheet.insertRowsAfter(sheet.getMaxRows(), short);
  sheet.getDataRange().clearContent();
  const range = sheet.getRange(1, 1, texts.length, headers.length);
  range.setNumberFormat('@');
  range.setValues(texts);
  sheet.setFrozenRows(1);
  ports().spreadsheet.apply();
}
