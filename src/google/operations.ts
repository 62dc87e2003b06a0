/**
 * Google's operations that Seatsheet and its sandbox know, named by their discovery ids. Verb, path, order of the required
 * parameters and query parameters are those of the discovery documents: admin directory_v1 (20260914), licensing v1 (20251108),
 * reseller v1 (20250511). A test holds the paths against the official googleapis client.
 */

export type Api = 'directory' | 'licensing' | 'reseller';

/** One operation of Google's, as its discovery document describes it. */
export interface Operation {
  readonly api: Api;
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the host, with `{parameter}` for each path parameter. */
  readonly path: string;
  /** The required parameters (path and query) in the order in which the advanced service takes them, after the body. */
  readonly order: readonly string[];
  /** Every query parameter, required or not. */
  readonly query: readonly string[];
  /** Whether the advanced service takes a request body as its first argument. */
  readonly body: boolean;
  /** The advanced service's method: `AdminDirectory.Users.insert`. Google calls `delete` `remove` there. */
  readonly call: string;
}

/** Where each API lives. Batches go to `host + '/batch'` (discovery: rootUrl, batchPath). */
export const hosts: Readonly<Record<Api, string>> = {
  directory: 'https://admin.googleapis.com',
  licensing: 'https://licensing.googleapis.com',
  reseller: 'https://reseller.googleapis.com',
};

