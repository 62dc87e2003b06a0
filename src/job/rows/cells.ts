import { findColumns, type Column } from '../../table/column';
import { cellText } from '../../table/text';
import { noColumns, noSheet, refuseColumns } from './sheets';
import { readSheet, writeColumns, type SheetText } from './spreadsheet';

/** Rows of a tab by the ids of its columns, wherever the columns stand: read, changed, added below. */

/** A tab whose columns were found by their headers. */
export interface OpenTab<Id extends string> {
  readonly name: string;
  readonly text: SheetText;
  readonly columns: readonly Column<Id>[];
  readonly positions: Readonly<Partial<Record<Id, number>>>;
}

/** Texts of a row by column. */
export type Cells<Id extends string> = Readonly<Partial<Record<Id, string>>>;

/** Reads a tab. Throws Trouble where it, or a column without which it cannot be read, is missing. */
export function openTab<Id extends string>(name: string, columns: readonly Column<Id>[]): OpenTab<Id> {
  const text = readSheet(name);
  if (!text) throw noSheet(name);
  const found = findColumns(text.values[0] ?? [], columns);
  refuseColumns(name, found);
  return { name, text, columns, positions: found.positions };
}

/** What a cell shows; '' where the tab has no such column. `row` is 1-based. */
export function cellOf<Id extends string>({ text, positions }: OpenTab<Id>, row: number, id: Id): string {
  return cellText(text.values[row - 1]?.[positions[id] ?? -1] ?? '');
}

/**
 * Writes cells by 1-based row; what a cell shows already is left alone, and so is a column that the tab does not have.
 */
export function changeCells<Id extends string>(tab: OpenTab<Id>, changes: ReadonlyMap<number, Cells<Id>>): void {
  const columns = tab.columns.flatMap(({ id, format }) => {
    const column = tab.positions[id];
    const changed = [...changes].flatMap(([row, cells]): [number, string][] => {
      const text = cells[id];
      return text === undefined || text === cellOf(tab, row, id) ? [] : [[row, text]];
    });
    return column === undefined || !changed.length
      ? []
      : [{ column, values: new Map(changed), tick: format === 'tick' }];
  });
  writeColumns(tab.text, columns);
}

/**
 * Adds rows below the last one that holds anything of ours; gives the number of the first. Throws Trouble where a wish
 * has no column to stand in.
 */
export function addRows<Id extends string>(tab: OpenTab<Id>, rows: readonly Cells<Id>[]): number {
  const first = lastRow(tab) + 1;
  if (!rows.length) return first;
  const homeless = tab.columns.filter(
    ({ id, ours }) => !ours && tab.positions[id] === undefined && rows.some((cells) => cells[id]),
  );
  if (homeless.length)
    throw noColumns(
      tab.name,
      homeless.map(({ header }) => header),
    );
  const { sheet } = tab.text;
  const short = first + rows.length - 1 - sheet.getMaxRows();
  if (short > 0) sheet.insertRowsAfter(sheet.getMaxRows(), short);
  const given = rows.map(
    (cells) => Object.fromEntries(Object.entries<string | undefined>(cells).filter(([, text]) => text)) as Cells<Id>,
  );
  changeCells(tab, new Map(given.map((cells, at) => [first + at, cells])));
  return first;
}

/** An empty box to tick shows a word, so boxes do not count. */
function lastRow<Id extends string>(tab: OpenTab<Id>): number {
  const texts = tab.columns.filter(({ format }) => format === '@').map(({ id }) => id);
  for (let row = tab.text.values.length; row > 1; row--)
    if (texts.some((id) => cellOf(tab, row, id) !== '')) return row;
  return 1;
}
