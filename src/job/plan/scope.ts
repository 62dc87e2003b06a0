import type { RowOutcome } from '../../table/status';
import { outcomeOf } from '../../table/status';
import { book } from '../rows/spreadsheet';
import { namedRows, type Tab } from '../rows/kinds';
import { Trouble } from '../trouble';
import type { Scope } from '../wire';
import type { Work } from '../keeping/job-record';

/** A scope as a person chose it, as the keys of the rows that are in it now: later sorting changes nothing. */

const retried: readonly RowOutcome[] = ['failed', 'blocked', 'waiting', 'notReached', 'stale'];

/** The rows of a scope, and how many of them are hidden. Throws Trouble where there are none. */
export function resolveScope(scope: Scope, tabs: readonly Tab[]): Pick<Work, 'rows' | 'customer' | 'hiddenRows'> {
  const all = tabs.flatMap((tab) => standingOn(tab, scope.kind === 'visible'));
  const keys = (wanted: (row: Standing) => boolean): Pick<Work, 'rows' | 'hiddenRows'> => {
    const chosen = all.filter(wanted);
    if (chosen.length === 0)
      throw new Trouble('emptyScope', {
        says: 'No row is in this scope.',
        remedy: 'Choose other rows, or everything.',
      });
    return { rows: chosen.map((row) => row.name), hiddenRows: chosen.filter((row) => row.hidden).length };
  };
  const hiddenRows = all.filter((row) => row.hidden).length;
  switch (scope.kind) {
    case 'everything':
      return { hiddenRows };
    case 'customer':
      return { customer: scope.customer, hiddenRows };
    case 'rows':
      return keys((row) => scope.rows.includes(row.name));
    case 'visible':
      return keys((row) => !row.hidden);
    case 'selected': {
      const { tab, ranges } = selection(tabs);
      return keys((one) => one.tab === tab && ranges.some(([first, last]) => one.row >= first && one.row <= last));
    }
    case 'retry':
      return keys((row) => retried.includes(outcomeOf(row.status) ?? 'notChecked'));
  }
}

/**
 * A row where it stands now, with what its Status cell shows; '' where there is no such column, which counts as not
 * checked.
 */
interface Standing {
  readonly tab: Tab;
  readonly name: string;
  readonly row: number;
  readonly hidden: boolean;
  readonly status: string;
}

function standingOn(tab: Tab, lookForHidden: boolean): readonly Standing[] {
  const {
    positions: { status = -1 },
    rows,
  } = namedRows(tab);
  const hidden = hiddenRows(
    tab,
    rows.map((row) => row.row),
    lookForHidden,
  );
  return rows.map(({ name, row }) => ({
    tab,
    name,
    row,
    hidden: hidden.has(row),
    status: tab.values[row - 1]?.[status] ?? '',
  }));
}

/** Apps Script tells of one row at a time, which is slow: beyond this many rows only a filter is worth asking about. */
const askEachUpTo = 50;

function hiddenRows(tab: Tab, rows: readonly number[], needed: boolean): ReadonlySet<number> {
  const { sheet } = tab;
  const filtered = sheet.getFilter() !== null;
  const byHand = needed || rows.length <= askEachUpTo;
  return new Set(
    rows.filter((row) => (filtered && sheet.isRowHiddenByFilter(row)) || (byHand && sheet.isRowHiddenByUser(row))),
  );
}

function selection(tabs: readonly Tab[]): {
  readonly tab: Tab;
  readonly ranges: readonly (readonly [number, number])[];
} {
  const active = book().getActiveSheet().getName();
  const tab = tabs.find((one) => one.kind.name === active);
  const names = tabs.map((one) => one.kind.name).join(', ');
  if (!tab)
    throw new Trouble('notOnUsers', {
      says: `The selection is on none of the tabs with rows to check (${names}).`,
      remedy: 'Select rows on one of them first.',
    });
  const ranges = book().getActiveRangeList()?.getRanges() ?? [];
  return { tab, ranges: ranges.map((range) => [range.getRow(), range.getLastRow()] as const) };
}
