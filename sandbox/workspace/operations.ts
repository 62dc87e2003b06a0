import {
  operations as sent,
  operationsIn,
  type Operation,
  type OperationId as SentId,
} from '../../src/google/operations';

/**
 * All operations of Google's that are simulated: those that the product sends, and further ones that only the sandbox
 * knows. A line moves from here to the product's table when the product begins to send it. Discovery document: admin
 * directory_v1 (20260914).
 */

const further = {
  'directory.asps.list': 'GET /users/{userKey}/asps',
  'directory.asps.get': 'GET /users/{userKey}/asps/{codeId}',
  'directory.asps.delete': 'DELETE /users/{userKey}/asps/{codeId}',
  'directory.domainAliases.list': 'GET /customer/{customer}/domainaliases?parentDomainName',
  'directory.domainAliases.get': 'GET /customer/{customer}/domainaliases/{domainAliasName}',
  'directory.schemas.list': 'GET /customer/{customerId}/schemas',
  'directory.schemas.get': 'GET /customer/{customerId}/schemas/{schemaKey}',
  'directory.schemas.insert': 'POST /customer/{customerId}/schemas',
  'directory.schemas.update': 'PUT /customer/{customerId}/schemas/{schemaKey}',
  'directory.schemas.patch': 'PATCH /customer/{customerId}/schemas/{schemaKey}',
  'directory.schemas.delete': 'DELETE /customer/{customerId}/schemas/{schemaKey}',
  'directory.tokens.list': 'GET /users/{userKey}/tokens',
  'directory.tokens.get': 'GET /users/{userKey}/tokens/{clientId}',
  'directory.tokens.delete': 'DELETE /users/{userKey}/tokens/{clientId}',
} as const;

/** A discovery id that the sandbox knows. */
export type OperationId = SentId | keyof typeof further;

/** Every operation by its discovery id. */
export const operations: Readonly<Record<OperationId, Operation>> = { ...sent, ...operationsIn(further) };

/** Whether a text is the id of an operation of the sandbox. */
export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}
