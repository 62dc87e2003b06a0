import { customFieldsOf, mergedCustomFields } from './directory/custom-fields';
import { Refused } from './errors';
import { schemaId } from './ids';
import { isObject } from './json';
import { loadFailure, type Place } from './loading';
import type { UserRecord } from './state';
import type { TenantSchema } from './tenant';

/** Custom fields of a tenant file. */

/** Enters a schema. Throws where its name stands twice. */
export function loadSchema({ account }: Place, file: TenantSchema, where: string): void {
  if (account.schemas.some(({ name }) => name === file.schemaName))
    loadFailure(`${where}.schemaName`, `stands twice: ${file.schemaName}`);
  const id = file.schemaId ?? schemaId(`${account.id}/${file.schemaName}`);
  const fields = file.fields.map(({ fieldName, fieldType, numericIndexingSpec, ...field }) => ({
    id: field.fieldId ?? schemaId(`${id}/${fieldName}`),
    name: fieldName,
    type: fieldType,
    displayName: field.displayName ?? fieldName,
    multiValued: field.multiValued ?? false,
    indexed: field.indexed ?? true,
    readAccess:
      field.readAccessType === 'ADMINS_AND_SELF' ? ('ADMINS_AND_SELF' as const) : ('ALL_DOMAIN_USERS' as const),
    ...(numericIndexingSpec && { range: { ...numericIndexingSpec } }),
  }));
  account.schemas.push({
    id,
    name: file.schemaName,
    displayName: file.displayName ?? file.schemaName,
    fields,
    version: 1,
  });
}

/** Throws where a user has values that no schema of the account takes. */
export function checkCustomFields({ account }: Place, user: UserRecord, where: string): void {
  const given: unknown = customFieldsOf(user);
  if (!isObject(given)) return loadFailure(`${where}.customSchemas`, 'must be an object');
  try {
    mergedCustomFields(account, {}, given);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    loadFailure(`${where}.customSchemas`, 'has a value that no schema of the account takes');
  }
}
