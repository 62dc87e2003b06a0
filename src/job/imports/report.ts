import type { ImportProblem } from '../../imports/reading/file';
import { ownSheet } from '../rows/own-sheets';
import { fillTab, tabNamed } from '../rows/spreadsheet';

/** The tab that lists what an import left out. */

const name = 'Import report';
const headers = ['Line', 'Column', 'What was left out, and what to do'];

/** Writes the report anew, or takes away what an earlier one said where nothing was left out; says where it stands. */
export function writeReport(problems: readonly ImportProblem[], unused: readonly string[]): string {
  const before = ownSheet(name, headers);
  const lines = [
    ...problems.map(({ line, column, says }) => [line ? String(line) : '', column, says]),
    ...unused.map((header) => ['', header, 'Nothing came of this column.']),
  ];
  if (!lines.length && !before) return '';
  fillTab(tabNamed(name, headers), [headers, ...(lines.length ? lines : [['', '', 'Nothing was left out.']])]);
  return lines.length ? `The tab ${name} lists what was left out.` : '';
}
