import { Blocked } from '../../engine/outcome';
import { answerTo, type Question } from '../../engine/question';
import type { JsonObject } from '../../engine/request';
import { shownValue } from '../../engine/words';
import type { UnitDoubt } from '../../ensure/unit-doubts';
import { fullName } from '../../ensure/user';
import { samePersonName } from '../../google/names';
import { roleShown } from '../../google/scoped-roles';
import type { User } from '../../google/resources';
import { mailKind } from './memory';
import { askedOfAddress, refuseAsked } from '../ask-address';
import type { UserRow } from './row';

/** What a person is asked before somebody's account is touched. Each throws Blocked until there is a yes. */

type Asking = Pick<UserRow, 'wish' | 'memory'>;

/** Address and names are not the same thing: a namesake's account is changed only on a person's word. */
export function askForNamesake({ wish, memory }: Asking, met: User): void {
  if (wish.firstName === undefined && wish.lastName === undefined) return;
  const name = fullName(met.name);
  const wished = fullName({
    givenName: wish.firstName ?? met.name.givenName,
    familyName: wish.lastName ?? met.name.familyName,
  });
  if (samePersonName(wished, name)) return;
  refuseUntilYes(memory, {
    question: { kind: 'samePerson', says: 'Same person?', about: { name } },
    column: 'email',
    asks: `${met.primaryEmail} exists as “${name}”. Same person?`,
    no: [`${met.primaryEmail} belongs to another person (“${name}”).`, 'Choose another address for this row.'],
  });
}

/** A User ID that somebody typed may be anybody's: the account is taken for the row's only on a person's word. */
export function askForTypedId({ wish, memory }: Asking, { id, primaryEmail, name }: User): void {
  if (primaryEmail === wish.email || primaryEmail === wish.formerEmail) return;
  const who = withName(primaryEmail, name);
  refuseUntilYes(memory, {
    question: { kind: 'userId', says: `Is the row about ${who}?`, about: { userId: id, email: primaryEmail } },
    column: 'userId',
    asks: `The User ID of this row is that of ${who}. Is the row about that account, which it would rename to ${wish.email}?`,
    no: [`The User ID of this row is that of ${who}, who is not meant.`, 'Clear the User ID cell, then check again.'],
  });
}

/** The kind of the question whether somebody who was deleted comes back. */
export const restoring = 'restore';

/**
 * Whether somebody who was deleted is the person of a row that has their address: only a person knows. A no means that
 * a new account is wanted. `older`: others who had the address, deleted before; to be named by User ID.
 */
export function isSamePerson({ wish, memory }: Asking, deleted: User, older: readonly User[]): boolean {
  const who = `${withName(wish.email, deleted.name)}, deleted${onDay(deleted)}`;
  const about = { userId: deleted.id, email: wish.email };
  const question = { kind: restoring, says: `Restore ${who}?`, about };
  const answer = answerTo(memory.answers, question);
  if (answer !== undefined) return answer;
  const others = older.map((one) => `${one.id}${one.deletionTime === '' ? '' : ` (deleted${onDay(one)})`}`).join(', ');
  throw new Blocked(
    `Google still has ${who}. Is that the person of this row, to be restored?`,
    `Answer in the sidebar; after a no the row makes a new account.${
      others && ` Others had that address before: for one of them write the User ID into its cell: ${others}.`
    }`,
    { question, column: 'email' },
  );
}

/** When somebody was deleted, where Google tells: ` on 2026-03-12`. */
export function onDay({ deletionTime }: Pick<User, 'deletionTime'>): string {
  return deletionTime === '' ? '' : ` on ${deletionTime.slice(0, 10)}`;
}

/** Of somebody who was deleted Google may show no name. */
function withName(email: string, name: User['name']): string {
  return fullName(name) === '' ? email : `${email} (“${fullName(name)}”)`;
}

/** An org unit that looks like a slip of one that is there is made only on a person's word. */
export function askForNewUnit({ memory }: Pick<UserRow, 'memory'>, { path, says, near }: UnitDoubt): void {
  refuseUntilYes(memory, {
    question: { kind: 'newOrgUnit', says: `Create the org unit ${path}?`, about: { path: path.toLowerCase() } },
    column: 'orgUnit',
    asks: `There is no org unit ${shownValue(path)}. ${says} Create ${shownValue(path)} all the same?`,
    no: [`The org unit ${shownValue(path)} is not created.`, `Write the one that is meant, such as ${near}.`],
  });
}

