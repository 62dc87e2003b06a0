import { readableText } from '../../engine/domain-names';
import { defined } from '../../engine/defined';
import { ports } from '../ports';
import type { Outcome } from '../../engine/outcome';
import { withoutSign } from '../../table/made';
import { says } from '../../table/safe';
import { statusWord } from '../../table/status';
import { writeColumns, type ColumnWrite } from '../rows/spreadsheet';
import { tabOf } from '../../tabs';
import type { Line } from '../../tabs/line';
import type { NamedRow } from '../../tabs/sheet';
import type { Tab } from '../../tabs/tab';
import { reopened, type TabSheet } from '../rows/sheets';
import { forgetGiven } from '../secrets/given';

/** Writing results back by row key, wherever the rows are by then. */

/** What goes into a row's own cells. `wipe`: the cell of a password or token, if it still holds this text. */
export interface RowResult {
  readonly outcome: Outcome;
  readonly details: string;
  readonly updated: string;
  /** Further columns of ours by id; '' leaves the cell as it is. */
  readonly own: Readonly<Record<string, string>>;
  readonly wipe?: string;
  /** Ids that rows have: one of them in the cell of a row that has none is not its own. */
  readonly taken?: ReadonlySet<string>;
}

/** What a row's own cells show of its line. `wipe`: the text of a secret cell to clear. */
export function resultOf(line: Line, wipe?: string): RowResult {
  const own = tabOf(line.key)?.shows(line.memory) ?? {};
  const details = readableText(line.details);
  return { outcome: line.outcome, details, own, updated: line.updated, ...defined({ wipe }) };
}

/** How often rows that were sorted while they were written are put right. */
const corrections = 3;

/**
 * Writes results by key into a tab that was read just now; it is read once more afterwards, because people sort while
 * we write. Gives the tab as it was read last.
 */
export function writeResults(results: ReadonlyMap<string, RowResult>, before: TabSheet): TabSheet {
  let sheet = before;
  for (let attempt = 0; attempt <= corrections && putResults(sheet, results); attempt++) {
    ports().spreadsheet.apply();
    sheet = reopened(sheet);
  }
  return sheet;
}

type Rows = readonly NamedRow[];

/**
 * Writes the results that a tab does not show yet, at the rows where it has their keys. False where there is nothing to
 * write.
 */
export function putResults(
  sheet: TabSheet,
  results: ReadonlyMap<string, RowResult>,
  rows: Rows = sheet.named.rows,
): boolean {
  forgetUsed(results);
  const columns = columnsOf(sheet, results, rows);
  if (columns.every((column) => column.values.size === 0)) return false;
  const { secretColumn } = sheet.tab;
  writeColumns(
    sheet,
    columns.filter((column) => column.id !== secretColumn),
  );
  wipe(
    sheet,
    columns.find((column) => column.id === secretColumn),
  );
  return true;
}

/** Secrets of an import that were used go like those in cells. */
function forgetUsed(results: ReadonlyMap<string, RowResult>): void {
  const used = new Map([...results].flatMap(([key, { wipe }]) => (wipe === undefined ? [] : [[key, wipe] as const])));
  if (used.size) forgetGiven(used);
}

/** Clears used secrets, neighbour by neighbour: cells in between are people's own and are not touched. */
function wipe({ sheet }: TabSheet, secrets: ColumnWrite | undefined): void {
  const rows = [...(secrets?.values.keys() ?? [])].sort((a, b) => a - b);
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    sheet.getRange(rows[at] ?? 1, (secrets?.column ?? 0) + 1, end - at + 1, 1).clearContent();
    at = end + 1;
  }
}

/** The columns that results go into, beside the secret that is wiped. */
export function resultColumns({ columns }: Pick<Tab, 'columns'>): readonly string[] {
  return columns.filter((column) => column.ours).map((column) => column.id);
}

/** The cells that do not show yet what they should. */
function columnsOf(
  { tab, values: cells }: TabSheet,
  results: ReadonlyMap<string, RowResult>,
  rows: Rows,
): (ColumnWrite & { readonly id: string })[] {
  const { positions } = tab.nameRows(cells.slice(0, 1));
  const { secretColumn } = tab;
  return [...resultColumns(tab), secretColumn].flatMap((id) => {
    const column = positions[id];
    if (column === undefined) return [];
    const values = new Map<number, string>();
    for (const row of rows) {
      const result = results.get(row.name);
      const shown = withoutSign(cells[row.row - 1]?.[column] ?? '');
      const text = !result ? shown : id === secretColumn ? unlessUsed(result, shown) : textOf(id, result, shown);
      if (!says(shown, text)) values.set(row.row, text);
    }
    return [{ id, column, values }];
  });
}

function unlessUsed({ wipe }: RowResult, shown: string): string {
  return wipe !== undefined && shown === wipe ? '' : shown;
}

function textOf(id: string, result: RowResult, shown: string): string {
  switch (id) {
    case 'status':
      return statusWord(result.outcome);
    case 'details':
      return result.details;
    case 'updated':
      return result.updated;
    default:
      return result.own[id] || (result.taken?.has(shown) ? '' : shown);
  }
}
