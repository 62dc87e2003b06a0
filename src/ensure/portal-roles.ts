import { ask, type Procedure } from '../engine/procedure';
import type { Answer } from '../engine/question';
import { Refusal } from '../engine/request';
import { pairOf, resellersOnly, withChildren, type Privilege } from '../google/privileges';
import { privilegesFact } from '../google/privileges-fact';
import type { Role } from '../google/resources';
import { portalRoles, resellerAdminRole } from '../google/roles';
import { confirmedPair, isCareRole } from './care-privileges';

/** An account with its roles. `answers`: what its administrators said of its privileges. */
export interface RolesOf {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly answers: readonly Answer[];
}

/**
 * The roles of an account that open the Customer Care Portal, in the order of the list: Google's own, and under any
 * name those which allow what Reseller Admin does, or the two privileges that an administrator has confirmed. Where
 * nobody has confirmed any, a role called Customer Care with two of the reseller's privileges is believed.
 */
export function* rolesOpening({ account, roles, answers }: RolesOf): Procedure<readonly Role[]> {
  const admin = roles.find(({ roleName }) => roleName === resellerAdminRole);
  const how = { resellers: pairsOf(resellersOnly(admin?.rolePrivileges ?? [])), pair: confirmedPair(account, answers) };
  const opens = (role: Role): boolean => portalRoles.includes(role.roleName) || opensByPrivileges(role, how);
  const unclear = roles.filter((role) => !role.isSystemRole && !opens(role) && specialOf(role, how).length > 0);
  const tree = unclear.length > 0 ? yield* treeOf(account) : [];
  // A role may name a parent alone, which allows all below it.
  const whole = (role: Role): Role => ({ ...role, rolePrivileges: withChildren(role.rolePrivileges, tree) });
  return roles.filter((role) => opens(role) || (unclear.includes(role) && opens(whole(role))));
}

/**
 * What the reseller's privileges are told by, as pairs: all that Reseller Admin has, and the two that were confirmed.
 */
interface How {
  readonly resellers: readonly string[];
  readonly pair: readonly string[];
}

function opensByPrivileges(role: Role, how: How): boolean {
  if (role.isSystemRole) return false;
  const has = pairsOf(role.rolePrivileges);
  const hasAll = (wanted: readonly string[]): boolean => wanted.length > 0 && wanted.every((one) => has.includes(one));
  if (hasAll(how.resellers) || hasAll(how.pair)) return true;
  return how.pair.length === 0 && isCareRole(role.roleName) && specialOf(role, how).length >= 2;
}

/** Of Reseller Admin, nobody has written down that the list tells its privileges. */
function specialOf({ rolePrivileges }: Role, { resellers }: How): readonly string[] {
  const services = new Set(resellers.map(serviceOf));
  return pairsOf(resellersOnly(rolePrivileges)).filter((one) => services.size === 0 || services.has(serviceOf(one)));
}

const serviceOf = (pair: string): string => pair.slice(pair.lastIndexOf('@') + 1);

const pairsOf = (names: Role['rolePrivileges']): readonly string[] => names.map(pairOf);

/** Whoever may see the roles may be kept from seeing the tree. */
function* treeOf(account: string): Procedure<readonly Privilege[]> {
  try {
    return yield* ask(privilegesFact(account));
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403) return [];
    throw refusal;
  }
}
