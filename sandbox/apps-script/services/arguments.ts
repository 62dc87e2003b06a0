import { PlatformError } from '../exceptions';
import { EnumValue, Facade } from '../execution/facade';
import { tagOf } from '../execution/realm';

/** Arguments of the script's, checked as Google's method signatures check them. */

/** Google's text for arguments that fit no form of a method. */
export function mismatch(method: string, args: readonly unknown[]): PlatformError {
  return new PlatformError(
    `The parameters (${args.map(kindOf).join(',')}) don't match the method signature for ${method}.`,
  );
}

function kindOf(value: unknown): string {
  if (value instanceof Facade) return value._class;
  if (Array.isArray(value)) return `${value.length === 0 ? 'Object' : kindOf(value[0])}[]`;
  if (value === null || value === undefined) return String(value === null ? 'null' : '(class)');
  return typeof value === 'string' ? 'String' : typeof value === 'object' ? tagOf(value) : typeof value;
}

/** A whole number, as Google rounds it down. */
export function whole(value: unknown, method: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw mismatch(method, [value]);
  return Math.trunc(value);
}

/** A text; numbers and truth values are taken as their text, as Google does. */
export function text(value: unknown, method: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof EnumValue) return value._name;
  throw mismatch(method, [value]);
}

/** A plain object of the script's. */
export function record(value: unknown, method: string): Record<string, unknown> {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    value instanceof Facade ||
    tagOf(value) !== 'Object'
  )
    throw mismatch(method, [value]);
  return value as Record<string, unknown>;
}

/** An object of Apps Script of the class asked for. */
export function instance<T extends Facade>(
  value: unknown,
  type: abstract new (...args: never[]) => T,
  method: string,
): T {
  if (!(value instanceof type)) throw mismatch(method, [value]);
  return value;
}

/** A list; its members are checked by `check`. */
export function list<T>(value: unknown, check: (one: unknown, method: string) => T, method: string): T[] {
  if (!Array.isArray(value)) throw mismatch(method, [value]);
  return value.map((one) => check(one, method));
}

/** Throws by name for options that the host does not know: they must not be dropped silently. */
export function onlyKnown(options: Record<string, unknown>, known: readonly string[], method: string): void {
  const stranger = Object.keys(options).find((key) => !known.includes(key));
  if (stranger !== undefined) throw new Error(`${method}: option "${stranger}" is not simulated`);
}
