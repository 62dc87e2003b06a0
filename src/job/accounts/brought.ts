import { shortened } from '../../engine/shorten';
import type { Outcome } from '../../engine/outcome';
import type { Compared, Comparison } from '../../imports/reading/compare';
import { outcomeOf, statusWord } from '../../table/status';
import { cellText, visible } from '../../table/text';
import { tabOf } from '../../tabs';
import { titleOf, type Line } from '../../tabs/line';
import { Journal } from '../journal/journal';
import { now } from '../ports';
import type { TabSheet } from '../rows/sheets';
import { signedIn } from '../reach/identity';

/**
 * Statuses that an administrator brings back from a spreadsheet of their own. They are shown beside where they come
 * from and believed for nothing: a row that somebody here reaches is checked at Google like any other, and no id is
 * taken into the journal.
 */

/** What is worth bringing: how a row ended. */
const brings: readonly Outcome[] = ['done', 'settled', 'blocked', 'failed'];
const longest = 2_000;

/** Compares by key alone, with rows that wait for another administrator. `headerOf`: of a column in the file. */
export function broughtBack(
  { rows, problems, namesakes }: Comparison,
  sheet: TabSheet,
  headerOf: (column: string) => string,
): Comparison {
  const lines = new Map(Journal.look().map((line) => [line.key, line]));
  const complaints = rows.flatMap((row) => {
    const says = complaintOf(row, lines.get(row.key));
    return says === undefined ? [] : [{ line: row.imported.line, column: headerOf('email'), says }];
  });
  const left = new Set(complaints.map(({ line }) => line));
  const kept = rows.filter(({ imported }) => !left.has(imported.line)).map((row) => withResults(row, sheet));
  return { rows: kept, problems: [...problems, ...complaints], namesakes };
}

function complaintOf({ does, key, imported }: Compared, line: Line | undefined): string | undefined {
  const isNamed = titleOf(key) === visible(imported.cells.email ?? '').toLowerCase();
  if (does === 'add' || !isNamed) return 'No row of the spreadsheet has this address. Nothing is added by statuses.';
  if (line?.elsewhere !== undefined) return undefined;
  return 'This row does not wait for another account’s administrator: check it here, so that Google says how it stands.';
}

function withResults(row: Compared, { tab, values, named: { positions } }: TabSheet): Compared {
  const { status = '', details = '', userId = '', updated = '' } = row.imported.cells;
  const outcome = outcomeOf(status);
  if (!outcome || !brings.includes(outcome)) return { ...row, does: 'skip', changes: [] };
  const at = visible(updated) ? ` at ${visible(updated)}` : '';
  const today = new Date(now()).toISOString().slice(0, 10);
  const told = visible(details) ? ` ${shortened(visible(details), longest)}` : '';
  const cells = {
    status: statusWord(outcome),
    details: `${statusWord(outcome)}${at} in a spreadsheet of their own, brought back on ${today}.${told}`,
    [tab.idColumn]: visible(userId),
  };
  const changes = Object.entries(cells).flatMap(([column, to]) => {
    const from = cellText(values[(row.row ?? 0) - 1]?.[positions[column] ?? -1] ?? '');
    const stays = to === '' || from === to || (column === tab.idColumn && from !== '');
    return stays ? [] : [{ column, from, to }];
  });
  if (changes.length === 0) return { ...row, does: 'same', changes };
  const when = { column: 'updated', from: '', to: new Date(now()).toISOString() };
  return { ...row, does: 'update', changes: [...changes, when] };
}

/** Keeps what was brought back in the journal, so that the next check leaves it. Needs the lock. */
export function keepBrought(rows: readonly Compared[]): void {
  const journal = Journal.open();
  for (const { key, changes } of rows) {
    const line = journal.line(key);
    const text = (column: string): string | undefined => changes.find((one) => one.column === column)?.to;
    if (line?.elsewhere === undefined || !tabOf(key)) continue;
    const outcome = outcomeOf(text('status') ?? statusWord(line.outcome)) ?? line.outcome;
    const told = { outcome, details: text('details') ?? line.details, updated: text('updated') ?? line.updated };
    journal.set({ ...line, ...told, by: signedIn() });
  }
  journal.save();
}
