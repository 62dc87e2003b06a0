import { checkAlias, checkDomain, checkEmail, limits } from '../../google/limits';
import { checked, readText } from '../../table/cell';
import type { RowReading } from '../../table/reading';
import { quote } from '../../table/text';
import type { UserColumn } from './columns';
import { domainOf, type DomainStanding } from './read-domains';
import { hasPassword, readFields, type Fields } from './read-fields';
import type { Lookups } from './read-lookups';
import type { UserWish } from './wish';

/** One row of the Users tab by itself, before it is compared with the others. */
export interface UserDraft {
  readonly reading: RowReading<UserColumn>;
  /** The address in lower case, where it can serve as a key, even if something is wrong with it. */
  readonly email: string | undefined;
  /** How the domain of the address stands; undefined where the address has none. */
  readonly standing: DomainStanding | undefined;
  readonly fields: Fields;
  readonly hasPassword: boolean;
}

/** What a row is read with. */
export interface RowContext {
  readonly lookups: Lookups;
  readonly standingOf: (domain: string) => DomainStanding;
}

/** Reads one row. Complaints about the row itself are in its reading afterwards. */
export function readRow(reading: RowReading<UserColumn>, { lookups, standingOf }: RowContext): UserDraft {
  const email = readEmail(reading);
  const standing = email === undefined ? undefined : standingOfAddress(email, standingOf);
  if (standing !== undefined && standing.kind !== 'waits' && standing.complaint !== undefined)
    reading.complain('email', standing.complaint);
  const account = standing?.kind === 'account' ? standing.account : undefined;
  const fields = readFields(reading, lookups, account);
  checkAliases(reading, { email, account, aliases: fields.aliases ?? [], standingOf });
  return { reading, email, standing, fields, hasPassword: hasPassword(reading) };
}

/** The wish of a row against which nothing speaks. */
export function wishOf({ reading, email, standing, fields }: UserDraft): UserWish | undefined {
  if (email === undefined || standing?.kind !== 'account' || reading.complaints.length > 0) return undefined;
  return { email, account: standing.account, ...given(fields) };
}

/** The fields that say something: a wish leaves out what a cell left blank. */
function given(fields: Fields): Omit<UserWish, 'email' | 'account'> {
  // Undefined is the only thing that a field may be beyond what a wish takes, and it is what is left out here.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Omit<
    UserWish,
    'email' | 'account'
  >;
}

/** A text that is one address names a row, even when Google would refuse it. */
const usableKey = /^[^\s@,;<>()"=]+@[^\s@,;<>()"=]+$/;

/** The address in lower case, where the row has one that can serve as its key. */
export function keyAddress(reading: RowReading<UserColumn>): string | undefined {
  const cell = readText(reading.text('email'));
  return cell.kind === 'value' && usableKey.test(cell.value) ? cell.value.toLowerCase() : undefined;
}

function readEmail(reading: RowReading<UserColumn>): string | undefined {
  const cell = readText(reading.text('email'));
  if (cell.kind === 'blank')
    reading.complain('email', 'The row has no address. Write the address the person signs in with, or empty the row.');
  reading.take(
    'email',
    checked(cell, checkEmail),
    'A - does not belong here: a row needs the address the person signs in with.',
  );
  return keyAddress(reading);
}

/** What is no domain at all was complained about with the address, and stands nowhere. */
function standingOfAddress(email: string, standingOf: RowContext['standingOf']): DomainStanding | undefined {
  const domain = domainOf(email);
  return checkDomain(domain) === undefined ? standingOf(domain) : undefined;
}

interface AliasContext {
  readonly email: string | undefined;
  readonly account: string | undefined;
  readonly aliases: readonly string[];
  readonly standingOf: (domain: string) => DomainStanding;
}

function checkAliases(reading: RowReading<UserColumn>, context: AliasContext): void {
  const { aliases } = context;
  for (const alias of aliases) {
    const says = checkAlias(alias, context.email) ?? foreign(alias, context);
    if (says !== undefined) reading.complain('aliases', says);
  }
  const most = limits.aliasesPerUser;
  if (aliases.length > most)
    reading.complain(
      'aliases',
      `These are ${String(aliases.length)} aliases; Google takes ${String(most)} for a person. Take some out.`,
    );
}

/** Aliases are on verified domains of the person's own account (Directory API, "Manage user aliases"). */
function foreign(alias: string, { email, account, standingOf }: AliasContext): string | undefined {
  if (email === undefined || domainOf(alias) === domainOf(email) || account === undefined) return undefined;
  const standing = standingOf(domainOf(alias));
  if (standing.kind === 'account' && standing.account === account) return standing.complaint;
  if (standing.kind === 'unknown') return standing.complaint;
  return `The alias ${quote(alias)} is on a domain of another account than ${domainOf(email)}. An alias is on a domain of the person's own account.`;
}
