import { addAssignment, dropAssignment } from '../access';
import { flag } from '../body';
import type { Context, Handler } from '../context';
import { conditionNotMet, forbidden } from '../errors';
import { assignmentId } from '../ids';
import { remember } from '../propagation';
import type { Account, UserRecord } from '../state';
import { switchValue } from '../switch-values';
import { seedAdminRole } from './system-roles';
import { accountOf, changeableUser } from './user-lookup';

/** Super administrators: makeAdmin and what guards the last of them. */

/** Throws 412 where a change would leave the account without a super administrator. */
export function mustNotBeLastAdmin({ state }: Context, account: Account, user: UserRecord): void {
  if (!user.isAdmin || switchValue(state, 'lastSuperAdmin', account) === 'allowed') return;
  const others = Object.values(state.users).some(
    (other) => other.account === account.id && other.isAdmin && !other.suspended && other.id !== user.id,
  );
  if (!others) throw conditionNotMet('The last super administrator of an account cannot be removed.');
}

/**
 * Throws 403 where somebody would lock themselves out. The Admin console refuses that; for the API it is not public.
 */
export function mustNotBeOneself({ state, actor }: Context, account: Account, user: UserRecord): void {
  if (actor.user?.id !== user.id || switchValue(state, 'selfChanges', account) === 'allowed') return;
  throw forbidden();
}

/** Gives a super administrator the role assignment that goes with it. */
export function enterSeedAssignment(account: Account, user: string): void {
  const role = Object.values(account.roles).find((known) => known.name === seedAdminRole);
  if (!role) return;
  const id = assignmentId(`${account.id}/${role.id}/${user}`);
  addAssignment(account, { id, role: role.id, assignedTo: user, assigneeType: 'user', orgUnit: null });
}

/** Takes the assignment of the seed role away, if the user has it. */
export function dropSeedAssignment(account: Account, user: string): void {
  const seeds = Object.values(account.assignments).filter(
    (assignment) => assignment.assignedTo === user && account.roles[assignment.role]?.name === seedAdminRole,
  );
  for (const { id } of seeds) dropAssignment(account, id);
}

/** `directory.users.makeAdmin`: gives or withdraws super administrator rights. Answers nothing. */
export const makeAdmin: Handler = (context) => {
  const user = changeableUser(context, context.params['userKey'] ?? '');
  const account = accountOf(context, user);
  const status = flag(context.body, 'status') ?? false;
  if (!status) mustNotBeLastAdmin(context, account, user);
  if (!status && user.isAdmin) mustNotBeOneself(context, account, user);
  remember(context, ['user', user.id], user);
  user.isAdmin = status;
  user.version += 1;
  if (status) enterSeedAssignment(account, user.id);
  else dropSeedAssignment(account, user.id);
};

/** `directory.users.signOut`: ends the user's sessions. Answers nothing. */
export const signOut: Handler = (context) => {
  changeableUser(context, context.params['userKey'] ?? '').signedOutAt = context.now;
};
