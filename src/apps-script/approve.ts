import { marked } from '../tabs/users/memory';
import type { Journal } from './journal';
import type { UsersDesk } from './users-desk';
import type { Work } from './work-record';

/**
 * Approval: rows whose users are created are marked in the journal, and every line of the checked plan is sealed (the journal
 * does that when it is written), before anything is sent.
 */
export function approvePlan(work: Work, journal: Journal, desk: UsersDesk): void {
  const wishes = new Map(desk.rows.map((row) => [row.key, row.read.wish]));
  for (const line of journal.all) {
    if (line.work !== work.id || line.outcome !== 'planned') continue;
    const wish = wishes.get(line.key);
    const creates = line.plan.writes.some((write) => write.op === 'directory.users.insert');
    const marks = creates && wish && work.approvedAt !== undefined;
    journal.set(marks ? { ...line, memory: marked(line.memory, wish, { id: work.id, since: work.approvedAt, by: work.startedBy }) } : line);
  }
  journal.save();
}
