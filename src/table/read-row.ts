import type { Field, WishOf } from './field';
import type { RowReading } from './reading';

/** What reading fields needs of a row; one that knows more columns will do. */
type Reading<Id extends string> = Pick<RowReading<Id>, 'text' | 'take' | 'complain' | 'warn'>;

/** Reads the fields of a row: what is wrong with it is noted in its reading, all at once. */
export function readFields<const Fields extends readonly Field[], At>(
  fields: Fields,
  reading: Reading<Fields[number]['id']>,
  at: At,
): WishOf<Fields> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = take(field, reading, at);
    return value === undefined ? [] : [[field.id, value]];
  });
  // Each value was read by the field of its id, and a wish holds nothing else.
  return Object.fromEntries(entries) as WishOf<Fields>;
}

function take<Id extends string>(field: Field<Id>, reading: Reading<Id>, at: unknown): unknown {
  const text = reading.text(field.id);
  const cell = field.read(text, at);
  if (cell.kind === 'blank' && field.blank !== undefined) reading.complain(field.id, field.blank);
  if (cell.kind === 'none' && typeof field.dash === 'object') return field.dash.means;
  const value = reading.take(field.id, cell, typeof field.dash === 'string' ? field.dash : '');
  const advice = value === undefined ? undefined : field.advise?.(value, at, text);
  if (advice !== undefined) reading.warn(advice);
  return value;
}
