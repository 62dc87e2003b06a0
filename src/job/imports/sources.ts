import type { ImportRecord } from '../../imports/reading/file';
import { withoutSign } from '../../table/made';
import { tabs } from '../../tabs';
import { ownSheet } from '../rows/own-sheets';
import { readCells, spreadsheet } from '../rows/spreadsheet';
import { Trouble } from '../trouble';

/** Tabs of the spreadsheet that can be imported: an opened xlsx, a pasted list. */

/** The names of tabs that are nobody's of ours and can be seen. */
export function sources(): readonly string[] {
  const ours = new Set(tabs.map(({ name }) => ownSheet(name)?.getSheetId()));
  return spreadsheet()
    .getSheets()
    .filter((sheet) => !sheet.isSheetHidden() && !ours.has(sheet.getSheetId()))
    .map((sheet) => sheet.getName());
}

/** The rows of a tab as its cells show them. Throws Trouble where there is none. */
export function recordsOfTab(name: string): readonly ImportRecord[] {
  const sheet = spreadsheet().getSheetByName(name);
  if (!sheet)
    throw new Trouble('noTab', { says: `There is no tab “${name}”.`, remedy: 'Look again which tabs there are.' });
  return readCells(sheet.getDataRange()).values.flatMap((cells, at) =>
    cells.some((cell) => cell.trim() !== '') ? [{ line: at + 1, cells: cells.map(withoutSign) }] : [],
  );
}
