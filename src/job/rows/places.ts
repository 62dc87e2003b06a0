import { withoutSign } from '../../table/made';
import type { Tab } from '../../tabs/tab';
import { ownSheet } from './own-sheets';
import type { Sheet } from '../ports';
import { asTab, type TabSheet } from './sheets';

/** Where rows stand, and the part of a tab between them. */

/** Where a row stands, 1-based, and what the cells show that it is named by. */
export interface Place {
  readonly row: number;
  readonly text: string;
}
/** Places by the rows' keys. */
export type Places = ReadonlyMap<string, Place>;

/** Where the rows of a tab stand, as it was read. */
export function placesOn({ tab, values, named: { positions, rows } }: TabSheet): Places {
  const columns = tab.keyColumns.flatMap((id) => positions[id] ?? []);
  return new Map(rows.map(({ name, row }) => [name, { row, text: textAt(values[row - 1], columns) }]));
}

function textAt(cells: readonly string[] | undefined, columns: readonly number[]): string {
  return columns.map((column) => withoutSign(cells?.[column] ?? '')).join('\n');
}

/**
 * A tab with nothing but its headers, and these columns from the first to the last of these places; undefined where the
 * rows do not stand there any more.
 */
export function readBand(tab: Tab, places: readonly Place[], ids: readonly string[]): TabSheet | undefined {
  const sheet = ownSheet(tab.name);
  const last = places.reduce((most, { row }) => Math.max(most, row), 0);
  if (!sheet || last > sheet.getMaxRows()) return undefined;
  const first = places.reduce((least, { row }) => Math.min(least, row), last);
  const values = sheet.getRange(1, 1, headRows(sheet, last), sheet.getMaxColumns()).getDisplayValues();
  const [headers = []] = values;
  const { positions, missing, duplicates } = tab.nameRows([headers]);
  const at = (columns: readonly string[]): readonly number[] => columns.flatMap((id) => positions[id] ?? []);
  const [named, shown] = [at(tab.keyColumns), at(ids)];
  if (named.length === 0 || missing.length || duplicates.length) return undefined;
  if (last > values.length)
    for (const block of [named, shown]) readInto(values, sheet, { first, last, columns: block });
  if (!places.every(({ row, text }) => textAt(values[row - 1], named) === text)) return undefined;
  return asTab({ sheet, values }, tab);
}

/** Cells that are read as fast as another range is asked for. */
const cheapCells = 9_000;

/** How many rows are read along with the headers: all down to the last one where that is cheaper than reading twice. */
function headRows(sheet: Sheet, last: number): number {
  return last * sheet.getMaxColumns() <= cheapCells ? Math.max(1, last) : 1;
}

/** Reads a block of cells from the leftmost to the rightmost of these columns (0-based) into the text of a tab. */
function readInto(
  values: string[][],
  sheet: Sheet,
  { first, last, columns }: { readonly first: number; readonly last: number; readonly columns: readonly number[] },
): void {
  if (columns.length === 0) return;
  const left = Math.min(...columns);
  const texts = sheet.getRange(first, left + 1, last - first + 1, Math.max(...columns) - left + 1).getDisplayValues();
  texts.forEach((line, i) => {
    const cells = (values[first - 1 + i] ??= []);
    line.forEach((text, column) => {
      cells[left + column] = text;
    });
  });
}
