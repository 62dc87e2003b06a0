import { isObject } from '../engine/request';

/** Privileges of admin roles (Directory API, privileges). The pair of name and service tells one from another. */

/** A privilege by what tells it from others: `APP_ADMIN` occurs under many services (GAM wiki "Administrators"). */
export interface PrivilegeName {
  readonly privilegeName: string;
  readonly serviceId: string;
}

/** A privilege in the tree of an account. */
export interface Privilege extends PrivilegeName {
  /** It can be given for one org unit. */
  readonly isOuScopable: boolean;
  readonly childPrivileges: readonly Privilege[];
}

/** A privilege of the tree, with the names on the way to it. */
export interface PrivilegeAt {
  readonly privilege: Privilege;
  /** `Parent › Child`. */
  readonly path: string;
}

/** The name of a privilege, from whatever Google answered. */
export function asPrivilegeName(value: unknown): PrivilegeName {
  const fields = isObject(value) ? value : {};
  return { privilegeName: textIn(fields.privilegeName), serviceId: textIn(fields.serviceId) };
}

/** A privilege with all below it, from whatever Google answered. */
export function asPrivilege(value: unknown): Privilege {
  const fields = isObject(value) ? value : {};
  const { childPrivileges: children, isOuScopable } = fields;
  return {
    ...asPrivilegeName(value),
    isOuScopable: isOuScopable === true,
    childPrivileges: Array.isArray(children) ? children.map(asPrivilege) : [],
  };
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One text for a privilege: `USERS_RETRIEVE@00haapch16h1ysv`. */
export function pairOf({ privilegeName, serviceId }: PrivilegeName): string {
  return `${privilegeName}@${serviceId}`;
}

/** Every privilege of a tree, parents before children. */
export function privilegesIn(tree: readonly Privilege[], above = ''): readonly PrivilegeAt[] {
  return tree.flatMap((privilege) => {
    const path = `${above}${privilege.privilegeName}`;
    return [{ privilege, path }, ...privilegesIn(privilege.childPrivileges, `${path} › `)];
  });
}

/**
 * These privileges with all below them, each once and in one order: whether a role that gets a parent has to name the
 * children, too, no page says, and naming them is right either way.
 */
export function withChildren(names: readonly PrivilegeName[], tree: readonly Privilege[]): readonly PrivilegeName[] {
  const known = new Map(privilegesIn(tree).map(({ privilege }) => [pairOf(privilege), privilege]));
  const all = names.flatMap((name) => {
    const privilege = known.get(pairOf(name));
    return privilege ? privilegesIn([privilege]).map((one) => one.privilege) : [name];
  });
  const pairs = new Map(
    all.map(({ privilegeName, serviceId }) => [pairOf({ privilegeName, serviceId }), { privilegeName, serviceId }]),
  );
  return [...pairs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, name]) => name);
}

/** Services that every account has: the Admin API's and the Admin console's own (GAM wiki "Administrators"). */
const everywhere: readonly string[] = ['00haapch16h1ysv', '01ci93xb3tmzyin'];

/** Those of these privileges that belong to services which not every account has. */
export function resellersOnly(names: readonly PrivilegeName[]): readonly PrivilegeName[] {
  return names.filter(({ serviceId }) => !everywhere.includes(serviceId));
}

/**
 * The part of a tree that only resellers have: what the role Reseller Admin holds and what stands beside it under the
 * same services. That the role lists them is not written down anywhere; where it does not, the part is empty.
 */
export function resellerPart(
  tree: readonly Privilege[],
  resellerAdmin: readonly PrivilegeName[],
): readonly PrivilegeAt[] {
  const services = new Set(resellersOnly(resellerAdmin).map(({ serviceId }) => serviceId));
  return privilegesIn(tree).filter(({ privilege }) => services.has(privilege.serviceId));
}
