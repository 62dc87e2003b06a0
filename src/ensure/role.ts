import { Blocked, Waiting } from '../engine/outcome';
import { after, ask, send, type Procedure } from '../engine/procedure';
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
  const given = yield* givenRoles(person);
  return [...new Set(given.filter(({ everywhere }) => everywhere).map(({ roleName }) => roleName))];
}

/** A role as it was given to somebody. */
export interface GivenRole {
  readonly roleAssignmentId: string;
  readonly roleName: string;
  /** For the whole account; else in one org unit. */
  readonly everywhere: boolean;
}

/** The roles that were given to a user, without the super administrator's, which goes by rights of its own. */
export function* givenRoles(person: Person): Procedure<readonly GivenRole[]> {
  const held = yield* ask(assignmentsFact(person.account, person.user.id));
  const roles = held.length ? yield* ask(rolesFact(person.account)) : [];
  return roles
    .filter(({ isSuperAdminRole }) => !isSuperAdminRole)
    .flatMap(({ roleId, roleName }) =>
      held
        .filter((one) => one.roleId === roleId)
        .map(({ roleAssignmentId, scopeType }) => ({
          roleAssignmentId,
          roleName,
          everywhere: scopeType === 'CUSTOMER',
        })),
    );
}

/** A role that was given, in words: `the role Help Desk Admin`. */
export function givenRoleShown({ roleName, everywhere }: GivenRole): string {
  return `the role ${roleLabel(roleName)}${everywhere ? '' : ' of one org unit'}`;
}

/** Takes a role away; one that is not there any more is as good. */
export function* takeRole(person: Person, role: GivenRole): Procedure<void> {
  const { roleAssignmentId, roleName, everywhere } = role;
  const shown = givenRoleShown(role);
  const where = everywhere ? { roleId: `role:${roleName}` } : {};
  try {
    yield* send(
      {
        op: 'directory.roleAssignments.delete',
        account: person.account,
        params: { customer: person.account, roleAssignmentId },
        named: { userId: person.user.id, ...where },
      },
      { plan: 'take away', what: shown, many: 'take roles away', done: `took ${shown} away` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
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

/** Waits for the rows that make a role. Throws Waiting where they ended without it. */
export function* roleMade(
  { account }: Pick<Person, 'account'>,
  roleName: string,
  rows: readonly number[],
): Procedure<void> {
  if (rows.length === 0) return;
  yield* after(rows);
  if ((yield* ask(rolesFact(account))).some((one) => one.roleName === roleName)) return;
  throw new Waiting(`The role ${roleName} is not there yet: see its row on Roles.`, 'Check both rows together.');
}

function* roleIdOf(account: string, roleName: string): Procedure<string> {
  const role = (yield* ask(rolesFact(account))).find((one) => one.roleName === roleName);
  if (!role)
    throw new Blocked(
      `This account has no role “${roleLabel(roleName)}”.`,
      'Write it on the Roles tab or create it in the Admin console (Account › Admin roles), or correct the Roles cell.',
    );
  return role.roleId;
}
