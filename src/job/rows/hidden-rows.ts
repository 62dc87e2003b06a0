import type { Sheet } from '../ports';
import { scratchSheet } from './scratch';

/**
 * Which rows are hidden, by a filter or by hand. Apps Script tells of one row for each question, a round trip each
 * (reference of Sheet), so many rows are asked about by formulas on a hidden sheet of ours, read at once: SUBTOTAL with
 * code 103 counts what is to be seen of a row (Sheets help). Neither knows of filter views, which are of whoever looks.
 */

/** So many rows are asked about one by one, which is quicker than to write formulas and wait for them. */
const few = 10;

const none: ReadonlySet<number> = new Set();

/**
 * Those of these 1-based rows that are hidden; each holds something. `needed`: what is done goes by it. Otherwise rows
 * that were hidden by hand are told where they are few, or there is a filter. Undefined where the spreadsheet does not
 * say.
 */
export function hiddenRows(sheet: Sheet, rows: readonly number[], needed: boolean): ReadonlySet<number> | undefined {
  if (!rows.length) return none;
  const filtered = sheet.getFilter() !== null;
  if (rows.length <= few)
    return new Set(rows.filter((row) => (filtered && sheet.isRowHiddenByFilter(row)) || sheet.isRowHiddenByUser(row)));
  return needed || filtered ? countedAtOnce(sheet, rows) : none;
}

function countedAtOnce(sheet: Sheet, rows: readonly number[]): ReadonlySet<number> | undefined {
  const scratch = scratchSheet();
  const short = rows.length + 1 - scratch.getMaxRows();
  if (short > 0) scratch.insertRowsAfter(scratch.getMaxRows(), short);
  const name = sheet.getName().replace(/'/g, "''");
  const counted = scratch.getRange(2, 1, rows.length, 1);
  // A semicolon parts arguments in the formulas of every locale.
  counted.setValues(rows.map((row) => [`=SUBTOTAL(103;'${name}'!${row}:${row})`]));
  const counts = counted.getValues().map(([count]) => count);
  asked = scratch;
  if (!counts.every((count) => typeof count === 'number')) return undefined;
  return new Set(rows.filter((_, at) => counts[at] === 0));
}

/** The sheet that holds the questions of this execution. */
let asked: Sheet | undefined;

/**
 * Takes the questions away, with what an execution left that died before. Not as soon as they are answered: whoever
 * reads next would wait for it. Before rows are written that they are about, or else each would be answered anew.
 */
export function endHiddenRows(): void {
  asked?.getRange(2, 1, asked.getMaxRows() - 1, 1).clearContent();
  asked = undefined;
}
