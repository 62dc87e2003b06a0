import type { Actor, Context } from './context';
import { accountsOfDomain, domainOf, ownerOf } from './directory/addresses';
import { groupsHolding } from './directory/memberships';
import { isWithin } from './directory/org-unit-tree';
import { grantedBy } from './directory/privilege-tree';
import { resellerAdminRole } from './directory/system-roles';
import { forbidden, notFound, Refused } from './errors';
import { at } from './json';
import { needOf } from './permits';
import { namesOfRight, type ResellerRight } from './directory/reseller-privileges';
import type { Account, AssignmentRecord, State, UserRecord } from './state';
import { switchMillis, switchValue } from './switch-values';

/**
 * Who may do what. Super administrators everything in their own account; delegated administrators what their roles
 * grant; reseller staff everything in accounts that their company resells (Directory API "Prerequisites"), unless the
 * customer has closed its API.
 */

/** The person behind an address, with their account; a stranger where no account has the address. */
export function actorFor(state: State, email: string): Actor {
  const owner = ownerOf(state, email);
  const user = owner && owner.kind !== 'group' ? (at(state.users, owner.id) ?? null) : null;
  return { email: email.toLowerCase(), user, account: user ? (at(state.accounts, user.account) ?? null) : null };
}

/** Who holds what, for each account's assignments as they stand: every answer about a user asks for it. */
const holdings = new WeakMap<Account['assignments'], Map<string, AssignmentRecord[]>>();

/** Assignments that give a user something: their own, not those of groups. */
export function assignmentsOf({ assignments }: Account, user: string): readonly AssignmentRecord[] {
  const known = holdings.get(assignments) ?? byHolder(Object.values(assignments));
  holdings.set(assignments, known);
  return known.get(user) ?? [];
}

function byHolder(all: readonly AssignmentRecord[]): Map<string, AssignmentRecord[]> {
  const holders = new Map<string, AssignmentRecord[]>();
  for (const assignment of all)
    holders.set(assignment.assignedTo, [...(holders.get(assignment.assignedTo) ?? []), assignment]);
  return holders;
}

/** Adds an assignment to an account. */
export function addAssignment({ assignments }: Account, assignment: AssignmentRecord): void {
  assignments[assignment.id] = assignment;
  holdings.delete(assignments);
}

/** Takes an assignment from an account. */
export function dropAssignment({ assignments }: Account, id: string): void {
  Reflect.deleteProperty(assignments, id);
  holdings.delete(assignments);
}

/** Everything that gives somebody rights: their own assignments, and those of the groups that they are in. */
function allAssignmentsOf(context: Context, account: Account, user: string): readonly AssignmentRecord[] {
  const own = assignmentsOf(account, user);
  const ofGroups = Object.values(account.assignments).filter(({ assigneeType }) => assigneeType === 'group');
  if (ofGroups.length === 0) return own;
  const groups = new Set(groupsHolding(context, account, user).map(({ id }) => id));
  return [...own, ...ofGroups.filter(({ assignedTo }) => groups.has(assignedTo))];
}

/** Whether the actor's roles grant a privilege, everywhere or for the org unit in question. */
export function grants(context: Context, privileges: readonly string[], orgUnit?: string): boolean {
  const { user, account } = context.actor;
  if (!user || !account) return false;
  return allAssignmentsOf(context, account, user.id).some((assignment) => {
    const role = account.roles[assignment.role];
    // Under a condition it gives rights over some groups alone, which no privilege here tells apart.
    if (
      !role ||
      assignment.condition !== undefined ||
      (assignment.orgUnit !== null && (orgUnit === undefined || !isWithin(account, orgUnit, assignment.orgUnit)))
    )
      return false;
    const granted = grantedBy(role, account.privileges);
    return privileges.some((privilege) => granted.has(privilege));
  });
}

/** Whether the actor is reseller staff with one of these rights. Reseller Admin has them all. */
export function isResellerStaff(context: Context, rights: readonly ResellerRight[]): boolean {
  const { user, account } = context.actor;
  if (!user || !account?.reseller) return false;
  if (user.isAdmin || holdsRole(account, user.id, resellerAdminRole)) return true;
  return rights.every((right) => grants(context, namesOfRight(account.id, right)));
}

const holdsRole = (account: Account, user: string, name: string): boolean =>
  assignmentsOf(account, user).some((assignment) => account.roles[assignment.role]?.name === name);

function reachesCustomers(context: Context): boolean {
  const { user, account } = context.actor;
  if (!user || !account) return false;
  if (
    switchValue(context.state, 'resellerSecondaryDomain') === 'refused' &&
    domainOf(user.primaryEmail) !== account.domain
  )
    return false;
  const wholly = user.isAdmin || holdsRole(account, user.id, resellerAdminRole);
  return (
    wholly ||
    (switchValue(context.state, 'customResellerRole') === 'allowed' && isResellerStaff(context, ['view', 'access']))
  );
}

/** What is acted on, where a delegated administrator's reach depends on it. */
export interface Target {
  readonly orgUnit?: string;
  readonly user?: UserRecord;
  /** Privileges that are needed instead of the operation's own, any one of them. */
  readonly need?: readonly string[];
}

/**
 * Lets the actor into an account for this operation, or throws: closed APIs, strangers, missing privileges, an account
 * too new to be known.
 */
export function enter(context: Context, account: Account, target: Target = {}): void {
  const own = context.actor.account?.id === account.id;
  const resold =
    account.resoldBy !== null && account.resoldBy === context.actor.account?.id && reachesCustomers(context);
  if (!own && !resold) throw forbidden();
  if (!account.apiAccess) throw closed(context, account);
  if (context.now < account.createdAt + switchMillis(context.state, 'customerPropagation', account))
    throw notFound("Customer doesn't exist");
  if (own && !mayInOwnAccount(context, target)) throw forbidden();
}

function closed(context: Context, account: Account): Refused {
  const reason = switchValue(context.state, 'blockedAccess', account);
  return reason === 'forbidden' ? forbidden() : new Refused(403, reason, 'Domain cannot use apis.');
}

function mayInOwnAccount(context: Context, target: Target): boolean {
  if (context.actor.user?.isAdmin) return true;
  if (target.user?.isAdmin && context.op !== 'directory.users.get') return false;
  const need = target.need ?? needOf(context.op);
  if (need === 'super') return false;
  if (need === 'admin')
    return (
      context.actor.user !== null &&
      context.actor.account !== null &&
      allAssignmentsOf(context, context.actor.account, context.actor.user.id).length > 0
    );
  return grants(context, need, target.orgUnit ?? target.user?.orgUnit);
}

/** Whether the actor could enter an account at all, whatever the operation. */
export function reaches(context: Context, account: Account): boolean {
  return (
    context.actor.account?.id === account.id ||
    (account.resoldBy !== null && account.resoldBy === context.actor.account?.id)
  );
}

/**
 * The account for `C…` or `my_customer`; undefined when there is none. Throws 403 when a stranger says `my_customer`.
 */
export function accountFor(context: Context, key: string): Account | undefined {
  if (key !== 'my_customer') return at(context.state.accounts, key);
  if (!context.actor.account) throw forbidden();
  return context.actor.account;
}

/** The account in which a user of this domain would be: one that the actor reaches, if there is one. */
export function accountOfDomain(context: Context, domain: string): Account | undefined {
  const accounts = accountsOfDomain(context.state, domain);
  return accounts.find((account) => reaches(context, account)) ?? accounts[0];
}
