import { countries } from '../google/countries';
import { languages } from '../google/languages';
import { isNewAccount } from '../google/new-accounts';
import { productNames } from '../google/products';
import { findColumns } from '../table/column';
import { tabs } from '../tabs';
import type { Lines } from '../tabs/line';
import { reachOf, type Reach } from '../tabs/reach';
import type { Row, Tab } from '../tabs/tab';
import { listsOf, orNone, rolesOf, unitsOf } from './account-words';
import { customerSettings } from './customers/settings';
import { documentStore } from './keeping/stores';
import { headers, makeLists, ownLists, rangesOf, readLists, writeLists, type Choice, type Lists } from './lists-tab';
import { now, ports, type Sheet } from './ports';
import { identityNow, signedIn } from './reach/identity';
import { dress } from './rows/looks';
import { readRows, seeksOn, type Rows } from './rows/rows';
import { sheetsFrom } from './rows/sheets';
import { readSheet, type SheetText } from './rows/spreadsheet';
import { digest } from './secrets/codes';
import { Slice } from './slice';
import { troubleOf } from './trouble';

/**
 * Drop-downs: the lists behind them stand on a hidden tab. Where rows are of several accounts, each row's cells offer
 * what its own account has; rows of an account that nobody knows keep the lists of whoever refreshed them.
 */

/** What each account has its own of. */
const ofAccounts = ['orgUnits', 'roles'] as const;

/** So many accounts have lists of their own; rows of others keep the general ones. */
const mostAccounts = 40;
/** A check that has less time left leaves the drop-downs to the next one; in milliseconds. */
const needed = 30_000;
/** The property that tells for which rows drop-downs were made. */
const madeFor = 'dropDowns';

/** A row with the primary domain of its account. */
interface Placed {
  readonly tab: string;
  readonly row: number;
  readonly account: string;
}

interface OfRows {
  readonly placed: readonly Placed[];
  /** The lists of their accounts. */
  readonly lists: Lists;
}
const nobody: OfRows = { placed: [], lists: {} };

/**
 * Fills the hidden tab from the account of the person signed in and those of the rows, and offers its lists. Says so
 * where Google cannot be asked. `refused` is told the tabs whose columns may not take a drop-down.
 */
export function refreshLists(refused = new Set<string>()): string {
  const general: Record<string, readonly string[]> = {
    [headers.products]: productNames(),
    [headers.languages]: languages().map((language) => language.name),
    [headers.orgUnits]: [],
    [headers.roles]: [],
    [headers.domains]: [],
    [headers.countries]: countries().map((country) => country.name),
  };
  let says = 'Drop-downs show the products, org units and roles of your account.';
  let rows = nobody;
  const found = tabsThere();
  try {
    const slice = new Slice(signedIn());
    const { account } = identityNow(slice);
    Object.assign(general, slice.answer(listsOf(account)));
    rows = accountsOfRows(slice, found);
    if (rows.placed.length)
      says =
        'Drop-downs show the products of your account, and in each row the org units and roles of its own account.';
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    says = `The drop-downs of org units and roles are empty: ${trouble.says} ${trouble.remedy}`;
  }
  const sheet = ownLists() ?? makeLists();
  writeLists(sheet, { ...general, ...keptOf(sheet, rows.placed), ...rows.lists });
  if (!dress([...generalOffers(sheet, found), ...offersToRows(sheet, found, rows.placed)]))
    for (const text of found) refused.add(text.sheet.getName());
  noteMadeFor(rows.placed);
  return says;
}

/**
 * After a check: each row offers what its account has, where rows are of several accounts and are others than before.
 * Asks Google for accounts that it has no lists of. What goes wrong leaves the drop-downs as they are.
 */
export function keepDropDowns(slice: Slice, { all, sheets }: Rows, reach: Reach): void {
  const placed = placedOf(all, reach);
  if (isMadeFor(placed) || slice.deadline - now() < needed) return;
  try {
    const sheet = ownLists();
    if (!sheet) return;
    const there = readLists(sheet);
    // A workplace of its own: what this check planned is not there yet.
    const fresh = new Slice(slice.me, slice.deadline - now());
    const more = listsOfAccounts(fresh, placed, { reach, there });
    if (Object.keys(more).length) writeLists(sheet, { ...there, ...more });
    dress(placed.length ? offersToRows(sheet, sheets, placed) : generalOffers(sheet, sheets));
    noteMadeFor(placed);
  } catch (error) {
    if (!troubleOf(error)) throw error;
  }
}

const markOf = (placed: readonly Placed[]): string => (placed.length ? digest(JSON.stringify(placed)) : '');

function isMadeFor(placed: readonly Placed[]): boolean {
  return (documentStore().text(madeFor) ?? '') === markOf(placed);
}

function noteMadeFor(placed: readonly Placed[]): void {
  if (!isMadeFor(placed)) documentStore().setText(madeFor, markOf(placed));
}

/**
 * The rows of the sheet, where some are of customers by their primary domains: nothing else is looked up before a
 * check. A sheet that cannot be read now has none.
 */
function accountsOfRows(slice: Slice, found: readonly TextOfTab[]): OfRows {
  try {
    const sheets = sheetsFrom(found);
    const { customers } = slice.answer(reachOf(slice.me, { domains: [], withRoles: [] }));
    const wanted = seeksOn(sheets).domains.filter((domain) => customers.some(({ name }) => name === domain));
    if (!wanted.length) return nobody;
    const reach = slice.answer(reachOf(slice.me, { domains: wanted, withRoles: [] }));
    const settings = customerSettings(reach.who.account);
    const reading = { reach, others: [], settings, job: '', given: new Map<string, string>() };
    const placed = placedOf(readRows(sheets, reading, noLines).all, reach);
    return { placed, lists: listsOfAccounts(slice, placed, { reach, there: {} }) };
  } catch (error) {
    if (!troubleOf(error)) throw error;
    return nobody;
  }
}

