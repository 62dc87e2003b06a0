import { ports, type Range, type Sheet, type Spreadsheet } from '../ports';
import { makeSheet, ownSheet } from './own-sheets';
import { plainTexts, textsAsBefore, type Before } from './shown';
import { seenIn } from '../../table/made';
import { asText, asWrittenFirst } from '../../table/safe';
import { cellText, guard, visible } from '../../table/text';

/** The spreadsheet: reading whole tabs at once, and writing columns by what the rows are called. */

/**
 * A sheet as text, headers first: what people see in its cells, and ticks, numbers and days as they are held. Rows at
 * its end that hold nothing but boxes which nobody ticked are no part of `values`: set-up makes a thousand of them.
 */
export interface SheetText {
  readonly sheet: Sheet;
  readonly values: readonly (readonly string[])[];
  /** What its cells hold, to the last row; left out where only a part was read. */
  readonly held?: readonly (readonly unknown[])[];
}

/** The spreadsheet that the script is bound to. */
export function spreadsheet(): Spreadsheet {
  return ports().spreadsheet.active();
}

/**
 * A sheet of ours with all its text; undefined where there is no such sheet. `known`: how it was read before in this
 * execution, or that it held nothing but plain texts and ticks.
 */
export function readSheet(name: string, known?: Before | 'plain'): SheetText | undefined {
  const sheet = ownSheet(name);
  if (!sheet) return undefined;
  const held = sheet.getDataRange().getValues();
  const used = held.slice(0, usedRows(held));
  const texts = known === 'plain' ? plainTexts(used) : known && textsAsBefore(used, known);
  return { sheet, values: texts ?? textsOf(shownOf(sheet, used), used), held };
}

/** What cells show. Headers alone that are texts show what they hold. */
function shownOf(sheet: Sheet, held: readonly (readonly unknown[])[]): readonly (readonly string[])[] {
  const [headers = ['']] = held;
  if (held.length === 1 && headers.every((value) => typeof value === 'string')) return [headers];
  return sheet.getRange(1, 1, held.length, headers.length).getDisplayValues();
}

/** How many rows there are up to the last that is used; the first counts always. */
function usedRows(held: readonly (readonly unknown[])[]): number {
  let rows = held.length;
  while (rows > 1 && held[rows - 1]?.every((value) => value === '' || value === false)) rows--;
  return Math.max(1, rows);
}

/** The texts of cells, with what they hold. Two reads: what a cell shows does not tell what it holds. */
export function readCells(range: Range): Required<Pick<SheetText, 'values' | 'held'>> {
  const held = range.getValues();
  return { values: textsOf(range.getDisplayValues(), held), held };
}

function textsOf(shown: readonly (readonly string[])[], held: readonly (readonly unknown[])[]): string[][] {
  return shown.map((line, row) => line.map((text, column) => seenIn(text, held[row]?.[column])));
}

/** Values for one column, from its first to its last changed row, as they are written. */
export interface ColumnWrite {
  /** 0-based. */
  readonly column: number;
  /** By 1-based row. */
  readonly values: ReadonlyMap<number, string>;
  /** Of boxes to tick. */
  readonly tick?: boolean;
}

/**
 * Writes columns: neighbours go together as one range. Cells between the changed rows get back what `values` shows
 * there, so the fewest possible document calls are made. What comes from outside is made harmless first.
 */
export function writeColumns(tab: SheetText, columns: readonly ColumnWrite[]): void {
  const [first, last] = extentOf(columns);
  if (first > last) return;
  for (const group of neighbours(columns)) {
    const cells: unknown[][] = [];
    for (let row = first; row <= last; row++) cells.push(group.map((column) => written(tab, column, row)));
    tab.sheet.getRange(first, (group[0]?.column ?? 0) + 1, last - first + 1, group.length).setValues(cells);
  }
}

/** The first and the last changed row. So many are no arguments of one call: it has no room for them. */
function extentOf(columns: readonly ColumnWrite[]): readonly [first: number, last: number] {
  let [first, last] = [Infinity, 0];
  for (const { values } of columns)
    for (const row of values.keys()) {
      first = Math.min(first, row);
      last = Math.max(last, row);
    }
  return [first, last];
}

/** What goes into a cell; one in between gets back what it holds, a tick or a number as it is. */
function written({ values, held }: SheetText, { column, values: changed, tick }: ColumnWrite, row: number): unknown {
  const text = changed.get(row);
  if (text !== undefined) return asWritten(text, tick);
  const before = held?.[row - 1]?.[column];
  if (before !== undefined && typeof before !== 'string') return before;
  // An apostrophe that Seatsheet wrote, and that the spreadsheet kept, is not to get another one.
  return asText(asWrittenFirst(values[row - 1]?.[column] ?? ''));
}

/**
 * A text as it is written into a cell, so that it is read out of it: an apostrophe of its own is told from one that was
 * typed. Into a box to tick it goes as a tick, which has another word in each language.
 */
export function asWritten(text: string, tick = false): string | boolean {
  if (tick && (text === 'TRUE' || text === 'FALSE')) return text === 'TRUE';
  const own = visible(text);
  return asText(own.startsWith("'") && cellText(text) !== own ? guard + text : text);
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
