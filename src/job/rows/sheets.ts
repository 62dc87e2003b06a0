import { findColumns, type FoundColumns } from '../../table/column';
import { visible } from '../../table/text';
import { tabs } from '../../tabs';
import type { NamedSheet } from '../../tabs/sheet';
import type { Tab } from '../../tabs/tab';
import { Trouble } from '../trouble';
import { ownSheet } from './own-sheets';
import type { Before } from './shown';
import { readSheet, type SheetText } from './spreadsheet';

/** The sheets of our tabs: opened, and read again. */

/** A sheet with the tab that it is. Its rows are named once, however often they are asked for. */
export interface TabSheet extends SheetText {
  readonly tab: Tab;
  readonly named: NamedSheet;
}

/** A sheet's text as that of a tab. */
export function asTab(text: SheetText, tab: Tab): TabSheet {
  let named: NamedSheet | undefined;
  return {
    ...text,
    tab,
    get named() {
      return (named ??= tab.nameRows(text.values));
    },
  };
}

/**
 * The sheets that are there, in the order of their tabs; of these tabs, or of all. `plain`: tabs that are known to hold
 * nothing but texts and ticks. Throws Trouble where one that is required, or a required header, is missing.
 */
export function openSheets(
  wanted: (tab: Tab) => boolean = () => true,
  plain: readonly string[] = [],
): readonly TabSheet[] {
  return tabs.filter(wanted).flatMap((tab) => openSheet(tab, plain.includes(tab.name) ? 'plain' : undefined) ?? []);
}

/** The same of sheets that were read just now. */
export function sheetsFrom(found: readonly (SheetText & { readonly tab: Tab })[]): readonly TabSheet[] {
  return tabs.flatMap(
    (tab) =>
      opened(
        tab,
        found.find((one) => one.tab === tab),
      ) ?? [],
  );
}

/** Whether every required tab has its sheet. */
export function areThere(): boolean {
  return tabs.every(({ required, name }) => !required || ownSheet(name));
}

/**
 * A sheet as text; undefined where there is none and the work can do without. `known` as for `readSheet`. Throws Trouble
 * as `openSheets`.
 */
export function openSheet(tab: Tab, known?: Before | 'plain'): TabSheet | undefined {
  return opened(tab, readSheet(tab.name, known));
}

function opened(tab: Tab, text: SheetText | undefined): TabSheet | undefined {
  if (!text && tab.required) throw noSheet(tab.name);
  if (!text || (!tab.required && isBare(text))) return undefined;
  const sheet = asTab(text, tab);
  refuseHeadersBelow(tab, text);
  refuseColumns(tab.name, sheet.named);
  return sheet;
}

/** The trouble of a sheet that is not there. */
export function noSheet(name: string): Trouble {
  return new Trouble('missingTab', {
    says: `There is no tab “${name}”.`,
    remedy: 'Choose Seatsheet › Set up › Set up this spreadsheet: it makes what is missing and loses nothing.',
  });
}

/** The trouble of columns that are not there, by their headers. */
export function noColumns(name: string, headers: readonly string[]): Trouble {
  return new Trouble('missingHeader', {
    says: `The ${name} tab has no column “${headers.join('”, “')}”.`,
    remedy:
      'Name the column so, or choose Set up › Set up this spreadsheet: it adds what is missing and loses nothing.',
  });
}

/** Above the headers there may be a title, which a sheet has no place for. */
const searched = 10;

/** Throws Trouble for a sheet whose headers stand below its first row. */
function refuseHeadersBelow({ name, columns }: Tab, { values }: SheetText): void {
  const isHeaders = (cells: readonly string[]): boolean => {
    const { positions, missing } = findColumns(cells.map(visible), columns);
    return missing.length === 0 && Object.keys(positions).length > 1;
  };
  if (findColumns((values[0] ?? []).map(visible), columns).missing.length === 0) return;
  const at = values.slice(0, searched).findIndex(isHeaders);
  if (at > 0)
    throw new Trouble('missingHeader', {
      says: `The headers of the ${name} tab seem to stand on row ${at + 1}.`,
      remedy: 'Delete the rows above them: headers are on the first row.',
    });
}

/** Throws Trouble for a sheet that lacks a column it cannot be read without, or has one twice. */
export function refuseColumns(
  name: string,
  { missing, duplicates }: Pick<FoundColumns<string>, 'missing' | 'duplicates'>,
): void {
  if (missing.length) throw noColumns(name, missing);
  const [twice] = duplicates;
  if (twice) throw new Trouble('doubleHeader', { says: twice.says, remedy: 'Then start again.' });
}

/** The same sheet, read again. Throws Trouble where it is gone. */
export function reopened(before: TabSheet): TabSheet {
  const { tab } = before;
  const sheet = openSheet(tab, before);
  if (!sheet)
    throw new Trouble('missingTab', {
      says: `The tab “${tab.name}” is gone.`,
      remedy: 'Undo that in the spreadsheet (Edit › Undo, or its version history), then check again.',
    });
  return sheet;
}

function isBare({ values }: SheetText): boolean {
  return values.every((row) => row.every((text) => text === ''));
}
