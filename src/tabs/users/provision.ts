import { ensureOrgUnit, spellOrgUnit, type Where } from '../../ensure/org-unit';
import { personOf } from '../../ensure/person';
import { createUser, updateUser } from '../../ensure/user';
import { say, type Procedure, type Words } from '../../engine/procedure';
import type { User } from '../../google/resources';
import { changesIn, drifted, judge, remarksOn, toChange, wordsFor, type Judged } from '../../table/compare';
import { askForProtected, deedsIn } from './ask-first';
import { newUserBody, newUserInWords, passwordReset, resetInWords } from './bodies';
import { email as emailField } from './fields/email';
import { state as stateField } from './fields/state';
import { grantedFields, placedFields } from './fields';
import { findUser, madeInFlight } from './find';
import { giveMissing, lookFirst } from './grants';
import { deleted, forgotten } from './memory';
import type { CloudIdentityMode, UserRow } from './row';
import { explainSuspension, refuseShutOut, shutsOut } from './shut-out';

/** What the row ended with, for the journal: who it is now, and what was left as Google has it. */
export interface Provisioned {
  readonly userId: string;
  readonly drift: readonly string[];
  /** The account was made in this run, perhaps by a request whose answer was lost. */
  readonly madeNow: boolean;
  readonly cloudIdentity?: CloudIdentityMode;
}

/** A user as the row wishes: created or adopted, placed, licensed, given roles. */
export function* provisionUser(row: UserRow): Procedure<Provisioned> {
  const found = yield* findUser(row);
  // Somebody who cleared the User ID of a deleted person wants a new account.
  if (found === 'gone')
    return yield* row.wish.userId === undefined
      ? provisionUser({ ...row, memory: forgotten(row.memory) })
      : deletedAtGoogle(row);
  const { user, drift } = found ? yield* adopt(row, found) : { user: yield* create(row), drift: [] };
  const madeNow = !found || madeInFlight(row, found);
  const { left, ...learnt } = yield* give(row, {
    user,
    createdHere: row.memory.created === true || madeNow,
    untouched: !found || row.untouched === true,
  });
  return { userId: user.id, drift: [...drift, ...left], madeNow, ...learnt };
}

function* create(row: UserRow): Procedure<User> {
  const { wish } = row;
  const orgUnit = yield* ensureOrgUnit(whereOf(wish), wish.orgUnit ?? '/');
  const inFlight = row.memory.mark && row.sentAt !== undefined ? { sentAt: row.sentAt } : {};
  const body = newUserBody(row, orgUnit);
  const values = newUserInWords(row, orgUnit);
  return yield* createUser({ account: wish.account, email: wish.email, body, values, ...inFlight });
}

function* adopt(row: UserRow, user: User): Procedure<{ readonly user: User; readonly drift: readonly string[] }> {
  const { account, email } = row.wish;
  const wish = yield* asSpelled(row.wish);
  const judged = judge(placedFields, { wish, agreed: row.memory.agreed ?? {}, thing: user, putBack: row.putBack });
  const changes = toChange(judged);
  const reset = passwordReset(row, user);
  for (const says of remarksOn(judged)) yield* say(says);
  const body = { ...changesIn(changes, user), ...reset };
  if (body.primaryEmail !== undefined) yield* lookFirst(grantedFields, wish, { account, email: user.primaryEmail });
  // Only who is moved needs the org unit: a row whose unit was renamed at Google must not bring the old one back.
  const moved =
    body.orgUnitPath === undefined || wish.orgUnit === undefined
      ? {}
      : { orgUnitPath: yield* ensureOrgUnit(whereOf(wish), wish.orgUnit) };
  if (wish.state !== undefined) yield* explainSuspension(user, body);
  if (shutsOut(body)) yield* refuseShutOut(row, user);
  askForProtected(row, user, deedsIn(body));
  const changed = yield* updateUser({
    account,
    user,
    name: `user:${email}`,
    body: { ...body, ...moved },
    words: wordsOf(row, { user, changes, isReset: reset.password !== undefined }),
  });
  return { user: changed, drift: drifted(judged).map(({ header }) => header) };
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
  return { ...words, many: isReset ? 'set given passwords' : isRename ? 'rename users' : changeInTotals(changes) };
}

function changeInTotals(changes: readonly Judged[]): string {
  const change = changes.find(({ field }) => field.id === stateField.id);
  if (!change) return 'change users';
  return change.value === 'Suspended' ? 'suspend users' : 'let users in again';
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
  { wish, memory, putBack, now, cloudIdentity }: UserRow,
  whose: Whose,
): Procedure<{ readonly left: readonly string[] } & Pick<Provisioned, 'cloudIdentity'>> {
  let learnt: Pick<Provisioned, 'cloudIdentity'> = {};
  const left = yield* giveMissing(grantedFields, {
    wish,
    agreed: memory.agreed ?? {},
    putBack,
    person: personOf({ account: wish.account, email: wish.email, ...whose }),
    today: now.slice(0, 10),
    learn: (found) => {
      learnt = { cloudIdentity: found };
    },
    ...(cloudIdentity ? { cloudIdentity } : {}),
  });
  return { left, ...learnt };
}

function* deletedAtGoogle(row: UserRow): Procedure<Provisioned> {
  yield* say(
    'The account was deleted at Google since. It is left so. Restore it in the Admin console (Directory › Users › Recently deleted), or clear the User ID cell to create a new one.',
  );
  return { userId: row.memory.userId ?? row.wish.userId ?? '', drift: [deleted], madeNow: false };
}
