import { fullName, madeBy } from '../../ensure/user';
import { Blocked } from '../../engine/outcome';
import { ask, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { heldOutside } from '../../ensure/address';
import { domainsFact, userFact } from '../../google/facts';
import type { User } from '../../google/resources';
import { askForNamesake, askForTypedId } from './ask-first';
import { claimed } from './memory';
import type { Memory, UserRow } from './row';

/**
 * The account that a row means: by User ID, else by address. `gone`: the row's own account no longer exists at Google.
 * Throws Blocked where the address belongs to somebody else, or may do so.
 */
export function* findUser(row: UserRow): Procedure<User | undefined | 'gone'> {
  const id = row.memory.userId ?? row.wish.userId;
  if (id) {
    const own = yield* ask(userFact(row.wish.account, id));
    if (own && row.memory.userId === undefined && !madeInFlight(row, own)) {
      askForTypedId(row, own);
      askForNamesake(row, own);
    }
    return own ?? (yield* notById(row, id));
  }
  if (row.wish.formerEmail !== undefined) return yield* renamed(row, row.wish.formerEmail);
  const met = yield* atAddress(row);
  if (!met) return undefined;
  if (met.primaryEmail !== row.wish.email) {
    throw new Blocked(
      `${row.wish.email} is an alias of ${met.primaryEmail}.`,
      'Choose another address, or put that person’s own address into the Email cell.',
      { column: 'email' },
    );
  }
  refuseOthers(row, met, row.wish.email);
  if (!madeInFlight(row, met)) askForNamesake(row, met);
  return met;
}

/** Throws Blocked for somebody whom another row has by User ID. */
function refuseOthers({ others }: UserRow, { id }: User, address: string): void {
  const other = others?.get(id);
  if (other === undefined) return;
  throw new Blocked(
    `${address} is the account of the row of ${other}, by its User ID.`,
    'Delete one of the two rows, or write another address.',
    { column: 'email' },
  );
}

/** Who is renamed by New email, or was already: the old address is an alias then. Throws Blocked where nobody is. */
function* renamed(row: UserRow, former: string): Procedure<User> {
  const { email } = row.wish;
  const next = yield* atAddress(row, email);
  const met = (yield* atAddress(row, former)) ?? (next?.primaryEmail === email ? next : undefined);
  if (!met)
    throw new Blocked(`${former} does not exist, so there is nobody to rename.`, 'Correct the Email cell.', {
      column: 'email',
    });
  if (met.primaryEmail !== former && met.primaryEmail !== email)
    throw new Blocked(
      `${former} is an alias of ${met.primaryEmail}.`,
      'Put that person’s own address into the Email cell.',
      { column: 'email' },
    );
  if (next && next.id !== met.id)
    throw new Blocked(
      `${email} is ${next.primaryEmail === email ? 'the address of another user' : `an alias of ${next.primaryEmail}`}.`,
      'Choose another new address for this row.',
      { column: 'newEmail' },
    );
  refuseOthers(row, met, former);
  askForNamesake(row, met);
  return met;
}

/**
 * A refused read means that the address lives elsewhere, unless the account refuses everything: then its own refusal is
 * thrown.
 */
export function* atAddress({ wish }: UserRow, address = wish.email): Procedure<User | undefined> {
  try {
    return yield* ask(userFact(wish.account, address));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.reason !== 'forbidden') throw refusal;
    yield* ask(domainsFact(wish.account));
    throw heldOutside(address);
  }
}

/** A new account is not known by its id everywhere at once, but by its address it is the row's own all the same. */
function* notById(row: UserRow, id: string): Procedure<User | 'gone'> {
  if (row.wish.userId === undefined) return 'gone';
  const met = yield* ask(userFact(row.wish.account, row.wish.email));
  if (met?.id === id) return met;
  if (!met && row.memory.userId) return 'gone';
  if (!met) throw new Blocked(...nobodyWith(id, row), { column: 'userId' });
  throw new Blocked(
    `The account of this row (User ID) no longer exists, and ${row.wish.email} belongs to another account of the name “${fullName(met.name)}”.`,
    'If that is the person meant, clear the User ID cell and check the row again.',
  );
}

/** What is said of a User ID that nobody has. A row that wishes for Active was looked for among deleted people. */
function nobodyWith(id: string, { wish: { state } }: UserRow): readonly [says: string, remedy: string] {
  const tooLate = state === 'Active' && !lostDigits(id);
  const why = lostDigits(id)
    ? ': its last digits were lost, because it was a number for a spreadsheet once'
    : tooLate && ', and Google restores nobody who was deleted more than 20 days ago';
  return [
    `No account has the User ID of this row${why || ''}.`,
    `Clear the User ID cell and check the row again. ${tooLate ? 'For a new account write the names.' : 'Who was deleted within 20 days comes back with State Active.'}`,
  ];
}

/** A spreadsheet keeps 15 digits of a number and makes the others zeros; Google's ids have 21. */
function lostDigits(id: string): boolean {
  return /^\d{15}0{5,}$/.test(id);
}

/** Whether an account was made by a request of this row whose answer was lost. */
export function madeInFlight({ wish, memory, sentAt }: InFlightRow, user: User): boolean {
  const { mark } = memory;
  if (mark?.address !== wish.email || sentAt === undefined) return false;
  return madeBy({ name: { givenName: wish.firstName, familyName: wish.lastName }, sentAt }, user);
}

type InFlightRow = Pick<UserRow, 'wish' | 'memory' | 'sentAt'>;

/**
 * The memory of a row that did not end well: an account that its own run made, by a request whose answer was lost, is
 * its own all the same, and its first password must not be lost. `user`: who is at the row's address, as far as that is
 * known.
 */
export function memoryAfterFailure(row: InFlightRow, user: User | undefined): Memory {
  return user && !user.id.startsWith('planned:') && madeInFlight(row, user) ? claimed(row.memory, user.id) : row.memory;
}
