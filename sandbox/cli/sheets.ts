import type { CellData, SheetData } from '../apps-script/host-state';
import { readCsv, writeCsv } from './csv';

/** Tabs between files and the host: texts in, texts out. */

/** Tabs in the order in which the spreadsheet shows them; others follow by name, the journal comes last. */
const order = ['Customers', 'Subscriptions', 'Users', 'Team', 'Roles', 'Groups', 'Products', 'Log'];

/** The hidden tab in which the server keeps each row's progress. */
export const journalTab = 'Journal';

/** Tabs that the server hides: no CSV file can say so. */
const hidden = new Set([journalTab, 'Lists']);

/** One tab as texts: its header row first. */
export interface TextTab {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Sorts tabs as the spreadsheet shows them. */
export function inTabOrder<T extends { readonly name: string }>(tabs: readonly T[]): T[] {
  return [...tabs].sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1));
}

function place(name: string): number {
  const known = order.indexOf(name);
  if (known >= 0) return known;
  return name === journalTab ? order.length + 1 : order.length;
}

/**
 * Loads tabs into the host. Every cell has the number format `@`, so that `=` and leading zeros stay text. Without a
 * tab there is the empty Sheet1 of a new spreadsheet: Google has none without tabs.
 */
export function sheetsOf(tabs: readonly TextTab[]): SheetData[] {
  return inTabOrder(tabs.length ? tabs : [{ name: 'Sheet1', rows: [] }]).map((tab, id) => ({
    name: tab.name,
    id,
    hidden: hidden.has(tab.name),
    cells: tab.rows.map((row) => row.map(textCell)),
    frozenRows: 0,
    hiddenRows: [],
    furniture: {},
  }));
}

function textCell(text: string): CellData | null {
  return text === '' ? null : { value: text, format: '@' };
}

/**
 * What the host's tabs say, as texts: a formula as its text, ticks as TRUE and FALSE. Rows end with the last that says
 * something.
 */
export function textTabs(sheets: readonly SheetData[]): TextTab[] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.cells.slice(0, heightOf(sheet)).map((row) => row.map(cellText)),
  }));
}

/** Set-up makes tick boxes far below the last row: empty ones say nothing. */
function heightOf({ cells }: SheetData): number {
  const says = (cell: CellData | null) => cell !== null && cell.value !== false && cellText(cell) !== '';
  return cells.reduce((height, row, index) => (row.some(says) ? index + 1 : height), 0);
}

function cellText(cell: CellData | null): string {
  if (!cell) return '';
  if (cell.formula !== undefined && cell.formula !== '') return cell.formula;
  return typeof cell.value === 'boolean' ? String(cell.value).toUpperCase() : String(cell.value);
}

/** One CSV file as a tab. `file` is its name, `Users.csv`. */
export function tabOfFile(file: string, text: string): TextTab {
  return { name: file.replace(/\.csv$/i, ''), rows: readCsv(text, file) };
}

/** The file that a tab is written to: `Users.csv`, and its text. */
export function fileOfTab(tab: TextTab): readonly [string, string] {
  return [`${tab.name.replace(/[\\/:*?"<>|]/g, '_')}.csv`, writeCsv(tab.rows)];
}
