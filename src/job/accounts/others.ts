import { noPlan } from '../../engine/plan';
import { resellers } from '../../tabs/open-rows';
import type { Line } from '../../tabs/line';
import type { Row } from '../../tabs/tab';
import type { Journal } from '../journal/journal';

/**
 * Rows of other administrators: out of reach of whoever checks. They are none of that person's job, are counted and not
 * listed, and say whom they wait for until that person has checked them; what they say from then on stays.
 */

/** The rows of a scope, by whose they are. */
export interface Shared {
  readonly own: readonly Row[];
  /** Those that nobody who reaches them has checked yet. */
  readonly unchecked: readonly Row[];
  /** How many are others', checked or not. */
  readonly others: number;
}

/** Tells the rows of `me` from those of others. */
export function sharedOut(rows: readonly Row[], me: string): Shared {
  const mine = rows.filter((row) => !isCheckedByAnother(row, me));
  const own = mine.filter(({ elsewhere }) => elsewhere === undefined);
  const unchecked = mine.filter(({ elsewhere }) => elsewhere !== undefined);
  return { own, unchecked, others: rows.length - own.length };
}

/** Whether a row is out of reach, and has its plan or status from somebody who reaches it: both stay as they are. */
function isCheckedByAnother({ line, account, waits, elsewhere }: Row, me: string): boolean {
  if (!line || line.strange || line.by === undefined || line.by === me || line.elsewhere !== undefined) return false;
  if (elsewhere === resellers) return true;
  return line.account !== undefined && (account === undefined || waits !== undefined);
}

/** Notes in the journal whom these rows wait for. They belong to no job. Gives their lines. */
export function keepWaiting(
  rows: readonly Row[],
  journal: Journal,
  { now, me }: { readonly now: string; readonly me: string },
): readonly Line[] {
  return rows.map((row) => {
    const { line: before, elsewhere = '', complaints, waits = '' } = row;
    const details = [...complaints.map(({ says }) => says), waits].join(' ');
    const stands = before && !before.strange && before.elsewhere === elsewhere;
    // What was brought back from a spreadsheet of their own stays.
    if (stands && (before.details === details || before.outcome !== 'waiting')) return before;
    const memory = before?.memory ?? {};
    const waiting = { outcome: 'waiting', details, elsewhere, wish: '', plan: noPlan } as const;
    const line: Line = { ...waiting, key: row.key, memory, work: '', updated: now, by: me };
    journal.set(line, before?.key ?? row.key);
    return line;
  });
}
