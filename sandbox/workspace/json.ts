/** Plain JSON, and careful reading of it where it comes from outside. */

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/** A JSON object, such as a request body. */
export type JsonObject = { readonly [field: string]: Json };

/** Whether a value is a JSON object (not null, not a list). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A deep copy as JSON carries it: undefined fields are gone, nothing is shared with the original. */
export function asJson(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

/** The value under an own key of a record; undefined for inherited names such as `constructor`. */
export function at<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A copy of an object without some of its fields. */
export function without<T extends object, K extends keyof T>(object: T, ...fields: readonly K[]): Omit<T, K> {
  // Deleting from a copy would leave an object that the engine reads slowly from then on.
  const kept = Object.entries(object).filter(([field]) => !(fields as readonly PropertyKey[]).includes(field));
  return Object.fromEntries(kept) as Omit<T, K>;
}

/** The list, or undefined when it is empty: Google leaves empty collections out of its answers. */
export function orAbsent<T>(list: readonly T[]): T[] | undefined {
  return list.length > 0 ? [...list] : undefined;
}
