import type { ImportProblem } from '../../imports/reading/file';
import { fillTab, spreadsheet, tabNamed } from '../rows/spreadsheet';

/** The tab that lists what an import left out. */

const name = 'Import report';
const headers = ['Line', 'Column', 'What was left out, and what to do'];

/** Writes the report anew, or takes away what an earlier one said where nothing was left out; says where it stands. */
export function writeReport(problems: readonly ImportProblem[], unused: readonly string[]): string {
  const before = spreadsheet().getSheetByName(name);
  const lines = [
    ...problems.map(({ line, column, says }) => [line ? String(line) : '', column, says]),
    ...unused.map((header) => ['', header, 'Nothing came of this column.']),
  ];
  if (!lines.length && !before) return '';
  const shown = spreadsheet().getActiveSheet();
  const sheet = tabNamed(name);
  // A new tab comes to the front; the person is at the rows.
  spreadsheet().setActiveSheet(shown);
  fillTab(sheet, [headers, ...(lines.length ? lines : [['', '', 'Nothing was left out.']])]);
  return lines.length ? `The tab ${name} lists what was left out.` : '';
}
