import { Refused } from './errors';
import { isObject, type Json } from './json';

/** Partial responses: the `fields` parameter (`users(primaryEmail,name/fullName),nextPageToken`). */

type Selection = Map<string, Selection>;

const wrong = (fields: string) => new Refused(400, 'invalidParameter', `Invalid field selection ${fields}`);

/** Splits at commas that stand outside brackets. */
function parts(text: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}

function read(text: string): Selection {
  const selection: Selection = new Map();
  for (const part of parts(text)) {
    const match = /^([\w*]+)(?:\/(.+)|\((.+)\))?$/.exec(part);
    if (!match) throw wrong(text);
    const [, name = '', below, within] = match;
    const deeper = read0(below ?? within);
    const known = selection.get(name);
    if (known) for (const [field, more] of deeper) known.set(field, more);
    else selection.set(name, deeper);
  }
  return selection;
}

const read0 = (text: string | undefined): Selection => (text === undefined ? new Map() : read(text));

function pick(value: Json, selection: Selection): Json {
  if (selection.size === 0) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => pick(item, selection));
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([field, content]): [string, Json][] => {
    const below = selection.get(field) ?? selection.get('*');
    return below ? [[field, pick(content, below)]] : [];
  });
  return Object.fromEntries(kept);
}

/** Only the fields that were asked for. Throws 400 for a selection that cannot be read. */
export function selectFields(value: Json, fields: string | undefined): Json {
  return fields === undefined || fields === '' ? value : pick(value, read(fields));
}
