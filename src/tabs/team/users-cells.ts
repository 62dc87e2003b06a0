import type { PersonRow, UserColumn } from '../people-rows';
import { fromTeam, type RosterPerson } from './roster';

/** What the roster writes into the Users row of somebody on a domain, and what of it people changed there. */

/** Columns of Users that follow the roster; what a person changed there is left. */
export const followed = ['firstName', 'lastName', 'orgUnit', 'roles', 'language', 'sendTo'] as const;

/** One of these. */
export type Followed = (typeof followed)[number];

/** What staff hold in place of a paid licence. */
const licence = 'Cloud Identity Free';

/** What the roster says of these columns. */
function followedBy(person: RosterPerson): Readonly<Record<Followed, string>> {
  const { given, family, orgUnit, role, language, workAddress } = person;
  return { firstName: given, lastName: family, orgUnit, roles: role, language, sendTo: workAddress };
}

/** The cells of a new row. */
export function newRow(person: RosterPerson, email: string): Readonly<Partial<Record<UserColumn, string>>> {
  return { email, ...followedBy(person), licences: licence, from: fromTeam };
}

/**
 * Those for an account that somebody leaves who had no row: what the roster wishes besides must not stand in the way.
 */
export function leaversRow({ given, family }: RosterPerson, email: string): ReturnType<typeof newRow> {
  return { email, firstName: given, lastName: family, from: fromTeam };
}

/** How the cells of a row stand to the roster. `wrote`: what the roster wrote there before. */
export interface Followings {
  /** What has to be written, as nobody but the roster wrote what stands there. */
  readonly due: Readonly<Partial<Record<Followed, string>>>;
  /** Columns that a person changed, or filled first. */
  readonly own: readonly Followed[];
  /** What the roster has written, now that it was looked at. */
  readonly wrote: Readonly<Record<string, string>>;
}

/** Compares three ways: what the roster says, what it wrote last, what the cell says. */
export function followingsOf(
  person: RosterPerson,
  { text }: PersonRow,
  wrote: Readonly<Record<string, string>> = {},
): Followings {
  const says = followedBy(person);
  const differs = followed.filter((id) => text(id) !== says[id]);
  const due = differs.filter((id) => wrote[id] !== undefined && wrote[id] === text(id));
  const same = followed.filter((id) => text(id) === says[id]);
  return {
    due: Object.fromEntries(due.map((id) => [id, says[id]])),
    // What was taken from somebody who left says so with a -: that is no wish of a person's.
    own: differs.filter((id) => !due.includes(id) && text(id) !== '-'),
    wrote: { ...wrote, ...Object.fromEntries(same.map((id) => [id, says[id]])) },
  };
}
