import { outcomeOf } from '../table/status';
import type { Journal } from './journal';
import { linesOfWork } from './rows';
import { namedRows, openUsersTab, writeResults, type RowResult } from './users-desk';
import type { Work } from './work-record';

/** The arithmetic at the end of a run, from the sheet read again. */

/**
 * Gives every row that was not reached its outcome, then compares the sheet with the journal. Answers with a sentence where
 * they differ, or with nothing: every row that went in has come out.
 */
export function accountOf(work: Work, journal: Journal): string {
  closeRows(work, journal);
  const tab = openUsersTab();
  const { positions, rows } = namedRows(tab);
  const column = positions.status;
  const shown = new Map(rows.map((row) => [row.name, outcomeOf(tab.values[row.row - 1]?.[column ?? -1] ?? '')]));
  const lines = linesOfWork(journal, work.id);
  const wrong = lines.filter((line) => shown.has(line.key) && shown.get(line.key) !== line.outcome);
  if (wrong.length === 0) return '';
  return `${wrong.length} of ${lines.length} rows do not show how they ended (${wrong.slice(0, 3).map((line) => line.key).join(', ')}). Look at the Journal tab, then check them again.`;
}

function closeRows(work: Work, journal: Journal): void {
  const present = new Set(namedRows(openUsersTab()).rows.map((row) => row.name));
  const results = new Map<string, RowResult>();
  for (const line of linesOfWork(journal, work.id)) {
    if (line.outcome !== 'planned' && line.outcome !== 'running') continue;
    const why = present.has(line.key) ? 'The run was stopped before this row.' : 'The row was deleted from the sheet.';
    const details = `${why} ${line.memory.created ? 'The user had been created.' : 'Nothing was done.'}`;
    const ended = { ...line, outcome: 'notReached' as const, details };
    journal.set(ended);
    results.set(line.key, { outcome: 'notReached', details, userId: line.memory.userId ?? '', updated: line.updated });
  }
  journal.save();
  if (results.size) writeResults(results);
}
