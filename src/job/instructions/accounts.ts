import { findLanguage } from '../../google/languages';
import { checkMailAddress } from '../../google/limits';
import { memoryIn } from '../../tabs/users/memory';
import { users as usersTab } from '../../tabs/users/tab';
import { keyOf } from '../secrets/handed-off';
import type { Line } from '../../tabs/line';
import { readRoster, rosterAddresses, type RosterAddress, type RosterPerson } from '../../tabs/team/roster';
import type { Values } from '../../tabs/sheet';
import { ownersOfDomains } from '../accounts/known';
import { Journal } from '../journal/journal';
import { readSheet } from '../rows/spreadsheet';
import { noSheet } from '../rows/sheets';
import { securityGroup } from './told';

/** The people of the Team tab with their accounts, as the rows of Users and the journal know them. */

/** An account that somebody has, or is to have. */
export interface StaffAccount {
  readonly email: string;
  readonly domain: string;
  readonly role: string;
  /** The primary domain of its Google account, '' where no administrator of it was here yet. */
  readonly primary: string;
  /** Google's security group there, '' where nobody wrote it down. */
  readonly group: string;
  /** What keeps it from being ready, '' where it is. */
  readonly missing: string;
}

/** Somebody who is told about accounts. */
export interface StaffPerson {
  readonly person: string;
  readonly name: string;
  /** '' where no mail could go to what the row says. */
  readonly to: string;
  /** Google's code; anything else is English. */
  readonly language: string | undefined;
  readonly accounts: readonly StaffAccount[];
}

/** What people see on a tab; nothing where there is none. */
export function valuesOf(tab: string): Values {
  return readSheet(tab)?.values ?? [];
}

/** What is known of the team: its tab and Users as people see them, and the lines of the journal. */
export interface StaffSeen {
  readonly team: Values;
  readonly users: Values;
  readonly lines: readonly Line[];
}

/** Everybody on the roster who has not left and has a domain ticked, read now. Throws Trouble where there is no Team tab. */
export function staff(): readonly StaffPerson[] {
  const team = readSheet('Team')?.values;
  if (!team) throw noSheet('Team');
  return staffIn({ team, users: valuesOf(usersTab.name), lines: Journal.look() });
}

/** The same of what was read already. */
export function staffIn({ team, users, lines }: StaffSeen): readonly StaffPerson[] {
  const people = readRoster(team).people.filter(({ left }) => !left);
  const addresses = rosterAddresses(people, users);
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return people.flatMap((one) => {
    const ticked = (addresses.get(one.name) ?? []).filter((address) => address.ticked);
    return ticked.length ? [staffPerson(one, ticked, byKey)] : [];
  });
}

function staffPerson(
  one: RosterPerson,
  ticked: readonly RosterAddress[],
  lines: ReadonlyMap<string, Line>,
): StaffPerson {
  const language = findLanguage(one.language);
  return {
    person: one.name,
    name: `${one.given} ${one.family}`.trim(),
    to: checkMailAddress(one.workAddress) === undefined ? one.workAddress : '',
    language: 'found' in language ? language.found.code : undefined,
    accounts: ticked.map((address) => staffAccount(address, lines.get(keyOf(address.email)), one.role)),
  };
}

function staffAccount({ email, domain, users }: RosterAddress, line: Line | undefined, role: string): StaffAccount {
  const owner = ownersOfDomains().get(domain);
  const roles = users?.text('roles') ?? '';
  return {
    email,
    domain,
    role: roles && roles !== '-' ? roles : role,
    primary: owner?.primaryDomain ?? '',
    group: owner ? securityGroup(owner.id).group : '',
    missing: users ? missingOf(line) : 'no row on Users yet',
  };
}

/** An account is ready when the last check or run found or left it as its row wishes. */
function missingOf(line: Line | undefined): string {
  if (!line || line.outcome === 'notChecked' || line.outcome === 'stale') return 'not checked yet';
  if (memoryIn(line.memory).userId === undefined)
    return line.outcome === 'planned' ? 'planned, not run yet' : 'no account yet';
  if (line.outcome === 'settled' || line.outcome === 'done') return '';
  return line.outcome === 'planned' ? 'a change is planned, not run yet' : line.details || 'not finished yet';
}
