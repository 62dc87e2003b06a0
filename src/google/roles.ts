import { finder, type Found } from './find';
import { foldName } from './names';

/**
 * Google's prebuilt administrator roles: the name in the API and the one the Admin console shows. API names: Reports
 * API, "Delegated Admin Settings" events; console names: "Prebuilt administrator roles"
 * (support.google.com/a/answer/2405986).
 */
export const systemRoles: Readonly<Record<string, string>> = {
  _SEED_ADMIN_ROLE: 'Super Admin',
  _RESELLER_ADMIN_ROLE: 'Reseller Admin',
  _DAR_RESOLD_CUSTOMER_MANAGEMENT_ROLE: 'Indirect Reseller Resold Customer Admin',
  _DAR_NETWORK_MANAGEMENT_ROLE: 'Indirect Reseller Network Admin',
  _LEGACY_ENTERPRISE_SUPPORT_ROLE: 'Legacy Enterprise Support',
  _LEGACY_RESOLD_ENTERPRISE_SUPPORT_ROLE: 'Legacy Resold Enterprise Support',
  _GROUPS_ADMIN_ROLE: 'Groups Admin',
  _GROUPS_EDITOR_ROLE: 'Groups Editor',
  _GROUPS_READER_ROLE: 'Groups Reader',
  _USER_MANAGEMENT_ADMIN_ROLE: 'User Management Admin',
  _HELP_DESK_ADMIN_ROLE: 'Help Desk Admin',
  _SERVICE_ADMIN_ROLE: 'Services Admin',
  _MOBILE_ADMIN_ROLE: 'Mobile Admin',
  _STORAGE_ADMIN_ROLE: 'Storage Admin',
  _GOOGLE_VOICE_ADMIN_ROLE: 'Google Voice Admin',
  _DIRECTORY_SYNC_ADMIN_ROLE: 'Directory Sync Admin',
  _INVENTORY_REPORTING_ADMIN_ROLE: 'Inventory Reporting Admin',
};

/** The super administrator's role. It is given with `directory.users.makeAdmin`, not with a role assignment. */
export const superAdminRole = '_SEED_ADMIN_ROLE';

/**
 * The role that opens the Partner Sales Console, the Customer Care Portal and the reseller APIs. Only resellers'
 * accounts have it.
 */
export const resellerAdminRole = '_RESELLER_ADMIN_ROLE';

/** Roles that are missing in accounts of other than resellers. */
export const resellerRoles: readonly string[] = [
  resellerAdminRole,
  '_DAR_RESOLD_CUSTOMER_MANAGEMENT_ROLE',
  '_DAR_NETWORK_MANAGEMENT_ROLE',
  '_LEGACY_RESOLD_ENTERPRISE_SUPPORT_ROLE',
];

/**
 * Prebuilt roles whose holders get into the Customer Care Portal: super administrators, the Reseller Admin, and the two
 * legacy support roles (support.google.com/a/answer/11198038, /6182384).
 */
export const portalRoles: readonly string[] = [
  superAdminRole,
  resellerAdminRole,
  '_LEGACY_ENTERPRISE_SUPPORT_ROLE',
  '_LEGACY_RESOLD_ENTERPRISE_SUPPORT_ROLE',
];

/**
 * Words for roles beside their names. The console's Indirect Reseller Admin has no API name that Google documents: ask.
 */
const aliases: Readonly<Record<string, readonly string[]>> = {
  _SEED_ADMIN_ROLE: ['Super administrator'],
  _DAR_RESOLD_CUSTOMER_MANAGEMENT_ROLE: ['Indirect Reseller Admin'],
  _DAR_NETWORK_MANAGEMENT_ROLE: ['Indirect Reseller Admin'],
  _SERVICE_ADMIN_ROLE: ['Service Admin'],
  _GROUPS_ADMIN_ROLE: ['Group Admin'],
  _HELP_DESK_ADMIN_ROLE: ['Helpdesk Admin'],
  _GOOGLE_VOICE_ADMIN_ROLE: ['Voice Admin'],
};

const searches = new WeakMap<readonly { readonly roleName: string }[], (text: string) => Found<number>>();

/**
 * The name a person knows a role by: the console's, or for a prebuilt role that has none here, its API name in words.
 */
export function roleLabel(roleName: string): string {
  const listed = systemRoles[roleName];
  if (listed !== undefined) return listed;
  if (!/^_[A-Z0-9_]+_ROLE$/.test(roleName)) return roleName;
  const words = roleName.slice(1, -'_ROLE'.length).toLowerCase().split('_');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

/**
 * The role of an account that a text stands for, by its own name or the console's, in any case. A role that is written
 * exactly is never ambiguous. `roles` is what `directory.roles.list` gave: a prebuilt role that the account lacks is
 * not found.
 */
export function findRole<R extends { readonly roleName: string }>(text: string, roles: readonly R[]): Found<R> {
  const exact = roles.find((role) => role.roleName === text.trim());
  if (exact) return { found: exact };
  let search = searches.get(roles);
  if (!search) searches.set(roles, (search = searchOver(roles)));
  const hit = search(text);
  if (!('found' in hit)) return hit;
  const role = roles[hit.found];
  return role ? { found: role } : { nearest: [], ambiguous: false };
}

const prebuilt = Object.keys(systemRoles).map((roleName) => ({ roleName }));

/**
 * The API name of the prebuilt role that a text stands for, whether or not an account has it; undefined for any other
 * text.
 */
export function systemRoleNamed(text: string): string | undefined {
  const hit = findRole(text, prebuilt);
  return 'found' in hit ? hit.found.roleName : undefined;
}

/** The search gives a place in the list, so that one cache serves lists of every type. */
function searchOver(roles: readonly { readonly roleName: string }[]): (text: string) => Found<number> {
  const nameAt = (place: number): string => roles[place]?.roleName ?? '';
  return finder<number>({
    entries: () => roles.map((_, place) => place),
    words: (place) => [nameAt(place), roleLabel(nameAt(place)), ...(aliases[nameAt(place)] ?? [])],
    label: (place) => roleLabel(nameAt(place)),
    fold: foldRole,
  });
}

/** `Reseller Administrator role` is `Reseller Admin`. */
function foldRole(text: string): string {
  return foldName(text)
    .replace(/\badministrator\b/g, 'admin')
    .replace(/ role$/, '');
}
