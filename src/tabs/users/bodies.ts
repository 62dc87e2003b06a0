import { Blocked } from '../../engine/outcome';
import type { JsonObject } from '../../engine/request';
import type { User } from '../../google/resources';
import type { Told, Words } from '../../engine/words';
import { doubtsAbout, newBody, newInWords, refuseDoubts } from '../../table/compare';
import { placedFields } from './fields';
import { madeInFlight } from './find';
import type { PasswordWish } from './read-password';
import { email as emailField } from './fields/email';
import type { UserRow } from './row';

/** The body that makes an account, and what a password adds to it. A password is a reference until it is sent. */

/**
 * The body of a new user. Throws Blocked where the names are missing that only a new person needs.
 */
export function newUserBody(row: UserRow, orgUnit: string): JsonObject {
  const { wish } = row;
  refuseWithoutPassword(row);
  if (wish.firstName === undefined || wish.lastName === undefined) {
    throw new Blocked(
      `${wish.email} does not exist yet.`,
      `A new person needs a first name and a last name. ${wholeName(wish) ?? 'For somebody who has one name write it into both cells, or a full stop into the other.'}`,
      { column: wish.firstName === undefined ? 'firstName' : 'lastName' },
    );
  }
  refuseDoubts(doubtsAbout(placedFields, wish));
  return {
    ...newBody(placedFields, { ...wish, orgUnit }),
    ...passwordBody(row),
    changePasswordAtNextLogin: wish.changePassword ?? true,
  };
}

/** One cell that seems to hold both names. */
function wholeName({ firstName, lastName }: UserRow['wish']): string | undefined {
  const name = firstName ?? lastName ?? '';
  if (!/\S[,\s]+\S/.test(name)) return undefined;
  return `${firstName === undefined ? 'Last name' : 'First name'} holds “${name}”, which looks like both: write each name into its own cell.`;
}

/** What the body of a new user says, in words: never which password, only who made it. */
export function newUserInWords({ wish }: UserRow, orgUnit: string): readonly Told[] {
  const fields = placedFields.filter(({ id }) => id !== emailField.id);
  const keeps = wish.changePassword === false ? ['no new password at sign-in'] : [];
  return [
    ...newInWords(fields, { ...wish, orgUnit }, wish.owed?.notes),
    ['password', givenOrMade(wish.password)],
    ...keeps,
  ];
}

/** What a password is called: never which, only who made it. */
export function givenOrMade(password: PasswordWish | undefined): string {
  if (!password) return 'made';
  return password.kind === 'hash' ? `given as a hash of ${password.hashFunction}` : 'given';
}

/** What a reset is called. */
export function resetInWords({ wish: { password, changePassword } }: UserRow): Pick<Words, 'plan' | 'done'> {
  const hash = password?.kind === 'hash' ? ` as a hash of ${password.hashFunction}` : '';
  const keeps = changePassword === false ? ' to be kept at sign-in' : '';
  return { plan: `set the given password${hash}${keeps}`, done: 'set the given password' };
}

/**
 * What resets the password of an existing account; nothing for one that was made in this run and has it already.
 */
export function passwordReset(row: UserRow, user: User): JsonObject {
  const { wish } = row;
  if (row.passwordUsed !== false && madeInFlight(row, user)) return {};
  refuseWithoutPassword(row);
  if (!wish.password) return {};
  return { ...passwordBody(row), changePasswordAtNextLogin: wish.changePassword ?? true };
}

/** What a reset sends that was chosen as such: the given password, or else the one that is made. */
export function deedReset(row: UserRow): JsonObject {
  const { wish } = row;
  refuseWithoutPassword(row);
  return { ...passwordBody(row), changePasswordAtNextLogin: wish.changePassword ?? true };
}

function refuseWithoutPassword({ passwordGone }: UserRow): void {
  if (passwordGone)
    throw new Blocked('The Password cell was changed after the row was checked.', 'Check the row again.', {
      column: 'password',
    });
}

function passwordBody({ wish: { email, password }, takeRoom }: UserRow): JsonObject {
  takeRoom?.();
  const reference = { password: { secret: `password of ${email}` } };
  return password?.kind === 'hash' ? { ...reference, hashFunction: password.hashFunction } : reference;
}
