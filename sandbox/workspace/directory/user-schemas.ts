import { accountFor, enter } from '../access';
import { flag, has, list, object, text } from '../body';
import type { Context, Handler } from '../context';
import { conditionNotMet, duplicate, invalid, notFound, Refused, required } from '../errors';
import { etag, schemaId } from '../ids';
import { isObject, orAbsent, type JsonObject } from '../json';
import { count, type Account, type FieldRecord, type SchemaRecord } from '../state';
import { switchValue } from '../switch-values';
import { customFieldsOf, schemaFor } from './custom-fields';
import { fieldTypes } from './field-types';

/** Custom user fields, schema by schema (Directory API "Manage custom user fields": 100 schemas, 100 fields). */

const mostSchemas = 100;
const mostFields = 100;

type Resource = GoogleAppsScript.AdminDirectory.Schema.Schema;
type FieldResource = GoogleAppsScript.AdminDirectory.Schema.SchemaFieldSpec;

function fieldResource(field: FieldRecord): FieldResource {
  return {
    kind: 'admin#directory#schema#fieldspec',
    etag: etag('field', field.id, field.type),
    fieldId: field.id,
    fieldName: field.name,
    fieldType: field.type,
    displayName: field.displayName,
    multiValued: field.multiValued,
    indexed: field.indexed,
    readAccessType: field.readAccess,
    ...(field.range && { numericIndexingSpec: { ...field.range } }),
  };
}

/** A schema as the Directory API shows it. */
export function schemaResource({ id, name, displayName, fields, version }: SchemaRecord): Resource {
  return {
    kind: 'admin#directory#schema',
    etag: etag('schema', id, version),
    schemaId: id,
    schemaName: name,
    displayName,
    fields: fields.map(fieldResource),
  };
}

function customerOf(context: Context): Account {
  const account = accountFor(context, context.params['customerId'] ?? '');
  if (!account) throw notFound('Resource Not Found: customerId');
  enter(context, account);
  return account;
}

function named(account: Account, { params }: Context): SchemaRecord {
  const schema = schemaFor(account, params['schemaKey'] ?? '');
  if (!schema) throw notFound('Resource Not Found: schemaKey');
  return schema;
}

/** `directory.schemas.list`. Schemas are absent when there are none. */
export const listSchemas: Handler = (context) => {
  const account = customerOf(context);
  return {
    kind: 'admin#directory#schemas',
    etag: etag('schemas', account.id, ...account.schemas.map(({ version }) => version)),
    schemas: orAbsent(account.schemas.map(schemaResource)),
  };
};

/** `directory.schemas.get`, by name or id. */
export const getSchema: Handler = (context) => schemaResource(named(customerOf(context), context));

/** Letters, digits, `_` and `-`: what can stand in a query and in a mask. */
const isName = (name: string | undefined): name is string => name !== undefined && /^[\w-]{1,255}$/.test(name);

function nameFrom(body: JsonObject, field: string): string {
  const name = text(body, field);
  if (name === undefined || name === '') throw required(field);
  if (!isName(name)) throw invalid(`Invalid Input: ${field}`);
  return name;
}

function fieldsFrom(body: JsonObject, standing: readonly FieldRecord[], seed: string): FieldRecord[] {
  const given = list(body, 'fields') ?? [];
  if (given.length === 0) throw required('fields');
  const fields = given.map((field) => {
    if (!isObject(field)) throw invalid('Invalid Input: fields');
    return fieldFrom(field, standing, seed);
  });
  if (new Set(fields.map(({ name }) => name.toLowerCase())).size < fields.length)
    throw invalid('Invalid Input: fieldName');
  return fields;
}

/** A field keeps its id, and cannot change its type nor whether it takes several values. */
function fieldFrom(given: JsonObject, standing: readonly FieldRecord[], seed: string): FieldRecord {
  const name = nameFrom(given, 'fieldName');
  const before = standing.find((known) => known.name.toLowerCase() === name.toLowerCase());
  const type = text(given, 'fieldType') ?? before?.type;
  const multiValued = flag(given, 'multiValued') ?? before?.multiValued ?? false;
  if (type === undefined) throw required('fieldType');
  if (!fieldTypes.includes(type) || (before && (before.type !== type || before.multiValued !== multiValued)))
    throw invalid('Invalid Input: fieldType');
  const readAccess = text(given, 'readAccessType') ?? before?.readAccess ?? 'ALL_DOMAIN_USERS';
  if (readAccess !== 'ALL_DOMAIN_USERS' && readAccess !== 'ADMINS_AND_SELF')
    throw invalid('Invalid Input: readAccessType');
  const range = rangeFrom(given) ?? before?.range;
  return {
    id: before?.id ?? schemaId(`${seed}/${name}`),
    name,
    type,
    displayName: text(given, 'displayName') ?? before?.displayName ?? name,
    multiValued,
    indexed: flag(given, 'indexed') ?? before?.indexed ?? true,
    readAccess,
    ...(range && { range }),
  };
}

