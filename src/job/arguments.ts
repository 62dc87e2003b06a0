import { isObject } from '../engine/request';
import { Trouble } from './trouble';
import type { Scope } from './wire';

/**
 * Arguments of entry points, as they arrive: whoever can open the spreadsheet can send anything. Everything here throws
 * Trouble for what is not of the kind that is asked for, and takes nothing that an object only inherits.
 */

/** Longer than any key, address or id; tokens and what is typed into a form have limits of their own. */
const longestText = 2_000;
/** More than a spreadsheet has rows to name. */
const mostTexts = 20_000;

/** The trouble with what is not understood. */
export function refused(what: string): Trouble {
  return new Trouble('badArgument', {
    says: `Seatsheet was asked for something that it does not understand (${what}). Nothing was done.`,
    remedy: 'Reload the spreadsheet and open Seatsheet again.',
  });
}

function fieldOf(asked: unknown, name: string): unknown {
  return isObject(asked) && Object.prototype.hasOwnProperty.call(asked, name) ? asked[name] : undefined;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

/** A text by name. */
export function textIn(asked: unknown, name: string): string {
  const value = fieldOf(asked, name);
  if (!isShort(value)) throw refused(name);
  return value;
}

/** A text that may be left out. */
export function textOr(asked: unknown, name: string): string | undefined {
  return fieldOf(asked, name) === undefined ? undefined : textIn(asked, name);
}

/** A part of an argument, of whatever kind; undefined where it is left out. */
export function partIn(asked: unknown, name: string): unknown {
  return fieldOf(asked, name);
}

/** A number by name, whole and not below nought. */
export function numberIn(asked: unknown, name: string): number {
  const value = fieldOf(asked, name);
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw refused(name);
  return value;
}

/** A list of texts by name. */
export function textsIn(asked: unknown, name: string): readonly string[] {
  const value = fieldOf(asked, name);
  if (!Array.isArray(value) || value.length > mostTexts || !value.every(isShort)) throw refused(name);
  return value;
}

/** A yes or no by name. */
export function yesIn(asked: unknown, name: string): boolean {
  const value = fieldOf(asked, name);
  if (typeof value !== 'boolean') throw refused(name);
  return value;
}

/** A yes or no that may be left out, which is a no. */
export function maybeIn(asked: unknown, name: string): boolean {
  return fieldOf(asked, name) === undefined ? false : yesIn(asked, name);
}

/** One of these words by name. */
export function wordIn<Word extends string>(asked: unknown, name: string, words: readonly Word[]): Word {
  const value = fieldOf(asked, name);
  const word = words.find((one) => one === value);
  if (word === undefined) throw refused(name);
  return word;
}

const kinds: readonly Scope['kind'][] = ['everything', 'customer', 'rows', 'selected', 'visible', 'retry'];

/** A scope by name. */
export function scopeIn(asked: unknown, name: string): Scope {
  const scope = fieldOf(asked, name);
  const kind = wordIn(scope, 'kind', kinds);
  if (kind === 'customer') return { kind, customer: textIn(scope, 'customer') };
  return kind === 'rows' ? { kind, rows: textsIn(scope, 'rows') } : { kind };
}

/** An object whose own fields of these names are texts; whatever else it holds is left out. */
export function formOf<Field extends string>(
  asked: unknown,
  fields: readonly Field[],
): Readonly<Record<Field, string>> {
  if (!isObject(asked)) throw refused('form');
  return Object.fromEntries(fields.map((field) => [field, textIn(asked, field)])) as Record<Field, string>;
}
