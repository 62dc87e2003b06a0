import { defined } from '../../engine/defined';
import { ask, say, together, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { placeToRestore, restoreUser } from '../../ensure/restore-user';
import { groupAt, newestFirst } from '../../ensure/address';
import { fullName } from '../../ensure/user';
import { deletedUsersFact, userFact } from '../../google/facts';
import type { User } from '../../google/resources';
import { differenceOf } from '../../table/compare';
import { askForNamesake, askForTypedId, isSamePerson, onDay, restoring } from './ask-first';
import { atAddress } from './find';
import { withGivenBack } from './give-back';
import type { UserRow } from './row';

/** Somebody who was deleted and whom a row wishes back: by memory, by User ID, or by the address. */

/** Who is to be restored. */
interface ToComeBack {
  readonly userId: string;
  /** Where they were, as far as Google tells. */
  readonly orgUnit?: string;
}

/**
 * Whom the row restores: somebody whom it deleted, whose User ID stands there, or, after a person's word, who had its
 * address. Deleted at Google since is drift like any other. Throws Blocked where the 20 days are over, and for
 * questions.
 */
export function* whoComesBack(row: UserRow): Procedure<ToComeBack | undefined> {
  const { wish, memory } = row;
  if (!wishesBack(row)) return mayBeMeant(row) ? yield* deletedElsewhere(row) : undefined;
  if (deletedHere(row)) return { userId: row.memory.belongings?.userId ?? '' };
  const userId = memory.userId ?? wish.userId;
  if (userId === undefined) return yield* deletedElsewhere(row);
  // Somebody who cleared the User ID of a deleted person wants a new account.
  if (wish.userId === undefined || (yield* ask(userFact(wish.account, userId)))) return undefined;
  const deleted = (yield* deletedPeople(wish.account)).find(({ id }) => id === userId);
  if (deleted) return typedRightly(row, deleted);
  // Who is over the 20 days is told so; an id that never was anybody's is told where the person is looked for.
  return memory.userId !== undefined && !(yield* atAddress(row)) ? { userId } : undefined;
}

/** A State cell that changed since it was agreed, or a row whose changes at Google are put back. */
function wishesBack({ wish, memory, putBack }: UserRow): boolean {
  if (wish.state === undefined) return putBack && memory.userId !== undefined;
  const sides = { wish: wish.state, agreed: memory.agreed?.state, google: 'Deleted', putBack };
  return wish.state !== 'Deleted' && ['change', 'override'].includes(differenceOf(sides));
}

/**
 * A row of somebody new may mean who had its address and was deleted lately: a check asks, and a run does what was
 * answered. Of what nobody answered there is nothing to do in a run, so it is not read again there.
 */
function mayBeMeant({ wish, memory, approved }: UserRow): boolean {
  if (wish.state !== undefined || (memory.userId ?? wish.userId) !== undefined) return false;
  return !approved || (memory.answers ?? []).some(({ kind, yes }) => kind === restoring && yes);
}

function deletedHere({ wish, memory: { belongings, userId, agreed } }: UserRow): boolean {
  const isOwn = belongings !== undefined && belongings.userId === userId && agreed?.state === 'Deleted';
  return isOwn && wish.userId !== undefined;
}

/**
 * A User ID that somebody typed may be anybody's: another address, or name as far as Google tells it, is asked about.
 */
function typedRightly(row: UserRow, deleted: User): ToComeBack {
  if (row.memory.userId === undefined) {
    askForTypedId(row, deleted);
    if (fullName(deleted.name) !== '') askForNamesake(row, deleted);
  }
  return comingBack(deleted);
}

function comingBack({ id, orgUnitPath }: User): ToComeBack {
  return { userId: id, orgUnit: orgUnitPath };
}

function* deletedElsewhere(row: UserRow): Procedure<ToComeBack | undefined> {
  const { account, email } = row.wish;
  // A creation that is on its way is the row's own, and a row that renames is about somebody who is there.
  if (row.sentAt !== undefined || row.wish.formerEmail !== undefined || (yield* atAddress(row))) return undefined;
  // A check looks next whether a group has the address: both answers come with one journey.
  const looks = row.approved ? [] : [groupAt(account, email)];
  const [all] = yield* together(deletedPeople(account), ...looks);
  const isMeant = (id: string): boolean => id !== row.memory.former && row.others?.get(id) === undefined;
  const had = newestFirst(all.filter(({ id, primaryEmail }) => primaryEmail === email && isMeant(id)));
  const [newest, ...older] = had;
  if (newest !== undefined) return isSamePerson(row, newest, older) ? comingBack(newest) : undefined;
  const alias = newestFirst(all).find(({ aliases }) => aliases.includes(email));
  if (alias) yield* say(`${email} was an alias of ${alias.primaryEmail}, deleted${onDay(alias)}, who is not restored.`);
  return undefined;
}

/** Administrators with few rights are shown no deleted people: for them there is nobody to restore. */
function* deletedPeople(account: string): Procedure<readonly User[]> {
  try {
    return yield* ask(deletedUsersFact(account));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    return [];
  }
}

/**
 * Restores somebody, and gives the row as if it wished what belonged to them, where it says nothing else. What was
 * agreed before the deletion says nothing any more.
 */
export function* restored(row: UserRow, { userId, orgUnit: former }: ToComeBack): Procedure<UserRow> {
  const { wish, memory, seller } = row;
  const { account, email } = wish;
  const belongings = deletedHere(row) ? memory.belongings : undefined;
  const orgUnit = yield* placeToRestore(account, wish.orgUnit, belongings?.orgUnit ?? former);
  const held = belongings?.licences ?? wish.licences?.map(({ skuId }) => skuId) ?? [];
  yield* restoreUser({ account, email, userId, orgUnit, held, ...defined({ seller }) });
  const back = belongings ? yield* withGivenBack(row, { ...belongings, orgUnit }) : { ...row, unseen: true as const };
  return { ...back, memory: { ...back.memory, userId, agreed: {} } };
}
