import { createHash } from 'node:crypto';

/** Ids in the shapes that Google's have, made by hashing a seed text: the same seed gives the same id in every run. */

/** SHA-256 of a UTF-8 text, in hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** 96 bits are plenty for every id here, and far quicker to write out than all 256. */
const number = (seed: string): bigint => BigInt(`0x${sha256(seed).slice(0, 24)}`);

/** `length` letters and digits in lower case. */
export function letters(seed: string, length: number): string {
  return number(seed).toString(36).padStart(length, '0').slice(-length);
}

/** A decimal id of `length` digits that does not begin with a nought. */
export function digits(seed: string, length: number): string {
  return `1${number(seed)
    .toString(10)
    .padStart(length, '0')
    .slice(-(length - 1))}`;
}

/** A customer id: `C0` and seven letters and digits. */
export const customerId = (seed: string): string => `C0${letters(`customer/${seed}`, 7)}`;

/** A user's or group's immutable id: 21 digits, as the Directory API reference shows. */
export const userId = (seed: string): string => digits(`user/${seed}`, 21);

/** An org unit's id without its `id:` prefix. */
export const orgUnitId = (seed: string): string => `03ph8a2z${letters(`orgUnit/${seed}`, 7)}`;

/** A role's id; the seed holds the account, because role ids differ between accounts. */
export const roleId = (seed: string): string => digits(`role/${seed}`, 17);

/** A role assignment's id. */
export const assignmentId = (seed: string): string => digits(`assignment/${seed}`, 17);

/** A subscription's id. */
export const subscriptionId = (seed: string): string => digits(`subscription/${seed}`, 10);

/** The id of a schema of custom fields, or of one of its fields: 16 bytes as base64. */
export const schemaId = (seed: string): string =>
  createHash('md5').update(`schema/${seed}`, 'utf8').digest('base64url').concat('==');

/** An etag: a quoted text that changes with what it is made from. */
export function etag(...parts: readonly (string | number)[]): string {
  return `"${createHash('sha256').update(parts.join('/'), 'utf8').digest('base64url').slice(0, 27)}"`;
}
