import { isJsonObject, isList, isObject, type Json, type JsonObject } from '../engine/request';
import type { Place } from './field';

/** Where values stand in Google's objects. */

/**
 * A text at a path of Google's object: `at('name', 'givenName')`. What is empty is cleared with null. Fields with one
 * parent share the object that is sent.
 */
export function at(...path: readonly [string, ...string[]]): Place<object, string> {
  return {
    read: (thing) =>
      textOf(path.reduce<unknown>((inner, field) => (isObject(inner) ? inner[field] : undefined), thing)),
    write: (body, value) => put(body, path, value === '' ? null : value),
  };
}

/**
 * A text of one member of a list that Google replaces as a whole: `inList('phones', { type: 'work' }, 'value')`. The
 * other members stay; a member that is left with nothing of its own goes, also where it was the primary one.
 */
export function inList(list: string, which: Readonly<Record<string, Json>>, field: string): Place<JsonObject, string> {
  const isIt = (one: JsonObject): boolean => Object.entries(which).every(([name, value]) => one[name] === value);
  return {
    read: (thing) => textOf(membersOf(thing, list)?.find(isIt)?.[field]),
    write: (body, value, thing) => {
      const all = membersOf(body, list) ?? membersOf(thing, list) ?? [];
      const { [field]: _before, ...rest } = all.find(isIt) ?? {};
      const changed: JsonObject = { ...which, ...rest, ...(value === '' ? {} : { [field]: value }) };
      const isEmpty = Object.keys(changed).every((name) => name in which || name === 'primary');
      return { ...body, [list]: [...all.filter((one) => !isIt(one)), ...(isEmpty ? [] : [changed])] };
    },
  };
}

/** A text, or '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function membersOf(thing: JsonObject | undefined, list: string): readonly JsonObject[] | undefined {
  const found = thing?.[list];
  return isList(found) ? found.filter(isJsonObject) : undefined;
}

function put(body: JsonObject, [field = '', ...deeper]: readonly string[], value: Json): JsonObject {
  const inner = body[field];
  const next = deeper.length ? put(isJsonObject(inner) ? inner : {}, deeper, value) : value;
  return { ...body, [field]: next };
}