const table = {
  'directory.customers.get': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customers/{customerKey}',
    order: ['customerKey'], query: [], body: false, call: 'AdminDirectory.Customers.get',
  },
  'directory.customers.patch': {
    api: 'directory', verb: 'PATCH', path: '/admin/directory/v1/customers/{customerKey}',
    order: ['customerKey'], query: [], body: true, call: 'AdminDirectory.Customers.patch',
  },
  'directory.domains.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customer}/domains',
    order: ['customer'], query: [], body: false, call: 'AdminDirectory.Domains.list',
  },
  'directory.groups.get': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/groups/{groupKey}',
    order: ['groupKey'], query: [], body: false, call: 'AdminDirectory.Groups.get',
  },
  'directory.orgunits.insert': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/customer/{customerId}/orgunits',
    order: ['customerId'], query: [], body: true, call: 'AdminDirectory.Orgunits.insert',
  },
  'directory.orgunits.get': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customerId}/orgunits/{orgUnitPath}',
    order: ['customerId', 'orgUnitPath'], query: [], body: false, call: 'AdminDirectory.Orgunits.get',
  },
  'directory.orgunits.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customerId}/orgunits',
    order: ['customerId'], query: ['orgUnitPath', 'type'], body: false, call: 'AdminDirectory.Orgunits.list',
  },
  'directory.orgunits.patch': {
    api: 'directory', verb: 'PATCH', path: '/admin/directory/v1/customer/{customerId}/orgunits/{orgUnitPath}',
    order: ['customerId', 'orgUnitPath'], query: [], body: true, call: 'AdminDirectory.Orgunits.patch',
  },
  'directory.orgunits.delete': {
    api: 'directory', verb: 'DELETE', path: '/admin/directory/v1/customer/{customerId}/orgunits/{orgUnitPath}',
    order: ['customerId', 'orgUnitPath'], query: [], body: false, call: 'AdminDirectory.Orgunits.remove',
  },
  'directory.privileges.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customer}/roles/ALL/privileges',
    order: ['customer'], query: [], body: false, call: 'AdminDirectory.Privileges.list',
  },
  'directory.roleAssignments.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customer}/roleassignments',
    order: ['customer'], query: ['includeIndirectRoleAssignments', 'maxResults', 'pageToken', 'roleId', 'userKey'], body: false, call: 'AdminDirectory.RoleAssignments.list',
  },
  'directory.roleAssignments.get': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customer}/roleassignments/{roleAssignmentId}',
    order: ['customer', 'roleAssignmentId'], query: [], body: false, call: 'AdminDirectory.RoleAssignments.get',
  },
  'directory.roleAssignments.insert': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/customer/{customer}/roleassignments',
    order: ['customer'], query: [], body: true, call: 'AdminDirectory.RoleAssignments.insert',
  },
  'directory.roleAssignments.delete': {
    api: 'directory', verb: 'DELETE', path: '/admin/directory/v1/customer/{customer}/roleassignments/{roleAssignmentId}',
    order: ['customer', 'roleAssignmentId'], query: [], body: false, call: 'AdminDirectory.RoleAssignments.remove',
  },
  'directory.roles.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customer}/roles',
    order: ['customer'], query: ['maxResults', 'pageToken'], body: false, call: 'AdminDirectory.Roles.list',
  },
  'directory.roles.get': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/customer/{customer}/roles/{roleId}',
    order: ['customer', 'roleId'], query: [], body: false, call: 'AdminDirectory.Roles.get',
  },
  'directory.roles.insert': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/customer/{customer}/roles',
    order: ['customer'], query: [], body: true, call: 'AdminDirectory.Roles.insert',
  },
  'directory.roles.patch': {
    api: 'directory', verb: 'PATCH', path: '/admin/directory/v1/customer/{customer}/roles/{roleId}',
    order: ['customer', 'roleId'], query: [], body: true, call: 'AdminDirectory.Roles.patch',
  },
  'directory.roles.delete': {
    api: 'directory', verb: 'DELETE', path: '/admin/directory/v1/customer/{customer}/roles/{roleId}',
    order: ['customer', 'roleId'], query: [], body: false, call: 'AdminDirectory.Roles.remove',
  },
  'directory.users.get': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/users/{userKey}',
    order: ['userKey'], query: ['customFieldMask', 'projection', 'viewType'], body: false, call: 'AdminDirectory.Users.get',
  },
  'directory.users.insert': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/users',
    order: [], query: ['resolveConflictAccount'], body: true, call: 'AdminDirectory.Users.insert',
  },
  'directory.users.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/users',
    order: [], query: ['customFieldMask', 'customer', 'domain', 'event', 'maxResults', 'orderBy', 'pageToken', 'projection', 'query', 'showDeleted', 'sortOrder', 'viewType'], body: false, call: 'AdminDirectory.Users.list',
  },
  'directory.users.update': {
    api: 'directory', verb: 'PUT', path: '/admin/directory/v1/users/{userKey}',
    order: ['userKey'], query: [], body: true, call: 'AdminDirectory.Users.update',
  },
  'directory.users.patch': {
    api: 'directory', verb: 'PATCH', path: '/admin/directory/v1/users/{userKey}',
    order: ['userKey'], query: [], body: true, call: 'AdminDirectory.Users.patch',
  },
  'directory.users.delete': {
    api: 'directory', verb: 'DELETE', path: '/admin/directory/v1/users/{userKey}',
    order: ['userKey'], query: [], body: false, call: 'AdminDirectory.Users.remove',
  },
  'directory.users.makeAdmin': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/users/{userKey}/makeAdmin',
    order: ['userKey'], query: [], body: true, call: 'AdminDirectory.Users.makeAdmin',
  },
  'directory.users.undelete': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/users/{userKey}/undelete',
    order: ['userKey'], query: [], body: true, call: 'AdminDirectory.Users.undelete',
  },
  'directory.users.signOut': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/users/{userKey}/signOut',
    order: ['userKey'], query: [], body: false, call: 'AdminDirectory.Users.signOut',
  },
  'directory.users.aliases.list': {
    api: 'directory', verb: 'GET', path: '/admin/directory/v1/users/{userKey}/aliases',
    order: ['userKey'], query: ['event'], body: false, call: 'AdminDirectory.Users.Aliases.list',
  },
  'directory.users.aliases.insert': {
    api: 'directory', verb: 'POST', path: '/admin/directory/v1/users/{userKey}/aliases',
    order: ['userKey'], query: [], body: true, call: 'AdminDirectory.Users.Aliases.insert',
  },
  'directory.users.aliases.delete': {
    api: 'directory', verb: 'DELETE', path: '/admin/directory/v1/users/{userKey}/aliases/{alias}',
    order: ['userKey', 'alias'], query: [], body: false, call: 'AdminDirectory.Users.Aliases.remove',
  },
  'licensing.licenseAssignments.get': {
    api: 'licensing', verb: 'GET', path: '/apps/licensing/v1/product/{productId}/sku/{skuId}/user/{userId}',
    order: ['productId', 'skuId', 'userId'], query: [], body: false, call: 'AdminLicenseManager.LicenseAssignments.get',
  },
  'licensing.licenseAssignments.insert': {
    api: 'licensing', verb: 'POST', path: '/apps/licensing/v1/product/{productId}/sku/{skuId}/user',
    order: ['productId', 'skuId'], query: [], body: true, call: 'AdminLicenseManager.LicenseAssignments.insert',
  },
  'licensing.licenseAssignments.update': {
    api: 'licensing', verb: 'PUT', path: '/apps/licensing/v1/product/{productId}/sku/{skuId}/user/{userId}',
    order: ['productId', 'skuId', 'userId'], query: [], body: true, call: 'AdminLicenseManager.LicenseAssignments.update',
  },
  'licensing.licenseAssignments.patch': {
    api: 'licensing', verb: 'PATCH', path: '/apps/licensing/v1/product/{productId}/sku/{skuId}/user/{userId}',
    order: ['productId', 'skuId', 'userId'], query: [], body: true, call: 'AdminLicenseManager.LicenseAssignments.patch',
  },
  'licensing.licenseAssignments.delete': {
    api: 'licensing', verb: 'DELETE', path: '/apps/licensing/v1/product/{productId}/sku/{skuId}/user/{userId}',
    order: ['productId', 'skuId', 'userId'], query: [], body: false, call: 'AdminLicenseManager.LicenseAssignments.remove',
  },
  'licensing.licenseAssignments.listForProduct': {
    api: 'licensing', verb: 'GET', path: '/apps/licensing/v1/product/{productId}/users',
    order: ['productId', 'customerId'], query: ['customerId', 'maxResults', 'pageToken'], body: false, call: 'AdminLicenseManager.LicenseAssignments.listForProduct',
  },
  'licensing.licenseAssignments.listForProductAndSku': {
    api: 'licensing', verb: 'GET', path: '/apps/licensing/v1/product/{productId}/sku/{skuId}/users',
    order: ['productId', 'skuId', 'customerId'], query: ['customerId', 'maxResults', 'pageToken'], body: false, call: 'AdminLicenseManager.LicenseAssignments.listForProductAndSku',
  },
  'reseller.customers.get': {
    api: 'reseller', verb: 'GET', path: '/apps/reseller/v1/customers/{customerId}',
    order: ['customerId'], query: [], body: false, call: 'AdminReseller.Customers.get',
  },
  'reseller.customers.insert': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers',
    order: [], query: ['customerAuthToken'], body: true, call: 'AdminReseller.Customers.insert',
  },
  'reseller.customers.patch': {
    api: 'reseller', verb: 'PATCH', path: '/apps/reseller/v1/customers/{customerId}',
    order: ['customerId'], query: [], body: true, call: 'AdminReseller.Customers.patch',
  },
  'reseller.customers.update': {
    api: 'reseller', verb: 'PUT', path: '/apps/reseller/v1/customers/{customerId}',
    order: ['customerId'], query: [], body: true, call: 'AdminReseller.Customers.update',
  },
  'reseller.subscriptions.list': {
    api: 'reseller', verb: 'GET', path: '/apps/reseller/v1/subscriptions',
    order: [], query: ['customerAuthToken', 'customerId', 'customerNamePrefix', 'maxResults', 'pageToken'], body: false, call: 'AdminReseller.Subscriptions.list',
  },
  'reseller.subscriptions.get': {
    api: 'reseller', verb: 'GET', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}',
    order: ['customerId', 'subscriptionId'], query: [], body: false, call: 'AdminReseller.Subscriptions.get',
  },
  'reseller.subscriptions.insert': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions',
    order: ['customerId'], query: ['action', 'customerAuthToken', 'sourceSkuId'], body: true, call: 'AdminReseller.Subscriptions.insert',
  },
  'reseller.subscriptions.changePlan': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}/changePlan',
    order: ['customerId', 'subscriptionId'], query: [], body: true, call: 'AdminReseller.Subscriptions.changePlan',
  },
  'reseller.subscriptions.changeSeats': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}/changeSeats',
    order: ['customerId', 'subscriptionId'], query: [], body: true, call: 'AdminReseller.Subscriptions.changeSeats',
  },
  'reseller.subscriptions.changeRenewalSettings': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}/changeRenewalSettings',
    order: ['customerId', 'subscriptionId'], query: [], body: true, call: 'AdminReseller.Subscriptions.changeRenewalSettings',
  },
  'reseller.subscriptions.startPaidService': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}/startPaidService',
    order: ['customerId', 'subscriptionId'], query: [], body: false, call: 'AdminReseller.Subscriptions.startPaidService',
  },
  'reseller.subscriptions.suspend': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}/suspend',
    order: ['customerId', 'subscriptionId'], query: [], body: false, call: 'AdminReseller.Subscriptions.suspend',
  },
  'reseller.subscriptions.activate': {
    api: 'reseller', verb: 'POST', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}/activate',
    order: ['customerId', 'subscriptionId'], query: [], body: false, call: 'AdminReseller.Subscriptions.activate',
  },
  'reseller.subscriptions.delete': {
    api: 'reseller', verb: 'DELETE', path: '/apps/reseller/v1/customers/{customerId}/subscriptions/{subscriptionId}',
    order: ['customerId', 'subscriptionId', 'deletionType'], query: ['deletionType'], body: false, call: 'AdminReseller.Subscriptions.remove',
  },
} as const satisfies Record<string, Operation>;

/** A discovery id that Seatsheet knows: `directory.users.insert`. */
export type OperationId = keyof typeof table;

/** Every operation by its discovery id. */
export const operations: Readonly<Record<OperationId, Operation>> = table;

/** Whether a text is the id of an operation in the table. */
export function isOperationId(id: string): id is OperationId {
  return Object.prototype.hasOwnProperty.call(table, id);
}
