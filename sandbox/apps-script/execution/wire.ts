import { PlatformError } from '../exceptions';
import { tagOf } from './realm';

/**
 * What crosses google.script.run, both ways (HTML service communication guide; table of values measured by K. Tanaike,
 * 2023-08-28). The browser's side throws for what it cannot send; the server's side drops or changes values silently.
 */

/** Arguments as the server receives them. Throws as the browser does for anything but plain data. */
export function toServer(args: readonly unknown[]): unknown[] {
  return args.map((arg, at) => sent(arg, at));
}

function sent(value: unknown, at: number): unknown {
  if (value === undefined || value === null) return null;
  if (['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (Array.isArray(value)) return Array.from(value, (one) => sent(one, at));
  if (typeof value === 'object' && tagOf(value) === 'Object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sent(one, at)]));
  }
  throw new TypeError(`Failed due to illegal value in property: ${at}`);
}

/** Thrown inside to say that the browser gets no value at all. */
const nothing = Symbol('nothing');

/**
 * A server's answer as the browser receives it; undefined where its handler is called without a value. Throws where
 * Google answers with a server error.
 */
export function toBrowser(value: unknown, isServiceObject: (value: unknown) => boolean): unknown {
  try {
    return received(value, isServiceObject);
  } catch (thrown) {
    if (thrown === nothing) return undefined;
    throw thrown;
  }
}

function received(value: unknown, isServiceObject: (value: unknown) => boolean): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  if (typeof value !== 'object') throw serverError();
  if (isServiceObject(value) || tagOf(value) === 'Date') throw nothing;
  if (ArrayBuffer.isView(value)) throw serverError();
  if (Array.isArray(value)) return Array.from(value, (one) => received(one, isServiceObject));
  if (tagOf(value) !== 'Object') return {};
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, received(one, isServiceObject)]));
}

function serverError(): PlatformError {
  return new PlatformError("We're sorry, a server error occurred. Please wait a bit and try again.");
}
