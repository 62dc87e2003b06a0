import { mergedCell } from '../../table/made';
import { visible } from '../../table/text';
import { asTab, type TabSheet } from './sheets';

/**
 * Merged cells: only the first of a block holds its value, the others read as empty (Range.getMergedRanges tells). What a
 * block says is not known to be meant for each of its rows, so its other cells are told from empty ones.
 */

/** The sheet, with the cells of merged blocks that say something marked, beside the first of each. One call. */
export function withMerges(sheet: TabSheet): TabSheet {
  const { values, tab } = sheet;
  const width = values[0]?.length ?? 0;
  if (values.length < 2 || width === 0) return sheet;
  const blocks = sheet.sheet
    .getRange(1, 1, values.length, width)
    .getMergedRanges()
    .map((one) => [one.getRow(), one.getLastRow(), one.getColumn(), one.getLastColumn()] as const)
    .filter(([row, , column]) => row > 1 && visible(values[row - 1]?.[column - 1] ?? '') !== '');
  if (!blocks.length) return sheet;
  const marked = values.map((cells) => [...cells]);
  for (const [row, lastRow, column, lastColumn] of blocks) {
    const first = marked[row - 1]?.[column - 1] ?? '';
    for (const cells of marked.slice(row - 1, lastRow))
      cells.fill(mergedCell, column - 1, Math.min(lastColumn, cells.length));
    marked[row - 1]?.splice(column - 1, 1, first);
  }
  return asTab({ ...sheet, values: marked }, tab);
}
