import type { Row } from '../../tabs/tab';
import type { Journal } from '../journal/journal';
import type { Sealer } from '../journal/seal';
import type { Job } from '../keeping/job-record';
import { ports } from '../ports';
import type { TabJobs } from '../rows/tab-jobs';

/**
 * Approval: rows are marked in the journal with what was approved, and every line of the plan is sealed anew, before
 * anything is sent. A line that somebody changed since it was checked is left without a seal, so that its row is not
 * run.
 */
export function approvePlan(
  { id, approvedAt: since, startedBy: by }: Job,
  journal: Journal,
  at: { readonly rows: readonly Row[]; readonly jobs: TabJobs; readonly sealer: Sealer },
): void {
  const byKey = new Map(at.rows.map((row) => [row.key, row]));
  for (const line of journal.all) {
    if (line.work !== id || line.outcome !== 'planned' || !at.sealer.isSealed(line)) continue;
    const row = byKey.get(line.key);
    const approval = since === undefined ? undefined : { writes: line.plan.writes, run: id, since, by };
    const memory = (row && approval && at.jobs.of(row).approved?.(row, line.memory, approval)) ?? line.memory;
    journal.set({ ...line, memory });
  }
  journal.save();
  // An execution that dies may take along what was not applied: without its mark a new account would seem to be a
  // stranger's.
  ports().spreadsheet.apply();
}
