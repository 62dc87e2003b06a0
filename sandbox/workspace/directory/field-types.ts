import { at, type Json } from '../json';

/** The types of custom fields (Schemas reference), and what each takes; texts have at most 500 characters. */

const longest = 500;

const kinds: Readonly<Record<string, (value: Json) => boolean>> = {
  BOOL: (value) => typeof value === 'boolean',
  DATE: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  DOUBLE: (value) => typeof value === 'number',
  EMAIL: (value) => isShort(value) && /^[^@\s]+@[^@\s]+$/.test(value),
  INT64: (value) => (typeof value === 'number' || typeof value === 'string') && /^-?\d{1,19}$/.test(String(value)),
  PHONE: (value) => isShort(value),
  STRING: (value) => isShort(value),
};

function isShort(value: Json): value is string {
  return typeof value === 'string' && [...value].length <= longest;
}

/** The types that a custom field can have. */
export const fieldTypes: readonly string[] = Object.keys(kinds);

/** Whether a value is of a field's type. */
export function isOfType(type: string, value: Json): boolean {
  return at(kinds, type)?.(value) ?? false;
}
