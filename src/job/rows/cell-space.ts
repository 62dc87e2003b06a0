import { cellsOfSpreadsheet } from '../../google/platform-texts';
import type { Journal } from '../journal/journal';
import { fullWords, emptyingWords, spreadsheetCells, thousands } from '../spreadsheet-cells';
import { Trouble } from '../trouble';
import type { TabSheet } from './sheets';

/** Whether the Journal, which takes cells with each row, has room for a check before that begins. */

/** Left for what else a check makes: a tab as Google makes it, of 1,000 rows and 26 columns. */
const beside = 26_000;

/** The rows of a check, and the sheets that they stand on. `rows`: their keys; left out: every row. */
interface Checked {
  readonly rows?: readonly string[];
  readonly sheets: readonly TabSheet[];
}

/** Throws Trouble where the rows that the Journal does not know are more than it has room for. */
export function refuseWithoutSpace(journal: Journal, { rows, sheets }: Checked): void {
  const all = sheets.flatMap(({ named }) => named.rows.map(({ name }) => name));
  const fresh = (rows ?? all).filter((key) => !journal.line(key)).length;
  if (journal.room(0) >= fresh) return;
  const { cells, most } = spreadsheetCells();
  const fit = journal.room(Math.max(0, cellsOfSpreadsheet - cells - beside));
  if (fit >= fresh) return;
  const known = new Set(all);
  const gone = journal.all.filter(({ key }) => !known.has(key)).length;
  throw new Trouble('spreadsheetFull', {
    says: `${fullWords(cells)} Its Journal keeps a line for each row: there is room for ${thousands(fit)} new ones, and this check has ${thousands(fresh)}. Nothing was checked.`,
    remedy: `${fit > 0 ? `Select at most ${thousands(fit)} new rows and check the selection, or make` : 'Make'} room: ${emptyingWords(most)}${gone > 0 ? `, and on the hidden tab Journal the ${thousands(gone)} lines whose rows are gone` : ''}. Or go on with further rows in another copy of the spreadsheet.`,
  });
}
