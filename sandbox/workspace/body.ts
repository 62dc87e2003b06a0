import { badRequest } from './errors';
import { isObject, type Json, type JsonObject } from './json';

/**
 * Reading of request bodies: a field of the wrong type is refused as Google's JSON parser refuses it; null and absence
 * are told apart by `has`.
 */

const wrong = (field: string, type: string): Error => badRequest(`Invalid value at '${field}' (${type})`);

/** Whether the field stands in the body, be it null. */
export const has = (body: JsonObject, field: string): boolean => Object.hasOwn(body, field);

/** A text; undefined when absent or null. Numbers are taken for int64 fields, as Google does. */
export function text(body: JsonObject, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') throw wrong(field, 'TYPE_STRING');
  return value;
}

/** True or false; undefined when absent or null. */
export function flag(body: JsonObject, field: string): boolean | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw wrong(field, 'TYPE_BOOL');
  return value;
}

/** A whole number, also one written as text; undefined when absent or null. */
export function whole(body: JsonObject, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (typeof value === 'object' || typeof value === 'boolean' || value === '' || !Number.isInteger(number))
    throw wrong(field, 'TYPE_INT32');
  return number;
}

/** An object; undefined when absent or null. */
export function object(body: JsonObject, field: string): JsonObject | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) throw wrong(field, 'TYPE_MESSAGE');
  return value;
}

/** A list; undefined when absent or null. */
export function list(body: JsonObject, field: string): readonly Json[] | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw wrong(field, 'TYPE_ARRAY');
  return value as readonly Json[];
}
