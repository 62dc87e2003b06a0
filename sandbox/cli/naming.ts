import { domainToASCII } from 'node:url';
import { emptyBoxes } from '../apps-script/system/locales';
import { lists } from './lists';
import type { TextTab } from './sheets';

/** Rows of the wishing tabs, each named in its own words: what `byKey` of summary.json is keyed by. */

/** A row that wishes something. */
export interface NamedRow {
  /** `Users!ana@shop.example`, a second one of the same words `…#2`, `Users!row 17` where the row has no usable key. */
  readonly key: string;
  readonly tab: string;
  /** 1-based, as the sheet counts. */
  readonly row: number;
  /** Cells by header, folded to letters and digits (`email`, `lastname`). */
  readonly cells: Readonly<Record<string, string>>;
}

type Cells = NamedRow['cells'];

/** The folded headers that mean a column of a tab, as the product's own definition has them. */
function headersOf(tab: string, id: string): readonly string[] {
  const column = lists.tabs.find(({ name }) => name === tab)?.columns.find((one) => one.id === id);
  return column ? [column.header, ...column.synonyms].map(foldHeader) : [];
}

const emails = headersOf('Users', 'email');
const groupEmails = headersOf('Groups', 'email');
const userNames = headersOf('Team', 'userName');
const domains = headersOf('Customers', 'domain');
const types = headersOf('Customers', 'type');
const admins = headersOf('Customers', 'primaryAdmin');
const customers = headersOf('Subscriptions', 'customer');
const products = headersOf('Subscriptions', 'product');
const accounts = headersOf('Roles', 'account');
const roleNames = headersOf('Roles', 'roleName');

/** How each wishing tab names a row; '' where it cannot. */
const namers: Readonly<Record<string, (cells: Cells) => string>> = {
  Customers: nameCustomer,
  Subscriptions: (cells) => pair(domainOrId(first(cells, customers)), first(cells, products)),
  Users: (cells) => template(first(cells, emails)) || address(first(cells, emails)),
  Roles: (cells) => nameRole(domainName(first(cells, accounts)), first(cells, roleNames)),
  Groups: (cells) => address(first(cells, groupEmails)),
  Team: (cells) => userName(first(cells, userNames)),
};

function nameRole(account: string, role: string): string {
  return account === '' || role === '' ? role : `${account}/${role}`;
}

/** Columns of ours that say what happened and wish nothing. */
const answers = new Set(
  lists.tabs.flatMap(({ columns }) => columns.filter(({ ours }) => ours).map(({ header }) => foldHeader(header))),
);

/** The header of a column of ours beside one of that name of a person’s own. */
const beside = 'seatsheet';

/** Headers, folded, as the product takes them: a column of that name beside ours is a person’s own. */
function headersIn(row: readonly string[]): readonly string[] {
  const headers = row.map(foldHeader);
  const own = headers.filter((header) => header.startsWith(beside) && answers.has(header.slice(beside.length)));
  return headers.map((header) => {
    if (own.includes(header)) return header.slice(beside.length);
    return own.includes(beside + header) ? `own ${header}` : header;
  });
}

/** A header as it is compared: letters and digits only, without case and accents. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * What a cell shows: without blanks at its ends and characters that nobody sees, which come along when text is pasted.
 */
function visible(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
    .trim()
    .normalize('NFC');
}

/** What a Japanese keyboard wrote in full-width letters where an address stands. */
function plainAddress(text: string): string {
  return /[@＠]/.test(text) ? text.replace(/[！-～]/g, (letter) => letter.normalize('NFKC')) : text;
}

/** Every non-blank row of every wishing tab, in sheet order. */
export function namedRows(tabs: readonly TextTab[]): NamedRow[] {
  return tabs.flatMap((tab) => {
    const nameOf = namers[tab.name];
    return nameOf ? named(tab, nameOf) : [];
  });
}

/** A key that is longer names no row. */
const longestKey = 1_000;

