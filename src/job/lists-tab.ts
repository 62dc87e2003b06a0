import { asText } from '../table/safe';
import type { Range, Sheet } from './ports';
import { makeSheet, ownSheet } from './rows/own-sheets';

/** The hidden tab that the lists behind drop-downs stand on: a column each, its header first. */

const listsName = 'Lists';
/** The headers of its first columns, by what columns of tabs call their choices. */
export const headers = {
  products: 'Products',
  languages: 'Languages',
  orgUnits: 'Org units',
  roles: 'Roles',
  domains: 'Domains',
  countries: 'Countries',
} as const;

/** What a column may offer. */
export type Choice = keyof typeof headers;

/** Words by the header that they stand below. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** The tab; undefined where there is none yet. */
export function ownLists(): Sheet | undefined {
  return ownSheet(listsName, [headers.products, headers.languages]);
}

/** What stands on it, by header. */
export function readLists(sheet: Sheet): Lists {
  const [head = [], ...rows] = sheet.getDataRange().getDisplayValues();
  const column = (place: number): readonly string[] => rows.map((cells) => cells[place] ?? '').filter(Boolean);
  return Object.fromEntries(head.flatMap((header, place) => (header ? [[header, column(place)] as const] : [])));
}

/** Makes the tab. */
export function makeLists(): Sheet {
  return hidden(makeSheet(listsName));
}

/** Writes it anew. */
export function writeLists(sheet: Sheet, lists: Lists): void {
  const names = Object.keys(lists);
  const length = Math.max(...Object.values(lists).map((list) => list.length)) + 1;
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows < length) sheet.insertRowsAfter(rows, length - rows);
  if (columns < names.length) sheet.insertColumnsAfter(columns, names.length - columns);
  const texts = Array.from({ length }, (_, i) =>
    names.map((name) => asText(i === 0 ? name : (lists[name]?.[i - 1] ?? ''))),
  );
  sheet.getRange(1, 1, Math.max(rows, length), Math.max(columns, names.length)).clearContent();
  const range = sheet.getRange(1, 1, length, names.length);
  range.setNumberFormat('@');
  range.setValues(texts);
}

/** The range of each list that has words, by header; of the general ones all of them. */
export function rangesOf(sheet: Sheet): (header: string) => Range | undefined {
  const lists = readLists(sheet);
  const names = Object.keys(lists);
  const general: readonly string[] = Object.values(headers);
  const made = new Map<string, Range>();
  names.forEach((name, place) => {
    if (lists[name]?.length || general.includes(name))
      made.set(name, sheet.getRange(2, place + 1, Math.max(1, sheet.getMaxRows() - 1), 1));
  });
  return (header) => made.get(header);
}

function hidden(sheet: Sheet): Sheet {
  sheet.hideSheet();
  return sheet;
}
