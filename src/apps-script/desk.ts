import type { FoundColumns } from '../table/column';
import type { ReadRow } from '../table/row';
import { outcomeOf, type RowOutcome } from '../table/status';
import { readUsers, type Surroundings, type UserRowRead } from '../tabs/users/read';
import type { Journal, Line } from './journal';
import { kinds, namedRows, titleOf, type Kind, type NamedRow, type Tab } from './kinds';

/** The desk: the rows of all tabs, each beside its journal line. */

/** A row of any tab as it was read. */
export interface AnyRow extends ReadRow<unknown> {
  readonly name: string;
  readonly waits?: string;
  /** The domain that the row is about, for matching it to an account. */
  readonly email?: string;
}

/** A row with the journal line that is its own. */
export interface DeskRow<Read extends AnyRow = AnyRow> {
  readonly kind: Kind;
  /** The row among those of all tabs, in the order in which they are worked on. */
  readonly place: number;
  readonly key: string;
  /** The account that serves the row, once that is known. */
  readonly account: string | undefined;
  readonly read: Read;
  readonly line: Line | undefined;
  /** What its Status cell showed. */
  readonly status: RowOutcome | undefined;
}

/** One tab as it was read. */
export interface Part<Read extends AnyRow = AnyRow> {
  readonly tab: Tab;
  readonly read: FoundColumns<string> & { readonly rows: readonly Read[] };
  readonly rows: readonly DeskRow<Read>[];
}

export type UsersPart = Part<UserRowRead>;

/** All tabs as they were read. */
export interface Desk {
  readonly tabs: readonly Tab[];
  readonly users: UsersPart;
  readonly rows: readonly DeskRow[];
}

/** More rows than any tab has. */
const perTab = 100_000;

/** Reads the rows with what is known of the accounts around, each beside its journal line. */
export function readDesk(tabs: readonly Tab[], around: Surroundings, journal: Journal): Desk {
  const tab = tabs.find((one) => one.kind.name === 'Users');
  if (!tab) throw new Error('The desk has no Users tab.');
  const read = readUsers(tab.values, { ...around, addressOf: (userId) => addressIn(journal.byUserId(userId)?.key) });
  const users = partOf(tab, { read, accountOf: (row) => row.wish?.account }, journal);
  return { tabs, users, rows: users.rows };
}

function partOf<Read extends AnyRow>(tab: Tab, { read, accountOf }: { readonly read: Part<Read>['read']; readonly accountOf: (row: Read) => string | undefined }, journal: Journal): Part<Read> {
  const lines = read.rows.map((row) => lineOf(row, journal));
  const moved = journal.rename(lines.map((line, i) => ({ line, key: read.rows[i]?.name ?? '' })));
  const first = kinds.indexOf(tab.kind) * perTab;
  const statusOf = (row: AnyRow): RowOutcome | undefined => outcomeOf(tab.values[row.row - 1]?.[read.positions.status ?? -1] ?? '');
  return { tab, read, rows: read.rows.map((row, i) => ({ kind: tab.kind, place: first + row.row, key: row.name, account: accountOf(row), read: row, line: moved[i], status: statusOf(row) })) };
}

/** The address in a key: `Users!ana@shop.example#2` is `ana@shop.example`. */
function addressIn(key: string | undefined): string | undefined {
  return key === undefined ? undefined : titleOf(key).replace(/#\d+$/, '');
}

/** A line is a row's own by User ID, else by key: a copy carries nothing along, a renamed row everything, also where another has its key by now. */
function lineOf(row: AnyRow & { readonly userId?: string }, journal: Journal): Line | undefined {
  const own = row.userId === undefined ? undefined : journal.byUserId(row.userId);
  if (own) return own;
  const named = journal.line(row.name);
  const { userId } = named?.memory ?? {};
  const another = userId !== undefined && row.userId !== undefined && row.userId !== userId;
  return another ? undefined : named;
}

/** The domains of the rows of Users, and of those that wish roles: what there is to look around for. */
export function domainsOn(tabs: readonly Tab[]): { readonly domains: readonly string[]; readonly withRoles: readonly string[] } {
  const rows = tabs.filter(({ kind }) => kind.name === 'Users').flatMap((tab) => namedRows(tab).rows);
  const domains = (of: readonly NamedRow[]): string[] => [...new Set(of.map((row) => (row.email ?? '').split('@')[1] ?? ''))].filter(Boolean);
  return { domains: domains(rows), withRoles: domains(rows.filter((row) => row.wishesRoles === true)) };
}

/** The User IDs that rows of the tab hold or are known to have, with their addresses. */
export function ownersOf({ rows }: UsersPart): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { read, line } of rows) {
    const userId = read.userId ?? line?.memory.userId;
    if (userId !== undefined && read.email !== undefined) owners.set(userId, read.email);
  }
  return owners;
}

/** How many rows stand at each outcome by their Status cells. */
export function countsOn(tabs: readonly Tab[]): Readonly<Partial<Record<RowOutcome, number>>> {
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const tab of tabs) {
    const { positions: { status = -1 }, rows } = namedRows(tab);
    for (const row of rows) {
      const outcome = outcomeOf(tab.values[row.row - 1]?.[status] ?? '') ?? 'notChecked';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  }
  return counts;
}
