/**
 * Google's operations that Seatsheet sends, named by their discovery ids; others are known to the sandbox alone. Verb,
 * path, order of the required parameters and query parameters are those of the discovery documents: admin directory_v1
 * (20260914), licensing v1 (20251108), reseller v1 (20250511). A test holds the paths against the official googleapis
 * client.
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

const apis: Readonly<Record<Api, { readonly path: string; readonly service: string }>> = {
  directory: { path: '/admin/directory/v1', service: 'AdminDirectory' },
  licensing: { path: '/apps/licensing/v1', service: 'AdminLicenseManager' },
  reseller: { path: '/apps/reseller/v1', service: 'AdminReseller' },
};

/** Verb, path below that of the API, and query parameters; those with a `!` are required. */
const table = {
  'directory.asps.list': 'GET /users/{userKey}/asps',
  'directory.asps.delete': 'DELETE /users/{userKey}/asps/{codeId}',
  'directory.customers.get': 'GET /customers/{customerKey}',
  'directory.customers.patch': 'PATCH /customers/{customerKey}',
  'directory.domains.list': 'GET /customer/{customer}/domains',
  'directory.groups.delete': 'DELETE /groups/{groupKey}',
  'directory.groups.get': 'GET /groups/{groupKey}',
  'directory.groups.insert': 'POST /groups',
  'directory.groups.list': 'GET /groups?customer&domain&maxResults&orderBy&pageToken&query&sortOrder&userKey',
  'directory.groups.patch': 'PATCH /groups/{groupKey}',
  'directory.members.delete': 'DELETE /groups/{groupKey}/members/{memberKey}',
  'directory.members.get': 'GET /groups/{groupKey}/members/{memberKey}',
  'directory.members.insert': 'POST /groups/{groupKey}/members',
  'directory.members.list': 'GET /groups/{groupKey}/members?includeDerivedMembership&maxResults&pageToken&roles',
  'directory.members.patch': 'PATCH /groups/{groupKey}/members/{memberKey}',
  'directory.orgunits.insert': 'POST /customer/{customerId}/orgunits',
  'directory.orgunits.list': 'GET /customer/{customerId}/orgunits?orgUnitPath&type',
  'directory.roleAssignments.list':
    'GET /customer/{customer}/roleassignments?includeIndirectRoleAssignments&maxResults&pageToken&roleId&userKey',
  'directory.roleAssignments.insert': 'POST /customer/{customer}/roleassignments',
  'directory.roleAssignments.delete': 'DELETE /customer/{customer}/roleassignments/{roleAssignmentId}',
  'directory.privileges.list': 'GET /customer/{customer}/roles/ALL/privileges',
  'directory.roles.insert': 'POST /customer/{customer}/roles',
  'directory.roles.list': 'GET /customer/{customer}/roles?maxResults&pageToken',
  'directory.tokens.list': 'GET /users/{userKey}/tokens',
  'directory.tokens.delete': 'DELETE /users/{userKey}/tokens/{clientId}',
  'directory.users.get': 'GET /users/{userKey}?customFieldMask&projection&viewType',
  'directory.users.insert': 'POST /users?resolveConflictAccount',
  'directory.users.list':
    'GET /users?customFieldMask&customer&domain&event&maxResults&orderBy&pageToken&projection&query&showDeleted&sortOrder&viewType',
  'directory.users.delete': 'DELETE /users/{userKey}',
  'directory.users.undelete': 'POST /users/{userKey}/undelete',
  'directory.users.update': 'PUT /users/{userKey}',
  'directory.users.makeAdmin': 'POST /users/{userKey}/makeAdmin',
  'directory.users.signOut': 'POST /users/{userKey}/signOut (no body)',
  'directory.schemas.list': 'GET /customer/{customerId}/schemas',
  'directory.users.aliases.insert': 'POST /users/{userKey}/aliases',
  'directory.users.aliases.delete': 'DELETE /users/{userKey}/aliases/{alias}',
  'licensing.licenseAssignments.get': 'GET /product/{productId}/sku/{skuId}/user/{userId}',
  'licensing.licenseAssignments.insert': 'POST /product/{productId}/sku/{skuId}/user',
  'licensing.licenseAssignments.update': 'PUT /product/{productId}/sku/{skuId}/user/{userId}',
  'licensing.licenseAssignments.delete': 'DELETE /product/{productId}/sku/{skuId}/user/{userId}',
  'licensing.licenseAssignments.listForProduct': 'GET /product/{productId}/users?customerId!&maxResults&pageToken',
  'reseller.customers.get': 'GET /customers/{customerId}',
  'reseller.customers.insert': 'POST /customers?customerAuthToken',
  'reseller.customers.patch': 'PATCH /customers/{customerId}',
  'reseller.subscriptions.list':
    'GET /subscriptions?customerAuthToken&customerId&customerNamePrefix&maxResults&pageToken',
  'reseller.subscriptions.insert': 'POST /customers/{customerId}/subscriptions?action&customerAuthToken&sourceSkuId',
  'reseller.subscriptions.changePlan': 'POST /customers/{customerId}/subscriptions/{subscriptionId}/changePlan',
  'reseller.subscriptions.changeSeats': 'POST /customers/{customerId}/subscriptions/{subscriptionId}/changeSeats',
  'reseller.subscriptions.changeRenewalSettings':
    'POST /customers/{customerId}/subscriptions/{subscriptionId}/changeRenewalSettings',
  'reseller.subscriptions.startPaidService':
    'POST /customers/{customerId}/subscriptions/{subscriptionId}/startPaidService (no body)',
  'reseller.subscriptions.suspend': 'POST /customers/{customerId}/subscriptions/{subscriptionId}/suspend (no body)',
  'reseller.subscriptions.activate': 'POST /customers/{customerId}/subscriptions/{subscriptionId}/activate (no body)',
  'reseller.subscriptions.delete': 'DELETE /customers/{customerId}/subscriptions/{subscriptionId}?deletionType!',
} as const;

