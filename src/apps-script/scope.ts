import type { RowOutcome } from '../table/status';
import { outcomeOf } from '../table/status';
import type { TabText } from './book';
import { book } from './book';
import { Trouble } from './trouble';
import { namedRows } from './users-desk';
import type { Scope } from './wire';
import type { Work } from './work-record';

/** A scope as a person chose it, as the keys of the rows that are in it now: later sorting changes nothing. */

const retried: readonly RowOutcome[] = ['failed', 'blocked', 'waiting', 'notReached', 'stale'];

/** The rows of a scope, and how many of them are hidden. Throws Trouble where there are none. */
export function resolveScope(scope: Scope, tab: TabText): Pick<Work, 'rows' | 'customer' | 'hiddenRows'> {
  const { positions, rows } = namedRows(tab);
  const hidden = hiddenRows(tab, rows.map((row) => row.row), scope.kind === 'visible');
  const keys = (wanted: (row: number, index: number) => boolean): Pick<Work, 'rows' | 'hiddenRows'> => {
    const chosen = rows.filter((row, index) => wanted(row.row, index));
    if (chosen.length === 0) throw new Trouble('emptyScope', { says: 'No row of the Users tab is in this scope.', remedy: 'Choose other rows, or everything.' });
    return { rows: chosen.map((row) => row.name), hiddenRows: chosen.filter((row) => hidden.has(row.row)).length };
  };
  switch (scope.kind) {
    case 'everything': return { hiddenRows: hidden.size };
    case 'customer': return { customer: scope.customer, hiddenRows: hidden.size };
    case 'rows': return keys((_, index) => scope.rows.includes(rows[index]?.name ?? ''));
    case 'visible': return keys((row) => !hidden.has(row));
    case 'selected': {
      const selected = selectedRows(tab);
      return keys((row) => selected.some(([first, last]) => row >= first && row <= last));
    }
    case 'retry': {
      const status = positions.status;
      return keys((row) => status !== undefined && retried.includes(outcomeOf(tab.values[row - 1]?.[status] ?? '') ?? 'notChecked'));
    }
  }
}

/** Apps Script tells of one row at a time, which is slow: beyond this many rows only a filter is worth asking about. */
const askEachUpTo = 50;

function hiddenRows(tab: TabText, rows: readonly number[], needed: boolean): ReadonlySet<number> {
  const { sheet } = tab;
  const filtered = sheet.getFilter() !== null;
  const byHand = needed || rows.length <= askEachUpTo;
  return new Set(rows.filter((row) => (filtered && sheet.isRowHiddenByFilter(row)) || (byHand && sheet.isRowHiddenByUser(row))));
}

function selectedRows(tab: TabText): readonly (readonly [number, number])[] {
  const active = book().getActiveSheet();
  if (active.getName() !== tab.sheet.getName()) throw new Trouble('notOnUsers', { says: 'The selection is not on the Users tab.', remedy: 'Select rows on the Users tab first.' });
  const ranges = book().getActiveRangeList()?.getRanges() ?? [];
  return ranges.map((range) => [range.getRow(), range.getLastRow()] as const);
}
