import { defined } from '../../engine/defined';
import { refuseGroupAt } from '../../ensure/address';
import { ensureOrgUnit, spellOrgUnit, type Where } from '../../ensure/org-unit';
import { doubtAbout } from '../../ensure/unit-doubts';
import { lookAtSeats, sayNobodyKnows, seatOf, withinCap } from '../../ensure/cloud-identity-seats';
import { personOf } from '../../ensure/person';
import { licenceToTake, withSeat } from '../../ensure/archive';
import { createUser, updateUser } from '../../ensure/user';
import { after, say, type Procedure, type Words } from '../../engine/procedure';
import { peopleMayCome, type ServingCustomer } from '../../ensure/people-may-come';
import { isWorkspaceSku } from '../../google/products';
import type { User } from '../../google/resources';
import {
  type Agreed,
  changesIn,
  drifted,
  judge,
  remarksOn,
  toChange,
  wordsFor,
  type Judged,
} from '../../table/compare';
import { askForAddresses, askForNewUnit, askForProtected, deedsIn } from './ask-first';
import { newUserBody, newUserInWords, passwordReset, resetInWords } from './bodies';
import { email as emailField } from './fields/email';
import { sendTo } from './fields/send-to';
import { state as stateField, stateOf, type State } from './fields/state';
import { grantedFields, placedFields } from './fields';
import { settleClaims } from './claims';
import { deleteAsWished } from './delete';
import { findUser, madeInFlight } from './find';
import { returned, returns } from './give-back';
import { giveMissing, lookFirst } from './grants';
import { takeOver } from './like/take-over';
import { mayBeTaken } from './taking';
import { deleted, forgotten } from './memory';
import type { Provisioned, SeatWatch, UserRow } from './row';
import { restored, whoComesBack } from './restore';
import { giveWatched, mayCome } from './units';
import {
  explainSuspension,
  refuseOwnPassword,
  refuseShutOut,
  refuseStateOfNobody,
  shutsOut,
  tellState,
} from './shut-out';

/** A user as the row wishes: created or adopted, placed, licensed, given roles. */
export function* provisionUser(row: UserRow): Procedure<Provisioned> {
  yield* settleClaims(row.wish.account, row.claims);
  if (row.wish.state === 'Deleted') return yield* deleteAsWished(row);
  const deletedOne = yield* whoComesBack(row);
  if (deletedOne) return { ...(yield* provisionWhole(yield* restored(row, deletedOne))), restored: true };
  if (returns(row)) return { ...(yield* provisionWhole(yield* returned(row))), restored: true };
  return yield* provisionWhole(row);
}

/** The same for a row whose person is not to be restored any more, with what it takes over from somebody. */
function* provisionWhole(row: UserRow): Procedure<Provisioned> {
  const { row: whole, ...taken } = yield* takeOver(row);
  const done = yield* provisionPerson(whole);
  return whole === row ? done : { ...done, ...taken, wished: whole.wish };
}

function* provisionPerson(row: UserRow): Procedure<Provisioned> {
  const found = yield* findUser(row);
  // Somebody who cleared the User ID of a deleted person wants a new account.
  if (found === 'gone')
    return yield* row.wish.userId === undefined
      ? provisionPerson({ ...row, memory: forgotten(row.memory) })
      : deletedAtGoogle(row);
  yield* refuseGroups(row, found);
  if (!found && row.watch) yield* mayCome(row, row.watch);
  if (!found && row.seats) yield* lookForSeats(row, row.seats);
  const { user, drift } = found ? yield* adopt(row, found) : { user: yield* create(row), drift: [] };
  const madeNow = !found || madeInFlight(row, found);
  const whose = {
    user,
    createdHere: row.memory.created === true || madeNow,
    untouched: !found || row.untouched === true,
  };
  const { left, ...learnt } = yield* row.watch
    ? giveWatched(row, { watch: row.watch, isNew: whose.untouched, person: personOf({ ...row.wish, ...whose }) }, () =>
        give(row, whose),
      )
    : give(row, whose);
  return { userId: user.id, drift: [...drift, ...left], madeNow, ...learnt };
}

