import type { Compared } from '../../imports/reading/compare';
import type { Column } from '../../table/column';
import { secretIn } from '../../imports/reading/file';
import { asText } from '../../table/safe';
import { cellText } from '../../table/text';
import type { Range, Sheet } from '../ports';
import { dress } from '../rows/looks';
import { apostropheStays } from '../rows/scratch';
import type { TabSheet } from '../rows/sheets';
import { asWritten } from '../rows/spreadsheet';

/**
 * Imported rows on their way into the sheet. What stands in cells of other columns, formulas among them, is given back
 * as it is; new rows are written at once, so that an execution that dies leaves all of them or none.
 */

/** A block of rows that is written as one. */
interface Block {
  /** 1-based. */
  readonly first: number;
  /** Texts by column id, for each row. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Changed rows that are no further apart are written as one block. */
const gap = 40;

/** Writes rows that are new below the last one, and changes those that exist. Secrets are not among the cells. */
export function placeRows(found: TabSheet, rows: readonly Pick<Compared, 'does' | 'row' | 'changes'>[]): void {
  const { tab, sheet } = found;
  const cells = rows.map((one) => ({
    ...one,
    cells: Object.fromEntries(
      one.changes.flatMap(({ column, to }) => (column === secretIn(tab) ? [] : [[column, to]])),
    ),
  }));
  const added = cells.filter(({ does }) => does === 'add').map((one) => one.cells);
  const first = lastRow(found) + 1;
  const short = first + added.length - 1 - sheet.getMaxRows();
  if (added.length && short > 0) sheet.insertRowsAfter(sheet.getMaxRows(), short);
  const changed = blocksOf(
    new Map(cells.flatMap(({ does, row, cells: texts }) => (does === 'update' && row ? [[row, texts] as const] : []))),
  );
  const blocks = [...changed, ...(added.length ? [{ first, rows: added }] : [])];
  // All that is read is read before the first write: a read applies what was written, which takes its time.
  const ready = blocks.flatMap((block) => readyBlock(found, block));
  dress(ready.flatMap(({ texts }) => texts.map((one) => () => void one.setNumberFormat('@'))));
  for (const { range, values } of ready) range.setValues(values);
}

/** An empty box to tick shows a word, so boxes do not count. */
function lastRow({ tab, values, named: { positions } }: TabSheet): number {
  const places = tab.columns.flatMap(({ id, format }) => (format === '@' ? (positions[id] ?? []) : []));
  for (let row = values.length; row > 1; row--)
    if (places.some((place) => cellText(values[row - 1]?.[place] ?? '') !== '')) return row;
  return 1;
}

function blocksOf(rows: ReadonlyMap<number, Readonly<Record<string, string>>>): Block[] {
  const blocks: { first: number; rows: Readonly<Record<string, string>>[] }[] = [];
  for (const [row, texts] of [...rows].sort(([one], [other]) => one - other)) {
    const last = blocks[blocks.length - 1];
    const next = last ? last.first + last.rows.length : 0;
    if (last && row - next <= gap) last.rows.push(...Array.from({ length: row - next }, () => ({})), texts);
    else blocks.push({ first: row, rows: [texts] });
  }
  return blocks;
}

interface Ready {
  readonly range: Range;
  readonly values: unknown[][];
  /** Where texts go that have to stay texts. */
  readonly texts: readonly Range[];
}

function readyBlock(found: TabSheet, { first, rows }: Block): readonly Ready[] {
  const { sheet, named, tab } = found;
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = tab.columns.flatMap((column) => {
    const place = named.positions[column.id];
    return place === undefined || !used.has(column.id) ? [] : [{ column, place }];
  });
  if (!columns.length) return [];
  const left = Math.min(...columns.map(({ place }) => place));
  const width = Math.max(...columns.map(({ place }) => place)) - left + 1;
  const range = sheet.getRange(first, left + 1, rows.length, width);
  const formulas = range.getFormulas();
  const values = range.getValues().map((line, at) => line.map((value, i) => formulas[at]?.[i] || asItWas(value)));
  rows.forEach((row, at) => {
    for (const { column, place } of columns) {
      const text = row[column.id];
      const line = values[at];
      if (text !== undefined && line) line[place - left] = asWritten(text, column.format === 'tick');
    }
  });
  return [{ range, values, texts: runsOf(first, rows).flatMap((run) => textRanges(sheet, run, columns)) }];
}

/** A text stays a text; numbers, days and ticks go back as they came. */
function asItWas(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.startsWith("'") && apostropheStays() ? value : asText(value);
}

/** Rows of a block that change, neighbours together: what stands in rows between keeps its format. */
function runsOf(first: number, rows: Block['rows']): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  rows.forEach((row, at) => {
    if (!Object.keys(row).length) return;
    const last = runs[runs.length - 1];
    if (last && last.first + last.count === first + at) last.count += 1;
    else runs.push({ first: first + at, count: 1 });
  });
  return runs;
}

/** The ranges of columns that are no boxes, neighbours together. */
function textRanges(
  sheet: Sheet,
  rows: { readonly first: number; readonly count: number },
  columns: readonly { readonly column: Column; readonly place: number }[],
): readonly Range[] {
  const runs: { left: number; width: number }[] = [];
  const texts = columns.filter(({ column }) => column.format === '@').map(({ place }) => place);
  for (const place of texts.sort((one, other) => one - other)) {
    const last = runs[runs.length - 1];
    if (last && last.left + last.width === place) last.width += 1;
    else runs.push({ left: place, width: 1 });
  }
  return runs.map(({ left, width }) => sheet.getRange(rows.first, left + 1, rows.count, width));
}
