import { object } from '../body';
import type { Context } from '../context';
import { invalid } from '../errors';
import { isObject, type Json, type JsonObject } from '../json';
import type { Account, FieldRecord, SchemaRecord, UserRecord } from '../state';
import { isOfType } from './field-types';

/**
 * Values of custom fields (Directory API "Manage custom user fields"): merged field by field, null takes one away, and
 * shown only to those who ask for them.
 */

/** A user's values by schema and field. */
export type CustomFields = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** 400 as GAM reads it. */
const wrong = () => invalid('Invalid Input: custom_schema');

/** The schema for a name or an id. */
export function schemaFor({ schemas }: Account, key: string): SchemaRecord | undefined {
  return schemas.find(({ id, name }) => id === key || name === key);
}

/** The values that a user has. */
export function customFieldsOf({ profile }: UserRecord): CustomFields {
  return (profile['customSchemas'] ?? {}) as CustomFields;
}

/** The values that somebody has after those of a body are merged into them. Throws 400 where one does not fit. */
export function mergedCustomFields(account: Account, before: CustomFields, given: JsonObject): CustomFields {
  const next = { ...before };
  for (const [name, fields] of Object.entries(given)) {
    const schema = account.schemas.find((known) => known.name === name);
    if (!schema) throw wrong();
    const values = fields === null ? {} : merged(schema, next[name] ?? {}, object(given, name) ?? {});
    if (Object.keys(values).length > 0) next[name] = values;
    else Reflect.deleteProperty(next, name);
  }
  return next;
}

function merged(schema: SchemaRecord, before: CustomFields[string], given: JsonObject): Readonly<Record<string, Json>> {
  const next: Record<string, Json> = { ...before };
  for (const [name, value] of Object.entries(given)) {
    const field = schema.fields.find((known) => known.name === name);
    if (!field || (value !== null && !fits(field, value))) throw wrong();
    if (value === null || (Array.isArray(value) && value.length === 0)) Reflect.deleteProperty(next, name);
    else next[name] = structuredClone(value);
  }
  return next;
}

function fits(field: FieldRecord, value: Json): boolean {
  if (!field.multiValued) return isOfType(field.type, value);
  const entries: readonly Json[] = Array.isArray(value) ? value : [];
  return (
    Array.isArray(value) &&
    entries.every((entry) => isObject(entry) && entry['value'] !== undefined && isOfType(field.type, entry['value']))
  );
}

/**
 * The values that a request asks for: none with the basic projection, those of some schemas, or all. Colleagues see
 * what everybody in the domain may. Throws 400 for a custom projection without its mask.
 */
export function shownCustomFields(
  { params, actor }: Context,
  account: Account,
  user: UserRecord,
): CustomFields | undefined {
  const { projection = 'basic', customFieldMask: mask = '', viewType } = params;
  if (!['basic', 'custom', 'full'].includes(projection)) throw invalid('Invalid Input: projection');
  if (projection === 'custom' && mask === '') throw invalid('Invalid Input: customFieldMask');
  if (projection === 'basic') return undefined;
  const wanted = projection === 'full' ? account.schemas : account.schemas.filter(({ name }) => inMask(mask, name));
  const publicOnly = viewType === 'domain_public' && actor.user?.id !== user.id;
  const shown = wanted.map(({ name, fields }) => {
    const values = Object.entries(customFieldsOf(user)[name] ?? {});
    const seen = fields.filter(({ readAccess }) => !publicOnly || readAccess === 'ALL_DOMAIN_USERS');
    return [name, values.filter(([field]) => seen.some((known) => known.name === field))] as const;
  });
  const filled = shown.filter(([, values]) => values.length > 0);
  if (filled.length === 0) return undefined;
  return Object.fromEntries(filled.map(([name, values]) => [name, Object.fromEntries(values)]));
}

const inMask = (mask: string, name: string): boolean =>
  mask
    .split(',')
    .map((part) => part.trim())
    .includes(name);
