import type { RowOutcome } from '../../table/status';
import { readDesk, type Reading } from './desk';
import type { Journal } from '../journal/journal';
import type { Tab } from './kinds';
import { wishDigest } from './wish-digest';

/**
 * Rows that somebody changed while a run was at them: what was done is what was approved, not what the row says by now.
 */

const done: readonly RowOutcome[] = ['done', 'settled'];

/** Marks them in the journal as changed since the check, with what was done. */
export function noteChangedRows(
  work: string,
  journal: Journal,
  now: { readonly tabs: readonly Tab[]; readonly reading: Reading },
): void {
  for (const row of readDesk(now.tabs, now.reading, journal).rows) {
    const { line } = row;
    if (line?.work !== work || !done.includes(line.outcome)) continue;
    if (wishDigest(row, line.memory) === line.wish) continue;
    journal.set({
      ...line,
      outcome: 'stale',
      details: `The row was changed while it was run. Check it again. ${line.details}`,
    });
  }
  journal.save();
}
