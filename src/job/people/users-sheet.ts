import { defined } from '../../engine/defined';
import type { Compared } from '../../imports/reading/compare';
import { cellText } from '../../table/text';
import { users } from '../../tabs/users/tab';
import type { UserColumn } from '../../tabs/users/columns';
import { memoryIn } from '../../tabs/users/memory';
import { placeRows } from '../imports/place-rows';
import type { Journal } from '../journal/journal';
import { ports } from '../ports';
import { noSheet, openSheet, type TabSheet } from '../rows/sheets';

/** The Users tab for pages about people: whose row is where, and rows that are written. */

/** Cells of a row by column. */
export type UserCells = Readonly<Partial<Record<UserColumn, string>>>;

/** A row of the tab, as far as finding its person needs. */
export interface UserPlace {
  readonly key: string;
  /** 1-based. */
  readonly row: number;
  readonly email: string;
  /** In the cell, or as the journal remembers it. */
  readonly userId: string;
}

/** What is written: into a row that is there, or a new one. */
export interface UserWrite {
  readonly row?: number;
  readonly cells: UserCells;
}

/** The tab as it is now. Throws Trouble where it is missing or cannot be read. */
export function openUsers(): TabSheet {
  const found = openSheet(users);
  if (!found) throw noSheet(users.name);
  return found;
}

/** What a cell shows. */
export function cellIn({ values, named }: TabSheet, row: number, id: UserColumn): string {
  return cellText(values[row - 1]?.[named.positions[id] ?? -1] ?? '');
}

/** Finds the row of a person: by User ID, in its cell or remembered, else by the address. */
export function rowFinder(
  found: TabSheet,
  journal: Journal,
): (who: { id: string; email: string }) => UserPlace | undefined {
  const places = found.named.rows.map(({ row, name }): UserPlace => {
    const line = journal.line(name);
    const known = line && memoryIn(line.memory).userId;
    const email = name.slice(name.indexOf('!') + 1);
    return { key: name, row, email, userId: cellIn(found, row, 'userId') || (known ?? '') };
  });
  const byId = new Map(places.flatMap((place) => (place.userId ? [[place.userId, place] as const] : [])));
  const byEmail = new Map(places.map((place) => [place.email, place]));
  return ({ id, email }) => byId.get(id) ?? byEmail.get(email);
}

/** Writes rows, all of them at once, and makes the columns that they need. Needs the lock. */
export function writeUsers(found: TabSheet, writes: readonly UserWrite[]): void {
  const missing = [...new Set(writes.flatMap(({ cells }) => Object.keys(cells)))].filter(
    (id) => found.named.positions[id] === undefined,
  );
  if (missing.length) ports().layout.makeColumns(found, missing);
  placeRows(
    missing.length ? openUsers() : found,
    writes.map(({ row, cells }) => ({
      does: row === undefined ? 'add' : 'update',
      ...defined({ row }),
      changes: Object.entries(cells).map(([column, to]): Compared['changes'][number] => ({ column, from: '', to })),
    })),
  );
  ports().spreadsheet.apply();
}

/** The key of the row of an address, wherever it stands by now. */
export function keyOf(email: string): string {
  return `${users.name}!${email}`;
}