/** A discovery id that Seatsheet knows: `directory.users.insert`. */
export type OperationId = keyof typeof table;

const read = new Map<OperationId, Operation>();

/**
 * An operation by its discovery id. An execution sends few of them: each is read from the table when it is asked for.
 */
export function operationNamed(id: OperationId): Operation {
  const operation = read.get(id) ?? operationIn(id, table[id]);
  read.set(id, operation);
  return operation;
}

/** Every operation by its discovery id. */
export function allOperations(): Readonly<Record<OperationId, Operation>> {
  return operationsIn(table);
}

/**
 * What the advanced services have no method for, although the API does (Apps Script types; UNCONFIRMED at run time): it
 * goes over HTTP whatever the way.
 */
export const withoutMethod: readonly OperationId[] = ['directory.users.signOut'];

/** Whether a text is the id of an operation in the table. */
export function isOperationId(id: string): id is OperationId {
  return Object.prototype.hasOwnProperty.call(table, id);
}

/**
 * Reads a table of operations in the notation of the one above: a line by discovery id, `VERB /path?query!`, with
 * ` (no body)` where a POST takes none.
 */
export function operationsIn<Id extends string>(lines: Readonly<Record<Id, string>>): Readonly<Record<Id, Operation>> {
  const read = Object.entries<string>(lines).map(([id, line]) => [id, operationIn(id, line)]);
  return Object.fromEntries(read) as Readonly<Record<Id, Operation>>;
}

function operationIn(id: string, row: string): Operation {
  const [, verb = '', below = '', queries = '', noBody = ''] =
    /^(\w+) ([^? ]+)(?:\?(\S+))?( \(no body\))?$/.exec(row) ?? [];
  const [api = '', ...resources] = id.split('.');
  const method = resources.pop() ?? '';
  const { path, service } = apis[api as Api];
  const query = queries.split('&').filter(Boolean);
  const required = query.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  return {
    api: api as Api,
    verb: verb as Operation['verb'],
    path: path + below,
    order: [...Array.from(below.matchAll(/\{(\w+)\}/g), ([, name = '']) => name), ...required],
    query: query.map((name) => name.replace('!', '')),
    body: ['POST', 'PUT', 'PATCH'].includes(verb) && noBody === '',
    call: [service, ...resources.map(capital), method === 'delete' ? 'remove' : method].join('.'),
  };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
