import { checkPassword, checkPasswordHash } from '../../google/limits';
import type { Cell } from '../../table/cell';
import { madeIn } from '../../table/made';
import { visible } from '../../table/text';

/** A Password cell: clear text, or a hash with its function in front. What it says is never part of a sentence. */

/** A password as `directory.users.insert` takes it. `hashFunction` is left out for clear text. */
export interface GivenPassword {
  readonly value: string;
  readonly hashFunction?: HashFunction;
}

/** The functions that Google takes hashes of (Directory API, users: hashFunction). */
export type HashFunction = 'SHA-1' | 'MD5' | 'crypt';

/**
 * A Password cell without its value: the value is read from the cell only when it is sent, and never kept in a wish.
 */
export type PasswordWish = { readonly kind: 'clear' } | { readonly kind: 'hash'; readonly hashFunction: HashFunction };

/** The password of a cell; undefined where the cell is blank or holds none that Google would take. */
export function readPassword(display: string): GivenPassword | undefined {
  const cell = passwordIn(display);
  return cell.kind === 'value' ? cell.value : undefined;
}

/** Whether a Password cell holds anything at all, and so has to be wiped after use. */
export function holdsPassword(display: string): boolean {
  return passwordIn(display).kind !== 'blank';
}

/** Whether clear text looks like a hash whose function was forgotten. */
export function looksLikeHash({ value, hashFunction }: GivenPassword): boolean {
  return hashFunction === undefined && /^(?:\$(?:1|2[aby]?|5|6)\$.+|[0-9a-f]{32}|[0-9a-f]{40})$/i.test(value);
}

const functions: Readonly<Record<string, HashFunction>> = { sha1: 'SHA-1', md5: 'MD5', crypt: 'crypt' };

/** What a long number shows, or one whose column is too narrow, where it was copied as it shows. */
const spoilt = /^\d[.,]\d+E\+\d+$|^#+$/i;

const madeOfIt =
  'The spreadsheet has made a number or a day of the password, which may have lost signs. Format the cell as plain text (Format > Number > Plain text) and type the password again.';

/** What a Password cell says; what is wrong with it is said without a word of what stands in it. */
export function passwordIn(display: string): Cell<GivenPassword> {
  const text = passwordText(display);
  if (text === '') return { kind: 'blank' };
  if (madeIn(display) !== undefined || spoilt.test(text)) return wrong(madeOfIt);
  if (text === '-') return wrong('A - does not belong here: a password cannot be cleared.');
  const label = /^\{([a-z0-9-]{1,16})\}/i.exec(text);
  return label ? hashed(label[1] ?? '', text.slice(label[0].length).trim()) : clear(text);
}

/**
 * Only an apostrophe before a sign that would begin a formula was typed to keep the text; any other is the password's
 * own.
 */
function passwordText(display: string): string {
  return visible(display).replace(/^'(?=[=+\-@])/, '');
}

function clear(value: string): Cell<GivenPassword> {
  const says = checkPassword(value);
  return says === undefined ? { kind: 'value', value: { value } } : wrong(says);
}

function hashed(label: string, value: string): Cell<GivenPassword> {
  const hashFunction = functions[label.toLowerCase().replace(/-/g, '')];
  if (hashFunction === undefined)
    return wrong(
      'Hashes are written as {SHA-1}…, {MD5}… or {crypt}…, and a password in clear text cannot begin with a word in braces.',
    );
  const says = checkPasswordHash({ function: hashFunction, value });
  return says === undefined ? { kind: 'value', value: { value, hashFunction } } : wrong(says);
}

function wrong(says: string): Cell<GivenPassword> {
  return { kind: 'wrong', says };
}
