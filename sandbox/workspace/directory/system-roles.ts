import { roleId } from '../ids';
import type { RoleRecord } from '../state';
import type { TenantPrivilege } from '../tenant';
import { flatten } from './privilege-tree';
import { namesOfRight, resellerService } from './reseller-privileges';

/**
 * Google's prebuilt roles. Names: Reports API appendix "Delegated admin settings"; the seed role's privileges:
 * Directory API "Manage roles".
 */

/** The role of super administrators, given and taken with makeAdmin. */
export const seedAdminRole = '_SEED_ADMIN_ROLE';
/** The role that holds every reseller privilege; only resellers' accounts have it. */
export const resellerAdminRole = '_RESELLER_ADMIN_ROLE';

const consoleService = '01ci93xb3tmzyin';
const apiService = '00haapch16h1ysv';

/**
 * What each prebuilt role grants, by names of the privilege tree; roles that only open console pages grant none of the
 * API's.
 */
const grants: Readonly<Record<string, readonly string[]>> = {
  _GROUPS_ADMIN_ROLE: ['GROUPS_ALL', 'ORGANIZATION_UNITS_RETRIEVE', 'USERS_RETRIEVE', 'ADMIN_DASHBOARD'],
  _GROUPS_EDITOR_ROLE: ['GROUPS_ALL'],
  _GROUPS_READER_ROLE: ['USERS_RETRIEVE'],
  _USER_MANAGEMENT_ADMIN_ROLE: ['USERS_ALL', 'ORGANIZATION_UNITS_RETRIEVE', 'ADMIN_DASHBOARD'],
  _HELP_DESK_ADMIN_ROLE: [
    'USERS_RETRIEVE',
    'USERS_RESET_PASSWORD',
    'USERS_FORCE_PASSWORD_CHANGE',
    'ORGANIZATION_UNITS_RETRIEVE',
    'ADMIN_DASHBOARD',
  ],
  _SERVICE_ADMIN_ROLE: ['SERVICES', 'USERS_RETRIEVE', 'ORGANIZATION_UNITS_RETRIEVE', 'ADMIN_DASHBOARD'],
  _MOBILE_ADMIN_ROLE: ['ADMIN_DASHBOARD', 'ORGANIZATION_UNITS_RETRIEVE'],
  _STORAGE_ADMIN_ROLE: ['ADMIN_DASHBOARD'],
  _GOOGLE_VOICE_ADMIN_ROLE: ['ADMIN_DASHBOARD'],
  _DIRECTORY_SYNC_ADMIN_ROLE: ['USERS_ALL', 'ORGANIZATION_UNITS_RETRIEVE'],
  _INVENTORY_REPORTING_ADMIN_ROLE: ['REPORTS', 'ADMIN_DASHBOARD'],
};

const resellerRoles = [resellerAdminRole, '_DAR_NETWORK_MANAGEMENT_ROLE', '_DAR_RESOLD_CUSTOMER_MANAGEMENT_ROLE'];
const customerRights = ['customers', 'add', 'view', 'edit', 'transfer', 'access', 'cases'] as const;
const legacyRoles = ['_LEGACY_ENTERPRISE_SUPPORT_ROLE', '_LEGACY_RESOLD_ENTERPRISE_SUPPORT_ROLE'];

interface Place {
  readonly account: string;
  readonly privileges: readonly TenantPrivilege[];
  readonly reseller: boolean;
  readonly legacySupport: boolean;
}

const record = (place: Place, name: string, privileges: RoleRecord['privileges']): RoleRecord => ({
  id: roleId(`${place.account}/${name}`),
  name,
  description: name,
  privileges,
  system: true,
  superAdmin: name === seedAdminRole,
  version: 1,
});

function pairs(place: Place, wanted: (privilege: TenantPrivilege) => boolean): RoleRecord['privileges'] {
  return flatten(place.privileges)
    .filter(wanted)
    .map(({ privilegeName, serviceId }) => ({ privilegeName, serviceId }));
}

function seedRole(place: Place): RoleRecord {
  const privilege = (privilegeName: string, serviceId: string) => ({ privilegeName, serviceId });
  return record(place, seedAdminRole, [
    privilege('SUPER_ADMIN', consoleService),
    privilege('ROOT_APP_ADMIN', apiService),
    privilege('ADMIN_APIS_ALL', apiService),
  ]);
}

function resellerRole(place: Place, name: string): RoleRecord {
  const service = resellerService(place.account);
  const ofCustomers = customerRights.flatMap((right) => namesOfRight(place.account, right));
  return record(
    place,
    name,
    pairs(
      place,
      ({ privilegeName, serviceId }) =>
        serviceId === service && (name === resellerAdminRole || ofCustomers.includes(privilegeName)),
    ),
  );
}

/** The prebuilt roles of an account, with ids of its own. */
export function systemRoles(place: Place): RoleRecord[] {
  const plain = Object.entries(grants).map(([name, names]) =>
    record(
      place,
      name,
      pairs(place, (privilege) => names.includes(privilege.privilegeName)),
    ),
  );
  const reseller = place.reseller ? resellerRoles.map((name) => resellerRole(place, name)) : [];
  const legacy = place.reseller && place.legacySupport ? legacyRoles.map((name) => record(place, name, [])) : [];
  return [seedRole(place), ...plain, ...reseller, ...legacy];
}
