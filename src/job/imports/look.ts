import { defined } from '../../engine/defined';
import { compareWithSheet, type Compared } from '../../imports/reading/compare';
import {
  secretIn,
  Unusable,
  type ImportedRow,
  type ImportHow,
  type ImportProblem,
  type ImportRecord,
} from '../../imports/reading/file';
import { layoutOf, type Layout } from '../../imports/reading/layout';
import { readRecords } from '../../imports/reading/records';
import type { Tab } from '../../tabs/tab';
import { broughtBack } from '../accounts/brought';
import { noSheet, openSheet, type TabSheet } from '../rows/sheets';
import { Trouble } from '../trouble';
import type { ImportLine, ImportView } from './wire';
import { defaultsFor, howIn, recordsIn, tabIn } from './asked';
import { proposedFor, withAddress } from './addresses';
import { withRemembered } from './remembered';

/** What a file would do to the sheet, before a row is written. */

/** A file beside the sheet. */
export interface Looked {
  readonly how: ImportHow;
  readonly tab: Tab;
  readonly sheet: TabSheet;
  readonly layout: Layout;
  readonly rows: readonly Compared[];
  readonly problems: readonly ImportProblem[];
  /** Those of them for which a row could not be taken because of what stands in the sheet or in the file. */
  readonly rowProblems: readonly ImportProblem[];
  /** Addresses that were proposed now, by record. */
  readonly addresses: ReadonlyMap<number, string>;
  readonly view: Pick<ImportView, 'rows' | 'unused' | 'products' | 'namesakes'>;
}

/**
 * Reads what was sent and compares it with the sheet. `domainsOf`: of a customer; left out: whose people they are was
 * looked at before. Throws Trouble for what cannot be imported at all.
 */
export function lookAt(sent: unknown, domainsOf?: (customer: string) => readonly string[]): Looked {
  const records = recordsIn(sent);
  const asked = howIn(sent);
  const tab = tabIn(asked);
  const sheet = openSheet(tab);
  if (!sheet) throw noSheet(tab.name);
  const laid = laidOut(records, tab, { ...asked, defaults: defaultsFor(tab, asked.defaults) });
  const { layout } = laid;
  const how = layout.format.results ? { ...laid.how, ...forResults } : laid.how;
  const read = readRecords(records, layout, { tab, how });
  const headerOf = (column: string): string => {
    const place = layout.takes.find((take) => take.column === column)?.from.find((one) => one >= 0);
    return place === undefined ? '' : (layout.headers[place] ?? '');
  };
  // A part that is written brings what was proposed along.
  const addresses = domainsOf ? proposedFor(read.rows, { sheet, how }) : new Map<number, string>();
  const addressed = read.rows.map((row) => withAddress(row, tab, addresses.get(row.record)));
  const { rows, strangers } = ofCustomer(addressed, { tab, how, domainsOf, headerOf });
  const found = compareWithSheet(rows, sheet, { ...how, headerOf });
  const compared = layout.format.results ? broughtBack(found, sheet, headerOf) : found;
  const problems = [...read.problems, ...strangers, ...compared.problems].sort((one, other) => one.line - other.line);
  const view = { rows: read.count, unused: read.unused, namesakes: compared.namesakes, products: read.products };
  return { how, tab, sheet, layout, rows: compared.rows, problems, rowProblems: compared.problems, addresses, view };
}

/** Results are those of rows that are there, whatever else an import would make of the file. */
const forResults = { existing: 'update', namesakes: 'add', defaults: {}, addresses: '', customer: '' } as const;

/** Rows on a domain of the customer that was named, and those that are not. */
function ofCustomer(
  rows: readonly ImportedRow[],
  {
    tab,
    how: { customer },
    domainsOf,
    headerOf,
  }: {
    readonly tab: Tab;
    readonly how: ImportHow;
    readonly domainsOf: ((customer: string) => readonly string[]) | undefined;
    headerOf(column: string): string;
  },
): { readonly rows: readonly ImportedRow[]; readonly strangers: readonly ImportProblem[] } {
  if (!customer || !domainsOf) return { rows, strangers: [] };
  const domains = new Set(domainsOf(customer));
  const [column] = tab.keyColumns;
  const domainIn = ({ cells }: ImportedRow): string => (cells[column] ?? '').split('@')[1]?.trim().toLowerCase() ?? '';
  const isStranger = (row: ImportedRow): boolean => domainIn(row) !== '' && !domains.has(domainIn(row));
  const says = (row: ImportedRow): string =>
    `${domainIn(row)} is no domain of ${customer}. Replace the domain, or import these people without naming a customer.`;
  return {
    rows: rows.filter((row) => !isStranger(row)),
    strangers: rows.filter(isStranger).map((row) => ({ line: row.line, column: headerOf(column), says: says(row) })),
  };
}

function laidOut(
  records: readonly ImportRecord[],
  tab: Tab,
  asked: ImportHow,
): { readonly layout: Layout; readonly how: ImportHow } {
  const known = withRemembered(asked, headersOf(records));
  try {
    return { layout: layoutOf(records, tab.columns, known), how: known };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    throw new Trouble('unusableFile', error);
  }
}

/** The first line that says something: by it a file is known again. */
function headersOf(records: readonly ImportRecord[]): readonly string[] {
  return records.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells ?? [];
}

/** Of so many rows it is shown what happens to them. */
const linesShown = 100;

/** The same for a person to look at. */
export function viewOf({ tab, layout, rows, problems, addresses, view }: Looked): ImportView {
  const does = (what: Compared['does']): number => rows.filter((one) => one.does === what).length;
  const secrets = rows.filter(({ changes }) => changes.some(({ column }) => column === secretIn(tab)));
  return {
    ...view,
    format: layout.format.id,
    label: layout.format.label,
    headerRecord: layout.headerAt,
    columns: layout.takes.map((take) => ({
      header: take.from.flatMap((place) => layout.headers[place] ?? []).join(' + '),
      column: headerIn(tab, take.column),
    })),
    added: does('add'),
    updated: does('update'),
    skipped: does('skip'),
    same: does('same'),
    passwords: secrets.length,
    problems,
    lines: rows.slice(0, linesShown).map((one) => lineOf(tab, one)),
    proposed: addresses.size,
    kept: rows.map(({ imported, by, key, does: what }) => ({
      record: imported.record,
      ...addressOf(addresses.get(imported.record)),
      ...(by === 'name' && what !== 'add' ? { same: key } : {}),
    })),
  };
}

function addressOf(address: string | undefined): { readonly address?: string } {
  return address === undefined ? {} : { address };
}

function headerIn({ columns }: Tab, id: string): string {
  return columns.find((column) => column.id === id)?.header ?? id;
}

function lineOf(tab: Tab, { imported, key, does, by, row, changes }: Compared): ImportLine {
  return {
    line: imported.line,
    title: key.slice(key.indexOf('!') + 1),
    does,
    ...defined({ by, row }),
    changes: changes.map(({ column, from, to }) => ({
      header: headerIn(tab, column),
      from,
      to: column === secretIn(tab) ? '(kept for the run)' : to,
    })),
  };
}
