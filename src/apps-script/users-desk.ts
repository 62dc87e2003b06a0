import { outcomeOf, statusWord, type RowOutcome } from '../table/status';
import { nameUsers, readUsers, type NamedUser, type Surroundings, type UserRowRead, type UsersRead } from '../tabs/users/read';
import { userColumns, type UserColumn } from '../tabs/users/columns';
import { readTab, writeColumns, type ColumnWrite, type TabText } from './book';
import type { Journal, Line } from './journal';
import { Trouble } from './trouble';

/** The Users tab on the desk: its rows by key, and writing results back by key wherever the rows are by then. */

export const usersName = 'Users';

/** A row with the journal line that is its own. */
export interface DeskRow {
  readonly key: string;
  readonly read: UserRowRead;
  readonly line: Line | undefined;
  /** What its Status cell showed. */
  readonly status: RowOutcome | undefined;
}

/** The tab as it was read. */
export interface UsersDesk {
  readonly tab: TabText;
  readonly read: UsersRead;
  readonly rows: readonly DeskRow[];
}

/** The tab as text. Throws Trouble where it or a required header is missing. */
export function openUsersTab(): TabText {
  const tab = readTab(usersName);
  if (!tab) throw new Trouble('missingTab', { says: 'There is no tab “Users”.', remedy: 'Choose Seatsheet › Set up › Set up this spreadsheet: it makes what is missing and loses nothing.' });
  const { missing, duplicates } = namedRows(tab);
  if (missing.length) {
    throw new Trouble('missingHeader', { says: `The Users tab has no column “${missing.join('”, “')}”.`, remedy: 'Name the column so, or choose Set up › Set up this spreadsheet: it adds what is missing and loses nothing.' });
  }
  const [twice] = duplicates;
  if (twice) throw new Trouble('doubleHeader', { says: twice.says, remedy: 'Then start again.' });
  return tab;
}

/** The domains of the rows, and of those that wish roles: what there is to look around for. */
export function domainsOnTab(tab: TabText): { readonly domains: readonly string[]; readonly withRoles: readonly string[] } {
  const { rows } = namedRows(tab);
  const domains = (of: readonly NamedUser[]): string[] => [...new Set(of.map((row) => (row.email ?? '').split('@')[1] ?? ''))].filter(Boolean);
  return { domains: domains(rows), withRoles: domains(rows.filter((row) => row.wishesRoles)) };
}

/** Reads the rows with what is known of the accounts around, each beside its journal line. */
export function readDesk(tab: TabText, around: Surroundings, journal: Journal): UsersDesk {
  const read = readUsers(tab.values, { ...around, addressOf: (userId) => addressIn(journal.byUserId(userId)?.key) });
  const lines = read.rows.map((row) => lineOf(row, journal));
  const moved = journal.rename(lines.map((line, i) => ({ line, key: read.rows[i]?.name ?? '' })));
  const statusOf = (row: UserRowRead): RowOutcome | undefined => outcomeOf(tab.values[row.row - 1]?.[read.positions.status ?? -1] ?? '');
  return { tab, read, rows: read.rows.map((row, i) => ({ key: row.name, read: row, line: moved[i], status: statusOf(row) })) };
}

