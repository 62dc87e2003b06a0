import type { RowOutcome } from '../table/status';
import type { Surroundings } from '../tabs/users/read';
import type { TabText } from './book';
import type { Journal } from './journal';
import { readDesk } from './users-desk';
import { wishDigest } from './wish-digest';

/** Rows that somebody changed while a run was at them: what was done is what was approved, not what the row says by now. */

const done: readonly RowOutcome[] = ['done', 'settled'];

/** Marks them in the journal as changed since the check, with what was done. */
export function noteChangedRows(work: string, journal: Journal, now: { readonly tab: TabText; readonly reading: Surroundings }): void {
  for (const { read, line } of readDesk(now.tab, now.reading, journal).rows) {
    if (line?.work !== work || !done.includes(line.outcome)) continue;
    if (wishDigest(read.wish, line.memory) === line.wish) continue;
    journal.set({ ...line, outcome: 'stale', details: `The row was changed while it was run. Check it again. ${line.details}` });
  }
  journal.save();
}
