import { localPart, numbered } from '../../google/address-pattern';
import type { RosterAccount } from '../../tabs/team/accounts';
import { samePersonName } from '../../google/names';
import { peopleRows, type PersonRow } from '../../tabs/people-rows';
import { memoryIn } from '../../tabs/team/memory';
import { readTeam, type TeamRowRead } from '../../tabs/team/read';
import { fromTeam, readRoster, rosterAddresses, type RosterPerson } from '../../tabs/team/roster';
import { isInReach, stateIn } from '../../tabs/team/accounts';
import { rosterDomains, team } from '../../tabs/team/tab';
import { followingsOf, leaversRow, newRow } from '../../tabs/team/users-cells';
import { leaversBecome } from '../../tabs/users/leaving';
import { languageIn, withoutAddress } from '../../tabs/users/without-address';
import { asText } from '../../table/safe';
import { fold } from '../../table/text';
import { patternSet } from '../addresses/propose';
import { Journal } from '../journal/journal';
import { openUsers, writeUsers, type UserWrite } from '../people/users-sheet';
import { ports } from '../ports';
import { readingFor } from '../reach/reading';
import type { Reading } from '../rows/rows';
import { openSheets, type TabSheet } from '../rows/sheets';
import type { Slice } from '../slice';
import { accountsThere, rosterAddressesFor, type Where } from './addresses';
import { keepDomains } from './domains';

/**
 * The Users tab kept in step with the roster before a check reads its rows: rows that are missing are added, and cells
 * that still say what the roster wrote follow it. A check that dies afterwards finds them there, and adds nothing
 * twice.
 */

/** The sheets as they are then, and how many rows of Users were added. */
export interface InStep {
  readonly sheets: readonly TabSheet[];
  readonly added: number;
}

/** Brings Users in step. Needs the lock. Nothing is sent to Google. */
export function keepInStep(slice: Slice, sheets: readonly TabSheet[]): InStep {
  const found = sheets.find(({ tab }) => tab === team);
  if (!found) return { sheets, added: 0 };
  const reading = readingFor(slice, sheets, { id: '' });
  const isNew = [keepDomains(found, reading), proposeUserNames(found)].includes(true);
  if (isNew) ports().spreadsheet.apply();
  const now = isNew ? openSheets() : sheets;
  const writes = writesFor(slice, now, reading);
  if (writes.length) writeUsers(openUsers(), writes);
  return { sheets: writes.length ? openSheets() : now, added: writes.filter(({ row }) => row === undefined).length };
}

/** User names for people who have none, by the pattern of addresses. Says whether any was written. */
function proposeUserNames({ sheet, values, named }: TabSheet): boolean {
  const { people } = readRoster(values);
  const column = named.positions.userName;
  const used = new Set(people.map(({ userName }) => userName));
  const nameless = people.filter(({ userName, given, family }) => userName === '' && given !== '' && family !== '');
  const proposed = nameless.flatMap(({ row, given, family, language }) => {
    const called = { first: given, last: family, language: languageIn(language) };
    const local = localPart(patternSet(), called);
    if (local === undefined) return [];
    const names = Array.from({ length: used.size + 1 }, (_, at) => numbered(local, at + 1));
    const userName = names.find((one) => !used.has(one)) ?? local;
    used.add(userName);
    return [{ row, userName }];
  });
  if (column === undefined) return false;
  for (const { row, userName } of proposed) sheet.getRange(row, column + 1).setValues([[asText(userName)]]);
  return proposed.length > 0;
}

/** Somebody on the roster with an account that is to be there, or to be left. */
interface Staffed {
  readonly person: RosterPerson;
  readonly account: RosterAccount;
}

