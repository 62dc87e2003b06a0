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

/** The headers that mean an address, folded; the bulk file of the Admin console and its languages among them. */
const emails = [
  'email',
  'primaryemail',
  'emailaddress',
  'emailaddressrequired',
  'primaryemailaddress',
  'workemail',
  'emailadresse',
  'primareemailadresse',
  'correo',
  'correoelectronico',
  'direcciondecorreoelectronico',
  'courriel',
  'adresseemail',
  'adresseemailprincipale',
];
/**
 * The headers of the tabs Customers and Subscriptions that name a row, folded, in the languages that the server knows.
 */
const domains = [
  'domain',
  'customerdomain',
  'primarydomain',
  'domane',
  'kundendomain',
  'dominio',
  'dominioprincipal',
  'domaine',
  'domaineprincipal',
];
const types = ['type', 'customertype', 'typ', 'kundentyp', 'tipo', 'tipodecliente', 'typedeclient'];
const admins = [
  'primaryadmin',
  'primaryadministrator',
  'primaryadminemail',
  'primareradministrator',
  'administradorprincipal',
  'administrateurprincipal',
];
const customers = [
  'customer',
  'customerdomain',
  'customeridordomain',
  'kunde',
  'kundendomain',
  'cliente',
  'dominiodelcliente',
  'client',
  'domaineduclient',
];
const products = [
  'product',
  'sku',
  'skuid',
  'edition',
  'subscription',
  'produkt',
  'abonnement',
  'abo',
  'producto',
  'suscripcion',
  'produit',
];

/** How each wishing tab names a row; '' where it cannot. */
const namers: Readonly<Record<string, (cells: Cells) => string>> = {
  Customers: nameCustomer,
  Subscriptions: (cells) => pair(domainOrId(first(cells, customers)), first(cells, products)),
  Users: (cells) => address(first(cells, emails)),
  Team: (cells) => address(first(cells, emails)),
  Roles: (cells) => pair(domainOrId(first(cells, ['account'])), first(cells, ['rolename', 'role'])),
};

/** Columns of ours that say what happened and wish nothing. */
const answers = new Set([
  'status',
  'details',
  'updated',
  'userid',
  'customerid',
  'roleid',
  'terms',
  'domainverified',
  'adminconsole',
  'googlesays',
]);

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

/** Every non-blank row of every wishing tab, in sheet order. */
export function namedRows(tabs: readonly TextTab[]): NamedRow[] {
  return tabs.flatMap((tab) => {
    const nameOf = namers[tab.name];
    return nameOf ? named(tab, nameOf) : [];
  });
}

function named(tab: TextTab, nameOf: (cells: Cells) => string): NamedRow[] {
  const headers = (tab.rows[0] ?? []).map(foldHeader);
  const seen = new Map<string, number>();
  return tab.rows.flatMap((texts, index) => {
    if (index === 0 || isBlank(headers, texts)) return [];
    const cells = byHeader(headers, texts);
    const name = nameOf(cells) || `row ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return [{ key: `${tab.name}!${name}${times > 1 ? `#${times}` : ''}`, tab: tab.name, row: index + 1, cells }];
  });
}

/** The first column of a name counts, as it does for the server. */
function byHeader(headers: readonly string[], texts: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  headers.forEach((header, column) => {
    if (header !== '' && !Object.hasOwn(cells, header)) cells[header] = visible(texts[column] ?? '');
  });
  return cells;
}

/** An unticked box wishes nothing, and set-up fills whole columns with them. */
function isBlank(headers: readonly string[], texts: readonly string[]): boolean {
  return texts.every(
    (text, column) => answers.has(headers[column] ?? '') || ['', 'FALSE'].includes(visible(text).toUpperCase()),
  );
}

function first(cells: Cells, headers: readonly string[]): string {
  const found = headers.find((header) => Object.hasOwn(cells, header));
  return found === undefined ? '' : (cells[found] ?? '');
}

/** A text with something on both sides of one @, in lower case, even if Google would refuse it; '' for any other. */
function address(cell: string): string {
  const text = cell.replace(/^'/, '');
  return /^[^\s@]+@[^\s@]+$/.test(text) ? text.toLowerCase() : '';
}

function domainOrId(text: string): string {
  return text.includes('.') ? text.toLowerCase() : text;
}

function pair(one: string, other: string): string {
  return one !== '' && other !== '' ? `${one}/${other}` : '';
}

function nameCustomer(cells: Cells): string {
  const domain = first(cells, domains).toLowerCase();
  const admin = first(cells, admins).toLowerCase();
  const team = first(cells, types).toLowerCase().includes('team');
  return team && admin !== '' ? pair(domain, admin) : domain;
}

/** The input columns that a tab with rows cannot do without, each with the folded headers that mean it. */
const needed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Customers: { Domain: domains },
  Subscriptions: { Customer: customers, Product: products },
  Users: { Email: emails },
};

/**
 * Input columns that are missing, in words: `Users.csv has no column Email`. A tab without a header row is made, so it
 * misses none.
 */
export function missingColumns(tabs: readonly TextTab[]): string[] {
  return tabs
    .filter((tab) => tab.rows[0]?.some((header) => header !== ''))
    .flatMap((tab) => {
      const headers = new Set((tab.rows[0] ?? []).map(foldHeader));
      const lacking = Object.entries(needed[tab.name] ?? {}).filter(
        ([, names]) => !names.some((name) => headers.has(name)),
      );
      return lacking.map(([header]) => `${tab.name}.csv has no column ${header}.`);
    });
}
