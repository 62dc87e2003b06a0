import type { Rect } from '../calls';
import type { CellData, SheetData } from '../host-state';
import { isFilled } from './grid';

/**
 * Sorting rows of a block as Sheets does: numbers before texts before ticks, empty cells last, equal rows in their old
 * order.
 */

/** One column to sort by; its number counts from column A. */
export interface SortBy {
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorts the rows of a block; cells outside the block stay where they are. */
export function sortRange(sheet: SheetData, rect: Rect, by: readonly SortBy[]): void {
  const rows = Array.from({ length: rect.rows }, (_row, down) => cut(sheet, rect, rect.row + down));
  rows.sort((a, b) => {
    for (const { column, ascending } of by) {
      const order = compare(a[column - rect.column], b[column - rect.column], ascending);
      if (order !== 0) return order;
    }
    return 0;
  });
  rows.forEach((cells, down) => {
    paste(sheet, { row: rect.row + down, column: rect.column }, cells);
  });
}

function cut(sheet: SheetData, rect: Rect, row: number): (CellData | null)[] {
  const line = sheet.cells[row - 1] ?? [];
  return Array.from({ length: rect.columns }, (_cell, right) => line[rect.column - 1 + right] ?? null);
}

function paste(sheet: SheetData, place: { row: number; column: number }, cells: (CellData | null)[]): void {
  if (place.row > sheet.cells.length) {
    if (!cells.some((cell) => cell)) return;
    while (sheet.cells.length < place.row) sheet.cells.push([]);
  }
  const line = sheet.cells[place.row - 1] ?? [];
  cells.forEach((cell, right) => {
    const at = place.column - 1 + right;
    if (!cell && at >= line.length) return;
    while (line.length < at) line.push(null);
    line[at] = cell;
  });
}

function compare(a: CellData | null | undefined, b: CellData | null | undefined, ascending: boolean): number {
  if (!isFilled(a) || !isFilled(b)) return Number(isFilled(b)) - Number(isFilled(a));
  const order = byValue(a?.value ?? '', b?.value ?? '');
  return ascending ? order : -order;
}

function byValue(a: CellData['value'], b: CellData['value']): number {
  const kinds = ['number', 'string', 'boolean'];
  const kind = kinds.indexOf(typeof a) - kinds.indexOf(typeof b);
  if (kind !== 0) return kind;
  if (typeof a === 'string' && typeof b === 'string') return alphabetical(a.toLowerCase(), b.toLowerCase());
  return Number(a) - Number(b);
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
