import { keepFacts, takeFacts } from './keeping/fact-cache';
import { endBackground, kept, startBackground } from './keeping/background';
import { BegunDeeds } from './keeping/begun';
import { InFlight } from './keeping/in-flight';
import { keepJob, type Job } from './keeping/job-record';
import { Journal } from './journal/journal';
import { Sealer } from './journal/seal';
import { tally } from './journal/tally';
import { writeCells } from './journal/write-cells';
import { approvePlan } from './plan/approve';
import { readingFor } from './reach/reading';
import { noteChangedRows } from './rows/changed-rows';
import { countsOfJob } from './rows/of-job';
import { readRows } from './rows/rows';
import { openSheets } from './rows/sheets';
import { TabJobs } from './rows/tab-jobs';
import { RunSlice } from './run-slice';
import { openRun } from './secrets/vault';
import type { Slice } from './slice';
import { mailSummary } from './summary-mail';
import type { Progress } from './wire';

/** One slice of a run: the approved rows become accounts, licences and roles; nothing else is sent. */

/**
 * Works until every approved row has ended, or the slice is over. The first slice is given the journal that the plan
 * was approved by with the job as its check left it, and seals the plan anew before it sends anything.
 */
export function runSlice(
  job: Job,
  slice: Slice,
  approved?: { readonly journal: Journal; readonly checked: Job; readonly tried: readonly string[] },
): Progress {
  const sheets = openSheets(({ name }) => !job.rowless?.tabs.includes(name), job.plain);
  const journal = approved?.journal ?? Journal.open();
  takeFacts(job.id, slice.facts);
  const reading = readingFor(slice, sheets, job);
  const rows = readRows(sheets, reading, journal);
  const passwords = openRun(job.id, slice.now());
  journal.sealWith(new Sealer(job, passwords));
  const [inFlight, begun] = [new InFlight(), new BegunDeeds()];
  const memoryOf = (row: { readonly key: string }) => begun.with(row.key, journal.line(row.key)?.memory);
  const jobs = new TabJobs({ job, slice, rows, reading, passwords, memoryOf, inFlight });
  if (approved) {
    for (const tab of jobs.all) tab.approveSecrets?.();
    approvePlan(journal, { ...approved, job, rows: rows.all, jobs, passwords });
    passwords.approve(slice.now());
  } else passwords.resume();
  const fresh = { startedAt: slice.now(), begun: 0, checked: countsOfJob(journal, job.id) };
  const known = (approved ? undefined : job.run) ?? fresh;
  const here = { ...job, run: { ...known, begun: known.begun + 1 } };
  const running = new RunSlice(keepJob(here, approved ? kept(startBackground()) : {}), slice, {
    journal,
    rows,
    jobs,
    passwords,
    inFlight,
    begun,
  });
  const how = running.run();
  passwords.keep();
  journal.lookThrough();
  const beat = { ...here, heartbeat: slice.now(), executions: job.executions + 1, lanes: slice.saveLanes() };
  if (how === 'timeOver') {
    journal.handOn();
    running.results.finish();
    keepFacts(job.id, slice.facts);
    const reached = journal.stretches.atEnd();
    return running.progress.close({ ...beat, reached }, { ...inFlight.open(), ...slice.learned() });
  }
  const stopped = how === 'stopped' ? 'Stopped by hand.' : '';
  const ended: Job = { ...beat, phase: stopped ? 'stopped' : 'finished', stopped };
  const after = running.results.finishAndRead();
  noteChangedRows(job.id, journal, { sheets: after, reading });
  const ownIds = new Set(rows.all.filter(({ hasId }) => hasId).map(({ key }) => key));
  const rewritten = writeCells(journal, after);
  const adrift = tally(ended, journal, { sheets: rewritten, leftovers: running.leftovers(), ownIds });
  running.progress.recount(countsOfJob(journal, job.id));
  const progress = running.progress.close(
    { ...ended, adrift },
    { ...kept('none'), ...inFlight.open(), ...slice.learned() },
  );
  // Last: an execution that dies before the job is kept as ended must find the trigger to end it again.
  endBackground();
  passwords.close();
  const unsent = mailSummary(slice.me, progress);
  return unsent ? { ...progress, waitsFor: unsent } : progress;
}
