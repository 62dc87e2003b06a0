import { outcomeOf } from '../../table/status';
import { landed } from '../../tabs/users/memory';
import type { Journal, Line } from './journal';
import { linesOfWork } from '../rows/standing';
import { namedRows, type Tab } from '../rows/kinds';
import { resultOf, writeResults, type RowResult } from './results';
import type { Work } from '../keeping/job-record';

/** The arithmetic at the end of a run, from the sheet read again. */

/**
 * Gives every row that was not reached its outcome, brings the sheet to what the journal says, and compares the two.
 * Answers with a sentence where they differ, or with nothing: every row that went in has come out. `tabs`: as they were
 * read just now; `leftovers`: password cells to wipe.
 */
export function accountOf(work: Work, journal: Journal, now: Ending): string {
  closeRows(work, journal, now.tabs);
  const taken = new Set(journal.all.flatMap((line) => line.memory.userId ?? []));
  const results = new Map(
    linesOfWork(journal, work.id).map((line) => {
      const result = resultOf(line, now.leftovers.get(line.key));
      // A User ID that a person put there stays, also where it is another row's: the row is stopped and says so.
      return [line.key, now.ownIds.has(line.key) ? result : { ...result, taken }];
    }),
  );
  const tabs = now.tabs.map((tab) => {
    const written = writeResults(results, tab);
    const strays = straysOn(written, journal);
    return strays.size ? writeResults(strays, written) : written;
  });
  return differenceOf(work, journal, tabs);
}

/**
 * What a run ends with: `leftovers` are password cells to wipe, `ownIds` the rows whose User ID cell held something
 * when the slice began.
 */
interface Ending {
  readonly tabs: readonly Tab[];
  readonly leftovers: ReadonlyMap<string, string>;
  readonly ownIds: ReadonlySet<string>;
}

/** Rows that show a plan which nobody has: they got another address after the check, or were copied. */
function straysOn(tab: Tab, journal: Journal): ReadonlyMap<string, RowResult> {
  const {
    positions: { status = -1 },
    rows,
  } = namedRows(tab);
  const strays = rows.filter(
    (row) =>
      journal.line(row.name) === undefined &&
      ['planned', 'running'].includes(outcomeOf(tab.values[row.row - 1]?.[status] ?? '') ?? ''),
  );
  return new Map(
    strays.map((row) => [
      row.name,
      { outcome: 'stale', details: 'The row was changed after it was checked. Check it again.', own: {}, updated: '' },
    ]),
  );
}

function differenceOf(work: Work, journal: Journal, tabs: readonly Tab[]): string {
  const bare = tabs.find((tab) => namedRows(tab).positions.status === undefined);
  if (bare)
    return `The ${bare.kind.name} tab has no Status column any more: how each row ended stands in the Journal tab. Set up the spreadsheet again, then check.`;
  const shown = new Map(
    tabs.flatMap((tab) => {
      const {
        positions: { status = -1 },
        rows,
      } = namedRows(tab);
      return rows.map((row) => [row.name, outcomeOf(tab.values[row.row - 1]?.[status] ?? '')] as const);
    }),
  );
  const lines = linesOfWork(journal, work.id);
  const wrong = lines.filter((line) => shown.has(line.key) && shown.get(line.key) !== line.outcome);
  if (lines.length === 0 && work.total > 0)
    return 'The Journal tab was deleted while the run was under way, and with it what was known of its rows. Check them again: that finds what was done.';
  if (lines.length !== work.total) return `${work.total} rows went in and ${lines.length} came out. Check them again.`;
  if (wrong.length === 0) return '';
  return `${wrong.length} of ${lines.length} rows do not show how they ended (${wrong
    .slice(0, 3)
    .map((line) => line.key)
    .join(', ')}). Look at the Journal tab, then check them again.`;
}

function closeRows(work: Work, journal: Journal, tabs: readonly Tab[]): void {
  const present = new Set(tabs.flatMap((tab) => namedRows(tab).rows).map((row) => row.name));
  for (const line of linesOfWork(journal, work.id)) {
    if (line.outcome !== 'planned' && line.outcome !== 'running') continue;
    const why = present.has(line.key)
      ? 'The run was stopped before this row was finished.'
      : 'The row was deleted from the sheet.';
    journal.set({
      ...line,
      outcome: 'notReached',
      memory: landed(line.memory, work.heartbeat),
      details: `${why} ${doneBefore(line)}`,
    });
  }
  journal.save();
}

function doneBefore({ key, outcome, memory }: Line): string {
  if (memory.created)
    return key.startsWith('Customers!') ? 'The customer had been created.' : 'The user had been created.';
  return outcome === 'running' ? 'A part of it was done: check the row again.' : 'Nothing was done.';
}

/**
 * What every row should show while a run is at it, also where rows were moved while they were written: another row's
 * User ID is no row's own.
 */
export function everyResult(run: string, journal: Journal): ReadonlyMap<string, RowResult> {
  const lines = journal.all.filter((line) => !line.key.startsWith('Shared!'));
  const taken = new Set(lines.flatMap((line) => line.memory.userId ?? []));
  const shown = (line: Line): Line =>
    line.work === run && line.outcome === 'planned' ? { ...line, outcome: 'running' } : line;
  return new Map(lines.map((line) => [line.key, { ...resultOf(shown(line)), taken }]));
}
