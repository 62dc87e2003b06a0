import { isObject, type Json } from '../../../engine/request';
import { checkMailAddress } from '../../../google/limits';
import type { CustomField } from '../../../google/custom-fields';
import { readTick, type Cell } from '../../../table/cell';
import { spoiltIn, spoiltText } from '../../../table/made';
import { quote } from '../../../table/text';

/** Values of custom fields by their types (Schemas reference; "Manage custom user fields"). */

type Type = CustomField['type'];

/** Of a single value; in characters. */
const longest = 500;

const value = (text: string): Cell<string> => ({ kind: 'value', value: text });
const wrong = (says: string): Cell<string> => ({ kind: 'wrong', says });

/** One text for what is the same, of what a cell says; wrong where the type does not take it. */
export function readCustom(type: Type, text: string): Cell<string> {
  // TRUE may be a text of somebody's own.
  const spoilt = spoiltIn(text) === 'a tick' ? undefined : spoiltText(text);
  if (spoilt !== undefined) return wrong(spoilt);
  if (Array.from(text).length > longest)
    return wrong(`${quote(text)} is longer than the ${longest} characters of a custom field. Shorten it.`);
  return readers[type](text);
}

const readers: Readonly<Record<Type, (text: string) => Cell<string>>> = {
  STRING: value,
  PHONE: value,
  EMAIL: (text) => {
    const says = checkMailAddress(text);
    return says === undefined ? value(text.toLowerCase()) : wrong(says);
  },
  INT64: (text) => {
    const number = /^[+-]?\d{1,19}$/.test(text) ? BigInt(text.replace('+', '')) : undefined;
    return number !== undefined && BigInt.asIntN(64, number) === number
      ? value(String(number))
      : wrong(`${quote(text)} is no whole number. Write digits only, such as 4711.`);
  },
  DOUBLE: (text) =>
    /^[+-]?\d+(?:[.,]\d+)?$/.test(text)
      ? value(String(Number(text.replace(',', '.'))))
      : wrong(`${quote(text)} is no number. Write it as 3.5, without a mark between thousands.`),
  BOOL: (text) => {
    const tick = readTick(text);
    // A box that is not ticked is an answer here.
    if (tick.kind === 'value' || tick.kind === 'blank')
      return value(tick.kind === 'value' && tick.value ? 'TRUE' : 'FALSE');
    return wrong(`${quote(text)} is not understood here. Write yes or no.`);
  },
  DATE: (text) =>
    /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
      ? value(text)
      : wrong(`${quote(text)} is no date that is read in one way only. Write it as 2026-03-01.`),
};

/** The value that Google takes. 64-bit numbers are texts in JSON. */
export function jsonOf(type: Type, text: string): Json {
  if (type === 'BOOL') return text === 'TRUE';
  return type === 'DOUBLE' ? Number(text) : text;
}

/** What Google has, as it is compared. */
export function textsIn(type: Type, held: Json | undefined): readonly string[] {
  if (Array.isArray(held)) return held.flatMap((one: Json) => textsIn(type, isEntry(one) ? one.value : one));
  if (typeof held === 'boolean') return [held ? 'TRUE' : 'FALSE'];
  if (typeof held !== 'string' && typeof held !== 'number') return [];
  const read = readCustom(type, String(held));
  return [read.kind === 'value' ? read.value : String(held)];
}

function isEntry(one: Json): one is { readonly value: Json } {
  return isObject(one) && 'value' in one;
}
