import { readableText } from '../../engine/domain-names';
import { columnLetters } from '../../table/column';
import type { Outcome } from '../../engine/outcome';
import { tabOf } from '../../tabs';
import { driftIn, titleOf, type Line } from '../../tabs/line';
import type { Row } from '../../tabs/tab';
import { administersAnother } from '../accounts/known';
import type { Journal } from '../journal/journal';
import { isShared } from '../journal/shared-lines';
import type { Job } from '../keeping/job-record';
import { keysIn } from '../keeping/scope-list';
import { actionOf } from '../plan/action-of';
import { signedIn } from '../reach/identity';
import type { Counts, RowNote } from '../wire';
import type { TabSheet } from './sheets';

/** Rows of a job: which are in its scope, how they stand, and which a person has to look at. */

/** The rows that a job is about. */
export function rowsInScope(
  rows: readonly Row[],
  job: Pick<Job, 'rows' | 'along' | 'customer' | 'action'>,
): readonly Row[] {
  const keys = job.rows && keysIn(job.rows);
  const { tab } = actionOf(job.action);
  const chosen = keys ? rows.filter(({ key }) => keys.has(key)) : [];
  const leavers = leaversOf(chosen);
  const supplied = job.along ? suppliedBy(chosen) : new Set<string>();
  return rows.filter(
    (row) =>
      (!keys ||
        keys.has(row.key) ||
        (row.line !== undefined && supplied.has(row.key)) ||
        row.belongs.some(({ as, to }) => as === 'person' && leavers.has(to))) &&
      (tab === undefined || row.tab.name === tab) &&
      (job.customer === undefined || isAbout(row, job.customer)),
  );
}

/** The addresses of people who leave by these rows: what is done for them is done in rows of their own. */
function leaversOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ belongs }) => belongs.flatMap(({ as, to }) => (as === 'leaver' ? [to] : []))));
}

/** The keys of rows that these order for: a customer is told of its terms by its own row, once its order went through. */
function suppliedBy(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ belongs }) => belongs.flatMap(({ as, to }) => (as === 'order' ? [to] : []))));
}

/** Whether a row is about a customer, given by id or, as one that is new has to be, by domain. */
function isAbout({ account, about }: Row, customer: string): boolean {
  return account === customer || about.domain === customer.toLowerCase();
}

/** How the rows of a job stand in the journal. */
export function countsOfJob(journal: Journal, job: string): Counts {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const line of linesOfJob(journal, job)) counts[line.outcome] = (counts[line.outcome] ?? 0) + 1;
  return counts;
}

/** The lines of a job, without those of shared work. */
export function linesOfJob(journal: Journal, job: string): readonly Line[] {
  return journal.all.filter((line) => line.work === job && !isShared(line));
}

const needing: readonly Outcome[] = ['blocked', 'failed', 'waiting', 'stale'];

/** A line as a note for the sidebar, or undefined where nobody has to look at it. `row` is 1-based. */
export function noteOf(line: Line, row: number, column = 0): RowNote | undefined {
  const drift = driftIn(line.memory).length > 0;
  // Whoever it waits for has to look at it.
  if (line.elsewhere !== undefined) return undefined;
  if (!needing.includes(line.outcome) && !drift) return undefined;
  return {
    key: line.key,
    tab: tabOf(line.key)?.name ?? '',
    row,
    cell: `${columnLetters(column)}${row}`,
    title: titleOf(line.key),
    says: readableText(line.details),
    outcome: line.outcome,
    ...(line.question ? { question: { ...line.question, says: readableText(line.question.says) } } : {}),
    ...(drift ? { drift } : {}),
  };
}

/** The note of a row where it was when its tab was read. */
export function noteAt(sheets: readonly TabSheet[], line: Line, { tab, row }: Row): RowNote | undefined {
  const sheet = sheets.find((one) => one.tab === tab);
  return noteOf(line, row, sheet && columnOf(sheet, line));
}

/** Where a click goes: the cell that is wrong, or the first that names the row. 0-based. */
export function columnOf({ tab, named: { positions } }: TabSheet, { column = '' }: Pick<Line, 'column'>): number {
  return positions[column] ?? positions[tab.keyColumns[0]] ?? 0;
}

/**
 * The rows that whoever is signed in has to look at, in sheet order, where they are now: what an administrator of
 * another account has checked is that person's to answer.
 */
export function needsOn(sheets: readonly TabSheet[], journal: Journal): readonly RowNote[] {
  const isAnother = administersAnother(signedIn());
  return sheets.flatMap((sheet) =>
    sheet.named.rows.flatMap(({ name, row }) => {
      const line = journal.line(name);
      const note = line && !isAnother(line.by ?? '') && noteOf(line, row, columnOf(sheet, line));
      return note ? [note] : [];
    }),
  );
}

/** How many rows of a job ended how so far, by outcome. */
export function countsEnded(journal: Journal, job: string): ReturnType<typeof countsOfJob> {
  const counts = { ...countsOfJob(journal, job) };
  delete counts.planned;
  delete counts.running;
  return counts;
}
