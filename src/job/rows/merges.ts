import { columnLetters } from '../../table/column';
import { mergedCell } from '../../table/made';
import { visible } from '../../table/text';
import { asTab, type TabSheet } from './sheets';

/**
 * Merged cells: only the first of a block holds its value, the others read as empty (Range.getMergedRanges tells). What
 * a block says is not known to be meant for each of its rows, so its other cells are told from empty ones.
 */

/** The sheet, with the cells of merged blocks that say something marked, beside the first of each. One call. */
export function withMerges(sheet: TabSheet): TabSheet {
  const { values, tab } = sheet;
  const width = values[0]?.length ?? 0;
  if (sheet.named.rows.length === 0) return sheet;
  const blocks = sheet.sheet
    .getRange(1, 1, values.length, width)
    .getMergedRanges()
    .map((one) => ({ top: one.getRow(), bottom: one.getLastRow(), left: one.getColumn(), right: one.getLastColumn() }))
    .filter(({ top, left }) => top > 1 && visible(values[top - 1]?.[left - 1] ?? '') !== '');
  if (!blocks.length) return sheet;
  const marked = values.map((cells) => [...cells]);
  for (const block of blocks) {
    const { top, bottom, left, right } = block;
    const first = marked[top - 1]?.[left - 1] ?? '';
    const mark = mergedCell(whereIs(block, values[0] ?? []));
    for (const cells of marked.slice(top - 1, bottom)) cells.fill(mark, left - 1, Math.min(right, cells.length));
    marked[top - 1]?.splice(left - 1, 1, first);
  }
  return asTab({ ...sheet, values: marked }, tab);
}

/** Rows and columns of a block, 1-based. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** `rows 3 to 5, column Org unit`. */
function whereIs({ top, bottom, left, right }: Block, headers: readonly string[]): string {
  const header = (column: number) => visible(headers[column - 1] ?? '') || columnLetters(column - 1);
  const rows = top === bottom ? `row ${top}` : `rows ${top} to ${bottom}`;
  const columns = left === right ? `column ${header(left)}` : `columns ${header(left)} to ${header(right)}`;
  return `${rows}, ${columns}`;
}
