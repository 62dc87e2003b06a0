import { defined } from '../../engine/defined';
import { foldName, samePersonName } from '../../google/names';
import { readTick } from '../../table/cell';
import { findColumns } from '../../table/column';
import { cellText, visible } from '../../table/text';
import { namesFor } from '../names';
import { peopleRows, type PersonRow } from '../people-rows';
import type { Values } from '../sheet';
import { domainsIn, teamColumns, type TeamColumn } from './columns';
import { teamFields } from './fields';

/** The roster: people × domains, as the cells say it, and which Users row is whose. */

/** What the From column of Users says of rows that the roster made. */
export const fromTeam = 'Team';

/** A person on the roster, unjudged. */
export interface RosterPerson {
  /** 1-based. */
  readonly row: number;
  /** `Team!mara.lindqvist`, without a usable user name `Team!row 17`. */
  readonly name: string;
  /** In lower case; '' where none stands there. */
  readonly userName: string;
  readonly given: string;
  readonly family: string;
  /** In lower case. */
  readonly workAddress: string;
  readonly orgUnit: string;
  /** As it is written. */
  readonly role: string;
  readonly language: string;
  readonly left: boolean;
  readonly domains: readonly { readonly domain: string; readonly ticked: boolean }[];
}

/** The people of the Team tab with the domains that it has columns for. Odd cells are passed over, never thrown. */
export function readRoster(values: Values): {
  readonly people: readonly RosterPerson[];
  readonly domains: readonly string[];
} {
  const [headers = []] = values;
  const { positions } = findColumns(headers.map(visible), teamColumns);
  const domains = domainsIn(headers);
  const people = values.slice(1).flatMap((cells, at): Omit<RosterPerson, 'name'>[] => {
    // Rows that set-up keeps ready are bare but for their boxes.
    if (cells.every((text) => text === '' || text === 'FALSE')) return [];
    const text = (id: TeamColumn): string => cellText(cells[positions[id] ?? -1] ?? '');
    const isTickedAt = [positions.left, ...domains.map(({ place }) => place)].some((at) =>
      isTicked(cells[at ?? -1] ?? ''),
    );
    if (!isTickedAt && !teamFields.some(({ id, format }) => format === '@' && text(id) !== '')) return [];
    return [
      {
        row: at + 2,
        userName: text('userName').toLowerCase(),
        given: text('firstName'),
        family: text('lastName'),
        workAddress: text('workAddress').toLowerCase(),
        orgUnit: text('orgUnit'),
        role: text('role'),
        language: text('language'),
        left: isTicked(text('left')),
        domains: domains.map(({ domain, place }) => ({ domain, ticked: isTicked(cells[place] ?? '') })),
      },
    ];
  });
  const names = namesFor(
    'Team',
    people.map(({ userName, row }) => ({ row, key: usable(userName) })),
  );
  return {
    people: people.map((one, at) => ({ ...one, name: names[at] ?? '' })),
    domains: domains.map(({ domain }) => domain),
  };
}

/** A text that is one word names a row, even when Google would refuse it. */
function usable(userName: string): string | undefined {
  return /^[^\s@,;<>()"=]+$/.test(userName) && userName !== '-' ? userName : undefined;
}

function isTicked(text: string): boolean {
  const cell = readTick(text);
  return cell.kind === 'value' && cell.value;
}

/** An address of somebody on the roster. */
export interface RosterAddress {
  readonly domain: string;
  readonly email: string;
  readonly ticked: boolean;
  /** The Users row that the roster made; left out where there is none, and `email` is what it would be first. */
  readonly users?: PersonRow;
}

/**
 * Each person's address on each domain, by the name of the row: that of the Users row which Team made for the person,
 * wherever a number had to follow the user name, else `userName@domain`.
 */
export function rosterAddresses(
  people: readonly RosterPerson[],
  usersValues: Values,
): ReadonlyMap<string, readonly RosterAddress[]> {
  const made = peopleRows(usersValues).filter(({ text }) => foldName(text('from')) === foldName(fromTeam));
  const byDomain = new Map<string, PersonRow[]>();
  for (const one of made) {
    const domain = one.email.slice(one.email.lastIndexOf('@') + 1);
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), one]);
  }
  const read = new Set(people.map(({ workAddress }) => workAddress));
  return new Map(
    people.map((person) => [
      person.name,
      person.domains.map(({ domain, ticked }) => {
        const users = (byDomain.get(domain) ?? []).find((one) => isWhose(one, person, read));
        return { domain, ticked, email: users?.email ?? `${person.userName}@${domain}`, ...defined({ users }) };
      }),
    ]),
  );
}

/** The name goes on where a number follows, and is told from a namesake's by the work address or else the names. */
function isWhose(
  { email, text }: PersonRow,
  { userName, workAddress, given, family }: RosterPerson,
  read: ReadonlySet<string>,
): boolean {
  const local = email.slice(0, email.lastIndexOf('@'));
  if (userName === '' || !(local.startsWith(userName) && /^\d*$/.test(local.slice(userName.length)))) return false;
  const sendTo = text('sendTo').toLowerCase();
  if (sendTo !== '' && read.has(sendTo)) return sendTo === workAddress;
  const named = samePersonName(`${text('firstName')} ${text('lastName')}`, `${given} ${family}`);
  // Whose names and work address both changed is known by the user name, which stands on the roster once.
  return named || local === userName;
}