/** The address in a key: `Users!ana@shop.example#2` is `ana@shop.example`. */
function addressIn(key: string | undefined): string | undefined {
  return key?.replace(/^Users!/, '').replace(/#\d+$/, '');
}

/** A line is a row's own by User ID, else by key: a copy carries nothing along, a renamed row everything, also where another has its key by now. */
function lineOf(row: UserRowRead, journal: Journal): Line | undefined {
  const own = row.userId === undefined ? undefined : journal.byUserId(row.userId);
  if (own) return own;
  const named = journal.line(row.name);
  const { userId } = named?.memory ?? {};
  const another = userId !== undefined && row.userId !== undefined && row.userId !== userId;
  return another ? undefined : named;
}

/** The User IDs that rows of the tab hold or are known to have, with their addresses. */
export function ownersOf(rows: readonly DeskRow[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { read, line } of rows) {
    const userId = read.userId ?? line?.memory.userId;
    if (userId !== undefined && read.email !== undefined) owners.set(userId, read.email);
  }
  return owners;
}

type Named = ReturnType<typeof nameUsers>;

/** What was named last, cell by cell: most often only our own columns have changed since. */
let last: { readonly headers: readonly string[]; readonly columns: readonly number[]; readonly cells: readonly (readonly string[])[]; readonly named: Named } | undefined;

const wishing = userColumns.filter((column) => !column.ours || column.id === 'userId').map((column) => column.id);

/** Rows of a tab by name, for callers that need no more than to find them. */
export function namedRows({ values }: TabText): Named {
  if (last && wishesAre(last, values)) return last.named;
  const named = nameUsers(values);
  const columns = wishing.flatMap((id) => named.positions[id] ?? []);
  last = { headers: [...(values[0] ?? [])], columns, cells: values.map((row) => columns.map((column) => row[column] ?? '')), named };
  return named;
}

function wishesAre({ headers, columns, cells }: NonNullable<typeof last>, values: TabText['values']): boolean {
  const [first = []] = values;
  if (values.length !== cells.length || first.length !== headers.length || first.some((header, at) => header !== headers[at])) return false;
  return values.every((row, at) => columns.every((column, place) => (row[column] ?? '') === cells[at]?.[place]));
}

/** How many rows stand at each outcome by their Status cells. */
export function countsOn(tab: TabText): Readonly<Partial<Record<RowOutcome, number>>> {
  const { positions, rows } = namedRows(tab);
  const column = positions.status;
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const row of rows) {
    const text = column === undefined ? '' : (tab.values[row.row - 1]?.[column] ?? '');
    const outcome = outcomeOf(text) ?? 'notChecked';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** What goes into a row's own cells. `wipe`: the password cell, if it still holds this text. */
export interface RowResult {
  readonly outcome: RowOutcome;
  readonly details: string;
  readonly userId: string;
  readonly updated: string;
  readonly wipe?: string;
  /** User IDs that rows have: one of them in the cell of a row that has none is not its own. */
  readonly taken?: ReadonlySet<string>;
}

/** How often rows that were sorted while they were written are put right. */
const corrections = 3;

/**
 * Writes results by key into a tab that was read just now; it is read once more afterwards, because people sort while we write.
 * Gives the tab as it was read last.
 */
export function writeResults(results: ReadonlyMap<string, RowResult>, before: TabText): TabText {
  let tab = before;
  for (let attempt = 0; attempt <= corrections && putResults(tab, results); attempt++) {
    SpreadsheetApp.flush();
    tab = openUsersTab();
  }
  return tab;
}

/** Writes the results that a tab does not show yet, at the rows where it has their keys. False where there is nothing to write. */
export function putResults(tab: TabText, results: ReadonlyMap<string, RowResult>, rows: readonly Pick<NamedUser, 'name' | 'row'>[] = namedRows(tab).rows): boolean {
  const columns = columnsOf(tab, results, rows);
  if (columns.every((column) => column.values.size === 0)) return false;
  writeColumns(tab, columns.filter((column) => column.id !== 'password'));
  wipe(tab, columns.find((column) => column.id === 'password'));
  return true;
}

/** Clears used passwords, neighbour by neighbour: cells in between are people's own and are not touched. */
function wipe(tab: TabText, passwords: ColumnWrite | undefined): void {
  const rows = [...(passwords?.values.keys() ?? [])].sort((a, b) => a - b);
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    tab.sheet.getRange(rows[at] ?? 1, (passwords?.column ?? 0) + 1, end - at + 1, 1).clearContent();
    at = end + 1;
  }
}

/** The cells that do not show yet what they should. */
function columnsOf(tab: TabText, results: ReadonlyMap<string, RowResult>, rows: readonly Pick<NamedUser, 'name' | 'row'>[]): (ColumnWrite & { readonly id: UserColumn })[] {
  const { positions } = nameUsers(tab.values.slice(0, 1));
  const wanted: readonly [UserColumn, (result: RowResult, shown: string) => string][] = [
    ['status', (result) => statusWord(result.outcome)],
    ['details', (result) => result.details],
    ['userId', (result, shown) => result.userId || (result.taken?.has(shown) ? '' : shown)],
    ['updated', (result) => result.updated],
    ['password', (result, shown) => (result.wipe !== undefined && shown === result.wipe ? '' : shown)],
  ];
  return wanted.flatMap(([id, textOf]) => {
    const column = positions[id];
    if (column === undefined) return [];
    const values = new Map<number, string>();
    for (const row of rows) {
      const result = results.get(row.name);
      const shown = tab.values[row.row - 1]?.[column] ?? '';
      const text = result ? textOf(result, shown) : shown;
      if (text !== shown) values.set(row.row, text);
    }
    return [{ id, column, values }];
  });
}
