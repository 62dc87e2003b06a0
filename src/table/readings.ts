import { readTick } from './cell';
import { findColumns, type Column, type FoundColumns } from './column';
import { RowReading } from './reading';
import { visible } from './text';

/** What a tab is read by. `fields`: the columns that people fill in. */
export interface ReadColumns<All extends string, Field extends All> {
  readonly columns: readonly Column<All>[];
  readonly fields: readonly Column<Field>[];
}

/** The rows of a tab, to be read cell by cell. */
export interface Readings<All extends string, Field extends All> {
  readonly found: FoundColumns<All>;
  /** Rows that hold something, in sheet order. Empty where a required column is missing or one stands there twice. */
  readonly readings: readonly RowReading<Field>[];
}

/**
 * The rows of a tab that hold something to read. `values`: the display values of all of it, headers in the first row.
 */
export function readingsOf<All extends string, Field extends All>(
  values: readonly (readonly string[])[],
  { columns, fields }: ReadColumns<All, Field>,
): Readings<All, Field> {
  const headers = (values[0] ?? []).map(visible);
  const found = findColumns(headers, columns);
  if (found.missing.length > 0 || found.duplicates.length > 0) return { found, readings: [] };
  const tab = { positions: found.positions, headers };
  const readings = values.map((cells, at) => new RowReading<Field>(at + 1, cells, tab)).slice(1);
  return { found, readings: readings.filter((reading) => holdsAny(reading, fields)) };
}

/** Whether any of these columns holds something. An empty box to tick, or one that nobody ticked, holds nothing. */
export function holdsAny<Id extends string>(reading: RowReading<Id>, fields: readonly Column<Id>[]): boolean {
  return fields.some(({ id, format }) => {
    const text = reading.text(id);
    return format === 'tick' ? readTick(text).kind !== 'blank' : visible(text) !== '';
  });
}
