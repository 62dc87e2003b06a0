import { Blocked, Waiting } from '../engine/outcome';
import { after, ask, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { assignmentsFact, orgUnitsFact, rolesFact } from '../google/facts';
import { isDuplicate, roleAssignmentExists } from '../google/retry';
import { roleLabel } from '../google/roles';
import { canBeSaid, conditions, roleIn, roleShown, sameRole } from '../google/scoped-roles';
import type { OrgUnit, Role } from '../google/resources';
import { heldAs } from './held-role';
import type { Person } from './person';
import { bareUnitId, refuseUnscopable, unitOfRole, type UnitsWished } from './role-unit';

/**
 * Whether a user holds a role, where and under what it is to hold. Throws Blocked where the account has no such role.
 */
export function* holdsRole(person: Person, role: string): Procedure<boolean> {
  yield* roleOf(person.account, role);
  const given = yield* givenRoles(person);
  return given.some((one) => sameRole(one.role) === sameRole(role));
}

/** The roles that a user holds, as texts that cells can say, without the super administrator's. */
export function* heldRoles(person: Person): Procedure<readonly string[]> {
  const given = yield* givenRoles(person);
  return [...new Set(given.map(({ role }) => role).filter(canBeSaid))];
}

/** A role as it was given to somebody. */
export interface GivenRole {
  readonly roleAssignmentId: string;
  /** With where and under what it holds, as one text. */
  readonly role: string;
}

/** The roles that were given to a user, without the super administrator's, which goes by rights of its own. */
export function* givenRoles(person: Person): Procedure<readonly GivenRole[]> {
  const held = yield* ask(assignmentsFact(person.account, person.user.id));
  const roles = held.length ? yield* ask(rolesFact(person.account)) : [];
  const isLocal = held.some(({ scopeType }) => scopeType !== 'CUSTOMER');
  const units = isLocal ? yield* ask(orgUnitsFact(person.account)) : [];
  return roles
    .filter(({ isSuperAdminRole }) => !isSuperAdminRole)
    .flatMap((role) =>
      held
        .filter((one) => one.roleId === role.roleId)
        .map((one) => ({ roleAssignmentId: one.roleAssignmentId, role: heldAs(one, role, units) })),
    );
}

/** A role that was given, in words: `the role Help Desk Admin @ /Sales`. */
export function givenRoleShown({ role }: GivenRole): string {
  return `the role ${roleShown(role)}`;
}

/** Takes a role away; one that is not there any more is as good. */
export function* takeRole(person: Person, given: GivenRole): Procedure<void> {
  const { roleAssignmentId, role } = given;
  const shown = givenRoleShown(given);
  try {
    yield* send(
      {
        op: 'directory.roleAssignments.delete',
        account: person.account,
        params: { customer: person.account, roleAssignmentId },
        named: { userId: person.user.id, roleId: `role:${sameRole(role)}` },
      },
      { plan: 'take away', what: shown, many: 'take roles away', done: `took ${shown} away` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
}

/** What giving roles goes by beside the person. */
export interface RolesInReach extends UnitsWished {
  /** The rows (numbers of the drive) that make a role of an account. */
  rows(account: string, roleName: string): readonly number[];
  /**
   * Takes a place among the assignments of an org unit, by its id ('': the whole account); false where none is left.
   */
  takePlace(account: string, unitId: string): boolean;
}

/**
 * Gives a user an admin role. Google answers HTTP 500 where it is assigned already: that is success. Throws Blocked
 * where it cannot hold there, Waiting where Google's limit is reached.
 */
export function* ensureRole(person: Person, role: string, around: RolesInReach): Procedure<void> {
  if (yield* holdsRole(person, role)) return;
  const { account } = person;
  const { condition, orgUnit } = roleIn(role);
  const { roleId, ...known } = yield* roleOf(account, role);
  const unit = orgUnit === undefined ? undefined : yield* unitOfRole(person, orgUnit, around);
  if (unit) yield* refuseUnscopable(account, known);
  const unitId = unit ? bareUnitId(unit) : '';
  if (!around.takePlace(account, unitId)) throw full(unit?.orgUnitPath);
  const shown = roleShown(role);
  const twin = yield* twinOf(person, { roleId, unitId });
  try {
    yield* send(
      {
        op: 'directory.roleAssignments.insert',
        account,
        params: { customer: account },
        body: {
          roleId,
          assignedTo: person.user.id,
          ...(unit ? { scopeType: 'ORG_UNIT', orgUnitId: unitId } : { scopeType: 'CUSTOMER' }),
          ...(condition === undefined ? {} : { condition: conditions[condition] ?? condition }),
        },
        named: {
          roleId: `role:${sameRole(role)}`,
          assignedTo: person.name,
          ...(unit ? { orgUnitId: `unit:${unit.orgUnitPath.toLowerCase()}` } : {}),
        },
      },
      { plan: 'give the role', what: shown, many: 'give roles', done: `gave the role ${shown}` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (!roleAssignmentExists(refusal) && !isDuplicate(refusal)) throw refusedAs(refusal, { shown, condition, unit });
    if (twin) throw otherwise(shown, twin);
  }
}

/** The role that the person holds in the same place under another condition: Google may take the two for one. */
function* twinOf(
  person: Person,
  { roleId, unitId }: { readonly roleId: string; readonly unitId: string },
): Procedure<GivenRole | undefined> {
  const held = yield* ask(assignmentsFact(person.account, person.user.id));
  const twin = held.find((one) => one.roleId === roleId && one.orgUnitId === unitId);
  return (yield* givenRoles(person)).find(({ roleAssignmentId }) => roleAssignmentId === twin?.roleAssignmentId);
}

function otherwise(shown: string, twin: GivenRole): Blocked {
  return new Blocked(
    `Google does not give ${shown} beside ${givenRoleShown(twin)}.`,
    'Take that one away first (Admin console › Directory › Users › the person › Admin roles and privileges), or write it into the Roles cell as it is.',
    { column: 'roles' },
  );
}

/**
 * Which editions have conditions (Directory API reference, roleAssignments, `condition`), and which of its own roles
 * can be given for an org unit, is Google's to know.
 */
function refusedAs(
  refusal: Refusal,
  {
    shown,
    condition,
    unit,
  }: { readonly shown: string; readonly condition: string | undefined; readonly unit: OrgUnit | undefined },
): Error {
  if (refusal.status !== 400 || (condition === undefined && !unit)) return refusal;
  const remedy = condition
    ? 'Conditions need Enterprise Standard or Plus, Education Plus or Cloud Identity Premium. Write the role without one, or leave it out.'
    : 'Leave out @ and the org unit, or name a role with privileges for org units alone, which the Roles tab can make.';
  return new Blocked(`Google does not give ${shown}: ${refusal.message}.`, remedy, { column: 'roles' });
}

/**
 * Google's limit holds for each org unit, and the root counts for the whole account (Directory API, "Manage roles").
 */
function full(path: string | undefined): Waiting {
  return new Waiting(
    `${path ?? 'The account'} has as many role assignments as Google allows: 1,000 for ${path === undefined ? 'the whole account' : 'each org unit'}, with those that this check gives.`,
    'Take roles away that are no longer needed (Admin console › Account › Admin roles), or give the role to a security group; then check again.',
  );
}

/** Waits for the rows that make a role. Throws Waiting where they ended without it. */
export function* roleMade(
  { account }: Pick<Person, 'account'>,
  role: string,
  { rows }: Pick<RolesInReach, 'rows'>,
): Procedure<void> {
  const { roleName } = roleIn(role);
  const making = rows(account, roleName);
  if (making.length === 0) return;
  yield* after(making);
  if ((yield* ask(rolesFact(account))).some((one) => one.roleName === roleName)) return;
  throw new Waiting(`The role ${roleName} is not there yet: see its row on Roles.`, 'Check both rows together.');
}

function* roleOf(account: string, text: string): Procedure<Role> {
  const { roleName } = roleIn(text);
  const role = (yield* ask(rolesFact(account))).find((one) => one.roleName === roleName);
  if (!role)
    throw new Blocked(
      `This account has no role “${roleLabel(roleName)}”.`,
      'Write it on the Roles tab or create it in the Admin console (Account › Admin roles), or correct the Roles cell.',
    );
  return role;
}
