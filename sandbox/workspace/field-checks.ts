import { isObject } from './json';

/** What the fields of a tenant file are checked with. */

/** Takes a value and where it stands; throws with that place in the text where the value is wrong. */
export type Check = (value: unknown, where: string) => void;

/** Throws, naming the field and what is wrong with it. */
export const fail = (where: string, says: string): never => {
  throw new Error(`Tenant file: ${where || 'the file'} ${says}.`);
};

/** A text, be it empty. */
export const text: Check = (value, where) => {
  if (typeof value !== 'string') fail(where, 'must be text');
};
/** True or false. */
export const flag: Check = (value, where) => {
  if (typeof value !== 'boolean') fail(where, 'must be true or false');
};
/** A whole number from nought up. */
export const wholeNumber: Check = (value, where) => {
  if (!Number.isInteger(value) || Number(value) < 0) fail(where, 'must be a whole number');
};
/** Whatever it is. */
export const anything: Check = () => undefined;
/** A text that is not empty. */
export const filled: Check = (value, where) => {
  if (typeof value !== 'string' || value === '') fail(where, 'must be a text that is not empty');
};
/** An e-mail address. */
export const address: Check = (value, where) => {
  if (typeof value !== 'string' || !/^[^@\s]+@[^@\s]+$/.test(value)) fail(where, 'must be an e-mail address');
};
/** A domain name. */
export const domainName: Check = (value, where) => {
  if (typeof value !== 'string' || !/^[^@\s]+\.[^@\s]+$/.test(value)) fail(where, 'must be a domain name');
};
/** An instant as ISO 8601. */
export const time: Check = (value, where) => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value)))
    fail(where, 'must be a time such as 2026-01-31T12:00:00Z');
};
/** An instant as milliseconds since the epoch, in a text. */
export const millis: Check = (value, where) => {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) fail(where, 'must be milliseconds since the epoch, as text');
};
/** What a check takes, or null. */
export const orNull =
  (check: Check): Check =>
  (value, where) => {
    if (value !== null) check(value, where);
  };
/** One of some texts. */
export const oneOf =
  (...values: readonly string[]): Check =>
  (value, where) => {
    if (typeof value !== 'string' || !values.includes(value)) fail(where, `must be ${values.join(' or ')}`);
  };
/** A list of what a check takes. */
export const listOf =
  (check: Check): Check =>
  (value, where) => {
    if (!Array.isArray(value)) return fail(where, 'must be a list');
    value.forEach((item, index) => check(item, `${where}[${index}]`));
  };

interface Fields {
  readonly must?: Readonly<Record<string, Check>>;
  readonly may?: Readonly<Record<string, Check>>;
  /** Other fields are let through. */
  readonly open?: true;
}

/** An object of known fields; others are wrong unless it is open. */
export const objectOf =
  ({ must = {}, may = {}, open }: Fields): Check =>
  (value, where) => {
    if (!isObject(value)) return fail(where, 'must be an object');
    const place = (field: string): string => (where ? `${where}.${field}` : field);
    for (const field of Object.keys(must)) if (value[field] === undefined) fail(place(field), 'is missing');
    for (const [field, content] of Object.entries(value)) {
      const check = must[field] ?? may[field];
      if (!check && !open) fail(place(field), 'is not a field of a tenant file');
      check?.(content, place(field));
    }
  };
