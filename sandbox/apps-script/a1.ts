import type { Rect } from './calls';

/** A1 notation, as Range.getA1Notation gives it and Sheet.getRange takes it. */

/** The letters of a column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** The number of a column's letters. */
export function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** The notation of a block: `B2`, `B2:C5`. */
export function a1Of({ row, column, rows, columns }: Rect): string {
  const first = `${columnName(column)}${row}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnName(column + columns - 1)}${row + rows - 1}`;
}

/** A notation in its parts; `sheet` where it names a tab. Undefined where the text is none. */
export function parseA1(
  text: string,
  size: { readonly maxRows: number; readonly maxColumns: number },
): { readonly sheet?: string; readonly rect: Rect } | undefined {
  const named = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  const rect = parseRect(named?.[3] ?? text, size);
  if (!rect) return undefined;
  const sheet = named?.[1]?.replace(/''/g, "'") ?? named?.[2];
  return sheet === undefined ? { rect } : { sheet, rect };
}

function parseRect(text: string, size: { readonly maxRows: number; readonly maxColumns: number }): Rect | undefined {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d*)(?::\$?([A-Za-z]{0,3})\$?(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, fromColumn = '', fromRow = '', toColumn, toRow] = match;
  const open = toColumn === undefined && toRow === undefined;
  if (open ? !fromColumn || !fromRow : !(fromColumn || fromRow) || !(toColumn || toRow)) return undefined;
  const first = { row: fromRow ? Number(fromRow) : 1, column: fromColumn ? columnNumber(fromColumn) : 1 };
  if (open) return { ...first, rows: 1, columns: 1 };
  const last = {
    row: toRow ? Number(toRow) : size.maxRows,
    column: toColumn ? columnNumber(toColumn) : size.maxColumns,
  };
  return between(first, last);
}

function between(a: { row: number; column: number }, b: { row: number; column: number }): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.abs(a.row - b.row) + 1, columns: Math.abs(a.column - b.column) + 1 };
}

/** Whether two blocks share a cell. */
export function meet(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether a block lies in another wholly. */
export function within(inner: Rect, outer: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Whether a cell lies in a block. */
export function contains(rect: Rect, row: number, column: number): boolean {
  return row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns;
}

/** What is left of a block without another: up to four blocks. */
export function without(rect: Rect, hole: Rect): Rect[] {
  if (!meet(rect, hole)) return [rect];
  const top = Math.max(rect.row, hole.row);
  const bottom = Math.min(rect.row + rect.rows, hole.row + hole.rows);
  const left = Math.max(rect.column, hole.column);
  const right = Math.min(rect.column + rect.columns, hole.column + hole.columns);
  return [
    { ...rect, rows: top - rect.row },
    { ...rect, row: bottom, rows: rect.row + rect.rows - bottom },
    { row: top, column: rect.column, rows: bottom - top, columns: left - rect.column },
    { row: top, column: right, rows: bottom - top, columns: rect.column + rect.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}
