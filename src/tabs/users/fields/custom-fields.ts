import { isObject, type Json, type JsonObject } from '../../../engine/request';
import type { Cell } from '../../../table/cell';
import type { Place } from '../../../table/field';
import { quote } from '../../../table/text';
import { inUser, user } from './make';

/** Values by schema and field, `Employment.number`; '' clears. */
type CustomValues = Readonly<Record<string, string>>;

/**
 * Custom fields of the account, one in a line. Google merges them one by one, so only those that are named are sent
 * (Directory API, "Manage custom user fields").
 */
export const customFields = user.entry<'custom', CustomValues>({
  id: 'custom',
  header: 'Custom fields',
  width: 200,
  optional: true,
  note: 'One in each line, such as Employment.number: 4711; - clears one.',
  find: readLines,
  shown: (values) => linesOf(values).join(', '),
  kept: (values) => linesOf(values).join('\n'),
  place: inUser(inSchemas()),
});

function linesOf(values: CustomValues): readonly string[] {
  return Object.keys(values)
    .sort()
    .map((name) => `${name}: ${values[name] || '-'}`);
}

function readLines(text: string): Cell<CustomValues> {
  const values: Record<string, string> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value = ''] = /^\s*([A-Za-z][\w-]*\.[A-Za-z_][\w-]*)\s*[:=]\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === '')
      return { kind: 'wrong', says: `${quote(line)} is no custom field. Write it as Schema.field: value.` };
    values[name] = value === '-' ? '' : value;
  }
  return { kind: 'value', value: values };
}

function inSchemas(): Place<JsonObject, CustomValues> {
  return {
    read: ({ customSchemas }, wished) =>
      Object.fromEntries(Object.keys(wished).map((name) => [name, textIn(valueIn(customSchemas, name))])),
    write: (body, values, thing) =>
      Object.entries(values).reduce<JsonObject>((all, [name, text]) => {
        const value = text === '' ? null : likeBefore(text, valueIn(thing?.customSchemas, name));
        return { ...all, customSchemas: put(all.customSchemas, name, value) };
      }, body),
  };
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
  const isMember = (one: Json | undefined): one is JsonObject => isObject(one);
  return isMember(value) ? value : {};
}

/** A value of Google's as a cell says it; of several the values. */
function textIn(value: Json | undefined): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (Array.isArray(value)) return value.map((one: Json) => textIn(memberOf(one).value)).join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The type of a field is seen from what it holds: a text where it holds nothing yet. */
function likeBefore(text: string, before: Json | undefined): Json {
  if (typeof before === 'boolean') return /^(?:true|yes|1)$/i.test(text);
  if (typeof before === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (Array.isArray(before)) return text.split(',').map((one) => ({ value: one.trim() }));
  return text;
}
