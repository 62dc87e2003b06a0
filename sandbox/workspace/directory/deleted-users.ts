import { dropAssignment, enter } from '../access';
import { text } from '../body';
import { archivedUserProduct } from '../catalogue';
import type { Context, Handler } from '../context';
import { badRequest, conditionNotMet, duplicate, limitExceeded, notFound } from '../errors';
import { at, without } from '../json';
import { dropLicences, freeSeats, heldLicences, setLicence } from '../licensing/seats';
import { mayHaveOneMore } from '../licensing/user-cap';
import { remember } from '../propagation';
import type { Account, FormerGroup, OrgUnitRecord, State, UserRecord } from '../state';
import { switchMillis, switchValue } from '../switch-values';
import { domainOf, enterUser, leaveUser, ownerOf } from './addresses';
import { mustNotBeLastAdmin, mustNotBeOneself } from './admins';
import { leaveGroups } from './memberships';
import { isRestorable } from './restorable';
import { setAside } from './returning';
import { accountOf, changeableUser } from './user-lookup';
import { checkOrgUnit } from './user-validation';

/**
 * Deleting and restoring (Directory API "Manage users": by id, within 20 days). Roles and admin rights do not come
 * back.
 */

/** `directory.users.delete`. */
export const deleteUser: Handler = (context) => {
  const user = changeableUser(context, context.params['userKey'] ?? '');
  const account = accountOf(context, user);
  mustNotBeLastAdmin(context, account, user);
  mustNotBeOneself(context, account, user);
  // Google's text for a Vault hold is not public, and no reason of its own either.
  if (user.hold) throw conditionNotMet('Precondition is not met.');
  remember(context, ['user', user.id], user);
  const former = heldLicences(account, user.id);
  dropLicences(account, user.id);
  dropAssignments(account, user.id);
  const formerGroups = groupsLeftBy(context.state, user.id);
  leaveUser(context.state, user);
  Reflect.deleteProperty(context.state.users, user.id);
  context.state.deleted[user.id] = {
    ...without(user, 'returning', 'tokens', 'asps'),
    isAdmin: false,
    deletedAt: context.now,
    former,
    ...(formerGroups.length > 0 && { formerGroups }),
    version: user.version + 1,
  };
};

/** Takes a user out of every group, and tells which those were. */
function groupsLeftBy(state: State, user: string): FormerGroup[] {
  const all = Object.values(state.accounts).flatMap(({ groups }) => groups);
  const left = all.flatMap(({ id: group, members }) =>
    members.filter(({ id }) => id === user).map(({ role, delivery }) => ({ group, role, delivery })),
  );
  leaveGroups(state, user);
  return left;
}

function dropAssignments(account: Account, user: string): void {
  for (const { id, assignedTo } of Object.values(account.assignments))
    if (assignedTo === user) dropAssignment(account, id);
}

/**
 * `directory.users.undelete`: by id only, into the org unit of the body. Licences that are automatic there come back
 * some time later; all others are gone.
 */
export const undeleteUser: Handler = (context) => {
  const user = findDeleted(context, context.params['userKey'] ?? '');
  const account = accountOf(context, user);
  enter(context, account, { user });
  const unit = mayBeRestored(context, account, user);
  remember(context, ['user', user.id], null);
  const restored = restoredUser(context, account, user);
  restored.orgUnit = unit.id;
  Reflect.deleteProperty(context.state.deleted, user.id);
  context.state.users[user.id] = restored;
  enterUser(context.state, restored);
  const archived = user.former?.[archivedUserProduct];
  if (user.archived && archived !== undefined)
    setLicence(account, { user: user.id, productId: archivedUserProduct, skuId: archived });
  const everything = switchValue(context.state, 'restoredParts', account) === 'everything';
  setAside(context.state, restored, {
    at: context.now + switchMillis(context.state, 'restoreDelay', account),
    aliases: everything ? user.aliases : [],
    groups: everything ? (user.formerGroups ?? []) : [],
  });
};

/** The org unit that the restored user goes to. Throws where the user cannot be restored. */
function mayBeRestored(context: Context, account: Account, user: UserRecord): OrgUnitRecord {
  if (!isRestorable(user, context.now)) throw conditionNotMet('Too late to undelete user.');
  const unit = checkOrgUnit(account, text(context.body, 'orgUnitPath') ?? '/');
  if (!account.domains.some(({ name }) => name === domainOf(user.primaryEmail))) throw notFound('Domain not found.');
  if (ownerOf(context.state, user.primaryEmail) || account.takenElsewhere.includes(user.primaryEmail))
    throw duplicate();
  mayHaveSeats(context, account, user);
  return unit;
}

/** Suspended people come back suspended; so do all whose data was transferred, which the switch stands for. */
function restoredUser({ state, now }: Context, account: Account, user: UserRecord): UserRecord {
  const rest = { ...without(user, 'deletedAt', 'former', 'formerGroups'), aliases: [], version: user.version + 1 };
  if (switchValue(state, 'restoredStatus', account) === 'asBefore' || rest.suspended) return rest;
  return { ...rest, suspended: true, suspensionReason: 'ADMIN', suspendedAt: now };
}

function findDeleted({ state }: Context, key: string): UserRecord {
  if (!/^\d+$/.test(key)) throw badRequest();
  const user = at(state.deleted, key);
  if (!user) throw conditionNotMet('User to undelete not found.');
  return user;
}

/** A restored user needs a free seat of every edition that they had; seats that deleted users hold are theirs. */
function mayHaveSeats(context: Context, account: Account, user: UserRecord): void {
  mayHaveOneMore(context.state, account);
  for (const sku of Object.values(user.former ?? {})) {
    const subscribed = account.subscriptions.some((subscription) => subscription.sku === sku);
    if (subscribed && freeSeats(context, account, { sku, except: user.id }) < 1)
      throw limitExceeded('Domain user limit reached. Buy more seats to restore users.');
  }
}
