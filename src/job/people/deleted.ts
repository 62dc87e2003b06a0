import { ask, type Procedure } from '../../engine/procedure';
import { deletedPeople, type DeletedPerson } from '../../reports/deleted-people';
import { deletedUsersFact } from '../../google/facts';
import { Trouble } from '../trouble';
import { Journal } from '../journal/journal';
import { now } from '../ports';
import type { DeletedLine, RowsWritten } from './wire';
import type { At } from './accounts';
import { keyOf, openUsers, rowFinder, writeUsers, type UserWrite } from './users-sheet';

/** Deleted people of an account, and the rows that wish them back. Nothing is sent to Google here. */

/** More would be more than a page is good for, or an answer carries. */
const mostShown = 2_000;

/** Deleted people, the latest first. Throws Trouble where Google does not show them. */
export function deletedLines({ slice, account }: At): readonly DeletedLine[] {
  const rowOf = rowFinder(openUsers(), Journal.open());
  const all = slice.answer(deletedOf(account.id));
  return all
    .slice(0, mostShown)
    .map(({ id, email, name, deletedOn, daysLeft }) => ({
      id,
      email,
      name,
      deletedOn,
      daysLeft,
      row: rowOf({ id, email })?.row ?? 0,
    }));
}

function* deletedOf(account: string): Procedure<readonly DeletedPerson[]> {
  return deletedPeople(yield* ask(deletedUsersFact(account)), now());
}

/**
 * Writes State Active and the User ID into the rows of these people, and rows for those who have none. Needs the lock.
 */
export function writeRestores(people: readonly DeletedPerson[]): RowsWritten {
  const found = openUsers();
  const rowOf = rowFinder(found, Journal.open());
  const writes = people.map(({ id, email, given, family }): UserWrite & { readonly key: string } => {
    const place = rowOf({ id, email });
    const cells = { state: 'Active', userId: id };
    if (place) return { row: place.row, key: place.key, cells };
    const names = { ...(given ? { firstName: given } : {}), ...(family ? { lastName: family } : {}) };
    return { key: keyOf(email), cells: { email, ...names, ...cells, from: 'Deleted people' } };
  });
  writeUsers(found, writes);
  return { keys: writes.map(({ key }) => key), says: '' };
}

/** Those of the deleted people who are asked for, by User ID. Throws Trouble where one is there no more. */
export function deletedAsked({ slice, account }: At, ids: readonly string[]): readonly DeletedPerson[] {
  const all = new Map(slice.answer(deletedOf(account.id)).map((one) => [one.id, one]));
  return [...new Set(ids)].map((id) => {
    const one = all.get(id);
    if (!one)
      throw new Trouble('unknownPerson', {
        says: 'Somebody whom you chose is not among the deleted people any more.',
        remedy: 'Look at the list again.',
      });
    return one;
  });
}
