import { cellsOfSpreadsheet } from '../google/platform-texts';
import { ports } from './ports';

/** How many cells the spreadsheet has, which Google counts whether something stands in them or not. */

/** Its cells, and which tabs have most of them, in words. */
export function spreadsheetCells(): { readonly cells: number; readonly most: string } {
  const tabs = ports()
    .spreadsheet.active()
    .getSheets()
    .map((sheet) => ({ name: sheet.getName(), cells: sheet.getMaxRows() * sheet.getMaxColumns() }))
    .sort((one, other) => other.cells - one.cells);
  const largest = tabs.slice(0, 3).map(({ name, cells }) => `${name} ${thousands(cells)}`);
  return { cells: tabs.reduce((sum, { cells }) => sum + cells, 0), most: largest.join(', ') };
}

/** That a spreadsheet of so many cells takes no more. */
export function fullWords(cells: number): string {
  return `The spreadsheet is full: it has ${thousands(cells)} of the ${thousands(cellsOfSpreadsheet)} cells that Google Sheets takes, empty ones included.`;
}

/** What makes room. */
export function emptyingWords(most: string): string {
  return `delete empty rows and columns (most cells: ${most})`;
}

/** A number as `10,000,000`. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
