import { conditionSeen, roleText } from '../google/scoped-roles';
import type { OrgUnit, Role, RoleAssignment } from '../google/resources';
import { bareUnitId } from './role-unit';

/** A role that somebody holds, as one text. An org unit that is not among `units` goes by its id. */
export function heldAs(
  { scopeType, orgUnitId, condition }: RoleAssignment,
  { roleName }: Pick<Role, 'roleName'>,
  units: readonly OrgUnit[],
): string {
  const unit = units.find((one) => bareUnitId(one) === orgUnitId);
  return roleText({
    roleName,
    ...(scopeType === 'CUSTOMER' ? {} : { orgUnit: unit?.orgUnitPath ?? `id:${orgUnitId}` }),
    ...(condition === '' ? {} : { condition: conditionSeen(condition) }),
  });
}