/** What the row would give somebody and a group has: looked for before anything is approved. */
function* refuseGroups({ wish, memory: { agreed = {} }, approved }: UserRow, found: User | undefined): Procedure<void> {
  if (approved) return;
  const { account, email, formerEmail, aliases = [] } = wish;
  const given = [agreed.email ?? '', ...(agreed.aliases ?? '').split(/[\s,]+/)];
  const had = [...given, ...(found ? [found.primaryEmail, ...found.aliases] : [])];
  const column = formerEmail === undefined ? 'email' : 'newEmail';
  if (!had.includes(email)) yield* refuseGroupAt(account, email, column);
  for (const alias of aliases.filter((one) => !had.includes(one))) yield* refuseGroupAt(account, alias, 'aliases');
}

function* create(row: UserRow): Procedure<User> {
  const { wish } = row;
  refuseStateOfNobody(wish);
  const orgUnit = yield* orgUnitOf(row, wish.orgUnit ?? '/');
  const inFlight = row.memory.mark && row.sentAt !== undefined ? { sentAt: row.sentAt } : {};
  const body = newUserBody(row, orgUnit);
  askForAddresses(row);
  const values = newUserInWords(row, orgUnit);
  const made = { account: wish.account, email: wish.email, body, values, ...inFlight };
  const { seats } = row;
  if (!seats) return yield* createUser(made);
  const seat = seats.seats === undefined ? {} : { seat: seatOf(wish.account) };
  return yield* withinCap({ ...seats, orgUnit }, createUser({ ...made, ...seat }));
}

/** A check looks how many seats are taken, where it is known how many there are; else the first row says so. */
function* lookForSeats({ wish, cloudIdentity, approved }: UserRow, { seats, cap, domain }: SeatWatch): Procedure<void> {
  if (approved) return;
  if (seats !== undefined) return yield* lookAtSeats(wish.account);
  if (cap.told || cloudIdentity?.mode !== 'siteWide') return;
  cap.told = true;
  yield* sayNobodyKnows(domain);
}

function* adopt(row: UserRow, user: User): Procedure<{ readonly user: User; readonly drift: readonly string[] }> {
  const { account, email } = row.wish;
  const wish = yield* asSpelled(row.wish);
  const compared = judge(placedFields, { wish, agreed: agreedOf(row, user), thing: user, putBack: row.putBack });
  const judged = compared.map((one) => ({ ...one, note: wish.owed?.notes[one.field.id] }));
  const changes = toChange(judged);
  const reset = passwordReset(row, user);
  for (const says of remarksOn(judged)) yield* say(says);
  const body = { ...changesIn(changes, user), ...reset };
  askForAddresses(row, [...changes.map(({ field }) => field.id), sendTo.id]);
  if (body.primaryEmail !== undefined)
    yield* lookFirst(grantedFields, wish, { account, email: user.primaryEmail, exact: row.exact });
  // Only who is moved needs the org unit: a row whose unit was renamed at Google must not bring the old one back.
  const moved =
    body.orgUnitPath === undefined || wish.orgUnit === undefined
      ? {}
      : { orgUnitPath: yield* orgUnitOf(row, wish.orgUnit) };
  yield* wish.state === undefined ? tellState(user) : explainSuspension(user, body);
  if (reset.password !== undefined) refuseOwnPassword(row, user, 'Empty the Password cell. ');
  if (shutsOut(body)) yield* refuseShutOut(row, user);
  askForProtected(row, user, deedsIn(body));
  const taken = typeof body.archived === 'boolean' ? yield* licenceToTake(account, user, body.archived) : undefined;
  const words = wordsOf(row, { user, changes, isReset: reset.password !== undefined });
  const changed = yield* withSeat(
    user,
    taken,
    updateUser({
      account,
      user,
      name: `user:${email}`,
      body: { ...body, ...moved },
      words: taken ? { ...words, values: [...(words.values ?? []), ['takes a seat of', taken.name]] } : words,
      ...(taken ? { seat: `${account} ${taken.skuId}` } : {}),
    }),
  );
  return { user: changed, drift: drifted(judged).map(({ header }) => header) };
}

/** Whoever empties New email after the rename leaves the address as it is: what stands under Email is old by now. */
function agreedOf({ wish, memory: { agreed = {} } }: UserRow, { primaryEmail, aliases }: User): Agreed {
  const isOld = wish.newEmail === undefined && agreed.newEmail === primaryEmail && aliases.includes(wish.email);
  return isOld ? { ...agreed, email: wish.email } : agreed;
}

