import { Blocked } from '../engine/outcome';
import { ask, type Procedure } from '../engine/procedure';
import { orgUnitsFact } from '../google/facts';
import { pairOf, privilegesIn } from '../google/privileges';
import { privilegesFact } from '../google/privileges-fact';
import type { OrgUnit, Role } from '../google/resources';
import { roleLabel } from '../google/roles';
import { ensureOrgUnit, spellOrgUnit } from './org-unit';
import type { Person } from './person';

/** The org unit that a role is given for. */

/** Which org units rows put people into. */
export interface UnitsWished {
  wishesUnit(account: string, path: string): boolean;
}

/** Role assignments take the id of an org unit without the `id:` in front (GAM; Terraform's provider). */
export function bareUnitId({ orgUnitId }: OrgUnit): string {
  return orgUnitId.replace(/^id:/, '');
}

/**
 * The org unit of a path, whatever its case. One that is not there is made where a row puts somebody into it. Throws
 * Blocked where none does.
 */
export function* unitOfRole({ account, user }: Person, path: string, { wishesUnit }: UnitsWished): Procedure<OrgUnit> {
  const spelled = yield* spellOrgUnit(account, path);
  const there = yield* unitAt(account, spelled);
  if (there) return there;
  if (!wishesUnit(account, path))
    throw new Blocked(
      `The account has no org unit ${path}, and no row puts anybody there.`,
      'Correct what stands behind @ in the Roles cell (or Scope on Roles), or create the org unit first.',
      { column: 'roles' },
    );
  const domain = user.primaryEmail.slice(user.primaryEmail.indexOf('@') + 1);
  const made = yield* unitAt(account, yield* ensureOrgUnit({ account, domain }, path));
  if (!made) throw new Error(`${path} was made and is not there.`);
  return made;
}

function* unitAt(account: string, path: string): Procedure<OrgUnit | undefined> {
  const units = yield* ask(orgUnitsFact(account));
  return units.find(({ orgUnitPath }) => orgUnitPath.toLowerCase() === path.toLowerCase());
}

/**
 * Throws Blocked where a role allows something that holds for the whole account alone. Of Google's own roles, as User
 * Management Admin, some can be given for org units although they open more than these (Admin console help): for them
 * one privilege for org units is enough.
 */
export function* refuseUnscopable(
  account: string,
  { roleName, rolePrivileges, isSystemRole }: Omit<Role, 'roleId'>,
): Procedure<void> {
  const tree = privilegesIn(yield* ask(privilegesFact(account)));
  const scopable = new Set(tree.flatMap(({ privilege }) => (privilege.isOuScopable ? [pairOf(privilege)] : [])));
  const wide = rolePrivileges.map(pairOf).filter((pair) => !scopable.has(pair));
  if (wide.length < (isSystemRole ? rolePrivileges.length : Math.min(rolePrivileges.length, 1))) return;
  const shown = roleLabel(roleName);
  throw new Blocked(
    wide.length
      ? `${shown} cannot be given for one org unit: ${wide.join(', ')} ${wide.length === 1 ? 'holds' : 'hold'} for the whole account alone.`
      : `${shown} cannot be given for one org unit: Google tells of no privilege of it that can.`,
    'Leave out @ and the org unit, or name a role with privileges for org units alone, which the Roles tab can make.',
    { column: 'roles' },
  );
}
