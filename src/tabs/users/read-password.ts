import { checkPassword, checkPasswordHash } from '../../google/limits';
import { standsFor } from '../../engine/stand-in';
import { failedFormula, type Cell } from '../../table/cell';
import { madeIn, mergedText, spoiltIn } from '../../table/made';
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

/**
 * The password of a cell; undefined where the cell is blank or holds none that Google would take. `beside`: the hash
 * function that another column names.
 */
export function readPassword(display: string, beside?: HashFunction): GivenPassword | undefined {
  const cell = passwordIn(withFunction(display, beside));
  return cell.kind === 'value' ? cell.value : undefined;
}

/** The text of a Password cell with the function in front that another column names. */
export function withFunction(display: string, beside: HashFunction | undefined): string {
  const text = visible(display);
  const stays = text === '' || keepsPassword(text) || text.startsWith('{') || isSpoilt(display);
  return stays || beside === undefined ? display : `{${beside}}${text}`;
}

/** Whether a text is what Google's download of people has for every password: it stays as it is. */
export function keepsPassword(display: string): boolean {
  return /^\*{3,}$/.test(visible(display));
}

/** The function of a name such as SHA1 or md5. */
export function hashFunctionOf(name: string): HashFunction | undefined {
  return functions[name.toLowerCase().replace(/[-_\s]/g, '')];
}

/** Whether a Password cell holds anything at all, and so has to be wiped after use. */
export function holdsPassword(display: string): boolean {
  return passwordIn(display).kind !== 'blank';
}

/** What looks like a hash whose function was forgotten, or written otherwise than in braces. */
const bareHash =
  /^(?:\$(?:1|2[abxy]?|5|6|7|y|p|h|s|apr1|argon2\w*|pbkdf2[\w-]*|scrypt|md5|sha\d*)\$.+|(?:0x|\\x|\*)?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}))$|^(?:pbkdf2|bcrypt|argon2\w*|scrypt|s?sha-?\d*|md5)(?:_sha\d+)?\$.{8}|^[([<]?(?:s?sha-?\d{0,3}|md5|crypt)[)\]>]?\s*[:=)\]>].{8}/i;

const asksAboutHash =
  'This looks like a hash. If it is one, write {SHA-1}, {MD5} or {crypt} in front of the hash alone. If it is a password in clear text, add a sign to it, such as a full stop.';

const functions: Readonly<Record<string, HashFunction>> = { sha1: 'SHA-1', md5: 'MD5', crypt: 'crypt' };

/** What numbers and days show, where they were copied as they show: nobody is asked to keep such a password. */
const asShown =
  /^\d[.,]\d+E\+\d+$|^#+$|^\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d+)?$|^\d{1,2}([./-])\d{1,2}\1(?:\d{2}){1,2}$|^\d{4}([./-])\d{1,2}\2\d{1,2}$/i;

const madeOfIt =
  'The spreadsheet has made a number or a day of the password, which may have lost signs. Format the cell as plain text (Format › Number › Plain text) and type the password again; one that looks like a day or a number is easily guessed, so choose another.';

/** What a Password cell says; what is wrong with it is said without a word of what stands in it. */
export function passwordIn(display: string): Cell<GivenPassword> {
  const text = passwordText(display);
  const merged = mergedText(display);
  if (merged !== undefined) return wrong(merged);
  if (text === '' || keepsPassword(text)) return { kind: 'blank' };
  if (isSpoilt(display)) return wrong(madeOfIt);
  if (text === '-') return wrong('A - does not belong here: a password cannot be cleared.');
  const label = /^\{([a-z0-9-]{1,16})\}/i.exec(text);
  return label ? hashed(label[1] ?? '', text.slice(label[0].length).trim()) : clear(text);
}

/** Also a plain number, of which zeros may be lost, and what a formula shows that failed. */
function isSpoilt(display: string): boolean {
  const text = passwordText(display);
  return (
    madeIn(display) !== undefined || spoiltIn(text) !== undefined || asShown.test(text) || failedFormula.test(text)
  );
}

/**
 * Only an apostrophe before a sign that would begin a formula was typed to keep the text; any other is the password's
 * own.
 */
function passwordText(display: string): string {
  return visible(display).replace(/^'(?=[=+\-@])/, '');
}

/** What exports show instead of a password, and what people write who have none to give. */
const noPassword =
  /^(?:same|unchanged|no change|keep|existing|as (?:is|before)|current|generated?|auto(?:matic(?:ally)?)?(?: generated)?|random|see (?:e?-?mail|below|above|list)|automatisch|wie bisher|unver[aä]ndert|hidden|null|[•●∙·x]{3,})$/i;

function clear(value: string): Cell<GivenPassword> {
  if (noPassword.test(value) || standsFor(value) !== undefined)
    return wrong(
      'What stands here is no password but tells of one. Empty the cell: somebody new gets a password made, and whoever exists keeps theirs.',
    );
  if (bareHash.test(value)) return wrong(asksAboutHash);
  const says = checkPassword(value);
  return says === undefined ? { kind: 'value', value: { value } } : wrong(says);
}

function hashed(label: string, value: string): Cell<GivenPassword> {
  const hashFunction = hashFunctionOf(label);
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
