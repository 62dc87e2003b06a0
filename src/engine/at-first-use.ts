/**
 * What costs time to make and is not needed by every execution: made when it is asked for the first time, and kept.
 * Apps Script loads all modules anew at each call, so a table that is built at their top level is built for every click.
 * What `make` throws is thrown to whoever asks, each time.
 */
export function atFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