/** What an update does to somebody that cannot simply be done again the other way. */
export function deedsIn({ primaryEmail, password, suspended, archived }: JsonObject): readonly string[] {
  return [
    ...(typeof primaryEmail === 'string' ? [`rename the account to ${primaryEmail}`] : []),
    ...(password === undefined ? [] : ['reset the password']),
    ...(suspended === true ? ['suspend the account'] : []),
    ...(archived === true ? ['archive the account'] : []),
  ];
}

/** These deeds are done to administrators, and to people on the list of whoever runs, only on a second yes by name. */
export function askForProtected(
  { memory, protect }: Pick<UserRow, 'memory' | 'protect'>,
  user: User,
  deeds: readonly string[],
): void {
  const is = protectedAs(user, protect);
  if (is === undefined || deeds.length === 0) return;
  const what = deeds.join(' and ');
  const who = `${user.primaryEmail} is ${is}`;
  refuseUntilYes(memory, {
    question: { kind: 'administrator', says: `${who}: ${what}?`, about: { email: user.primaryEmail, deeds: what } },
    column: 'email',
    asks: `${who}. Really ${what}?`,
    no: [`${who}, and is left as is.`, 'Take out of the row what it would change, then check again.'],
  });
}

/** Whoever is like an administrator becomes one only on a person's word; never by taking over in silence. */
export function askForRolesLike(
  { wish, memory }: Asking,
  { person, roles }: { readonly person: string; readonly roles: readonly string[] },
): void {
  const names = roles.map(roleShown).join(', ');
  refuseUntilYes(memory, {
    question: {
      kind: 'rolesLike',
      says: `Give the roles of ${person} (${names}) to ${wish.email}?`,
      about: { person, roles: roles.join('\n') },
    },
    column: 'like',
    asks: `${wish.email} is to be like ${person}, who holds admin roles: ${names}. Really give these roles to ${wish.email}, too?`,
    no: [`The roles of ${person} are not handed on.`, 'Write - or the roles that are meant into the Roles cell.'],
  });
}

const elsewhere = ['recoveryEmail', 'secondaryEmail', 'sendTo'] as const;

/** Addresses elsewhere in these columns that look like a slip are used only on a person's word, once for all rows. */
export function askForAddresses(
  { wish, memory, answersOfAccount }: Pick<UserRow, 'wish' | 'memory' | 'answersOfAccount'>,
  columns: readonly string[] = elsewhere,
): void {
  const { answers = [], agreed = {} } = memory;
  const { account } = wish;
  for (const id of elsewhere.filter((one) => columns.includes(one) && wish[one] !== agreed[one]))
    refuseAsked(askedOfAddress(wish[id], { answers: [...answers, ...answersOfAccount()], account }), id);
}

function protectedAs({ isAdmin, isDelegatedAdmin, primaryEmail, aliases }: User, protect: UserRow['protect']) {
  if (isAdmin) return 'a super administrator';
  if (isDelegatedAdmin) return 'an administrator';
  return [primaryEmail, ...aliases].some((address) => protect.includes(address))
    ? 'on your list of protected people'
    : undefined;
}

/** A mail with a password that may have gone out already goes once more only on a person's word. */
export function askForSecondMail({ memory }: Asking, to: string): void {
  const at = memory.begun?.[mailKind];
  if (at === undefined) return;
  const when = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
  refuseUntilYes(memory, {
    question: { kind: mailKind, says: `Send the mail to ${to} again?`, about: { at, to } },
    column: 'sendTo',
    asks: `A mail to ${to} may have gone out at ${when}: look in Sent. Send it again?`,
    no: ['The mail may have gone out, and is not sent again.', 'Erase the password under Hand-off if it arrived.'],
  });
}

interface Ask {
  readonly question: Question;
  readonly column: string;
  readonly asks: string;
  /** What the row says after a no, and the remedy. */
  readonly no: readonly [says: string, remedy: string];
}

function refuseUntilYes({ answers }: UserRow['memory'], { question, column, asks, no }: Ask): void {
  const answer = answerTo(answers, question);
  if (answer === true) return;
  if (answer === false) throw new Blocked(...no, { column });
  throw new Blocked(asks, 'Answer in the sidebar, or correct the row.', { question, column });
}
