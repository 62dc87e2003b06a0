import { Blocked } from '../../engine/outcome';
import { ask, say, type Procedure } from '../../engine/procedure';
import type { JsonObject } from '../../engine/request';
import { consoles } from '../../google/consoles';
import { superAdminsFact } from '../../google/facts';
import type { User } from '../../google/resources';
import type { UserRow } from './row';

/** Who is never shut out of an account, and whom only Google lets in again. */

const column = 'state';

/** Throws Blocked for a state that nobody can be made in. */
export function refuseStateOfNobody({ email, state }: UserRow['wish']): void {
  if (state === 'Archived')
    throw new Blocked(`${email} does not exist yet, and nobody new can be archived.`, 'Write Active or Suspended.', {
      column,
    });
}

/** Whether an update keeps somebody from signing in. */
export function shutsOut({ suspended, archived }: JsonObject): boolean {
  return suspended === true || archived === true;
}

/**
 * Throws Blocked for a change that would shut out the person who runs, or leave an account without a super
 * administrator who can sign in: whatever anybody answers. Super administrators whose rows shut them out, too, do not
 * count.
 */
export function* refuseShutOut(row: Staying, user: User): Procedure<void> {
  const who = yield* whoStays(row, user);
  if (who === undefined) return;
  throw new Blocked(
    `${who} never shuts out.`,
    isOwn(row, user)
      ? 'Leave it as it is, or let another administrator run this row.'
      : 'Make somebody else a super administrator first, then check this row again.',
    { column },
  );
}

/**
 * Throws Blocked for taking roles from the person who runs, or from the last super administrator who can sign in:
 * whatever anybody answers.
 */
export function* refuseTakingRights(row: Staying, user: User): Procedure<void> {
  const who = yield* whoStays(row, user, 'from ');
  if (who === undefined) return;
  throw new Blocked(`${who} takes no roles.`, 'Write all roles of the account into the Roles cell, or empty it.', {
    column: 'roles',
  });
}

/** Throws Blocked for what would end the very session that the work is done in, whatever anybody answers. */
export function refuseForOneself(
  row: Pick<UserRow, 'me'>,
  user: User,
  { says, remedy, column: at = 'email' }: { readonly says: string; readonly remedy: string; readonly column?: string },
): void {
  if (isOwn(row, user)) throw new Blocked(`This is your own account: ${says}`, remedy, { column: at });
}

/** The same for a new password. `cell`: where the row itself wishes it, what is to be done with the cell before. */
export function refuseOwnPassword(row: Pick<UserRow, 'me'>, user: User, cell?: string): void {
  refuseForOneself(row, user, {
    says: 'a new password would end the session that you work in.',
    remedy: `${cell ?? ''}Change your own password at myaccount.google.com.`,
    ...(cell === undefined ? {} : { column: 'password' }),
  });
}

type Staying = Pick<UserRow, 'wish' | 'me' | 'leaving'>;

/** Who is left as they are, as the beginning of a sentence; undefined for anybody else. */
function* whoStays(row: Staying, user: User, from = ''): Procedure<string | undefined> {
  if (isOwn(row, user)) return `${user.primaryEmail} is your own account, ${from}which Seatsheet`;
  return (yield* isLast(row, user))
    ? `${user.primaryEmail} is the last super administrator who could still sign in, ${from}whom Seatsheet`
    : undefined;
}

function isOwn({ me }: Pick<UserRow, 'me'>, { primaryEmail, aliases }: User): boolean {
  return [primaryEmail, ...aliases].includes(me);
}

function* isLast({ wish, leaving }: Staying, user: User): Procedure<boolean> {
  if (!user.isAdmin) return false;
  const others = yield* ask(superAdminsFact(wish.account));
  return !others.some((other) => other.id !== user.id && canSignIn(other) && !leaving.has(other.primaryEmail));
}

function canSignIn({ suspended, more }: User): boolean {
  return !suspended && more.archived !== true;
}

/**
 * Says what somebody's account is at Google, where the row wishes nothing about it and might be read as if it were in
 * use.
 */
export function* tellState(user: User): Procedure<void> {
  const told = suspendedByGoogle(user);
  if (told) yield* say(told.join(' '));
  if (user.more.archived === true) yield* say('The account is archived at Google: State Active brings it back.');
  else if (user.suspended && !told)
    yield* say('The account is suspended at Google: State Active lets the person in again.');
}

/**
 * Says that Google itself suspended somebody. Throws Blocked where the row would lift that: Google refuses it
 * (`adminCannotUnsuspend`, GAM's source).
 */
export function* explainSuspension(user: User, body: JsonObject): Procedure<void> {
  const told = suspendedByGoogle(user);
  if (!told) return;
  if (body.suspended === false) throw new Blocked(...told, { column });
  yield* say(told.join(' '));
}

/** What and what to do, where it was not an administrator who suspended somebody. */
function suspendedByGoogle(user: User): readonly [says: string, remedy: string] | undefined {
  const reason = user.more.suspensionReason;
  if (!user.suspended || typeof reason !== 'string' || reason === '' || reason === 'ADMIN') return undefined;
  return [
    `${user.primaryEmail} was suspended by Google itself (${reason}), which no administrator can lift from here.`,
    `Open ${consoles.users.path} > the person: the reason stands on top, with Reactivate where it is possible. Otherwise ask Google support.`,
  ];
}
