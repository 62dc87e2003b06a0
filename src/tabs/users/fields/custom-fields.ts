import { isJsonObject, type Json, type JsonObject } from '../../../engine/request';
import type { CustomField } from '../../../google/custom-fields';
import type { Cell } from '../../../table/cell';
import type { Place } from '../../../table/field';
import { quote } from '../../../table/text';
import { jsonOf, textsIn } from './custom-values';
import { inUser, user } from './make';

/** What a row wishes of a custom field: texts as they are compared, none to clear it. */
export interface CustomWish extends Pick<CustomField, 'type' | 'many'> {
  readonly texts: readonly string[];
}

/** Wishes by schema and field, `Employment.number`. */
export type CustomWishes = Readonly<Record<string, CustomWish>>;

/**
 * Custom fields of the account, one in a line. Google merges them one by one, so only those that are named are sent
 * (Directory API, "Manage custom user fields"). Which there are, and of what type, is looked at once the row's account
 * is known (`read-custom.ts`).
 */
export const customFields = user.entry<'custom', CustomWishes>({
  id: 'custom',
  header: 'Custom fields',
  width: 200,
  optional: true,
  note: 'One in each line, such as Employment.number: 4711; - clears one. Several values of one are separated by commas.',
  find: readLines,
  shown: (wishes) => linesOf(wishes).join(', '),
  kept: (wishes) => linesOf(wishes).join('\n'),
  place: inUser(inSchemas()),
});

function linesOf(wishes: CustomWishes): readonly string[] {
  return Object.entries(wishes)
    .map(([name, { texts }]) => `${name}: ${texts.join(', ') || '-'}`)
    .sort();
}

function readLines(text: string): Cell<CustomWishes> {
  const wishes: Record<string, CustomWish> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value = ''] = /^\s*([A-Za-z][\w-]*\.[A-Za-z_][\w-]*)\s*[:=]\s*(.*?)\s*$/s.exec(line) ?? [];
    if (name === undefined || value === '')
      return { kind: 'wrong', says: `${quote(line)} is no custom field. Write it as Schema.field: value.` };
    wishes[name] = { type: 'STRING', many: false, texts: value === '-' ? [] : [value] };
  }
  return { kind: 'value', value: wishes };
}

function inSchemas(): Place<JsonObject, CustomWishes> {
  return {
    read: ({ customSchemas }, wished) =>
      Object.fromEntries(
        Object.entries(wished).map(([name, wish]) => [
          name,
          { ...wish, texts: heldOf(wish, valueIn(customSchemas, name)) },
        ]),
      ),
    write: (body, wishes, thing) =>
      Object.entries(wishes).reduce<JsonObject>((all, [name, wish]) => {
        const value = valueFor(wish, valueIn(thing?.customSchemas, name));
        return { ...all, customSchemas: put(all.customSchemas, name, value) };
      }, body),
  };
}

/** Of several values those that the row wishes, where Google has all of them: others are not the row's. */
function heldOf({ type, many, texts }: CustomWish, value: Json | undefined): readonly string[] {
  const held = textsIn(type, value);
  return many && texts.length && texts.every((text) => held.includes(text)) ? texts : held;
}

/** Several values are sent as a whole: those that Google has stay, with what they say besides. */
function valueFor({ type, many, texts }: CustomWish, before: Json | undefined): Json {
  const [only] = texts;
  if (only === undefined) return null;
  if (!many) return jsonOf(type, only);
  const held = new Set(textsIn(type, before));
  const kept: readonly Json[] = Array.isArray(before) ? before : [];
  return [...kept, ...texts.filter((text) => !held.has(text)).map((text) => ({ value: jsonOf(type, text) }))];
}

function valueIn(schemas: Json | undefined, name: string): Json | undefined {
  const [schema = '', field = ''] = name.split('.');
  const fields = memberOf(schemas)[schema];
  return memberOf(fields)[field];
}

function put(schemas: Json | undefined, name: string, value: Json): JsonObject {
  const [schema = '', field = ''] = name.split('.');
  return { ...memberOf(schemas), [schema]: { ...memberOf(memberOf(schemas)[schema]), [field]: value } };
}

function memberOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
