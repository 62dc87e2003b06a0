import type { Outcome } from '../../engine/outcome';
import type { Journal } from '../journal/journal';
import { isAsChecked, readRows, type Reading } from './rows';
import type { TabSheet } from './sheets';

/**
 * Rows that somebody changed while a run was at them: what was done is what was approved, not what the row says by now.
 */

const done: readonly Outcome[] = ['done', 'settled'];

/** Marks them in the journal as changed since the check, with what was done. */
export function noteChangedRows(
  job: string,
  journal: Journal,
  { sheets, reading }: { readonly sheets: readonly TabSheet[]; readonly reading: Reading },
): void {
  for (const row of readRows(sheets, reading, journal).all) {
    const { line } = row;
    // A template wishes nothing that could have changed.
    if (row.rests !== undefined) continue;
    if (line?.work !== job || !done.includes(line.outcome) || isAsChecked(row, line)) continue;
    journal.set({
      ...line,
      outcome: 'stale',
      details: `The row was changed while it was run. Check it again. ${line.details}`,
    });
  }
  journal.save();
}
