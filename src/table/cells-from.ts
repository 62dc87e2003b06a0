import type { Field } from './field';

/** The cells of a row as Google's object says them: every field that is a place in it. */
export function cellsFrom<Id extends string, Thing>(
  fields: readonly Field<Id, unknown, Thing>[],
  thing: Thing,
): Readonly<Partial<Record<Id, string>>> {
  const cells: Partial<Record<Id, string>> = {};
  for (const field of fields) {
    const value = field.place?.read(thing, undefined);
    if (value !== undefined) cells[field.id] = field.typed?.(value) ?? field.shown(value);
  }
  return cells;
}
