import type { Sheet } from '../model';
import { cellOf } from './geometry';

/** How wide columns are, in pixels. */

/** The column of row numbers. */
export const rowHeadWidth = 46;

const looksAt = 40;
const narrowest = 84;
const widest = 250;

/** One width per column: the tab's own, or what the first rows ask for. */
export function columnWidths(sheet: Sheet, columns: number): number[] {
  return Array.from({ length: columns }, (_, index) => sheet.widths[String(index + 1)] ?? askedWidth(sheet, index + 1));
}

function askedWidth(sheet: Sheet, column: number): number {
  let longest = 0;
  for (const row of sheet.cells.slice(0, looksAt)) longest = Math.max(longest, cellOf(row, column).text.length);
  return Math.max(narrowest, Math.min(widest, Math.round(longest * 7.1) + 26));
}
