import type { RefusalContext } from '../../google/refusals';
import type { FoundColumns } from '../../table/column';
import type { ReadRow } from '../../table/row';
import { outcomeOf, type RowOutcome } from '../../table/status';
import { readCustomers, type CustomerRowRead } from '../../tabs/customers/read';
import type { CustomerSettings } from '../../tabs/customers/row';
import { readSubscriptions, type SubscriptionRowRead } from '../../tabs/subscriptions/read';
import { readUsers, type Surroundings, type UserRowRead } from '../../tabs/users/read';
import type { Around } from '../../tabs/around';
import { CustomerAccounts } from './customer-accounts';
import type { Journal, Line } from '../journal/journal';
import { kinds, namedRows, titleOf, type Kind, type KindName, type NamedRow, type Tab } from './kinds';
import { subscriptionLine } from './subscription-line';

/** The desk: the rows of all tabs, each beside its journal line. */

/** A row of any tab as it was read. */
export interface AnyRow extends ReadRow<unknown> {
  readonly name: string;
  readonly waits?: string;
}

/** A row with the journal line that is its own. */
export interface DeskRow<Read extends AnyRow = AnyRow> {
  readonly kind: Kind;
  /** The row among those of all tabs, in the order in which they are worked on. */
  readonly place: number;
  readonly key: string;
  /** The account that serves the row, once that is known. */
  readonly account: string | undefined;
  /** What a refusal of the row is about. */
  readonly about: Omit<RefusalContext, 'op'>;
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

/** The Users tab as it was read. */
export type UsersPart = Part<UserRowRead>;

/** All tabs as they were read; one that is missing has no rows. */
export interface Desk {
  readonly tabs: readonly Tab[];
  readonly customers: Part<CustomerRowRead> | undefined;
  readonly subscriptions: Part<SubscriptionRowRead> | undefined;
  readonly users: UsersPart;
  readonly rows: readonly DeskRow[];
  /** Which account each customer's row stands for. */
  readonly accounts: CustomerAccounts;
}

/** What rows are read with. */
export interface Reading {
  readonly around: Around;
  readonly users: Surroundings;
  readonly settings: CustomerSettings;
  /** Id of the check or run that goes on. */
  readonly work: string;
}

/** More rows than any tab has. */
const perTab = 100_000;

/** Reads the rows with what is known of the accounts around, each beside its journal line. */
export function readDesk(tabs: readonly Tab[], reading: Reading, journal: Journal): Desk {
  const customers = withAccounts(customersOn(tabOf(tabs, 'Customers'), reading, journal), { ...reading, journal });
  const accounts = new CustomerAccounts(customers?.rows ?? [], { ...reading, journal });
  const subscriptions = subscriptionsOn(tabOf(tabs, 'Subscriptions'), { reading, journal, accounts });
  const users = usersOn(tabs, { reading, journal, accounts });
  return {
    tabs,
    customers,
    subscriptions,
    users,
    accounts,
    rows: [...(customers?.rows ?? []), ...(subscriptions?.rows ?? []), ...users.rows],
  };
}

/** A row without a Customer ID is about the account that its domain has. */
function withAccounts(
  customers: Desk['customers'],
  at: Pick<Reading, 'around' | 'work'> & { readonly journal: Journal },
): Desk['customers'] {
  if (!customers) return undefined;
  const accounts = new CustomerAccounts(customers.rows, at);
  const accountOf = ({ key }: CustomerRowRead): string | undefined =>
    key === undefined || key.includes('/') ? undefined : accounts.accountOf(key);
  return { ...customers, rows: customers.rows.map((row) => ({ ...row, account: row.account ?? accountOf(row.read) })) };
}

interface With {
  readonly reading: Reading;
  readonly journal: Journal;
  readonly accounts: CustomerAccounts;
}

function tabOf(tabs: readonly Tab[], name: KindName): Tab | undefined {
  return tabs.find((tab) => tab.kind.name === name);
}

function customersOn(tab: Tab | undefined, { around, settings }: Reading, journal: Journal): Desk['customers'] {
  if (!tab) return undefined;
  const { account: id, reseller } = around.who;
  const read = readCustomers(tab.values, {
    settings,
    reseller: { id, domains: around.domains.filter((domain) => domain.account === id).map((domain) => domain.name) },
  });
  const rows = reseller ? read.rows : read.rows.map((row) => forReseller(row, around));
  return partOf(
    tab,
    {
      read: { ...read, rows },
      accountOf: (row, line) => row.wish?.customerId ?? line?.memory.customerId,
      aboutOf: (row) => ({ domain: row.key?.split('/')[0] ?? '' }),
    },
    journal,
  );
}

/** Customers are ordered by resellers alone. */
function forReseller<Row extends AnyRow>(row: Row, { who }: Around): Row {
  const { wish: _nothing, ...rest } = row;
  return {
    ...(rest as Row),
    waits: `${who.primaryDomain} is no reseller account: sign in as an administrator of your reseller account.`,
  };
}

function subscriptionsOn(tab: Tab | undefined, { reading, journal, accounts }: With): Desk['subscriptions'] {
  if (!tab) return undefined;
  const read = readSubscriptions(tab.values, {
    skus: reading.users.skus,
    typeOf: (customer) => accounts.typeOf(customer),
  });
  const rows = reading.around.who.reseller ? read.rows : read.rows.map((row) => forReseller(row, reading.around));
  const names = new Set(rows.map((row) => row.name));
  return partOf(
    tab,
    {
      read: { ...read, rows },
      accountOf: (row) => accounts.accountOf(row.customer ?? ''),
      aboutOf: (row) => ({ domain: row.customer ?? '', product: row.wish?.sku.name ?? '' }),
      lineOf: (row) => subscriptionLine(row, names, journal),
    },
    journal,
  );
}

function usersOn(tabs: readonly Tab[], { reading, journal, accounts }: With): UsersPart {
  const tab = tabOf(tabs, 'Users');
  if (!tab) throw new Error('The desk has no Users tab.');
  const read = readUsers(tab.values, {
    ...accounts.around(reading.users),
    addressOf: (userId) => addressIn(journal.byUserId(userId)?.key),
  });
  const domainOf = (row: UserRowRead): string => row.email?.split('@')[1] ?? '';
  return partOf(
    tab,
    {
      read,
      accountOf: (row) =>
        row.wish?.account ?? reading.around.domains.find((domain) => domain.name === domainOf(row))?.account,
      aboutOf: (row) => ({ who: row.email ?? '', domain: domainOf(row) }),
      lineOf: (row) => lineOf(row, journal),
    },
    journal,
  );
}

interface How<Read extends AnyRow> {
  readonly read: Part<Read>['read'];
  readonly accountOf: (row: Read, line: Line | undefined) => string | undefined;
  readonly aboutOf: (row: Read) => DeskRow['about'];
  /** Left out: a line is a row's by its name. */
  readonly lineOf?: (row: Read) => Line | undefined;
}

function partOf<Read extends AnyRow>(
  tab: Tab,
  { read, accountOf, aboutOf, lineOf: find }: How<Read>,
  journal: Journal,
): Part<Read> {
  const lines = read.rows.map((row) => (find ? find(row) : journal.line(row.name)));
  const moved = journal.rename(lines.map((line, i) => ({ line, key: read.rows[i]?.name ?? '' })));
  const first = kinds.indexOf(tab.kind) * perTab;
  const statusOf = (row: AnyRow): RowOutcome | undefined =>
    outcomeOf(tab.values[row.row - 1]?.[read.positions.status ?? -1] ?? '');
  return {
    tab,
    read,
    rows: read.rows.map((row, i) => ({
      kind: tab.kind,
      place: first + row.row,
      key: row.name,
      account: accountOf(row, moved[i]),
      about: aboutOf(row),
      read: row,
      line: moved[i],
      status: statusOf(row),
    })),
  };
}

/** The address in a key: `Users!ana@shop.example#2` is `ana@shop.example`. */
function addressIn(key: string | undefined): string | undefined {
  return key === undefined ? undefined : titleOf(key).replace(/#\d+$/, '');
}

/**
 * A line is a row's own by User ID, else by key: a copy carries nothing along, a renamed row everything, also where
 * another has its key by now.
 */
function lineOf(row: UserRowRead, journal: Journal): Line | undefined {
  const own = row.userId === undefined ? undefined : journal.byUserId(row.userId);
  if (own) return own;
  const named = journal.line(row.name);
  const { userId } = named?.memory ?? {};
  const another = userId !== undefined && row.userId !== undefined && row.userId !== userId;
  return another ? undefined : named;
}

/**
 * What there is to look around for: the domains of the rows of Users, those that wish roles, and those of Customers.
 */
export function domainsOn(tabs: readonly Tab[]): {
  readonly domains: readonly string[];
  readonly withRoles: readonly string[];
  readonly customers: readonly string[];
} {
  const rowsOf = (name: KindName): readonly NamedRow[] =>
    tabs.filter(({ kind }) => kind.name === name).flatMap((tab) => namedRows(tab).rows);
  const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter(Boolean);
  const domains = (of: readonly NamedRow[]): string[] =>
    distinct(of.map((row) => (row.email ?? '').split('@')[1] ?? ''));
  const rows = rowsOf('Users');
  return {
    domains: domains(rows),
    withRoles: domains(rows.filter((row) => row.wishesRoles === true)),
    customers: distinct(rowsOf('Customers').map((row) => (row.key ?? '').split('/')[0] ?? '')),
  };
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
    const {
      positions: { status = -1 },
      rows,
    } = namedRows(tab);
    for (const row of rows) {
      const outcome = outcomeOf(tab.values[row.row - 1]?.[status] ?? '') ?? 'notChecked';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  }
  return counts;
}
