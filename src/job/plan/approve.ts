import { ports } from '../ports';
import type {} from '../ports';
import { marked } from '../../tabs/users/memory';
import type { Journal, Line } from '../journal/journal';
import type { Sealer } from '../journal/seal';
import type { UsersPart } from '../rows/desk';
import type { Work } from '../keeping/job-record';

/**
 * Approval: rows whose users are created are marked in the journal, and every line of the plan is sealed anew, before
 * anything is sent. A line that somebody changed since it was checked is left without a seal, so that its row is not
 * run.
 */
export function approvePlan(
  work: Work,
  journal: Journal,
  by: { readonly users: UsersPart; readonly sealer: Sealer },
): void {
  const wishes = new Map(by.users.rows.map((row) => [row.key, row.read.wish]));
  for (const line of journal.all) {
    if (line.work !== work.id || line.outcome !== 'planned' || !by.sealer.isSealed(line)) continue;
    journal.set(markedLine(line, work, wishes.get(line.key)));
  }
  journal.save();
  // An execution that dies may take along what was not applied: without its mark a new account would seem to be a
  // stranger's.
  ports().spreadsheet.apply();
}

function markedLine(line: Line, work: Work, wish: Parameters<typeof marked>[1] | undefined): Line {
  const creates = line.plan.writes.some((write) => write.op === 'directory.users.insert');
  if (!creates || !wish || work.approvedAt === undefined) return line;
  return { ...line, memory: marked(line.memory, wish, { id: work.id, since: work.approvedAt, by: work.startedBy }) };
}
