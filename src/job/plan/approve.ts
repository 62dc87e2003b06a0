import type { Row } from '../../tabs/tab';
import type { Journal } from '../journal/journal';
import { Sealer } from '../journal/seal';
import { stretchAt } from '../journal/stretches';
import type { Job } from '../keeping/job-record';
import { ports } from '../ports';
import { secretCode } from '../rows/rows';
import type { TabJobs } from '../rows/tab-jobs';
import type { RunPasswords } from '../secrets/vault';

/**
 * What a plan is approved with. `job`: as it is from now on; `checked`: as the check left it; `tried`: the names of
 * approvals that did not live to begin it.
 */
interface Approving {
  readonly job: Job;
  readonly checked: Job;
  readonly tried: readonly string[];
  readonly rows: readonly Row[];
  readonly jobs: TabJobs;
  readonly passwords: RunPasswords;
}

/**
 * Approval: rows are marked in the journal with what was approved, and every line of the plan is sealed anew, before
 * anything is sent. A line that somebody changed since it was checked, and one whose row has another secret in its cell
 * by now, is left with the seal of the check, which means nothing in a run.
 */
export function approvePlan(journal: Journal, { job, checked, tried, rows, jobs, passwords }: Approving): void {
  const { id, approvedAt: since, startedBy: by } = job;
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const places = placesInRun(rows);
  const seals = [checked, ...tried.map((approval) => ({ ...checked, approval }))].map(
    (one) => new Sealer(one, passwords),
  );
  journal.all.forEach((line, at) => {
    if (line.work !== id || line.outcome !== 'planned' || !seals.some((seal) => seal.isSealed(line))) return;
    const row = byKey.get(line.key);
    if (row && secretCode(row, passwords) !== line.secret) return;
    const approval = since === undefined ? undefined : { writes: line.plan.writes, run: id, since, by };
    const memory = (row && approval && jobs.of(row).approved?.(row, line.memory, approval)) ?? line.memory;
    journal.approve({ ...line, memory, seal: stretchAt(places.get(line.key) ?? rows.length + at) });
  });
  journal.save();
  // An execution that dies may take along what was not applied: without its mark a new account would seem to be a
  // stranger's.
  ports().spreadsheet.apply();
}

/** Where rows come in the order in which a run begins them, by key: group by group, as each has a pace of its own. */
function placesInRun(rows: readonly Row[]): ReadonlyMap<string, number> {
  const order = [...rows].sort((a, b) => Number(a.group > b.group) - Number(a.group < b.group));
  return new Map(order.map(({ key }, place) => [key, place]));
}
