/**
 * What google.script.run lets through from the browser ("HTML Service: Communicate with Server Functions", Apps Script
 * guides).
 */

/**
 * The arguments of a call as they arrive at the server: `undefined` becomes null. Throws for a Date, a function and
 * whatever else is neither plain data nor an array, with the sentence that Google's own client throws.
 */
export function sendable(args: readonly unknown[]): unknown[] {
  return args.map((arg, index) => plain(arg, index));
}

function plain(value: unknown, index: number): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => plain(item, index));
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'object' && isPlain(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, index)]));
  }
  throw new TypeError(`Failed due to illegal value in property: ${index}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
