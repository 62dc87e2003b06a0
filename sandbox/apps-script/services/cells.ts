import type { Cell, Rect } from '../calls';
import { PlatformError } from '../exceptions';
import { tagOf } from '../execution/realm';
import { mismatch } from './arguments';

/** Cell values between the script and the system. */

/** A value as the system takes it; null empties the cell. Throws for what no cell can hold. */
export function toCell(value: unknown, method: string): Cell | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (tagOf(value) === 'Date') return { date: (value as Date).getTime() };
  throw mismatch(method, [value]);
}

/** A value as the script gets it. */
export function fromCell(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'date' in value ? new Date(Number(value.date)) : value;
}

/** A matrix of the block's shape, each member converted. Throws Google's texts where the shape is another. */
export function matrix<T>(
  values: unknown,
  rect: Rect,
  convert: { readonly method: string; readonly one: (value: unknown, method: string) => T },
): T[][] {
  if (!Array.isArray(values) || values.some((row) => !Array.isArray(row))) throw mismatch(convert.method, [values]);
  const rows = values as unknown[][];
  if (rows.length !== rect.rows) {
    throw new PlatformError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${rect.rows}.`,
    );
  }
  for (const row of rows) {
    if (row.length === rect.columns) continue;
    throw new PlatformError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${rect.columns}.`,
    );
  }
  return rows.map((row) => row.map((value) => convert.one(value, convert.method)));
}
