import { ports, type Sheet, type Spreadsheet } from '../ports';
import { makeSheet, ownSheet } from './own-sheets';
import { asText } from '../../table/safe';

/** The spreadsheet: reading whole tabs at once, and writing columns by what the rows are called. */

/** A sheet as text: what people see in its cells, headers first. */
export interface SheetText {
  readonly sheet: Sheet;
  readonly values: readonly (readonly string[])[];
}

/** The spreadsheet that the script is bound to. */
export function spreadsheet(): Spreadsheet {
  return ports().spreadsheet.active();
}

/** A sheet of ours with all its text in one read; undefined where there is no such sheet. */
export function readSheet(name: string): SheetText | undefined {
  const sheet = ownSheet(name);
  if (!sheet) return undefined;
  return { sheet, values: sheet.getDataRange().getDisplayValues() };
}

/** Values for one column, from its first to its last changed row, as they are written. */
export interface ColumnWrite {
  /** 0-based. */
  readonly column: number;
  /** By 1-based row. */
  readonly values: ReadonlyMap<number, string>;
}

/**
 * Writes columns: neighbours go together as one range. Cells between the changed rows get back what `values` shows
 * there, so the fewest possible document calls are made. What comes from outside is made harmless first.
 */
export function writeColumns(tab: SheetText, columns: readonly ColumnWrite[]): void {
  const rows = columns.flatMap((column) => [...column.values.keys()]);
  if (rows.length === 0) return;
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  for (const group of neighbours(columns)) {
    const texts: string[][] = [];
    for (let row = first; row <= last; row++) {
      texts.push(group.map((column) => asText(column.values.get(row) ?? tab.values[row - 1]?.[column.column] ?? '')));
    }
    tab.sheet.getRange(first, (group[0]?.column ?? 0) + 1, last - first + 1, group.length).setValues(texts);
  }
}

function neighbours(columns: readonly ColumnWrite[]): ColumnWrite[][] {
  const groups: ColumnWrite[][] = [];
  for (const column of [...columns].sort((a, b) => a.column - b.column)) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && before.column + 1 === column.column) group.push(column);
    else groups.push([column]);
  }
  return groups;
}

/** Our tab of this name, known by its first headers, made behind the others where there is none. */
export function tabNamed(name: string, headers: readonly string[]): Sheet {
  return ownSheet(name, headers) ?? makeSheet(name);
}

/** Fills a tab anew with rows of texts, headers first. */
export function fillTab(sheet: Sheet, rows: readonly (readonly string[])[]): void {
  const short = rows.length - sheet.getMaxRows();
  if (short > 0) sheet.insertRowsAfter(sheet.getMaxRows(), short);
  sheet.getDataRange().clearContent();
  const range = sheet.getRange(1, 1, rows.length, rows[0]?.length ?? 1);
  range.setNumberFormat('@');
  range.setValues(rows.map((row) => row.map(asText)));
  sheet.setFrozenRows(1);
  ports().spreadsheet.apply();
}
