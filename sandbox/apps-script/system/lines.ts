import type { Rect } from '../calls';
import type { SheetData } from '../host-state';
import { PlatformError } from '../exceptions';
import { maxColumns, maxRows } from './grid';

/** Whole rows and columns come and go, and everything that lies over ranges moves along. */

/** Rows or columns from `at` on, counted from 1. */
export interface Lines {
  readonly lines: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
}

/** Inserts empty rows or columns so that the first of them stands at `at`. */
export function insertLines(sheet: SheetData, lines: Lines): void {
  check(lines, sizeOf(sheet, lines) + 1);
  resize(sheet, lines, lines.count);
  if (lines.lines === 'rows') {
    if (lines.at <= sheet.cells.length)
      sheet.cells.splice(lines.at - 1, 0, ...Array.from({ length: lines.count }, () => []));
  } else {
    for (const row of sheet.cells)
      if (lines.at <= row.length) row.splice(lines.at - 1, 0, ...Array.from({ length: lines.count }, () => null));
  }
  moveFurniture(sheet, lines, (rect, key) => grown(rect, lines, key === 'merges'));
  if (lines.lines === 'rows') moveHidden(sheet, (row) => (row >= lines.at ? row + lines.count : row));
}

/** Deletes rows or columns from `at` on. Throws where none would be left, or where they lie outside the tab. */
export function deleteLines(sheet: SheetData, lines: Lines): void {
  const size = sizeOf(sheet, lines);
  check(lines, size - lines.count + 1);
  if (lines.count >= size) throw new PlatformError(`You can't delete all the ${lines.lines} on the sheet.`);
  if (lines.lines === 'rows' && sheet.frozenRows > 0 && lines.count >= size - sheet.frozenRows)
    throw new PlatformError('Sorry, it is not possible to delete all non-frozen rows.');
  resize(sheet, lines, -lines.count);
  if (lines.lines === 'rows') sheet.cells.splice(lines.at - 1, lines.count);
  else for (const row of sheet.cells) row.splice(lines.at - 1, lines.count);
  moveFurniture(sheet, lines, (rect) => shrunk(rect, lines));
  if (lines.lines === 'rows')
    moveHidden(sheet, (row) => (row >= lines.at + lines.count ? row - lines.count : row < lines.at ? row : undefined));
}

function check({ at, count, lines }: Lines, most: number): void {
  if (Number.isInteger(at) && Number.isInteger(count) && at >= 1 && count >= 1 && at <= most) return;
  throw new PlatformError(`Those ${lines} are out of bounds.`);
}

function sizeOf(sheet: SheetData, { lines }: Lines): number {
  return lines === 'rows' ? maxRows(sheet) : maxColumns(sheet);
}

function resize(sheet: SheetData, { lines }: Lines, by: number): void {
  if (lines === 'rows') sheet.furniture['maxRows'] = maxRows(sheet) + by;
  else sheet.furniture['maxColumns'] = maxColumns(sheet) + by;
}

/** A block after lines were inserted: it moves, or grows where they came inside. */
function grown(rect: Rect, { lines, at, count }: Lines, isMerge: boolean): Rect {
  const [start, length] = lines === 'rows' ? [rect.row, rect.rows] : [rect.column, rect.columns];
  if (at <= start) return spanned(rect, lines, [start + count, length]);
  // Lines added right below a block that reaches the end belong to it, as Sheets lets new rows inherit from above.
  return at < start + length || (!isMerge && at === start + length)
    ? spanned(rect, lines, [start, length + count])
    : rect;
}

/** A block after lines were deleted; undefined where nothing of it is left. */
function shrunk(rect: Rect, { lines, at, count }: Lines): Rect | undefined {
  const [start, length] = lines === 'rows' ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const lost = Math.max(0, Math.min(start + length, at + count) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, at + count) - at);
  return lost === length ? undefined : spanned(rect, lines, [start - before, length - lost]);
}

function spanned(rect: Rect, lines: Lines['lines'], [start, length]: readonly [number, number]): Rect {
  return lines === 'rows' ? { ...rect, row: start, rows: length } : { ...rect, column: start, columns: length };
}

type Move = (rect: Rect, key?: string) => Rect | undefined;

/** Everything that a tab keeps by block: `rect`, or several `rects`. */
function moveFurniture(sheet: SheetData, lines: Lines, move: Move): void {
  for (const [key, value] of Object.entries(sheet.furniture)) {
    if (Array.isArray(value))
      sheet.furniture[key] = value.flatMap((one: unknown) => moved(one, (rect) => move(rect, key)));
    else if (value !== null && typeof value === 'object' && 'rect' in value)
      sheet.furniture[key] = moved(value, move)[0] ?? null;
  }
  if (lines.lines === 'columns') moveWidths(sheet, move);
}

function moved(one: unknown, move: Move): unknown[] {
  if (one === null || typeof one !== 'object') return [one];
  if ('rects' in one) {
    const rects = (one.rects as Rect[]).flatMap((rect) => move(rect) ?? []);
    return rects.length > 0 ? [{ ...one, rects }] : [];
  }
  if (!('rect' in one) || one.rect === null) return [one];
  const rect = move(one.rect as Rect);
  return rect ? [{ ...one, rect }] : [];
}

function moveWidths(sheet: SheetData, move: Move): void {
  const widths = sheet.furniture['widths'] as Record<string, number> | undefined;
  if (!widths) return;
  const entries = Object.entries(widths).flatMap(([column, width]) => {
    const place = move({ row: 1, column: Number(column), rows: 1, columns: 1 });
    return place ? [[String(place.column), width] as const] : [];
  });
  sheet.furniture['widths'] = Object.fromEntries(entries);
}

function moveHidden(sheet: SheetData, move: (row: number) => number | undefined): void {
  sheet.hiddenRows = sheet.hiddenRows.flatMap((row) => move(row) ?? []);
  const filtered = (sheet.furniture['filteredRows'] ?? []) as number[];
  sheet.furniture['filteredRows'] = filtered.flatMap((row) => move(row) ?? []);
}
