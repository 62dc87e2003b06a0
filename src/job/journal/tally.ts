import { deedsInWords } from '../../engine/details';
import { outcomeOf } from '../../table/status';
import { tabOf } from '../../tabs';
import type { Line } from '../../tabs/line';
import type { Job } from '../keeping/job-record';
import { linesOfJob } from '../rows/of-job';
import type { TabSheet } from '../rows/sheets';
import type { Journal } from './journal';
import { isShared } from './shared-lines';
import { resultOf, writeResults, type RowResult } from './results';

/** The arithmetic at the end of a run, from the sheet read again. */

/**
 * Gives every row that was not reached its outcome, brings the sheet to what the journal says, and compares the two.
 * Answers with a sentence where they differ, or with nothing: every row that went in has come out.
 */
export function tally(job: Job, journal: Journal, now: Ending): string {
  closeRows(job, journal, now.sheets);
  const taken = takenIds(journal.all);
  const results = new Map(
    linesOfJob(journal, job.id).map((line) => {
      const result = resultOf(line, now.leftovers.get(line.key));
      // An id that a person put there stays, also where it is another row's: the row is stopped and says so.
      return [line.key, now.ownIds.has(line.key) ? result : { ...result, taken }];
    }),
  );
  const sheets = now.sheets.map((sheet) => {
    const written = writeResults(results, sheet);
    const strays = straysOn(written, journal);
    return strays.size ? writeResults(strays, written) : written;
  });
  return differenceOf(job, journal, sheets);
}

/**
 * What a run ends with: the sheets as they were read just now; `leftovers` are secret cells to wipe, `ownIds` the rows
 * whose id cell held something when the slice began.
 */
interface Ending {
  readonly sheets: readonly TabSheet[];
  readonly leftovers: ReadonlyMap<string, string>;
  readonly ownIds: ReadonlySet<string>;
}

/** Rows that show a plan which nobody has: they got another name after the check, or were copied. */
function straysOn({ values, named }: TabSheet, journal: Journal): ReadonlyMap<string, RowResult> {
  const { positions, rows } = named;
  const shows = (row: number): string => values[row - 1]?.[positions.status ?? -1] ?? '';
  const strays = rows.filter(
    ({ name, row }) => journal.line(name) === undefined && ['planned', 'running'].includes(outcomeOf(shows(row)) ?? ''),
  );
  const details = 'The row was changed after it was checked. Check it again.';
  return new Map(strays.map(({ name }) => [name, { outcome: 'stale', details, own: {}, updated: '' }]));
}

function differenceOf(job: Job, journal: Journal, sheets: readonly TabSheet[]): string {
  const bare = sheets.find(({ named }) => named.positions.status === undefined);
  if (bare)
    return `The ${bare.tab.name} tab has no Status column any more: how each row ended stands in the Journal tab. Set up the spreadsheet again, then check.`;
  const lines = linesOfJob(journal, job.id);
  if (lines.length === 0 && job.total > 0)
    return 'The Journal tab was deleted while the run was under way, and with it what was known of its rows. Check them again: that finds what was done.';
  // Rows that came into reach of another administrator since the check are that person's by now.
  const taken = journal.all.filter((line) => !isShared(line) && isTaken(line, job)).length;
  if (lines.length > job.total || lines.length + taken < job.total)
    return `${job.total} rows went in and ${lines.length} came out. Check them again.`;
  const shown = outcomesOn(sheets);
  const wrong = lines.filter(({ key, outcome }) => shown.has(key) && shown.get(key) !== outcome);
  if (wrong.length === 0) return '';
  const first = wrong.slice(0, 3).map((line) => line.key);
  return `${wrong.length} of ${lines.length} rows do not show how they ended (${first.join(', ')}). Look at the Journal tab, then check them again.`;
}

function isTaken({ work, by, updated }: Line, job: Job): boolean {
  return work !== job.id && by !== undefined && by !== job.startedBy && updated > job.startedAt;
}

function outcomesOn(sheets: readonly TabSheet[]): ReadonlyMap<string, ReturnType<typeof outcomeOf>> {
  return new Map(
    sheets.flatMap(({ values, named: { positions, rows } }) =>
      rows.map(({ name, row }) => [name, outcomeOf(values[row - 1]?.[positions.status ?? -1] ?? '')] as const),
    ),
  );
}

function closeRows(job: Job, journal: Journal, sheets: readonly TabSheet[]): void {
  const present = new Set(sheets.flatMap(({ named }) => named.rows).map((row) => row.name));
  for (const line of linesOfJob(journal, job.id)) {
    if (line.outcome !== 'planned' && line.outcome !== 'running') continue;
    const why = present.has(line.key)
      ? 'The run was stopped before this row was finished.'
      : 'The row was deleted from the sheet.';
    const { did: _told, ...rest } = line;
    journal.set({ ...rest, outcome: 'notReached', details: `${why} ${doneBefore(line)}` });
  }
  journal.save();
}

function doneBefore({ key, outcome, memory, did = [] }: Line): string {
  const left = tabOf(key)?.left?.(memory) ?? '';
  if (did.length) return `${deedsInWords(did)} Check the row again for the rest.`;
  if (left) return left;
  return outcome === 'running' ? 'A part of it was done: check the row again.' : 'Nothing was done.';
}

/** The ids that rows are known to have: one of them in the cell of another row is not its own. */
function takenIds(lines: readonly Line[]): ReadonlySet<string> {
  const ids = lines.map(({ key, memory }) => memory[tabOf(key)?.idColumn ?? '']);
  return new Set(ids.filter((id): id is string => typeof id === 'string'));
}

/**
 * What every row should show while a run is at it, also where rows were moved while they were written: another row's
 * id is no row's own.
 */
export function everyResult(run: string, journal: Journal): ReadonlyMap<string, RowResult> {
  const lines = journal.all.filter((line) => !isShared(line));
  const taken = takenIds(lines);
  const shown = (line: Line): Line =>
    line.work === run && line.outcome === 'planned' ? { ...line, outcome: 'running' } : line;
  return new Map(lines.map((line) => [line.key, { ...resultOf(shown(line)), taken }]));
}
