import type { OperationId } from './operations';

/**
 * Which privilege lets a delegated administrator use an operation (Directory API "Manage roles", License Manager
 * "Using"), and which OAuth scopes open it (discovery documents). `super`: super administrators only. `admin`: anybody
 * with an admin role.
 */

type Need = 'super' | 'admin' | readonly string[];

const directoryNeeds: readonly (readonly [prefix: string, need: Need])[] = [
  ['directory.asps.', ['USER_SECURITY_ALL']],
  ['directory.tokens.', ['USER_SECURITY_ALL']],
  ['directory.users.get', ['USERS_RETRIEVE', 'USERS_UPDATE']],
  ['directory.users.list', ['USERS_RETRIEVE']],
  ['directory.users.insert', ['USERS_CREATE']],
  ['directory.users.delete', ['USERS_DELETE']],
  ['directory.users.makeAdmin', 'super'],
  ['directory.users.undelete', 'super'],
  ['directory.users.signOut', ['USER_SECURITY_ALL']],
  ['directory.users.aliases.list', ['USERS_RETRIEVE', 'USERS_ALIAS', 'USERS_ADD_NICKNAME']],
  ['directory.users.aliases.', ['USERS_ALIAS', 'USERS_ADD_NICKNAME']],
  [
    'directory.users.',
    ['USERS_UPDATE', 'USERS_RESET_PASSWORD', 'USERS_FORCE_PASSWORD_CHANGE', 'USERS_SUSPEND', 'USERS_MOVE'],
  ],
  ['directory.orgunits.insert', ['ORGANIZATION_UNITS_CREATE']],
  ['directory.orgunits.patch', ['ORGANIZATION_UNITS_UPDATE']],
  ['directory.orgunits.delete', ['ORGANIZATION_UNITS_DELETE']],
  ['directory.orgunits.', ['ORGANIZATION_UNITS_RETRIEVE']],
  ['directory.groups.', ['GROUPS_ALL']],
  ['directory.members.', ['GROUPS_ALL']],
  ['directory.domains.', ['DOMAIN_MANAGEMENT', 'ADMIN_DOMAIN_SETTINGS']],
  ['directory.domainAliases.', ['DOMAIN_MANAGEMENT', 'ADMIN_DOMAIN_SETTINGS']],
  ['directory.customers.get', 'admin'],
  ['directory.customers.', ['ADMIN_DOMAIN_SETTINGS']],
  ['licensing.licenseAssignments.get', ['LICENSING', 'LICENSING_READ']],
  ['licensing.licenseAssignments.list', ['LICENSING', 'LICENSING_READ']],
  ['licensing.', ['LICENSING']],
];

/** What a delegated administrator needs for an operation in their own account: any one of the privileges. */
export function needOf(op: OperationId): Need {
  return directoryNeeds.find(([prefix]) => op.startsWith(prefix))?.[1] ?? 'super';
}

/** Which privilege each field of a user's update takes; a field that is not listed takes USERS_UPDATE. */
export const fieldPrivileges: Readonly<Record<string, string>> = {
  password: 'USERS_RESET_PASSWORD',
  hashFunction: 'USERS_RESET_PASSWORD',
  changePasswordAtNextLogin: 'USERS_FORCE_PASSWORD_CHANGE',
  suspended: 'USERS_SUSPEND',
  orgUnitPath: 'USERS_MOVE',
};

const base = 'https://www.googleapis.com/auth/';
const security = 'admin.directory.user.security';
const scopeNames: readonly (readonly [prefix: string, write: readonly string[]])[] = [
  ['directory.asps.', [security]],
  ['directory.tokens.', [security]],
  ['directory.users.signOut', [security]],
  ['directory.users.aliases.', ['admin.directory.user', 'admin.directory.user.alias']],
  ['directory.users.', ['admin.directory.user']],
  ['directory.orgunits.', ['admin.directory.orgunit']],
  ['directory.groups.', ['admin.directory.group']],
  ['directory.members.', ['admin.directory.group', 'admin.directory.group.member']],
  ['directory.schemas.', ['admin.directory.userschema']],
  ['directory.domains.', ['admin.directory.domain']],
  ['directory.domainAliases.', ['admin.directory.domain']],
  ['directory.customers.', ['admin.directory.customer']],
  ['directory.', ['admin.directory.rolemanagement']],
  ['licensing.', ['apps.licensing']],
  ['reseller.', ['apps.order']],
];

const reads = /\.(get|list|hasMember)\w*$/;

/** Scopes that have no read-only sister (discovery documents). */
const single: readonly string[] = [security, 'apps.licensing'];

/** Full names of the scopes any one of which is enough for an operation. */
export function scopesOf(op: OperationId): readonly string[] {
  const write = scopeNames.find(([prefix]) => op.startsWith(prefix))?.[1] ?? [];
  const sisters = write.filter((scope) => !single.includes(scope)).map((scope) => `${scope}.readonly`);
  const readOnly = reads.test(op) ? sisters : [];
  return [...write, ...readOnly].map((scope) => base + scope);
}
