import { namesNothing } from '../../engine/stand-in';
import { complaintOf, type Found, type NotFound } from '../../google/find';
import { nearestNames } from '../../google/names';
import type { CustomField, Schema } from '../../google/custom-fields';
import { findLanguage } from '../../google/languages';
import { archivedProduct, findSku, listing, type Sku } from '../../google/products';
import type { Cell } from '../../table/cell';
import { quote } from '../../table/text';
import { rolesInCell, type KnownRole } from './read-roles';

/**
 * Names in cells, looked up in what Google and the account have. Each text is searched once, however many rows hold it.
 */
export interface Lookups {
  readonly language: (text: string) => Cell<string>;
  readonly licence: (text: string) => Cell<Sku>;
  /** The roles of a cell, of an account; any name passes for an account whose roles were not read. */
  readonly roles: (text: string, account: string | undefined) => Cell<readonly string[]>;
  /** A custom field of an account, by schema and field. */
  readonly customField: (name: string, account: string) => Cell<CustomField>;
}

/** What lookups need to know of the accounts around the sheet. */
export interface KnownNames {
  /** Roles by customer id; an account whose roles were not read is left out. */
  readonly roles: Readonly<Record<string, readonly KnownRole[] | undefined>>;
  /** Schemas of custom fields by customer id; an account whose schemas were not read is left out. */
  readonly schemas?: Readonly<Record<string, readonly Schema[] | undefined>>;
  /** SKUs met in the accounts beyond the catalogue. */
  readonly skus: readonly Sku[];
}

/** The lookups for one reading of the tab. */
export function lookupsIn({ roles, schemas = {}, skus }: KnownNames): Lookups {
  const perAccount = once((account) => once((text) => rolesInCell(text, roles[account])));
  return {
    language: once((text) => cellOf(findLanguage(text), { what: 'language', text, take: ({ code }) => code })),
    licence: once((text) => findLicence(text, skus)),
    roles: (text, account = '') => perAccount(account)(text),
    customField: (name, account) => findCustomField(name, schemas[account]),
  };
}

function findLicence(text: string, skus: readonly Sku[]): Cell<Sku> {
  const found = findSku(text, skus);
  if ('found' in found && listing(found.found)?.perDevice)
    return { kind: 'wrong', says: `${found.found.name} is counted by device: nobody holds a licence of it.` };
  if ('found' in found && found.found.productId === archivedProduct)
    return {
      kind: 'wrong',
      says: `${found.found.name} is never given like other licences: it comes with State Archived, and goes with Active. Write the State, and here the edition.`,
    };
  return 'found' in found ? cellOf(found, { what: 'product', text, take: plainSku }) : noLicence(text, found, skus);
}

/** Several products with another sign between them than a comma, and words for none, are told as such. */
function noLicence(text: string, found: NotFound, skus: readonly Sku[]): Cell<Sku> {
  const parts = text.split(/ *[/|+&] */).map((part) => findSku(part, skus));
  const names = parts.flatMap((part) => ('found' in part ? [part.found.name] : []));
  if (names.length > 1 && names.length === parts.length)
    return {
      kind: 'wrong',
      says: `${quote(text)} are several products. Put commas between them: ${names.join(', ')}.`,
    };
  if (namesNothing(text))
    return {
      kind: 'wrong',
      says: `${quote(text)} names no product. Write - for no licence, or empty the cell to leave the licences as they are.`,
    };
  return { kind: 'wrong', says: complaintOf('product', text, found) };
}

function findCustomField(name: string, schemas: readonly Schema[] | undefined): Cell<CustomField> {
  const [schemaName = '', fieldName = ''] = name.split('.');
  const wrong = (says: string): Cell<CustomField> => ({ kind: 'wrong', says });
  if (!schemas)
    return wrong(
      'Google does not let you see which custom fields the account has. Sign in as a super administrator, or empty the cell.',
    );
  const schema = named(schemas, schemaName);
  if (!schema) return wrong(`The account has no custom fields called ${schemaName}. ${ways(schemaName, schemas)}`);
  const field = named(schema.fields, fieldName);
  if (!field) return wrong(`${schema.name} has no custom field ${fieldName}. ${ways(fieldName, schema.fields)}`);
  return { kind: 'value', value: { ...field, name: `${schema.name}.${field.name}` } };
}

/** Google tells them apart by their letters in whatever case ("Manage custom user fields"). */
function named<T extends { readonly name: string }>(all: readonly T[], name: string): T | undefined {
  return all.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

function ways(name: string, all: readonly { readonly name: string }[]): string {
  const [nearest] = nearestNames(
    name,
    all.map((one) => one.name),
  );
  const add = 'add it under Admin console › Directory › Users › More options › Manage custom attributes';
  return nearest === undefined ? `Correct the header, or ${add}.` : `Did you mean ${nearest}? Otherwise ${add}.`;
}

function cellOf<Entry, Value>(
  found: Found<Entry>,
  as: { what: string; text: string; take: (entry: Entry) => Value },
): Cell<Value> {
  if ('found' in found) return { kind: 'value', value: as.take(found.found) };
  return { kind: 'wrong', says: complaintOf(as.what, as.text, found) };
}

function plainSku({ productId, skuId, name, productName }: Sku): Sku {
  return { productId, skuId, name, productName };
}

function once<Value>(search: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? search(text);
    known.set(text, value);
    return value;
  };
}
