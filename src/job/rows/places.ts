import { withoutSign } from '../../table/made';
import type { Tab } from '../../tabs/tab';
import { ownSheet } from './own-sheets';
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
export function readBand(tab: Tab, places: readonly Place[], columns: readonly string[]): TabSheet | undefined {
  const sheet = ownSheet(tab.name);
  const [headers = []] = sheet?.getRange(1, 1, 1, sheet.getMaxColumns()).getDisplayValues() ?? [];
  const { positions, missing, duplicates } = tab.nameRows([headers]);
  const named = tab.keyColumns.flatMap((id) => positions[id] ?? []);
  if (!sheet || named.length === 0 || missing.length || duplicates.length) return undefined;
  const values: string[][] = [headers];
  const last = places.reduce((most, { row }) => Math.max(most, row), 0);
  if (last > sheet.getMaxRows()) return undefined;
  const band = { first: places.reduce((least, { row }) => Math.min(least, row), last), last };
  if (places.length) readInto(values, sheet, { ...band, columns: named });
  if (!places.every(({ row, text }) => textAt(values[row - 1], named) === text)) return undefined;
  const shown = columns.flatMap((id) => positions[id] ?? []);
  if (places.length && shown.length) readInto(values, sheet, { ...band, columns: shown });
  return asTab({ sheet, values }, tab);
}

/** Reads a block of cells from the leftmost to the rightmost of these columns (0-based) into the text of a tab. */
function readInto(
  values: string[][],
  sheet: TabSheet['sheet'],
  { first, last, columns }: { readonly first: number; readonly last: number; readonly columns: readonly number[] },
): void {
  const left = Math.min(...columns);
  const texts = sheet.getRange(first, left + 1, last - first + 1, Math.max(...columns) - left + 1).getDisplayValues();
  texts.forEach((line, i) => {
    const cells = (values[first - 1 + i] ??= []);
    line.forEach((text, column) => {
      cells[left + column] = text;
    });
  });
}
