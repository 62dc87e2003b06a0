import { Blocked, Waiting } from '../engine/outcome';
import { ask, say, send, type Procedure } from '../engine/procedure';
import { aboutIt, Refusal } from '../engine/request';
import { assignmentsFact, groupFact, rolesFact } from '../google/facts';
import { everyAssignmentFact } from '../google/held-roles';
import type { Group, Role, RoleAssignment } from '../google/resources';
import { isDuplicate, roleAssignmentExists } from '../google/retry';
import { roleLabel } from '../google/roles';
import { isPlannedGroup, type GroupsInReach } from './group';

/** Roles that groups hold: everybody in such a group has them (Directory API "Manage roles"). */

/** A role of an account, and the groups that are to hold it for the whole account. */
export interface RoleForGroups {
  readonly account: string;
  readonly roleId: string;
  /** Addresses. */
  readonly groups: readonly string[];
  /** Whether a group had it by an earlier run: where it was taken since, it is not given again. */
  wasGiven(group: string): boolean;
  /** Other groups lose the role; else they are only told. */
  readonly exact: boolean;
  readonly asked: GroupsInReach['asked'];
}

/** So many assignments to groups an account can have ("Manage roles"). */
const mostOfGroups = 250;

/** Sees to it that these groups hold a role. Throws Waiting for a group that has to be made and labelled first. */
export function* ensureGroupsHold(wish: RoleForGroups): Procedure<void> {
  const { account, roleId } = wish;
  const role = (yield* ask(rolesFact(account))).find((one) => one.roleId === roleId);
  if (!role) return;
  if (role.isSuperAdminRole && wish.groups.length > 0)
    throw unfit('Super Admin cannot be given to a group.', 'Empty the cell, and tick Super admin on Users instead.');
  const all = (yield* ask(everyAssignmentFact(account))).filter(({ assigneeType }) => assigneeType === 'group');
  const kept: string[] = [];
  for (const address of wish.groups) {
    const group = yield* groupThere(address, wish);
    kept.push(group.id);
    yield* ensureHolds(group, { wish, role, taken: all.length });
  }
  for (const one of all) if (isOfRole(one, roleId) && !kept.includes(one.assignedTo)) yield* spare(one, { wish, role });
}

function isOfRole({ roleId, scopeType, condition }: RoleAssignment, wished: string): boolean {
  return roleId === wished && scopeType === 'CUSTOMER' && condition === '';
}

/** A group that is made by the Directory API is no security group, so nothing is planned before it is there. */
function* groupThere(address: string, { account, asked }: RoleForGroups): Procedure<Group> {
  const group = yield* shownGroup(account, address);
  if (group && !isPlannedGroup(group)) return group;
  if (group || asked(address) !== undefined)
    throw new Waiting(
      `The group ${address} is not there yet: see its row on Groups.`,
      `Then label it as a security group (${labels(address)}), and check this row again.`,
    );
  throw unfit(`There is no group ${address} in this account.`, 'Correct the address, or write the group on Groups.');
}

/** Addresses of other accounts are forbidden ground. */
function* shownGroup(account: string, address: string): Procedure<Group | undefined> {
  try {
    return yield* ask(groupFact(account, address));
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403) return undefined;
    throw refusal;
  }
}

interface Of {
  readonly wish: RoleForGroups;
  readonly role: Role;
}

function* ensureHolds(group: Group, { wish, role, taken }: Of & { readonly taken: number }): Procedure<void> {
  const { account, roleId } = wish;
  const held = yield* ask(assignmentsFact(account, group.id));
  if (held.some((one) => isOfRole(one, roleId))) return;
  if (wish.wasGiven(group.email))
    return yield* say(
      `Was taken from the group ${group.email} at Google since. Left as it is; “Put back” restores it.`,
    );
  if (taken >= mostOfGroups)
    throw unfit(
      `The account has given roles to groups ${mostOfGroups} times, as often as Google allows.`,
      'Take roles from groups that need them no more (Admin console › Account › Admin roles).',
    );
  yield* give(group, { wish, role });
}

function* give(group: Group, { wish: { account, roleId }, role }: Of): Procedure<void> {
  try {
    yield* send(
      {
        op: 'directory.roleAssignments.insert',
        account,
        params: { customer: account },
        body: { roleId, assignedTo: group.id, scopeType: 'CUSTOMER' },
        named: { roleId: `role:${role.roleName}`, assignedTo: group.email },
      },
      {
        plan: 'give the role to the group',
        what: group.email,
        many: 'give roles to groups',
        done: `gave the role to the group ${group.email}`,
      },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (roleAssignmentExists(refusal) || isDuplicate(refusal)) return;
    if (refusal.status !== 400) throw aboutIt(refusal, group.email);
    // No page says how Google refuses a group without the label: it is the one thing about the group that is not seen.
    throw unfit(
      `Google does not give ${roleLabel(role.roleName)} to ${group.email}: most likely it is no security group.`,
      `Label it as one (${labels(group.email)}), and check this row again.`,
    );
  }
}

function* spare(
  { roleAssignmentId, assignedTo }: RoleAssignment,
  { wish: { account, exact }, role }: Of,
): Procedure<void> {
  const address = (yield* shownGroup(account, assignedTo))?.email ?? assignedTo;
  if (!exact) return yield* say(`The group ${address} has the role besides, and keeps it.`);
  try {
    yield* send(
      {
        op: 'directory.roleAssignments.delete',
        account,
        params: { customer: account, roleAssignmentId },
        named: { userId: assignedTo, roleId: `role:${role.roleName}` },
      },
      {
        plan: 'take the role from the group',
        what: address,
        many: 'take roles from groups',
        done: `took the role from the group ${address}`,
      },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
}

function labels(address: string): string {
  return `Admin console › Directory › Groups › ${address} › Group details › Labels`;
}

function unfit(says: string, remedy: string): Blocked {
  return new Blocked(says, remedy, { column: 'groups' });
}
