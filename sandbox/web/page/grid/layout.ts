import { useMemo } from 'preact/hooks';
import type { Sheet } from '../model';
import type { Place } from './geometry';
import { indexAtOrAfter, visibleRows } from './geometry';
import { columnWidths, rowHeadWidth } from './widths';

/** Heights in pixels; the style sheet has the same. */
export const rowHeight = 25;
const beyondScreen = 6;
const fewestRows = 100;
const fewestColumns = 14;

/** The tab laid out: what there is to draw and where. */
export interface Layout {
  readonly columns: number;
  readonly widths: readonly number[];
  /** Rows that stay in view, and rows that scroll; hidden ones are in neither. */
  readonly frozen: readonly number[];
  readonly rows: readonly number[];
  readonly headHeight: number;
}

/** Lays a tab out; the work is done again only when rows, columns or their widths change. */
export function useLayout(sheet: Sheet): Layout {
  const columns = Math.max(fewestColumns, sheet.end.column + 2);
  const last = Math.max(fewestRows, sheet.end.row + 20, sheet.rowCount);
  const header = JSON.stringify([sheet.id, columns, sheet.cells[0]?.length, sheet.widths]);
  const widths = useMemo(() => columnWidths(sheet, columns), [header]);
  return useMemo(() => {
    const frozen = visibleRows(1, sheet.frozenRows, sheet.hiddenRows);
    const rows = visibleRows(sheet.frozenRows + 1, last, sheet.hiddenRows);
    return { columns, widths, frozen, rows, headHeight: rowHeight * (frozen.length + 1) };
  }, [widths, last, sheet.frozenRows, sheet.hiddenRows.join()]);
}

/** The part of the scrolling rows that is drawn, as indexes. */
export function drawn(
  layout: Layout,
  view: { readonly top: number; readonly height: number },
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(view.top / rowHeight) - beyondScreen);
  const last = Math.min(layout.rows.length, Math.ceil((view.top + view.height) / rowHeight) + beyondScreen);
  return { first, last };
}

/** Where a cell is inside the scrolled area. A frozen row moves with the view. */
export function boxOf(layout: Layout, place: Place, scrolled: number): { top: number; left: number; width: number } {
  const left = layout.widths.slice(0, place.column - 1).reduce((sum, width) => sum + width, rowHeadWidth);
  const width = layout.widths[place.column - 1] ?? 0;
  const fixed = layout.frozen.indexOf(place.row);
  if (fixed >= 0) return { top: scrolled + rowHeight * (fixed + 1), left, width };
  return { top: layout.headHeight + indexAtOrAfter(layout.rows, place.row) * rowHeight, left, width };
}

/** Scrolls as little as needed to show a cell. */
export function reveal(scroller: HTMLElement, layout: Layout, place: Place): void {
  const box = boxOf(layout, place, scroller.scrollTop);
  if (!layout.frozen.includes(place.row)) {
    const above = box.top - layout.headHeight;
    if (above < scroller.scrollTop) scroller.scrollTop = above;
    const below = box.top + rowHeight - scroller.clientHeight;
    if (below > scroller.scrollTop) scroller.scrollTop = below;
  }
  if (box.left - rowHeadWidth < scroller.scrollLeft) scroller.scrollLeft = box.left - rowHeadWidth;
  const right = box.left + box.width - scroller.clientWidth;
  if (right > scroller.scrollLeft) scroller.scrollLeft = right;
}