/** What the rows say by themselves is enough to know their accounts. */
const noLines: Lines = {
  all: [],
  line: () => undefined,
  shared: () => undefined,
  byId: () => undefined,
  rename: (rows) => rows.map(({ line }) => line),
};

/** None where all of them are of the account of whoever is signed in. */
function placedOf(rows: readonly Row[], { who, customers, domains }: Reach): readonly Placed[] {
  const primaries = domains.flatMap(({ primary, account, name }) => (primary ? [[account, name] as const] : []));
  const names = new Map([...customers.map(({ id, name }) => [id, name] as const), ...primaries]);
  names.set(who.account, who.primaryDomain);
  const placed = rows
    .filter(({ tab }) => isOffered(tab))
    .flatMap(({ tab, row, account, elsewhere }) => {
      const name = account === undefined || isNewAccount(account) ? elsewhere : names.get(account);
      return name ? [{ tab: tab.name, row, account: name }] : [];
    });
  return placed.some(({ account }) => account !== who.primaryDomain) ? placed : [];
}

const isOffered = ({ columns }: Tab): boolean => columns.some(({ choices }) => isOfAccounts(choices));

function isOfAccounts(choices: unknown): choices is (typeof ofAccounts)[number] {
  return ofAccounts.some((one) => one === choices);
}

const headerOf = (choice: Choice, account: string): string => `${headers[choice]} of ${account}`;

const accountsIn = (placed: readonly Placed[]): readonly string[] =>
  [...new Set(placed.map(({ account }) => account))].slice(0, mostAccounts);

/** The lists of accounts in reach that are not there yet. */
function listsOfAccounts(
  slice: Slice,
  placed: readonly Placed[],
  { reach, there }: { readonly reach: Reach; readonly there: Lists },
): Lists {
  const ids = new Map(reach.customers.map(({ id, name }) => [name, id] as const));
  for (const { primary, name, account } of reach.domains) if (primary) ids.set(name, account);
  const lists: Record<string, readonly string[]> = {};
  for (const name of accountsIn(placed)) {
    const id = ids.get(name);
    const [units, roles] = [headerOf('orgUnits', name), headerOf('roles', name)];
    if (id === undefined || there[units]) continue;
    lists[units] = slice.answer(orNone(unitsOf(id)));
    lists[roles] = slice.answer(orNone(rolesOf(id)));
  }
  return lists;
}

/** Lists of accounts that somebody else reaches stay as that person left them. */
function keptOf(sheet: Sheet, placed: readonly Placed[]): Lists {
  const there = readLists(sheet);
  const wanted = accountsIn(placed).flatMap((account) => ofAccounts.map((choice) => headerOf(choice, account)));
  return Object.fromEntries(wanted.flatMap((header) => (there[header] ? [[header, there[header]] as const] : [])));
}

/** A tab as it was read. */
type TextOfTab = SheetText & { readonly tab: Tab };

function tabsThere(): readonly TextOfTab[] {
  return tabs.flatMap((tab) => {
    const text = readSheet(tab.name);
    return text ? [{ ...text, tab }] : [];
  });
}

/** Where a column is whose cells offer a list. */
function offering({ values, tab }: TextOfTab): readonly { readonly choice: string; readonly column: number }[] {
  const { positions } = findColumns(values[0] ?? [], tab.columns);
  return tab.columns.flatMap(({ id, choices }) => {
    const position = positions[id];
    return typeof choices === 'string' && position !== undefined ? [{ choice: choices, column: position + 1 }] : [];
  });
}

/** What makes a column offer something: a typed column of a table may refuse it (`rows/looks.ts`). */
type Offer = () => void;

function generalOffers(lists: Sheet, sheets: readonly TextOfTab[]): readonly Offer[] {
  const rangeOf = rangesOf(lists);
  return sheets.flatMap((text) =>
    offering(text).flatMap(({ choice, column }) => {
      const list = rangeOf(headers[choice as Choice]);
      const rows = Math.max(1, text.sheet.getMaxRows() - 1);
      return list
        ? [
            () => {
              ports().layout.offerLists(text.sheet.getRange(2, column, rows, 1), [list]);
            },
          ]
        : [];
    }),
  );
}

/** A call for each column: the cells of its rows at once. */
function offersToRows(lists: Sheet, sheets: readonly TextOfTab[], placed: readonly Placed[]): readonly Offer[] {
  const rangeOf = rangesOf(lists);
  return sheets.flatMap((text) => {
    const own = placed.filter(({ tab }) => tab === text.tab.name);
    const accounts = new Map(own.map(({ row, account }) => [row, account]));
    const length = (text.held ?? text.values).length - 1;
    if (!accounts.size || length < 1) return [];
    return offering(text).flatMap(({ choice, column }) => {
      const general = isOfAccounts(choice) ? rangeOf(headers[choice]) : undefined;
      if (!general || !isOfAccounts(choice)) return [];
      const each = Array.from({ length }, (_, i) => rangeOf(headerOf(choice, accounts.get(i + 2) ?? '')) ?? general);
      return [
        () => {
          ports().layout.offerLists(text.sheet.getRange(2, column, length, 1), each);
        },
      ];
    });
  });
}