function rangeFrom(field: JsonObject): FieldRecord['range'] {
  const { minValue, maxValue } = object(field, 'numericIndexingSpec') ?? {};
  const range = {
    ...(typeof minValue === 'number' && { minValue }),
    ...(typeof maxValue === 'number' && { maxValue }),
  };
  return Object.keys(range).length > 0 ? range : undefined;
}

/** GAM declares 412 for a schema too many; its text is not public. */
function mustFit(account: Account, own: SchemaRecord | undefined, fields: readonly FieldRecord[]): void {
  const others = account.schemas.filter((schema) => schema !== own);
  const total = others.reduce((sum, schema) => sum + schema.fields.length, fields.length);
  if (others.length >= mostSchemas || total > mostFields)
    throw conditionNotMet('The limit of custom fields is reached.');
}

/** `directory.schemas.insert`. */
export const insertSchema: Handler = (context) => {
  const account = customerOf(context);
  const { body, state } = context;
  const name = nameFrom(body, 'schemaName');
  const id = schemaId(`${account.id}/${(state.counters['schemas'] ?? 0) + 1}/${name}`);
  const fields = fieldsFrom(body, [], id);
  if (account.schemas.some((schema) => schema.name.toLowerCase() === name.toLowerCase())) throw duplicate();
  mustFit(account, undefined, fields);
  count(state, 'schemas');
  const schema = { id, name, displayName: text(body, 'displayName') ?? name, fields, version: 1 };
  account.schemas.push(schema);
  return schemaResource(schema);
};

/** `directory.schemas.update` and `.patch`: the list of fields is replaced whole; a schema keeps its name. */
export const updateSchema: Handler = (context) => {
  const account = customerOf(context);
  const schema = named(account, context);
  const { body, op } = context;
  if ((text(body, 'schemaName') ?? schema.name) !== schema.name) throw invalid('Invalid Input: schemaName');
  const replaced = op === 'directory.schemas.update' || has(body, 'fields');
  const fields = replaced ? fieldsFrom(body, schema.fields, schema.id) : schema.fields;
  const gone = schema.fields.filter((field) => !fields.some(({ id }) => id === field.id));
  if (gone.some((field) => isUsed(context, account, [schema.name, field.name]))) throw inUse();
  mustFit(account, schema, fields);
  const next = { displayName: text(body, 'displayName') ?? schema.displayName, fields, version: schema.version + 1 };
  return schemaResource(Object.assign(schema, next));
};

/** HTTP 500 with this text and no reason, as GAM reads it. */
const inUse = () => new Refused(500, '', 'Cannot delete a field in use.resource.fields');

function isUsed({ state }: Context, account: Account, [schema, field]: readonly [string, string]): boolean {
  return Object.values(state.users).some(
    (user) => user.account === account.id && customFieldsOf(user)[schema]?.[field] !== undefined,
  );
}

/** `directory.schemas.delete`. Whether values of users keep a schema is not public; then they go with it. */
export const deleteSchema: Handler = (context) => {
  const account = customerOf(context);
  const schema = named(account, context);
  const used = schema.fields.some(({ name }) => isUsed(context, account, [schema.name, name]));
  if (used && switchValue(context.state, 'usedSchemas', account) === 'kept') throw inUse();
  account.schemas = account.schemas.filter((known) => known !== schema);
  for (const user of [...Object.values(context.state.users), ...Object.values(context.state.deleted)])
    if (user.account === account.id) forget(user.profile, schema.name);
};

function forget(profile: Record<string, unknown>, name: string): void {
  const { customSchemas } = profile;
  if (isObject(customSchemas)) Reflect.deleteProperty(customSchemas, name);
}
