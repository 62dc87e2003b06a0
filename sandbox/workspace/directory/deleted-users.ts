import { dropAssignment, enter } from '../access';
import { text } from '../body';
import type { Context, Handler } from '../context';
import { badRequest, conditionNotMet, duplicate, limitExceeded } from '../errors';
import { at, without } from '../json';
import { autoLicences } from '../licensing/auto-licensing';
import { dropLicences, freeSeats, heldLicences, setLicence } from '../licensing/seats';
import { remember } from '../propagation';
import type { Account, UserRecord } from '../state';
import { enterUser, leaveUser, ownerOf } from './addresses';
import { mustNotBeLastAdmin } from './admins';
import { isRestorable } from './restorable';
import { accountOf, changeableUser } from './user-lookup';
import { checkOrgUnit } from './user-validation';

/**
 * Deleting and restoring (Directory API "Manage users": by id, within 20 days). Aliases, roles and admin rights do not
 * come back.
 */

/** `directory.users.delete`. */
export const deleteUser: Handler = (context) => {
  const user = changeableUser(context, context.params['userKey'] ?? '');
  const account = accountOf(context, user);
  mustNotBeLastAdmin(context, account, user);
  remember(context, ['user', user.id], user);
  const former = heldLicences(account, user.id);
  dropLicences(account, user.id);
  dropAssignments(account, user.id);
  leaveUser(context.state, user);
  Reflect.deleteProperty(context.state.users, user.id);
  context.state.deleted[user.id] = {
    ...user,
    aliases: [],
    isAdmin: false,
    deletedAt: context.now,
    former,
    version: user.version + 1,
  };
};

function dropAssignments(account: Account, user: string): void {
  for (const { id, assignedTo } of Object.values(account.assignments))
    if (assignedTo === user) dropAssignment(account, id);
}

/**
 * `directory.users.undelete`: by id only, into the org unit of the body. Services come back where licensing is
 * automatic.
 */
export const undeleteUser: Handler = (context) => {
  const { state, now } = context;
  const user = findDeleted(context, context.params['userKey'] ?? '');
  const account = accountOf(context, user);
  enter(context, account, { user });
  if (!isRestorable(user, now)) throw conditionNotMet('Too late to undelete user.');
  const unit = checkOrgUnit(account, text(context.body, 'orgUnitPath') ?? '/');
  if (ownerOf(state, user.primaryEmail)) throw duplicate();
  mayHaveSeats(context, account, user);
  remember(context, ['user', user.id], null);
  const rest = without(user, 'deletedAt', 'former');
  Reflect.deleteProperty(state.deleted, user.id);
  state.users[user.id] = { ...rest, orgUnit: unit.id, version: user.version + 1 };
  enterUser(state, rest);
  const automatic = autoLicences(account, unit.id).filter(
    ({ skuId }) => freeSeats(context, account, { sku: skuId }) > 0,
  );
  for (const licence of automatic) setLicence(account, { user: user.id, ...licence });
};

function findDeleted({ state }: Context, key: string): UserRecord {
  if (!/^\d+$/.test(key)) throw badRequest();
  const user = at(state.deleted, key);
  if (!user) throw conditionNotMet('User to undelete not found.');
  return user;
}

/** A restored user needs a free seat of every edition that they had; seats that deleted users hold are theirs. */
function mayHaveSeats(context: Context, account: Account, user: UserRecord): void {
  for (const sku of Object.values(user.former ?? {})) {
    const subscribed = account.subscriptions.some((subscription) => subscription.sku === sku);
    if (subscribed && freeSeats(context, account, { sku, except: user.id }) < 1)
      throw limitExceeded('Domain user limit reached. Buy more seats to restore users.');
  }
}
