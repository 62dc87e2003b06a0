import type { RoleRecord } from '../state';
import type { TenantPrivilege } from '../tenant';
import { resellerTree, type PrivilegeNames } from './reseller-privileges';

/**
 * The tree of privileges that an account offers. Pairs of the Admin API and Admin console services: GAM wiki
 * "Administrators" and the Directory API guide "Manage roles". The names of Google's reseller privileges are not
 * public (see the reseller privileges).
 */

const adminApis = '00haapch16h1ysv';
const adminConsole = '01ci93xb3tmzyin';

type Branch = string | readonly [name: string, children: readonly Branch[]];

const tree: Readonly<Record<string, { readonly serviceName: string; readonly branches: readonly Branch[] }>> = {
  [adminApis]: {
    serviceName: 'admin_apis',
    branches: [
      [
        'USERS_ALL',
        [
          'USERS_CREATE',
          'USERS_DELETE',
          'USERS_RETRIEVE',
          [
            'USERS_UPDATE',
            [
              'USERS_ADD_NICKNAME',
              'USERS_ALIAS',
              'USERS_FORCE_PASSWORD_CHANGE',
              'USERS_MOVE',
              'USERS_RESET_PASSWORD',
              'USERS_SUSPEND',
            ],
          ],
        ],
      ],
      [
        'ORGANIZATION_UNITS_ALL',
        [
          'ORGANIZATION_UNITS_CREATE',
          'ORGANIZATION_UNITS_DELETE',
          'ORGANIZATION_UNITS_RETRIEVE',
          'ORGANIZATION_UNITS_UPDATE',
        ],
      ],
      'GROUPS_ALL',
      ['LICENSING', ['LICENSING_READ']],
      ['BILLING', ['BILLING_READ']],
      'DOMAIN_MANAGEMENT',
      'USER_SECURITY_ALL',
      'SUPPORT_PRIVILEGE_GROUP',
    ],
  },
  [adminConsole]: {
    serviceName: 'admin',
    branches: ['ADMIN_DASHBOARD', 'ADMIN_DOMAIN_SETTINGS', 'REPORTS', 'SERVICES', 'SECURITY_SETTINGS'],
  },
};

/** Privileges that make sense for one org unit only: users and org units. */
const ouScopable = (name: string): boolean => name.startsWith('USERS_') || name.startsWith('ORGANIZATION_UNITS_');

function grow(branch: Branch, serviceId: string, serviceName: string): TenantPrivilege {
  const [name, children] = typeof branch === 'string' ? [branch, []] : branch;
  const own = { privilegeName: name, serviceId, serviceName, isOuScopable: ouScopable(name) };
  return children.length
    ? { ...own, childPrivileges: children.map((child) => grow(child, serviceId, serviceName)) }
    : own;
}

/**
 * The privileges of an account that its tenant file says nothing about. Resellers, of the account `reseller`, have the
 * reseller tools besides.
 */
export function standardPrivileges(reseller?: {
  readonly account: string;
  readonly names: PrivilegeNames;
}): TenantPrivilege[] {
  const shared = Object.entries(tree).flatMap(([serviceId, { serviceName, branches }]) =>
    branches.map((branch) => grow(branch, serviceId, serviceName)),
  );
  return reseller ? [...shared, resellerTree(reseller.account, reseller.names)] : shared;
}

/** Every privilege of a tree, parents before children. */
export function flatten(privileges: readonly TenantPrivilege[]): TenantPrivilege[] {
  return privileges.flatMap((privilege) => [privilege, ...flatten(privilege.childPrivileges ?? [])]);
}

/** Names of all that a role grants: a granted parent grants its children. */
export function grantedBy(role: RoleRecord, privileges: readonly TenantPrivilege[]): ReadonlySet<string> {
  const granted = new Set(role.privileges.map((pair) => `${pair.privilegeName}@${pair.serviceId}`));
  const parents = flatten(privileges).filter((privilege) =>
    granted.has(`${privilege.privilegeName}@${privilege.serviceId}`),
  );
  return new Set([
    ...role.privileges.map((pair) => pair.privilegeName),
    ...flatten(parents).map((privilege) => privilege.privilegeName),
  ]);
}
