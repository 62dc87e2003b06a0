import { allOperations, operationsIn, type Operation, type OperationId as SentId } from '../../src/google/operations';

/**
 * All operations of Google's that are simulated: those that the product sends, and further ones that only the sandbox
 * knows. A line moves from here to the product's table when the product begins to send it. Discovery documents:
 * admin directory_v1 (20260914), licensing v1 (20251108), reseller v1 (20250511).
 */

const further = {
  'directory.orgunits.get': 'GET /customer/{customerId}/orgunits/{orgUnitPath}',
  'directory.orgunits.patch': 'PATCH /customer/{customerId}/orgunits/{orgUnitPath}',
  'directory.orgunits.delete': 'DELETE /customer/{customerId}/orgunits/{orgUnitPath}',
  'directory.roleAssignments.get': 'GET /customer/{customer}/roleassignments/{roleAssignmentId}',
  'directory.roles.get': 'GET /customer/{customer}/roles/{roleId}',
  'directory.roles.patch': 'PATCH /customer/{customer}/roles/{roleId}',
  'directory.roles.delete': 'DELETE /customer/{customer}/roles/{roleId}',
  'directory.users.patch': 'PATCH /users/{userKey}',
  'directory.users.aliases.list': 'GET /users/{userKey}/aliases?event',
  'licensing.licenseAssignments.patch': 'PATCH /product/{productId}/sku/{skuId}/user/{userId}',
  'licensing.licenseAssignments.listForProductAndSku':
    'GET /product/{productId}/sku/{skuId}/users?customerId!&maxResults&pageToken',
  'reseller.customers.update': 'PUT /customers/{customerId}',
  'reseller.subscriptions.get': 'GET /customers/{customerId}/subscriptions/{subscriptionId}',
  'directory.asps.get': 'GET /users/{userKey}/asps/{codeId}',
  'directory.domainAliases.list': 'GET /customer/{customer}/domainaliases?parentDomainName',
  'directory.domainAliases.get': 'GET /customer/{customer}/domainaliases/{domainAliasName}',
  'directory.groups.update': 'PUT /groups/{groupKey}',
  'directory.groups.aliases.list': 'GET /groups/{groupKey}/aliases',
  'directory.groups.aliases.insert': 'POST /groups/{groupKey}/aliases',
  'directory.groups.aliases.delete': 'DELETE /groups/{groupKey}/aliases/{alias}',
  'directory.members.hasMember': 'GET /groups/{groupKey}/hasMember/{memberKey}',
  'directory.members.update': 'PUT /groups/{groupKey}/members/{memberKey}',
  'directory.schemas.get': 'GET /customer/{customerId}/schemas/{schemaKey}',
  'directory.schemas.insert': 'POST /customer/{customerId}/schemas',
  'directory.schemas.update': 'PUT /customer/{customerId}/schemas/{schemaKey}',
  'directory.schemas.patch': 'PATCH /customer/{customerId}/schemas/{schemaKey}',
  'directory.schemas.delete': 'DELETE /customer/{customerId}/schemas/{schemaKey}',
  'directory.tokens.get': 'GET /users/{userKey}/tokens/{clientId}',
} as const;

/** A discovery id that the sandbox knows. */
export type OperationId = SentId | keyof typeof further;

/** Every operation by its discovery id. */
export const operations: Readonly<Record<OperationId, Operation>> = { ...allOperations(), ...operationsIn(further) };

/** Whether a text is the id of an operation of the sandbox. */
export function isOperationId(id: string): id is OperationId {
  return Object.hasOwn(operations, id);
}
