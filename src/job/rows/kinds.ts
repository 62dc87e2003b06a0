import type { Column, FoundColumns } from '../../table/column';
import { customerColumns } from '../../tabs/customers/columns';
import { nameCustomers } from '../../tabs/customers/read';
import { subscriptionColumns } from '../../tabs/subscriptions/columns';
import { nameSubscriptions } from '../../tabs/subscriptions/read';
import { nameUsers, type NamedUser } from '../../tabs/users/read';
import { userColumns } from '../../tabs/users/columns';
import { readTab, type TabText } from './spreadsheet';
import type { Line } from '../journal/journal';
import { Trouble } from '../trouble';

/** The kinds of tabs whose rows wish something, and their rows by name. */

export type KindName = 'Customers' | 'Subscriptions' | 'Users';

/** A row as far as finding it needs. */
export type NamedRow = Pick<NamedUser, 'row' | 'name'> & Partial<NamedUser> & { readonly key?: string };

/** The rows of a tab by name, with where its columns stand. */
export interface NamedTab extends FoundColumns<string> {
  readonly rows: readonly NamedRow[];
}

/** What the desk knows of a kind of tab. */
export interface Kind {
  readonly name: KindName;
  readonly columns: readonly Column[];
  /** The columns that show which row stands where; the first is where a click goes that has no better place. */
  readonly keyColumns: readonly [string, ...string[]];
  /** The column that names what the row made at Google; '' where there is none. */
  readonly idColumn: string;
  /** The column whose cells are emptied once what stands in them was used; '' where there is none. */
  readonly secretColumn: string;
  /** The rows by name, without judging them. */
  nameRows(values: TabText['values']): NamedTab;
  /**
   * What stands in the columns of ours beside Status, Details and Updated, by column id; '' leaves the cell as it is.
   */
  own(line: Line): Readonly<Record<string, string>>;
}

const customers: Kind = {
  name: 'Customers',
  columns: customerColumns,
  keyColumns: ['domain', 'type', 'primaryAdmin'],
  idColumn: 'customerId',
  secretColumn: 'token',
  nameRows: nameCustomers,
  own: ({ memory }) => ({ customerId: memory.customerId ?? '', ...memory.shown }),
};

const subscriptions: Kind = {
  name: 'Subscriptions',
  columns: subscriptionColumns,
  keyColumns: ['customer', 'product'],
  idColumn: '',
  secretColumn: '',
  nameRows: nameSubscriptions,
  own: ({ memory }) => ({ ...memory.shown }),
};

const users: Kind = {
  name: 'Users',
  columns: userColumns,
  keyColumns: ['email'],
  idColumn: 'userId',
  secretColumn: 'password',
  nameRows: nameUsers,
  own: ({ memory }) => ({ userId: memory.userId ?? '' }),
};

/** Every kind, in the order in which their rows are worked on. */
export const kinds: readonly Kind[] = [customers, subscriptions, users];

/** A tab with its kind. */
export interface Tab extends TabText {
  readonly kind: Kind;
}

/** The kind that a row key names; undefined for a key of shared work. */
export function kindOf(key: string): Kind | undefined {
  return kinds.find((kind) => key.startsWith(`${kind.name}!`));
}

/** A row key without its tab: `ana@shop.example`. */
export function titleOf(key: string): string {
  return key.slice(key.indexOf('!') + 1);
}

/**
 * The tabs that are there, in the order of their kinds; of these kinds, or of all. Throws Trouble where Users or a
 * required header is missing.
 */
export function openTabs(wanted: (kind: Kind) => boolean = () => true): readonly Tab[] {
  return kinds.filter(wanted).flatMap((kind) => openTab(kind) ?? []);
}

/** A tab as text; undefined where there is none and the work can do without. Throws Trouble as `openTabs`. */
export function openTab(kind: Kind): Tab | undefined {
  const text = readTab(kind.name);
  if (!text && kind === users) throw noTab(kind.name);
  if (!text || (kind !== users && isBare(text))) return undefined;
  const tab = { ...text, kind };
  refuseColumns(kind.name, namedRows(tab));
  return tab;
}

/** The trouble of a tab that is not there. */
export function noTab(name: string): Trouble {
  return new Trouble('missingTab', {
    says: `There is no tab “${name}”.`,
    remedy: 'Choose Seatsheet › Set up › Set up this spreadsheet: it makes what is missing and loses nothing.',
  });
}

/** The trouble of columns that are not there, by their headers. */
export function noColumns(name: string, headers: readonly string[]): Trouble {
  return new Trouble('missingHeader', {
    says: `The ${name} tab has no column “${headers.join('”, “')}”.`,
    remedy:
      'Name the column so, or choose Set up › Set up this spreadsheet: it adds what is missing and loses nothing.',
  });
}

/** Throws Trouble for a tab that lacks a column it cannot be read without, or has one twice. */
export function refuseColumns(
  name: string,
  { missing, duplicates }: Pick<FoundColumns<string>, 'missing' | 'duplicates'>,
): void {
  if (missing.length) throw noColumns(name, missing);
  const [twice] = duplicates;
  if (twice) throw new Trouble('doubleHeader', { says: twice.says, remedy: 'Then start again.' });
}

/** The same tab, read again. Throws Trouble where it is gone. */
export function reopened({ kind }: Tab): Tab {
  const tab = openTab(kind);
  if (!tab)
    throw new Trouble('missingTab', {
      says: `The tab “${kind.name}” is gone.`,
      remedy: 'Undo that in the spreadsheet (Edit › Undo, or its version history), then check again.',
    });
  return tab;
}

function isBare({ values }: TabText): boolean {
  return values.every((row) => row.every((text) => text === ''));
}

/** What was named last, cell by cell: most often only our own columns have changed since. */
interface Named {
  readonly headers: readonly string[];
  readonly columns: readonly number[];
  readonly cells: readonly (readonly string[])[];
  readonly named: NamedTab;
}
const last = new Map<KindName, Named>();

/** Rows of a tab by name, for callers that need no more than to find them. */
export function namedRows({ kind, values }: Pick<Tab, 'kind' | 'values'>): NamedTab {
  const known = last.get(kind.name);
  if (known && wishesAre(known, values)) return known.named;
  const named = kind.nameRows(values);
  const columns = kind.columns
    .filter((column) => !column.ours || column.id === kind.idColumn)
    .flatMap(({ id }) => named.positions[id] ?? []);
  last.set(kind.name, {
    headers: [...(values[0] ?? [])],
    columns,
    cells: values.map((row) => columns.map((column) => row[column] ?? '')),
    named,
  });
  return named;
}

function wishesAre({ headers, columns, cells }: Named, values: TabText['values']): boolean {
  const [first = []] = values;
  if (
    values.length !== cells.length ||
    first.length !== headers.length ||
    first.some((header, at) => header !== headers[at])
  )
    return false;
  return values.every((row, at) => columns.every((column, place) => (row[column] ?? '') === cells[at]?.[place]));
}
