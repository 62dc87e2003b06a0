import { outcomeOf } from '../table/status';
import type { Journal, Line } from './journal';
import { linesOfWork } from './rows';
import { namedRows, openUsersTab, writeResults, type RowResult } from './users-desk';
import type { Work } from './work-record';

/** The arithmetic at the end of a run, from the sheet read again. */

/**
 * Gives every row that was not reached its outcome, brings the sheet to what the journal says, and compares the two. Answers
 * with a sentence where they differ, or with nothing: every row that went in has come out. `leftovers`: password cells to wipe.
 */
export function accountOf(work: Work, journal: Journal, leftovers: ReadonlyMap<string, string>): string {
  closeRows(work, journal);
  const results = new Map(linesOfWork(journal, work.id).map((line) => [line.key, resultOf(line, leftovers)]));
  writeResults(results);
  return differenceOf(work, journal);
}

function differenceOf(work: Work, journal: Journal): string {
  const tab = openUsersTab();
  const { positions, rows } = namedRows(tab);
  const column = positions.status;
  if (column === undefined) return 'The Users tab has no Status column any more: how each row ended stands in the Journal tab. Set up the spreadsheet again, then check.';
  const shown = new Map(rows.map((row) => [row.name, outcomeOf(tab.values[row.row - 1]?.[column] ?? '')]));
  const lines = linesOfWork(journal, work.id);
  const wrong = lines.filter((line) => shown.has(line.key) && shown.get(line.key) !== line.outcome);
  if (lines.length !== work.total) return `${work.total} rows went in and ${lines.length} came out. Check them again.`;
  if (wrong.length === 0) return '';
  return `${wrong.length} of ${lines.length} rows do not show how they ended (${wrong.slice(0, 3).map((line) => line.key).join(', ')}). Look at the Journal tab, then check them again.`;
}

function closeRows(work: Work, journal: Journal): void {
  const present = new Set(namedRows(openUsersTab()).rows.map((row) => row.name));
  for (const line of linesOfWork(journal, work.id)) {
    if (line.outcome !== 'planned' && line.outcome !== 'running') continue;
    const why = present.has(line.key) ? 'The run was stopped before this row was finished.' : 'The row was deleted from the sheet.';
    journal.set({ ...line, outcome: 'notReached', details: `${why} ${line.memory.created ? 'The user had been created.' : 'Nothing was done.'}` });
  }
  journal.save();
}

function resultOf(line: Line, leftovers: ReadonlyMap<string, string>): RowResult {
  const wipe = leftovers.get(line.key);
  return { outcome: line.outcome, details: line.details, userId: line.memory.userId ?? '', updated: line.updated, ...(wipe === undefined ? {} : { wipe }) };
}
