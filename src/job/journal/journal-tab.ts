import type { Sheet } from '../ports';
import { makeSheet, ownSheet } from '../rows/own-sheets';
import { headers } from './line-cells';

/** The Journal as a sheet: found, made and furnished, and the keys that stand in it. */

const journalName = 'Journal';

/**
 * The tab, undefined where there is none. Its first header names it; one that an execution left without headers is
 * bare.
 */
export function ownJournal(): Sheet | undefined {
  return ownSheet(journalName, headers.slice(0, 1));
}

/** Makes the tab. */
export function makeTab(): Sheet {
  return furnish(makeSheet(journalName));
}

/** Also an execution that died right after it had made the tab leaves it without all this. */
export function furnish(sheet: Sheet): Sheet {
  const missing = headers.length - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  sheet.getRange(1, 1, sheet.getMaxRows(), headers.length).setNumberFormat('@');
  sheet.getRange(1, 1, 1, headers.length).setValues([[...headers]]);
  sheet.setFrozenRows(1);
  sheet.hideSheet();
  return sheet;
}

/** The keys of lines, from one place to another. */
export function keysOn(sheet: Sheet, first = 0, last = Math.max(0, sheet.getMaxRows() - 2)): string[] {
  return sheet
    .getRange(first + 2, 1, last - first + 1, 1)
    .getDisplayValues()
    .map(([key = '']) => key);
}

/** Keys without the empty ones behind the last. */
export function withoutEnd(keys: string[]): string[] {
  while (keys.length && keys[keys.length - 1] === '') keys.pop();
  return keys;
}
