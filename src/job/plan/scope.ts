import type { Outcome } from '../../engine/outcome';
import { outcomeOf } from '../../table/status';
import { hiddenRows } from '../rows/hidden-rows';
import { spreadsheet } from '../rows/spreadsheet';
import type { TabSheet } from '../rows/sheets';
import { Trouble } from '../trouble';
import type { Scope } from '../wire';
import type { Job } from '../keeping/job-record';

/** A scope as a person chose it, as the keys of the rows that are in it now: later sorting changes nothing. */

const retried: readonly Outcome[] = ['failed', 'blocked', 'waiting', 'notReached', 'stale'];

/** What a job knows of its scope. */
type Scoped = Pick<Job, 'customer' | 'hiddenRows' | 'leftOut' | 'along'> & { readonly rows?: readonly string[] };

/** The rows of a scope, and how many of them are hidden. Throws Trouble where there are none. */
export function resolveScope(scope: Scope, sheets: readonly TabSheet[]): Scoped {
  const all = sheets.flatMap(placesOn);
  const keys = (wanted: (row: Placed) => boolean): Scoped => {
    const chosen = someOf(all.filter(wanted));
    return { rows: chosen.map((row) => row.name), hiddenRows: hiddenAmong(chosen) };
  };
  switch (scope.kind) {
    case 'everything':
      return { hiddenRows: hiddenAmong(all) };
    case 'customer':
      return { customer: scope.customer, hiddenRows: hiddenAmong(all) };
    case 'rows':
      return keys((row) => scope.rows.includes(row.name));
    case 'visible':
      return visibleAmong(all);
    case 'selected': {
      const { sheet, ranges } = selection(sheets);
      return keys((one) => one.sheet === sheet && ranges.some(([first, last]) => one.row >= first && one.row <= last));
    }
    case 'retry':
      return { ...keys((row) => retried.includes(outcomeOf(row.status) ?? 'notChecked')), along: true };
  }
}

function someOf(rows: readonly Placed[]): readonly Placed[] {
  if (rows.length > 0) return rows;
  throw new Trouble('emptyScope', { says: 'No row is in this scope.', remedy: 'Choose other rows, or everything.' });
}

/**
 * A row where it stands now, with what its Status cell shows; '' where there is no such column, which counts as not
 * checked.
 */
interface Placed {
  readonly sheet: TabSheet;
  readonly name: string;
  readonly row: number;
  readonly status: string;
}

function placesOn(sheet: TabSheet): readonly Placed[] {
  const { values, named } = sheet;
  const { positions, rows } = named;
  return rows.map(({ name, row }) => ({ sheet, name, row, status: values[row - 1]?.[positions.status ?? -1] ?? '' }));
}

/** The plan counts them; where the spreadsheet does not say, it goes on without. */
function hiddenAmong(rows: readonly Placed[]): number {
  return bySheet(rows).reduce((sum, [{ sheet }, some]) => sum + (hiddenRows(sheet, rowsOf(some), false)?.size ?? 0), 0);
}

function visibleAmong(rows: readonly Placed[]): Scoped {
  const seen = bySheet(rows).flatMap(([{ sheet, tab }, some]) => {
    const hidden = hiddenRows(sheet, rowsOf(some), true);
    if (!hidden)
      throw new Trouble('hiddenUnknown', {
        says: `The spreadsheet does not say which rows of ${tab.name} are hidden.`,
        remedy: 'Try again in a minute, or select the rows and check the selection.',
      });
    return some.filter(({ row }) => !hidden.has(row));
  });
  return { rows: someOf(seen).map(({ name }) => name), hiddenRows: 0, leftOut: rows.length - seen.length };
}

const rowsOf = (rows: readonly Placed[]): readonly number[] => rows.map(({ row }) => row);

function bySheet(rows: readonly Placed[]): readonly (readonly [TabSheet, readonly Placed[]])[] {
  return [...new Set(rows.map(({ sheet }) => sheet))].map(
    (sheet) => [sheet, rows.filter((row) => row.sheet === sheet)] as const,
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