function writesFor(slice: Slice, sheets: readonly TabSheet[], reading: Reading): readonly UserWrite[] {
  const roster = sheets.find(({ tab }) => tab === team)?.values ?? [];
  const read = readTeam(roster).rows;
  if (!read.length) return [];
  const users = openUsers().values;
  const { reach, others } = reading;
  const stateOf = rosterDomains({ domains: reach.domains, elsewhere: [...others, ...reach.elsewhere] });
  const addresses = rosterAddresses(
    read.map(({ person }) => person),
    users,
  );
  const staffed = read.flatMap(({ wish, name }: TeamRowRead): Staffed[] => {
    if (!wish) return [];
    const all = (addresses.get(name) ?? []).map((one) => ({ ...one, state: stateOf(one.domain) }));
    return all.filter((one) => one.ticked && isInReach(one)).map((account) => ({ person: wish, account }));
  });
  const missing = staffed.filter(({ account }) => !account.users);
  const adding = { account: reach.who.account, users };
  return [...changesFor(staffed.filter(({ person }) => !person.left)), ...addedFor(slice, missing, adding)];
}

/** What follows the roster in rows that it made, and the State of people who are back. */
function changesFor(staffed: readonly Staffed[]): readonly UserWrite[] {
  if (!staffed.length) return [];
  const lines = new Map(Journal.look().map((line) => [line.key, line]));
  return staffed.flatMap(({ person, account }): UserWrite[] => {
    const { users, email } = account;
    if (!users) return [];
    const { wrote = {}, left = {} } = memoryIn(lines.get(person.name)?.memory ?? {});
    const { due } = followingsOf(person, users, wrote[email]);
    const back = left[email] !== undefined && isAway(stateIn(account)) ? { state: 'Active' } : {};
    const cells = { ...due, ...back };
    return Object.keys(cells).length ? [{ row: users.row, cells }] : [];
  });
}

function isAway(state: string): boolean {
  return leaversBecome.some((one) => fold(one) === fold(state));
}

/** Where rows are added. `account`: that of whoever works. */
interface Adding {
  readonly account: string;
  readonly users: TabSheet['values'];
}

/** New rows; a row that somebody wrote for the person before is taken for the roster’s. */
function addedFor(slice: Slice, missing: readonly Staffed[], adding: Adding): readonly UserWrite[] {
  const { users } = adding;
  if (!missing.length) return [];
  const rows = new Map(peopleRows(users).map((row) => [row.email, row]));
  const known = missing.map((one) => ({ ...one, own: ownRow(one, rows) }));
  const adopted = known.flatMap(({ own }) => (own ? [{ row: own.row, cells: { from: fromTeam } }] : []));
  const open = known.filter(({ own }) => !own);
  slice.prepare(open.length);
  const { taken } = withoutAddress(users);
  const domains = [...new Set(open.map(({ account: { domain } }) => domain))];
  const added = domains.flatMap((domain) => {
    const there = open.filter(({ account }) => account.domain === domain);
    const [first] = there;
    const account = first?.account.state.kind === 'account' ? first.account.state.account : '';
    return addedOn(slice, there, { account, isOwn: account === adding.account, domain, taken });
  });
  return [...adopted, ...added];
}

/** Rows on one domain: for who is to have an account, and for leavers who have one that no row is about. */
function addedOn(slice: Slice, there: readonly Staffed[], where: Where): readonly UserWrite[] {
  const people = there.map(({ person }) => person);
  const [staff, leavers] = [people.filter(({ left }) => !left), people.filter(({ left }) => left)];
  const found = staff.length ? slice.answer(rosterAddressesFor(staff, where)) : [];
  const stay = leavers.length ? slice.answer(accountsThere(leavers, where)) : [];
  const rows = [
    ...staff.map((person, at) => newRow(person, found[at] ?? '')),
    ...leavers.filter((_, at) => stay[at]).map((one) => leaversRow(one, `${one.userName}@${where.domain}`)),
  ];
  return rows.filter(({ email }) => email !== '').map((row) => ({ cells: filled(row) }));
}

function ownRow({ person, account }: Staffed, rows: ReadonlyMap<string, PersonRow>): PersonRow | undefined {
  const row = rows.get(account.email);
  const name = row && `${row.text('firstName')} ${row.text('lastName')}`;
  return name !== undefined && samePersonName(name, `${person.given} ${person.family}`) ? row : undefined;
}

/** Without what is empty: columns that nobody needs are not made for it. */
function filled(cells: UserWrite['cells']): UserWrite['cells'] {
  return Object.fromEntries(Object.entries<string | undefined>(cells).filter(([, text]) => text));
}
