import type { Field } from './field';

/**
 * A wish as one text, for telling whether a row is still what was approved: fields in the order of their ids, equal
 * wishes give equal text. Secrets are left out: their cells are wiped while a run goes on. `but`: ids of further fields
 * to leave out.
 */
export function digestText(
  fields: readonly Pick<Field, 'id' | 'kept' | 'secret'>[],
  wish: Readonly<Record<string, unknown>>,
  but: readonly string[] = [],
): string {
  const entries = fields.flatMap(({ id, kept, secret }): [string, string][] => {
    const value = wish[id];
    return secret || value === undefined || but.includes(id) ? [] : [[id, kept(value)]];
  });
  return JSON.stringify(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
