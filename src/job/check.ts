import { subscriptionsFact } from '../google/facts';
import type { Memory } from '../tabs/line';
import type { Row } from '../tabs/tab';
import { keepWaiting, sharedOut } from './accounts/others';
import { cloudIdentityIn } from './cloud-identity/hold';
import { Journal } from './journal/journal';
import { keepNotes, mayHaveNotes } from './journal/notes';
import { Sealer } from './journal/seal';
import { writeCells } from './journal/write-cells';
import { keepFacts, takeFacts } from './keeping/fact-cache';
import { BegunDeeds } from './keeping/begun';
import { InFlight } from './keeping/in-flight';
import type { Job } from './keeping/job-record';
import { lackingSpace } from './keeping/space';
import { planIdOf, planView } from './plan/plan-view';
import { sayShortSeats, seatLines } from './plan/seats';
import { unusedColumns } from './plan/unused';
import { lacking } from './reach/proved';
import { headingDomains, readingFor } from './reach/reading';
import { keepDropDowns } from './drop-downs';
import { withMerges } from './rows/merges';
import { rowsInScope } from './rows/of-job';
import { readRows } from './rows/rows';
import { isPlain } from './rows/shown';
import { openSheets, type TabSheet } from './rows/sheets';
import { openRun } from './secrets/vault';
import type { Slice } from './slice';
import type { Progress } from './wire';
import { CheckSlice } from './check-slice';

/** One slice of a check: every row gets its plan, or what keeps it from one. Nothing is written to Google. */

/** A run that begins within so many seconds believes what its check has read; a later one looks again. */
const believedFor = 300;

/** What the first slice of a check begins with, read before it began. */
export interface Begun {
  readonly sheets: readonly TabSheet[];
  readonly journal: Journal;
}

/** Works until every row in scope is checked, or the slice is over. */
export function checkSlice(job: Job, slice: Slice, begun?: Begun): Progress {
  const journal = begun?.journal ?? Journal.open();
  const sheets = (begun ? writeCells(journal, begun.sheets) : openSheets()).map(withMerges);
  // From the check on: between its slices, too, nobody else may change what will be approved.
  const passwords = openRun(job.id, slice.now());
  journal.sealWith(new Sealer(job, passwords));
  // What was planned for rows that did not end is planned anew; what rows share is planned by whoever asks.
  if (!begun) takeFacts(job.id, slice.facts);
  const reading = readingFor(slice, sheets, job);
  const rows = readRows(sheets, reading, journal);
  const noted = mayHaveNotes(rows, journal);
  const { own: scope, unchecked, others } = sharedOut(rowsInScope(rows.all, job), slice.me);
  const deeds = new BegunDeeds();
  const memoryOf = (row: Row): Memory => deeds.with(row.key, row.line?.memory);
  const at = { job: { ...job, total: scope.length }, slice, rows, reading, memoryOf, inFlight: new InFlight() };
  const checking = new CheckSlice(at, { journal, passwords });
  checking.takeSecrets(scope);
  const open = openRows(scope, job, journal);
  const how = checking.run(open);
  const own = reading.reach.who.account;
  const subscriptions = slice.facts.valueOf(subscriptionsFact(own)) ?? [];
  if (how === 'finished') sayShortSeats(job.id, { rows: scope, journal, subscriptions });
  const identity = cloudIdentityIn({ work: job.id, rows: scope, journal, facts: slice.facts, reach: reading.reach });
  if (how === 'finished') checking.hold(scope, new Map(identity.flatMap(({ held }) => [...held])));
  const waiting = keepWaiting(unchecked, journal, { now: slice.now(), me: slice.me });
  journal.handOn();
  // All of them: a slice that died may have kept rows in the journal and not lived to show them.
  checking.writeBack(scope, waiting);
  if (noted) keepNotes(how === 'timeOver' ? open : scope);
  if (how === 'finished') keepDropDowns(slice, rows, reading.reach);
  if (how !== 'stopped') keepFacts(job.id, slice.facts, how === 'finished' ? believedFor : undefined);
  const planned = journal.all.filter((line) => line.work === job.id);
  const ops = planned.flatMap(({ plan }) => plan.writes.map(({ op }) => op));
  const unused = how === 'finished' ? unusedColumns(sheets, scope) : [];
  const noRoom = how === 'finished' ? lackingSpace(planned) : undefined;
  const proof = how !== 'finished' ? {} : noRoom ? { lacks: noRoom } : lacking(slice, reading.reach.who, ops);
  const after: Job = {
    ...job,
    total: scope.length,
    ...(others ? { others } : {}),
    heartbeat: slice.now(),
    executions: job.executions + 1,
    lanes: slice.saveLanes(),
    seats: [...seatLines(planned, slice.facts, own), ...identity.map(({ line }) => line)],
    waits: Math.max(job.waits ?? 0, checking.check.longestRest() / 1000),
    ...(unused.length ? { unused } : {}),
    // What was not asked in time is asked by the next slice.
    ...(proof === 'timeOver'
      ? {}
      : { ...endOf(how, journal, job.id), ...proof, rowless: rowlessOf(sheets), plain: plainIn(sheets) }),
  };
  const progress = checking.progress.close(after, slice.learned());
  return after.phase === 'checked' ? { ...progress, plan: planView(after, journal, () => sheets) } : progress;
}

function endOf(how: 'finished' | 'timeOver' | 'stopped', journal: Journal, job: string): Partial<Job> {
  if (how === 'finished') return { phase: 'checked', planId: planIdOf(journal, job) };
  return how === 'stopped' ? { phase: 'stopped', stopped: 'Stopped by hand.' } : {};
}

/**
 * The rows that this slice checks. What was planned is known in its own slice only, so what others go by is planned
 * once more.
 */
function openRows(scope: readonly Row[], job: Job, journal: Journal): readonly Row[] {
  const isOpen = ({ line }: Row): boolean =>
    line?.work !== job.id || line.outcome === 'running' || line.strange === true;
  const again = scope.filter((row) => !isOpen(row) && othersGoBy(row));
  for (const { line } of again) if (line) journal.set({ ...line, work: '' });
  return scope.filter((row) => isOpen(row) || again.includes(row));
}

function othersGoBy({ tab, line }: Row): boolean {
  return line?.outcome === 'planned' && tab.othersGoBy?.(line.plan) === true;
}

function plainIn(sheets: readonly TabSheet[]): readonly string[] {
  return sheets.filter(isPlain).map(({ tab }) => tab.name);
}

/** A required tab is always read: rows come and go there, and its absence is to be said. */
function rowlessOf(sheets: readonly TabSheet[]): NonNullable<Job['rowless']> {
  const rowless = sheets.filter(({ tab, named }) => !tab.required && named.rows.length === 0);
  return { tabs: rowless.map(({ tab }) => tab.name), heads: headingDomains(rowless) };
}
