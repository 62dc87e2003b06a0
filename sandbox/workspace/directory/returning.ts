import { autoLicences } from '../licensing/auto-licensing';
import { freeSeats, heldLicences, setLicence, type Moment } from '../licensing/seats';
import { at } from '../json';
import type { Account, FormerGroup, ReturnRecord, State, UserRecord } from '../state';
import { ownerOf } from './addresses';
import { groupOf } from './memberships';

/**
 * What comes back to somebody some time after they were restored (Google Workspace help, "Restore a recently deleted
 * user": up to 24 hours): licences that are automatic where they are, and whatever else was set aside for them.
 */

/** Sets aside what is to come back to a user. */
export function setAside(state: State, user: UserRecord, returning: ReturnRecord): void {
  user.returning = returning;
  state.returning.push(user.id);
}

/** Brings back all that is due. */
export function bringBack(state: State, now: number): void {
  if (state.returning.length === 0) return;
  state.returning = state.returning.filter((id) => !returned({ state, now }, at(state.users, id)));
}

/** Whether nothing is to come back to the user any more: it has come, or they were deleted again. */
function returned(moment: Moment, user: UserRecord | undefined): boolean {
  const account = user && at(moment.state.accounts, user.account);
  if (!account || !user.returning) return true;
  if (moment.now < user.returning.at) return false;
  licencesBack(moment, account, user);
  aliasesBack(moment.state, user, user.returning);
  for (const former of user.returning.groups) groupBack(moment, user, former);
  delete user.returning;
  user.version += 1;
  return true;
}

function licencesBack(moment: Moment, account: Account, user: UserRecord): void {
  const held = heldLicences(account, user.id);
  for (const licence of autoLicences(account, user.orgUnit)) {
    if (held[licence.productId] !== undefined || user.archived) continue;
    if (freeSeats(moment, account, { sku: licence.skuId }) > 0) setLicence(account, { user: user.id, ...licence });
  }
}

function groupBack({ state, now }: Moment, { id }: UserRecord, { group: name, role, delivery }: FormerGroup): void {
  const group = groupOf(state, name);
  if (!group || group.members.some((member) => member.id === id)) return;
  group.members = [...group.members, { id, type: 'USER', role, delivery, since: now }];
  group.version += 1;
}

/** Aliases that somebody else has by now stay with them. */
function aliasesBack(state: State, user: UserRecord, { aliases }: ReturnRecord): void {
  const free = aliases.filter((alias) => !ownerOf(state, alias));
  user.aliases = [...user.aliases, ...free];
  for (const alias of free) state.addresses[alias] = { kind: 'alias', id: user.id, account: user.account };
}
