import { defined } from '../../engine/defined';
import { checkDomain } from '../../google/limits';
import { readText } from '../../table/cell';
import type { WishOf } from '../../table/field';
import { readFields } from '../../table/read-row';
import { userFields, type UserReading } from './fields';
import { complainOfAliases } from './read-aliases';
import { domainOf, type DomainState } from '../domains';
import { readCustomFields } from './read-custom';
import type { Owed } from './like/owed';
import { complainOfSpare, templateIn } from './like/template';
import type { Lookups } from './read-lookups';
import { changeBeside, passwordBeside } from './read-beside';
import { holdsPassword, type HashFunction } from './read-password';
import type { UserWish } from './wish';

/** One row of the Users tab by itself, before it is compared with the others. */
export interface UserDraft {
  readonly reading: UserReading;
  /** The address in lower case, where it can serve as a key, even if something is wrong with it. */
  readonly email: string | undefined;
  /** How the domain of the address stands; undefined where the address has none. */
  readonly standing: DomainState | undefined;
  /** What the cells say that are right. */
  readonly cells: WishOf<typeof userFields>;
  readonly hasPassword: boolean;
  /** The Password cell is a hash, of the function that another column names. */
  readonly hashFunction?: HashFunction;
  /** The name of a template row, which is nobody by itself. */
  readonly template?: string;
  /** What the cells owe to others. */
  readonly owed?: Owed;
}

/** What a row is read with. */
export interface RowContext {
  readonly lookups: Lookups;
  readonly standingOf: (domain: string) => DomainState;
}

/** Reads one row. Complaints about the row itself are in its reading afterwards. */
export function readRow(reading: UserReading, context: RowContext): UserDraft {
  const template = templateIn(reading.text('email'));
  return template === undefined ? readPerson(reading, context) : readTemplate(reading, template, context);
}

const ofTemplates = userFields.filter(({ id, takenOver }) => takenOver === true || id === 'like');

function readTemplate(reading: UserReading, template: string, { lookups }: RowContext): UserDraft {
  const cells = readFields(ofTemplates, reading, { lookups, standing: undefined });
  complainOfSpare(reading);
  return { reading, template, email: undefined, standing: undefined, cells, hasPassword: false };
}

function readPerson(reading: UserReading, { lookups, standingOf }: RowContext): UserDraft {
  const email = keyAddress(reading);
  const standing = email === undefined ? undefined : standingOfAddress(email, standingOf);
  const { hashFunction, text } = passwordBeside(reading);
  const read = readFields(userFields, withPassword(reading, text), { lookups, standing });
  const { account } = standing?.kind === 'account' ? standing : {};
  const custom =
    read.custom && account !== undefined
      ? { custom: readCustomFields(reading, read.custom, { lookups, account }) }
      : {};
  const cells = { ...read, ...custom, ...changeBeside(reading) };
  if (cells.newEmail !== undefined) complainOfNewEmail(reading, cells.newEmail, { standing, standingOf });
  complainOfAliases(reading, { email, standing, aliases: cells.aliases ?? [], standingOf });
  const hasPassword = holdsPassword(reading.text('password'));
  return { reading, email, standing, cells, hasPassword, ...(hashFunction ? { hashFunction } : {}) };
}

/** The row with another text in its Password cell. */
function withPassword(
  reading: UserReading,
  password: string,
): Pick<UserReading, 'text' | 'take' | 'complain' | 'warn'> {
  return {
    text: (id) => (id === 'password' ? password : reading.text(id)),
    take: (id, cell, noDash) => reading.take(id, cell, noDash),
    complain: (id, says) => reading.complain(id, says),
    warn: (says) => reading.warn(says),
  };
}

/** Nobody moves to another account by a rename. */
function complainOfNewEmail(
  reading: UserReading,
  address: string,
  { standing, standingOf }: Pick<UserDraft, 'standing'> & Pick<RowContext, 'standingOf'>,
): void {
  const next = standingOf(domainOf(address));
  if (next.kind === 'unknown') return reading.complain('newEmail', next.complaint);
  if (standing?.kind !== 'account') return;
  if (next.kind === 'waits' || next.account !== standing.account)
    return reading.complain(
      'newEmail',
      `${domainOf(address)} is not a domain of the account that the person is in. A new address is on a domain of the same account.`,
    );
  if (next.complaint !== undefined) reading.complain('newEmail', next.complaint);
}

/** The wish of a row against which nothing speaks. */
export function wishOf({ reading, email, standing, cells, owed }: UserDraft): UserWish | undefined {
  if (email === undefined || standing?.kind !== 'account' || reading.complaints.length > 0) return undefined;
  const { newEmail = email } = cells;
  const renamed = newEmail === email ? {} : { formerEmail: email };
  return { ...cells, email: newEmail, ...renamed, account: standing.account, ...defined({ owed }) };
}

/** A text that is one address names a row, even when Google would refuse it. */
export const usableKey = /^[^\s@,;<>()"=]+@[^\s@,;<>()"=]+$/;

/** The address in lower case, where the row has one that can serve as its key. */
export function keyAddress(reading: UserReading): string | undefined {
  const cell = readText(reading.text('email'));
  return cell.kind === 'value' && usableKey.test(cell.value) ? cell.value.toLowerCase() : undefined;
}

/** What is no domain at all is complained about with the address, and stands nowhere. */
function standingOfAddress(email: string, standingOf: RowContext['standingOf']): DomainState | undefined {
  const domain = domainOf(email);
  return checkDomain(domain) === undefined ? standingOf(domain) : undefined;
}
