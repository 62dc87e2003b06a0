import type { Ending } from '../../engine/details';
import type { Line } from '../../tabs/line';
import type { Row } from '../../tabs/tab';
import type { Journal } from '../journal/journal';
import { isShared, sharedName } from '../journal/shared-lines';
import { isAsChecked, secretCode } from '../rows/rows';
import type { RunPasswords } from '../secrets/vault';

/** What of a plan was approved, and whether a row is still what was. */

/** What a row is held against. */
interface Approved {
  readonly journal: Journal;
  readonly passwords: RunPasswords;
}

/** Why a row is no longer what was approved; undefined where it is. */
export function staleness(
  row: Row,
  line: Line,
  { journal, passwords }: Approved,
): Pick<Ending, 'details' | 'column'> | undefined {
  if (!journal.isTrusted(line)) return unapproved(row, secretCode(row, passwords) === line.secret);
  if (row.ready && isAsChecked(row, line)) return undefined;
  return { details: 'The row was changed after it was checked. Check it again.' };
}

function unapproved({ tab }: Row, secretAsChecked: boolean): Pick<Ending, 'details' | 'column'> {
  if (secretAsChecked)
    return { details: 'The Journal of this row is not what was approved: somebody changed it. Check the row again.' };
  const header = tab.columns.find(({ id }) => id === tab.secretColumn)?.header ?? '';
  const details = `The ${header} cell of this row is not what it was when the row was checked. Check it again.`;
  return { details, column: tab.secretColumn };
}

/** What was approved of shared work, by its key. */
export function approvedForAll(journal: Journal, job: string): Map<string, ReadonlySet<string>> {
  const shared = journal.all.filter((line) => line.work === job && isShared(line) && journal.isTrusted(line));
  return new Map(shared.map((line) => [sharedName(line), tokensIn(line)]));
}

/** The tokens that a line was approved with. */
export function tokensIn(line: Line): ReadonlySet<string> {
  return new Set(line.plan.writes.flatMap((write) => write.tokens));
}
