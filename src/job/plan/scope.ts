import type { Outcome } from '../../engine/outcome';
import { outcomeOf } from '../../table/status';
import { spreadsheet } from '../rows/spreadsheet';
import type { TabSheet } from '../rows/sheets';
import { Trouble } from '../trouble';
import type { Scope } from '../wire';
import type { Job } from '../keeping/job-record';

/** A scope as a person chose it, as the keys of the rows that are in it now: later sorting changes nothing. */

const retried: readonly Outcome[] = ['failed', 'blocked', 'waiting', 'notReached', 'stale'];

/** The rows of a scope, and how many of them are hidden. Throws Trouble where there are none. */
export function resolveScope(scope: Scope, sheets: readonly TabSheet[]): Pick<Job, 'rows' | 'customer' | 'hiddenRows'> {
  const all = sheets.flatMap((sheet) => placesOn(sheet, scope.kind === 'visible'));
  const keys = (wanted: (row: Placed) => boolean): Pick<Job, 'rows' | 'hiddenRows'> => {
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
      const { sheet, ranges } = selection(sheets);
      return keys((one) => one.sheet === sheet && ranges.some(([first, last]) => one.row >= first && one.row <= last));
    }
    case 'retry':
      return keys((row) => retried.includes(outcomeOf(row.status) ?? 'notChecked'));
  }
}

/**
 * A row where it stands now, with what its Status cell shows; '' where there is no such column, which counts as not
 * checked.
 */
interface Placed {
  readonly sheet: TabSheet;
  readonly name: string;
  readonly row: number;
  readonly hidden: boolean;
  readonly status: string;
}

function placesOn(sheet: TabSheet, lookForHidden: boolean): readonly Placed[] {
  const { values, named } = sheet;
  const { positions, rows } = named;
  const numbers = rows.map((one) => one.row);
  const hidden = hiddenRows(sheet, numbers, lookForHidden);
  return rows.map(({ name, row }) => ({
    sheet,
    name,
    row,
    hidden: hidden.has(row),
    status: values[row - 1]?.[positions.status ?? -1] ?? '',
  }));
}

/** Apps Script tells of one row at a time, which is slow: beyond this many rows only a filter is worth asking about. */
const askEachUpTo = 50;

function hiddenRows({ sheet }: TabSheet, rows: readonly number[], needed: boolean): ReadonlySet<number> {
  const filtered = sheet.getFilter() !== null;
  const byHand = needed || rows.length <= askEachUpTo;
  return new Set(
    rows.filter((row) => (filtered && sheet.isRowHiddenByFilter(row)) || (byHand && sheet.isRowHiddenByUser(row))),
  );
}

function selection(sheets: readonly TabSheet[]): {
  readonly sheet: TabSheet;
  readonly ranges: readonly (readonly [number, number])[];
} {
  const active = spreadsheet().getActiveSheet().getName();
  const sheet = sheets.find(({ tab }) => tab.name === active);
  const names = sheets.map(({ tab }) => tab.name).join(', ');
  if (!sheet)
    throw new Trouble('notOnUsers', {
      says: `The selection is on none of the tabs with rows to check (${names}).`,
      remedy: 'Select rows on one of them first.',
    });
  const ranges = spreadsheet().getActiveRangeList()?.getRanges() ?? [];
  return { sheet, ranges: ranges.map((range) => [range.getRow(), range.getLastRow()] as const) };
}