function named(tab: TextTab, nameOf: (cells: Cells) => string): NamedRow[] {
  const headers = headersIn(tab.rows[0] ?? []);
  const seen = new Map<string, number>();
  return tab.rows.flatMap((texts, index) => {
    if (index === 0 || isBlank(headers, texts)) return [];
    const cells = byHeader(headers, texts);
    const key = nameOf(cells);
    const name = key !== '' && key.length <= longestKey ? key : `row ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [{ key: `${tab.name}!${name}${times > 1 ? `#${times}` : ''}`, tab: tab.name, row: index + 1, cells }];
  });
}

/** The first column of a name counts, as it does for the server. */
function byHeader(headers: readonly string[], texts: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  headers.forEach((header, column) => {
    if (header !== '' && !Object.hasOwn(cells, header)) cells[header] = visible(plainAddress(texts[column] ?? ''));
  });
  return cells;
}

/** An unticked box wishes nothing, and set-up fills whole columns with them. */
function isBlank(headers: readonly string[], texts: readonly string[]): boolean {
  return texts.every(
    (text, column) => answers.has(headers[column] ?? '') || ['', ...emptyBoxes].includes(visible(text).toUpperCase()),
  );
}

function first(cells: Cells, headers: readonly string[]): string {
  const found = headers.find((header) => Object.hasOwn(cells, header));
  return found === undefined ? '' : (cells[found] ?? '');
}

/** A text with something on both sides of one @, in lower case, even if Google would refuse it; '' for any other. */
function address(cell: string): string {
  const text = cell.replace(/^'/, '');
  if (!/^[^\s@]+@[^\s@]+$/.test(text)) return '';
  const [local = '', domain = ''] = text.toLowerCase().split('@');
  return `${local}@${domainName(domain)}`;
}

/** One word, in lower case, even if Google would refuse it; '' for any other. */
function userName(cell: string): string {
  return /^[^\s@,;<>()"=]+$/.test(cell) && cell !== '-' ? cell.toLowerCase() : '';
}

/** A row that only hands on what stands in it: `Template: Sales`. */
function template(cell: string): string {
  const [, name = ''] = /^'?(?:template|vorlage|plantilla|mod[eè]le)(?:\s*:\s*|\s+)([^@]+)$/i.exec(cell) ?? [];
  return name === '' ? '' : `template: ${name.trim().toLowerCase()}`;
}

/** A domain in the form that names go by: of letters a–z. What Node cannot read so stays. */
function domainName(text: string): string {
  return /^[ -~]*$/.test(text) ? text.toLowerCase() : domainToASCII(text) || text.toLowerCase();
}

function domainOrId(text: string): string {
  return text.includes('.') ? domainName(text) : text;
}

function pair(one: string, other: string): string {
  return one !== '' && other !== '' ? `${one}/${other}` : '';
}

function nameCustomer(cells: Cells): string {
  const domain = domainName(first(cells, domains));
  const typed = first(cells, admins).toLowerCase();
  const admin = address(typed) || typed;
  const isTeam = /^(team|equip[oae])$/.test(foldHeader(first(cells, types)));
  return isTeam && admin !== '' ? pair(domain, admin) : domain;
}

/**
 * Input columns that are missing, in words: `Users.csv has no column Email`. A tab without a header row is made, so it
 * misses none.
 */
export function missingColumns(tabs: readonly TextTab[]): string[] {
  return tabs
    .filter((tab) => tab.rows[0]?.some((header) => header !== ''))
    .flatMap((tab) => {
      const headers = new Set((tab.rows[0] ?? []).map(foldHeader));
      const { columns = [] } = lists.tabs.find(({ name }) => name === tab.name) ?? {};
      const lacking = columns.filter(
        ({ id, required }) => required && !headersOf(tab.name, id).some((name) => headers.has(name)),
      );
      const below = tab.rows.slice(0, 10).findIndex((texts) => {
        const there = new Set(texts.map(foldHeader));
        return lacking.every(({ id }) => headersOf(tab.name, id).some((name) => there.has(name)));
      });
      const hint = below > 0 ? ` Line ${below + 1} looks like the headers: delete what stands above it.` : '';
      return lacking.map(({ header }) => `${tab.name}.csv has no column ${header}.${hint}`);
    });
}
