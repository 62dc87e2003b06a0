import { isObject } from '../../engine/request';
import { findColumns } from '../../table/column';
import { visible } from '../../table/text';
import { tabs } from '../../tabs';
import { documentStore } from '../keeping/stores';
import { ports, type Sheet } from '../ports';

/**
 * Which sheets are ours. A spreadsheet in use may have a Customers, a Journal or a Lists of somebody else's: it is
 * never written, hidden or cleared. Ours are kept by the id that a sheet has whatever it is called; ones that an older
 * version made are known by their headers. A copy of a spreadsheet comes with none of what was kept: there, tabs that
 * somebody renamed, or that had to take another name, are known by the headers that we alone write.
 */

const kept = 'sheets';

/** Sheets by the name that we know them by. */
type Ids = Readonly<Record<string, number>>;

function isIds(value: unknown): value is Ids {
  return isObject(value) && Object.values(value).every((id) => typeof id === 'number');
}

const known = (): Ids => documentStore().steady(kept, isIds) ?? {};

/**
 * Our sheet of a name; undefined where there is none, or only somebody else's. `headers`: the first cells by which ours
 * is known; left out: those of the tab of this name. Whoever renamed it does not lose it. An id alone is not believed:
 * it may have come from another spreadsheet.
 */
export function ownSheet(name: string, headers?: readonly string[]): Sheet | undefined {
  const named = ports().spreadsheet.active().getSheetByName(name);
  const id = known()[name];
  if (named && id === named.getSheetId()) return named;
  const renamed = id === undefined ? undefined : byId(id, name);
  const found = [renamed, named].find((sheet) => sheet && looksLikeOurs(sheet, name, headers));
  return found ?? (id === undefined ? cameAlong(name, headers) : undefined);
}

/** Whether a sheet was kept as ours under this name. */
export function isKept(sheet: Sheet, name: string): boolean {
  return known()[name] === sheet.getSheetId();
}

/** A tab of ours that came with a copy of the spreadsheet under another name. Of several that may be meant none is. */
function cameAlong(name: string, headers: readonly string[] | undefined): Sheet | undefined {
  const beside = ports().spreadsheet.active().getSheetByName(besideName(name));
  if (beside && looksLikeOurs(beside, name, headers)) return beside;
  const [renamed, another] = headers || Object.keys(known()).length ? [] : renamedIn(name);
  return another ? undefined : renamed;
}

/** Sheets with every header by which a tab of this name tells what became of its rows. */
function renamedIn(name: string): readonly Sheet[] {
  const columns = tabs
    .filter((tab) => tab.name === name)
    .flatMap((tab) =>
      tab.columns.filter(({ id, ours, optional }) => (ours && !optional) || tab.keyColumns.includes(id)),
    );
  if (!columns.length) return [];
  const { active } = ports().spreadsheet;
  return active()
    .getSheets()
    .filter((sheet) => {
      const [first = []] = sheet.getRange(1, 1, 1, sheet.getMaxColumns()).getDisplayValues();
      return columns.every(({ header }) => first.map(visible).includes(header));
    });
}

function byId(id: number, name: string): Sheet | undefined {
  const sheets = ports().spreadsheet.active().getSheets();
  const sheet = sheets.find((one) => one.getSheetId() === id);
  const called = sheet?.getName() ?? '';
  // Another of our names: ids of another spreadsheet.
  return called !== name && called in known() ? undefined : sheet;
}

function looksLikeOurs(sheet: Sheet, name: string, headers: readonly string[] | undefined): boolean {
  const rows = Math.min(sheet.getMaxRows(), titled);
  const [first = [], ...below] = sheet.getRange(1, 1, rows, sheet.getMaxColumns()).getDisplayValues();
  const shown = first.map(visible);
  if (headers) return headers.every((header, place) => shown[place] === header) || isBare(sheet);
  const tab = tabs.find((one) => one.name === name);
  if (!tab) return true;
  if (findColumns(shown, tab.columns).missing.length === 0) return true;
  // Of the tab that nothing goes without, a header may be missing, or stand below a title: that is said.
  const isLike = (cells: readonly string[]): boolean =>
    Object.keys(findColumns(cells.map(visible), tab.columns).positions).length > 1;
  return (tab.required === true && [first, ...below].some(isLike)) || isBare(sheet);
}

/** Above the headers there may be a title of some rows. */
const titled = 10;

function isBare(sheet: Sheet): boolean {
  return sheet
    .getDataRange()
    .getDisplayValues()
    .every((row) => row.every((text) => text === ''));
}

/** Keeps sheets as ours under their names. Needs the lock. */
export function claim(sheets: Readonly<Record<string, Sheet>>): void {
  const ids = Object.fromEntries(Object.entries(sheets).map(([name, sheet]) => [name, sheet.getSheetId()]));
  const before = known();
  // What was kept first would hide the rest of what came with a copy.
  const all = Object.keys(before).length ? before : idsNow();
  if (Object.entries(ids).some(([name, id]) => all[name] !== id)) documentStore().set(kept, { ...all, ...ids });
}

/** Our tabs as they are found where nothing was kept yet. */
function idsNow(): Ids {
  return Object.fromEntries(
    tabs.flatMap(({ name }) => {
      const sheet = ownSheet(name);
      return sheet ? [[name, sheet.getSheetId()]] : [];
    }),
  );
}

/** What our sheet is called where somebody else's has its name. */
const besideName = (name: string): string => `Seatsheet ${name}`;

/** The name of a sheet of ours, or another one where that is taken by somebody else's sheet. */
function freeName(name: string): string {
  const taken = (one: string): boolean => ports().spreadsheet.active().getSheetByName(one) !== null;
  const names = [name, besideName(name)];
  for (let next = 2; next < 100; next++) names.push(`${besideName(name)} ${next}`);
  return names.find((one) => !taken(one)) ?? `${name} ${ports().codec.uuid()}`;
}

/** Makes a sheet of ours, behind the others unless told where; what the person looks at stays in front. */
export function makeSheet(name: string, at?: number): Sheet {
  const book = ports().spreadsheet.active();
  const [shown, selected] = [book.getActiveSheet(), book.getActiveRangeList()];
  const sheet = book.insertSheet(freeName(name), at ?? book.getSheets().length);
  claim({ [name]: sheet });
  book.setActiveSheet(shown);
  selected?.activate();
  return sheet;
}