function wordsOf(
  row: UserRow,
  { user, changes, isReset }: { readonly user: User; readonly changes: readonly Judged[]; readonly isReset: boolean },
): Words {
  const { email } = row.wish;
  const isRename = changes.some(({ field }) => field.id === emailField.id);
  const names = `${user.primaryEmail} to ${email}`;
  const words = wordsFor(
    changes.filter(({ field }) => field.id !== emailField.id),
    [
      ...(isRename ? [{ plan: `rename ${names}`, done: `renamed ${names}` }] : []),
      ...(isReset ? [resetInWords(row)] : []),
    ],
  );
  const maybe = row.unseen && !isReset ? { maybe: true as const } : {};
  return {
    ...words,
    ...maybe,
    many: isReset ? 'set given passwords' : isRename ? 'rename users' : changeInTotals(changes),
  };
}

const totals: Readonly<Record<State, string>> = {
  Active: 'let users in again',
  Suspended: 'suspend users',
  Archived: 'archive users',
  Deleted: 'delete users',
};

function changeInTotals(changes: readonly Judged[]): string {
  const change = changes.find(({ field }) => field.id === stateField.id);
  if (!change) return 'change users';
  return totals[change.value as State];
}

function* orgUnitOf(row: UserRow, path: string): Procedure<string> {
  const doubt = yield* doubtAbout(whereOf(row.wish), path);
  if (doubt) askForNewUnit(row, doubt);
  return yield* ensureOrgUnit(whereOf(row.wish), path);
}

function whereOf({ account, email }: UserRow['wish']): Where {
  return { account, domain: email.slice(email.indexOf('@') + 1) };
}

/** The wish with its org unit as Google spells it. */
function* asSpelled(wish: UserRow['wish']): Procedure<UserRow['wish']> {
  return wish.orgUnit === undefined ? wish : { ...wish, orgUnit: yield* spellOrgUnit(wish.account, wish.orgUnit) };
}

interface Whose {
  readonly user: User;
  readonly createdHere: boolean;
  readonly untouched: boolean;
}

/** Gives what the row wishes beyond the account. `left`: headers of columns of which something was taken away since. */
function* give(
  row: UserRow,
  whose: Whose,
): Procedure<{ readonly left: readonly string[] } & Pick<Provisioned, 'cloudIdentity'>> {
  const { wish, memory, exact, putBack, now, cloudIdentity, groups, roles, groupRoles } = row;
  let learnt: Pick<Provisioned, 'cloudIdentity'> = {};
  const holding = {
    wish: withoutEdition(row, whose.user),
    person: personOf({ account: wish.account, email: wish.email, ...whose }),
    agreed: memory.agreed ?? {},
    exactly: memory.exactly ?? [],
    putBack,
    groups,
    roles,
  };
  if (exact) yield* mayBeTaken(row, holding);
  const left = yield* giveMissing(grantedFields, {
    ...holding,
    notes: wish.owed?.notes ?? {},
    exact,
    today: now.slice(0, 10),
    ...defined({ groupRoles }),
    learn: (found) => {
      learnt = { cloudIdentity: found };
    },
    ...defined({ cloudIdentity }),
  });
  return { left, ...learnt };
}

/** In the archive an edition has given way to its licence there: the row's is given when the person comes back. */
function withoutEdition({ wish, exact }: UserRow, user: User): UserRow['wish'] {
  if (!wish.licences || stateOf(user) !== 'Archived') return wish;
  const kept = wish.licences.filter((sku) => !isWorkspaceSku(sku));
  const { licences: _edition, ...rest } = wish;
  return kept.length || exact ? { ...rest, licences: kept } : rest;
}

function* deletedAtGoogle(row: UserRow): Procedure<Provisioned> {
  yield* say(
    'The account was deleted at Google since. It is left so. “Put back” restores it within 20 days (Admin console › Users › Recently deleted); for a new one clear the User ID cell.',
  );
  return { userId: row.memory.userId ?? row.wish.userId ?? '', drift: [deleted], madeNow: false };
}

/** People of a customer come once its account, language and orders are in order. */
export function* provisionIn(customer: ServingCustomer, user: UserRow): Procedure<Provisioned> {
  yield* peopleMayCome(customer, user.wish.superAdmin === true);
  // Whoever comes before the orders has no seat yet.
  if (user.wish.licences) yield* after(customer.orders.map((order) => order.row));
  return yield* provisionUser(user);
}
