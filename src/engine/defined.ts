/** The members that are there: one that is undefined is left out. */
export type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * These members without those that are undefined, in the same order: what is kept and compared says nothing of them.
 */
export function defined<T extends object>(members: T): Defined<T> {
  const kept: { -readonly [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const name in members) {
    const value = members[name];
    if (isThere(value)) kept[name] = value;
  }
  return kept;
}

function isThere<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined;
}
