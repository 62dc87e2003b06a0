import { columnLetters } from '../../table/column';
import type { RowOutcome } from '../../table/status';
import type { DeskRow } from './desk';
import type { Journal, Line } from '../journal/journal';
import { kindOf, namedRows, titleOf, type Tab } from './kinds';
import type { Counts, RowNote } from '../wire';
import type { Work } from '../keeping/job-record';

/** Rows of a piece of work: which are in its scope, how they stand, and which a person has to look at. */

/** The rows that a work is about. */
export function rowsInScope(rows: readonly DeskRow[], work: Pick<Work, 'rows' | 'customer'>): readonly DeskRow[] {
  const keys = work.rows && new Set(work.rows);
  return rows.filter(
    (row) => (!keys || keys.has(row.key)) && (work.customer === undefined || isAbout(row, work.customer)),
  );
}

/** Whether a row is about a customer, given by id or, as one that is new has to be, by domain. */
function isAbout({ account, about }: DeskRow, customer: string): boolean {
  return account === customer || about.domain === customer.toLowerCase();
}

/** How the rows of a work stand in the journal. */
export function countsOfWork(journal: Journal, work: string): Counts {
  const counts: Partial<Record<RowOutcome, number>> = {};
  for (const line of linesOfWork(journal, work)) counts[line.outcome] = (counts[line.outcome] ?? 0) + 1;
  return counts;
}

/** The lines of a work, without those of shared work. */
export function linesOfWork(journal: Journal, work: string): readonly Line[] {
  return journal.all.filter((line) => line.work === work && !line.key.startsWith('Shared!'));
}

const needing: readonly RowOutcome[] = ['blocked', 'failed', 'waiting', 'stale'];

/** A line as a note for the sidebar, or undefined where nobody has to look at it. `row` is 1-based. */
export function noteOf(line: Line, row: number, column = 0): RowNote | undefined {
  const drift = (line.memory.drift ?? []).length > 0;
  if (!needing.includes(line.outcome) && !drift) return undefined;
  return {
    key: line.key,
    tab: kindOf(line.key)?.name ?? '',
    row,
    cell: `${columnLetters(column)}${row}`,
    title: titleOf(line.key),
    says: line.details,
    outcome: line.outcome,
    ...(line.question === undefined ? {} : { question: line.question }),
    ...(drift ? { drift } : {}),
  };
}

/** The rows that a person has to look at, in sheet order, where they are now. */
export function needsOn(tabs: readonly Tab[], journal: Journal): readonly RowNote[] {
  return tabs.flatMap((tab) => {
    const { positions, rows } = namedRows(tab);
    return rows.flatMap((row) => {
      const line = journal.line(row.name);
      const note =
        line && noteOf(line, row.row, positions[line.column ?? ''] ?? positions[tab.kind.keyColumns[0]] ?? 0);
      return note ? [note] : [];
    });
  });
}
