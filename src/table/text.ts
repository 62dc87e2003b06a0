import { asciiAddresses } from '../engine/domain-names';
import { shortened } from '../engine/shorten';
import { madeIn } from './made';

/** Text as people type and paste it into cells, made comparable. */

/**
 * Characters that show nothing and are never meant: byte order mark, zero-width space, soft hyphen, direction marks.
 */
const invisible = /[\u00AD\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** Blanks and joiners at either end. Joiners inside a word belong to some scripts and stay. */
const edges = /^(?:\s|\u200C|\u200D)+|(?:\s|\u200C|\u200D)+$/g;

/** Printable ASCII without a blank at either end. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;

const ascii = /^[ -~]*$/;

/**
 * All but the variants of Chinese characters that names are registered with (神 at U+FA19): Unicode composes them to
 * other characters than the person's own.
 */
const composable = /[^\uF900-\uFAFF]+/g;

const composed = (text: string): string => text.normalize('NFC');

const hardSpaces = /[\u00A0\u2007\u202F]/g;

/** Dutch and similar names begin with an apostrophe of their own: `'t Hooft`, `'s-Gravesande`. */
const ownApostrophe = /^'[a-z][\s-]/i;

/**
 * The text without characters that nobody sees and without blanks at its ends; hard spaces inside become plain ones,
 * and accents are composed (NFC), so that text pasted from different systems is equal. Nothing of a cell that is merged
 * with another one.
 */
export function visible(text: string): string {
  // Most cells of a tab are blank or have nothing but plain letters.
  if (text === '' || plain.test(text)) return text;
  if (madeIn(text) === 'merged') return '';
  return text.replace(invisible, '').replace(hardSpaces, ' ').replace(edges, '').replace(composable, composed);
}

/** Written before an apostrophe that is the text's own, and never seen (word joiner). */
export const guard = '\u2060';

/**
 * Addresses and phone numbers that a Japanese keyboard wrote in full-width letters are meant in plain ones. Not so
 * passwords, which are read without this.
 */
function narrow(text: string): string {
  if (!/[@＠]|^\s*＋/.test(text)) return text;
  return text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

/**
 * The value of a cell: its visible text, addresses in it with the domains that mail goes by, without a leading
 * apostrophe that was typed to keep the cell text. The apostrophe of names such as `'t Hooft` stays.
 */
export function cellText(display: string): string {
  if (display === '') return '';
  const text = asciiAddresses(visible(narrow(display)));
  if (!text.startsWith("'") || ownApostrophe.test(text) || display.startsWith(guard)) return text;
  return visible(text.slice(1));
}

/** What is compared when headers and words are matched: letters and digits only, without case and accents. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/ß/g, 'ss').replace(/[^\p{L}\p{N}]/gu, '');
}

/** Text from a cell in quotation marks for a sentence: on one line and not longer than 60 characters. */
export function quote(text: string): string {
  return `"${shortened(visible(text).replace(/\s+/g, ' '), 60)}"`;
}
