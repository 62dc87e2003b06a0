import { Blocked } from '../engine/outcome';
import { ask, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { assignmentsFact, rolesFact } from '../google/facts';
import { isDuplicate, roleAssignmentExists } from '../google/retry';
import { roleLabel } from '../google/roles';
import type { Person } from './person';

/** Whether a user holds a role for the whole account. Throws Blocked where the account has no such role. */
export function* holdsRole(person: Person, roleName: string): Procedure<boolean> {
  const roleId = yield* roleIdOf(person.account, roleName);
  const held = yield* ask(assignmentsFact(person.account, person.user.id));
  return held.some((assignment) => assignment.roleId === roleId && assignment.scopeType === 'CUSTOMER');
}

/** The names of the roles that a user holds for the whole account, without the super administrator's. */
export function* heldRoles(person: Person): Procedure<readonly string[]> {
  const held = yield* ask(assignmentsFact(person.account, person.user.id));
  const roles = held.length ? yield* ask(rolesFact(person.account)) : [];
  return roles
    .filter(
      (role) =>
        !role.isSuperAdminRole && held.some((one) => one.roleId === role.roleId && one.scopeType === 'CUSTOMER'),
    )
    .map((role) => role.roleName);
}

/**
 * Gives a user an admin role for the whole account. Google answers HTTP 500 where it is assigned already: that is
 * success.
 */
export function* ensureRole(person: Person, roleName: string): Procedure<void> {
  if (yield* holdsRole(person, roleName)) return;
  const roleId = yield* roleIdOf(person.account, roleName);
  const shown = roleLabel(roleName);
  try {
    yield* send(
      {
        op: 'directory.roleAssignments.insert',
        account: person.account,
        params: { customer: person.account },
        body: { roleId, assignedTo: person.user.id, scopeType: 'CUSTOMER' },
        named: { roleId: `role:${roleName}`, assignedTo: person.name },
      },
      { plan: 'give the role', what: shown, many: 'give roles', done: `gave the role ${shown}` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (!roleAssignmentExists(refusal) && !isDuplicate(refusal)) throw refusal;
  }
}

function* roleIdOf(account: string, roleName: string): Procedure<string> {
  const role = (yield* ask(rolesFact(account))).find((one) => one.roleName === roleName);
  if (!role)
    throw new Blocked(
      `This account has no role “${roleLabel(roleName)}”.`,
      'Create it in the Admin console (Account › Admin roles), or correct the Roles cell.',
    );
  return role.roleId;
}
