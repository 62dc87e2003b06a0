import type { Edit } from '../../wire';
import type { Sheet } from '../model';
import { fromTsv, toTsv } from './clipboard';
import type { Place } from './geometry';
import { cellOf, visibleRows } from './geometry';
import type { Selection } from './selection';

interface ClipboardTable {
  readonly sheet: Sheet;
  readonly selection: Selection;
  readonly select: (active: Place, other?: Place) => void;
  readonly change: (what: Edit) => void;
}

/**
 * Handlers for copy, cut and paste on the grid: tab-separated text, so ranges go to and come from real spreadsheets.
 */
export function useClipboard(table: ClipboardTable) {
  const { sheet, selection, select, change } = table;
  const copy = (event: ClipboardEvent) => {
    if (event.target !== event.currentTarget) return false;
    event.clipboardData?.setData('text/plain', toTsv(selectedCells(table)));
    event.preventDefault();
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) change({ kind: 'clear', sheet: sheet.id, ...selection.block });
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      const values = filling(fromTsv(event.clipboardData?.getData('text/plain') ?? ''), selection);
      const columns = Math.max(0, ...values.map((row) => row.length));
      if (!columns) return;
      const { row, column } = selection.block;
      change({ kind: 'paste', sheet: sheet.id, row, column, values });
      select({ row, column }, { row: row + values.length - 1, column: column + columns - 1 });
    },
  };
}

/** What is copied leaves hidden rows out, as a filtered spreadsheet does. */
function selectedCells({ sheet, selection: { block } }: ClipboardTable): string[][] {
  const rows = visibleRows(
    block.row,
    Math.min(block.row + block.rows - 1, Math.max(block.row, sheet.end.row)),
    sheet.hiddenRows,
  );
  return rows.map((row) =>
    Array.from({ length: block.columns }, (_, index) => cellOf(sheet.cells[row - 1], block.column + index).text),
  );
}

/** One copied cell fills all selected ones. */
function filling(values: string[][], { block }: Selection): string[][] {
  const only = values.length === 1 && values[0]?.length === 1 ? values[0][0] : undefined;
  if (only === undefined) return values;
  return Array.from({ length: block.rows }, () => Array.from({ length: block.columns }, () => only));
}
