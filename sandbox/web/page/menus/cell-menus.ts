import type { Edit } from '../../wire';
import { cellOf } from '../grid/geometry';
import type { Selection } from '../grid/selection';
import type { Sheet } from '../model';
import type { Entry } from './menu-list';

/** What the menus do with cells: one list for the bar and for the context menu. */

/** What the entries work on. */
export interface CellTable {
  readonly sheet: Sheet;
  readonly selection: Selection;
  readonly change: (what: Edit) => void;
}

const counted = (count: number, noun: string) => (count === 1 ? noun : `${count} ${noun}s`);

/** Inserting, deleting, hiding rows. */
export function rowEntries({ sheet, selection: { block }, change }: CellTable): Entry[] {
  const rows = Math.min(block.rows, Math.max(1, sheet.end.row - block.row + 1));
  const what = counted(rows, 'row');
  const between = Array.from({ length: rows }, (_, index) => block.row + index);
  return [
    { label: `Insert ${what} above`, run: () => change({ kind: 'insertRows', sheet: sheet.id, row: block.row, rows }) },
    {
      label: `Insert ${what} below`,
      run: () => change({ kind: 'insertRows', sheet: sheet.id, row: block.row + rows, rows }),
    },
    { label: `Delete ${what}`, run: () => change({ kind: 'deleteRows', sheet: sheet.id, row: block.row, rows }) },
    { separator: true },
    {
      label: `Hide ${what}`,
      run: () => change({ kind: 'hideRows', sheet: sheet.id, rows: [...sheet.hiddenRows, ...between], filter: false }),
    },
    { label: 'Show all rows', run: () => change({ kind: 'showRows', sheet: sheet.id }) },
  ];
}

/** Sorting and filtering by the active column. */
export function dataEntries({ sheet, selection: { active }, change }: CellTable): Entry[] {
  const name = headerOf(sheet, active.column);
  const sort = (ascending: boolean) => change({ kind: 'sort', sheet: sheet.id, column: active.column, ascending });
  return [
    { label: `Sort by ${name}, A → Z`, run: () => sort(true) },
    { label: `Sort by ${name}, Z → A`, run: () => sort(false) },
    { separator: true },
    { label: `Filter by ${name}`, items: filterEntries({ sheet, column: active.column, change }) },
    { label: 'Remove the filter', run: () => change({ kind: 'showRows', sheet: sheet.id }) },
  ];
}

const mostValues = 14;

function filterEntries({
  sheet,
  column,
  change,
}: {
  readonly sheet: Sheet;
  readonly column: number;
  readonly change: (what: Edit) => void;
}): Entry[] {
  const rows = bodyRows(sheet);
  const values = [...new Set(rows.map((row) => cellOf(sheet.cells[row - 1], column).text))].sort();
  return values
    .slice(0, mostValues)
    .map((value) => ({
      label: value || '(empty)',
      run: () =>
        change({
          kind: 'hideRows',
          sheet: sheet.id,
          rows: rows.filter((row) => cellOf(sheet.cells[row - 1], column).text !== value),
          filter: true,
        }),
    }));
}

/** Rows below the header with anything in them. */
function bodyRows(sheet: Sheet): number[] {
  const first = Math.max(1, sheet.frozenRows) + 1;
  return Array.from({ length: Math.max(0, sheet.end.row - first + 1) }, (_, index) => first + index);
}

function headerOf(sheet: Sheet, column: number): string {
  return cellOf(sheet.cells[0], column).text || 'this column';
}
