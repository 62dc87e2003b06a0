import type { Outcome } from '../../engine/outcome';
import { rolesFact } from '../../google/facts';
import { outcomeOf } from '../../table/status';
import { cellsOfSeen, differencesIn, type SeenUser } from '../../tabs/users/seen';
import { readUsers } from '../../tabs/users/read';
import type { UserWish } from '../../tabs/users/wish';
import { locked } from '../carry-on';
import { Journal } from '../journal/journal';
import { ports } from '../ports';
import type { TabSheet } from '../rows/sheets';
import type { At } from './accounts';
import { lookAtPeople } from './look';
import { cellIn, openUsers, rowFinder, writeUsers, type UserPlace, type UserWrite } from './users-sheet';
import type { PeopleRead } from './wire';

/**
 * People whom Google has and the sheet lacks: each becomes a row. Of rows that are there only our own columns are
 * written: no wish is touched.
 */

/** Reads as far as the time goes, and writes once everybody is read. */
export function readPeople(at: At): PeopleRead {
  const { people, says } = lookAtPeople(at);
  if (!people) return { more: true, says, added: 0, seen: 0 };
  const added = locked(() => writePeople(at, people));
  const others = people.length - added;
  return {
    more: false,
    says: `${at.account.name}: added ${counted(added)}, looked at ${counted(others)} who ${others === 1 ? 'has a row' : 'have rows'}. No wish was changed.`,
    added,
    seen: people.length,
  };
}

const counted = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`;

/** Gives how many rows were added. */
function writePeople(at: At, people: readonly SeenUser[]): number {
  const before = openUsers();
  // Before anything is written: a Details of somebody’s own stays as it is.
  const found = ports().layout.makeMissing([before]).length ? openUsers() : before;
  const journal = Journal.open();
  const rowOf = rowFinder(found, journal);
  const refresh = refresher({ at, found, journal });
  const updated = at.slice.now();
  const added: UserWrite[] = [];
  const known: UserWrite[] = [];
  for (const one of people) {
    const place = rowOf({ id: one.user.id, email: one.user.primaryEmail });
    if (place) known.push({ row: place.row, cells: { ...refresh(place, one), updated } });
    else added.push({ cells: { ...cellsOfSeen(one), from: 'Google', updated } });
  }
  writeUsers(found, [...known.filter(({ cells }) => Object.keys(cells).length > 1), ...added]);
  journal.save();
  return added.length;
}

/** A row with a plan, or that is run or needs a person, keeps what it says. */
const open: readonly Outcome[] = ['planned', 'running', 'blocked', 'failed', 'waiting', 'stale'];

/** What is written of a row that is there: an id that it lacks, and in Details how Google differs from it. */
function refresher({
  at,
  found,
  journal,
}: {
  readonly at: At;
  readonly found: TabSheet;
  readonly journal: Journal;
}): (place: UserPlace, seen: SeenUser) => UserWrite['cells'] {
  const wishes = wishesOn(at, found);
  return (place, seen) => {
    const line = journal.line(place.key);
    const outcome = line?.outcome ?? outcomeOf(cellIn(found, place.row, 'status'));
    const wish = wishes.get(place.row);
    if (outcome && open.includes(outcome)) return {};
    const id = place.userId === '' ? { userId: seen.user.id } : {};
    if (!wish) return id;
    const details = isAnother(place, seen) ? another : differencesIn(wish, seen);
    if (line) journal.set({ ...line, details });
    return { ...id, details };
  };
}

function isAnother({ userId }: UserPlace, { user }: SeenUser): boolean {
  return userId !== '' && userId !== user.id;
}

const another =
  'Google has another account at this address. If that is the person meant, clear the User ID cell and check the row.';

function wishesOn({ reach, slice, account }: At, { values }: TabSheet): ReadonlyMap<number, UserWish> {
  const roles = slice.facts.valueOf(rolesFact(account.id));
  const { rows } = readUsers(values, {
    domains: reach.domains,
    elsewhere: [],
    customerRows: [],
    roles: roles ? { [account.id]: roles } : {},
    skus: [],
  });
  return new Map(rows.flatMap(({ row, wish }) => (wish ? [[row, wish] as const] : [])));
}
