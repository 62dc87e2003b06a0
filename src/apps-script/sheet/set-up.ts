import { skus } from '../../google/products';
import type { Column } from '../../table/column';
import { besideHeader, findColumns } from '../../table/column';
import { asText } from '../../table/safe';
import { outcomes } from '../../engine/outcome';
import { statusLooks } from '../../table/status';
import { refreshLists } from '../../job/drop-downs';
import { dress } from '../../job/rows/looks';
import { offerDomainsAgain } from '../../job/team/domains';
import { foreignColumns } from '../../job/rows/own-columns';
import { claim, isKept, makeSheet, ownSheet } from '../../job/rows/own-sheets';
import { readSheet, type SheetText } from '../../job/rows/spreadsheet';
import { tabs } from '../../tabs';
import type { Values } from '../../tabs/sheet';
import type { Tab } from '../../tabs/tab';
import { envelope } from '../../job/trouble';
import type { Server } from '../../job/wire';

/**
 * Set-up: makes tabs, headers, drop-downs and colours. Run again on a sheet in use it adds what is missing and loses
 * nothing.
 */

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const productsName = 'Products';
/** Makes the tabs and columns that are missing. */
export const setUpSpreadsheet: Server['setUpSpreadsheet'] = () => envelope(() => ({ says: setUp() }));

/** Makes what is missing. Answers with what was done, in words. */
export function setUp(): string {
  const made = [
    ...makeTabs(
      tabs.flatMap((tab) => {
        const text = readSheet(tab.name);
        return text ? [{ ...text, tab }] : [];
      }),
      true,
    ),
    ...makeProductsTab(),
  ];
  const listed = refreshLists(refused);
  const what = made.length ? `Made ${made.join(', ')}.` : 'Everything was there already.';
  return [what, offerDomainsAgain(), listed, refusedSays()].filter(Boolean).join(' ');
}

/**
 * The tabs with their columns; columns that are there keep their place and their content. `found`: the tabs as they
 * were read just now; others are made only where `all` of them are wished.
 */
export function makeTabs(found: readonly (SheetText & { readonly tab: Tab })[], all = false): string[] {
  return tabs.flatMap((tab, place) => {
    const text = found.find((one) => one.tab === tab);
    return text || all ? makeTab(tab, { text, place }) : [];
  });
}

/** The sheets that the ports of a job hand on are Google's own objects. */
function sheetOf({ sheet }: SheetText): Sheet {
  return sheet as Sheet;
}

function makeTab(
  tab: Tab,
  { text, place }: { readonly text: SheetText | undefined; readonly place: number },
): string[] {
  // What makes a sheet gives Google's own object, too.
  const sheet = text ? sheetOf(text) : (makeSheet(tab.name, place) as Sheet);
  const made = text ? [] : [`the tab ${calledInstead(sheet, tab.name)}`];
  const values = text?.values ?? [];
  const headers = values[0] ?? [];
  const { positions } = findColumns(headers, tab.columns);
  const notes = (): readonly string[] => sheet.getRange(1, 1, 1, headers.length).getNotes()[0] ?? [];
  const foreign = foreignColumns({ tab, values, positions, known: isKept(sheet, tab.name), notes });
  if (text) claim({ [tab.name]: sheet });
  const isNew = headers.every((header) => header.trim() === '');
  const missing = (isNew ? statusFirst(tab) : tab.columns).flatMap((column): readonly Column[] => {
    if (foreign.includes(column)) return [{ ...column, header: besideHeader(column.header) }];
    return positions[column.id] === undefined && !column.optional ? [column] : [];
  });
  if (!text || wishesOn(tab, text.values)) keepAsText(sheet, positions[tab.idColumn]);
  if (missing.length) made.push(...addColumns(sheet, { tab, values: isNew ? [] : values, missing }));
  if (foreign.length) made.push(besideTheirs(tab, foreign));
  if (isNew) sheet.setFrozenColumns(lastKey(tab) + besideKey.length + 1);
  return made;
}

/** What stays in view beside the name, however far a person scrolls. A sheet in use keeps its order. */
const besideKey: readonly string[] = ['status', 'details'];

/** The last of the columns at the beginning of a tab that name a row; 0-based. */
function lastKey({ columns, keyColumns }: Tab): number {
  const first = columns.findIndex(({ id }) => id === keyColumns[0]);
  const next = columns.slice(first).findIndex(({ id }) => !keyColumns.includes(id));
  return first + Math.max(1, next) - 1;
}

/** The columns of a new sheet: how a row stands is read beside what it is called. */
function statusFirst(tab: Tab): readonly Column[] {
  const beside = tab.columns.filter(({ id }) => besideKey.includes(id));
  const others = tab.columns.filter(({ id }) => !besideKey.includes(id));
  return [...others.slice(0, lastKey(tab) + 1), ...beside, ...others.slice(lastKey(tab) + 1)];
}

/** Makes these columns of a tab, by id, where it lacks them: those that set-up leaves out, too. */
export function makeColumns(found: SheetText & { readonly tab: Tab }, ids: readonly string[]): void {
  const { tab, values } = found;
  const { positions } = findColumns(values[0] ?? [], tab.columns);
  const missing = tab.columns.filter(({ id }) => positions[id] === undefined && ids.includes(id));
  if (missing.length) addColumns(sheetOf(found), { tab, values, missing });
}

/** A drop-down of these words. Sheets takes 500 at most in a rule (DataValidationBuilder reference). */
export function offerWords(range: object, words: readonly string[]): void {
  if (!words.length) return;
  // The ranges that the ports of a job hand on are Google's own objects.
  (range as GoogleAppsScript.Spreadsheet.Range).setDataValidation(
    SpreadsheetApp.newDataValidation().requireValueInList(words.slice(0, 500), true).setAllowInvalid(true).build(),
  );
}

/**
 * Drop-downs of the words in other ranges: of one for all cells, or of one for each cell of a column. Others are taken
 * too: several may stand in one cell.
 */
export function offerLists(range: object, lists: readonly object[]): void {
  // The ranges that the ports of a job hand on are Google's own objects.
  const cells = range as GoogleAppsScript.Spreadsheet.Range;
  const rules = new Map<object, GoogleAppsScript.Spreadsheet.DataValidation>();
  const ruleOf = (list: object): GoogleAppsScript.Spreadsheet.DataValidation => {
    const rule = rules.get(list) ?? ruleFor(list as GoogleAppsScript.Spreadsheet.Range);
    rules.set(list, rule);
    return rule;
  };
  const each = lists.map((list) => [ruleOf(list)]);
  const [[only] = []] = each;
  if (rules.size === 1 && only) cells.setDataValidation(only);
  else if (each.length) cells.setDataValidations(each);
}

function ruleFor(list: GoogleAppsScript.Spreadsheet.Range): GoogleAppsScript.Spreadsheet.DataValidation {
  return SpreadsheetApp.newDataValidation().requireValueInRange(list, true).setAllowInvalid(true).build();
}

/** A tab of somebody else's is left alone, and said. */
function calledInstead(sheet: Sheet, name: string): string {
  const called = sheet.getName();
  return called === name ? name : `${called} (the tab ${name} is not Seatsheet’s and stays as it is)`;
}

/** Columns that somebody had already are left alone, and said. */
function besideTheirs({ name }: Tab, theirs: readonly Column[]): string {
  const headers = theirs.map(({ header }) => header);
  const ours = headers.map(besideHeader).join(', ');
  return `(${headers.join(', ')} on ${name} hold texts of yours and stay; Seatsheet’s are called ${ours})`;
}

function wishesOn(tab: Tab, values: Values): boolean {
  return tab.nameRows(values).rows.length > 0;
}

/** Tabs whose columns did not take a format or a drop-down. */
const refused = new Set<string>();

function refusedSays(): string {
  if (!refused.size) return '';
  return `On ${[...refused].join(', ')} some columns are typed columns of a table and keep their formats and drop-downs: set those that hold texts to the type None or Text.`;
}

/** A User ID has 21 digits: in a column of numbers it would lose its end. */
function keepAsText(sheet: Sheet, position: number | undefined): void {
  if (position === undefined) return;
  const range = sheet.getRange(2, position + 1, Math.max(1, sheet.getMaxRows() - 1), 1);
  if (range.getNumberFormats().every(([format]) => format === '@')) return;
  if (!dress([() => range.setNumberFormat('@')])) refused.add(sheet.getName());
}

function addColumns(
  sheet: Sheet,
  { tab, values, missing }: { readonly tab: Tab; readonly values: Values; readonly missing: readonly Column[] },
): string[] {
  // What somebody wrote below no header is theirs, too.
  const used = values.reduce((most, cells) => Math.max(most, widthOf(cells)), 0);
  const need = used + missing.length;
  const rules = sheet.getConditionalFormatRules();
  const rows = Math.max(tab.rowsReady, sheet.getMaxRows());
  if (sheet.getMaxColumns() < need) sheet.insertColumnsAfter(sheet.getMaxColumns(), need - sheet.getMaxColumns());
  if (sheet.getMaxRows() < rows) sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  // From here on nothing is read: a read between two writes makes the document apply them, which takes most of a
  // second.
  const head = sheet.getRange(1, used + 1, 1, missing.length);
  head.setValues([missing.map((column) => column.header)]);
  head.setNotes([missing.map((column) => column.note)]);
  head.setFontWeight('bold');
  sheet.setFrozenRows(1);
  const looks = missing.flatMap((column, i) => furnish(sheet, column, { place: used + 1 + i, rows }));
  const status = missing.findIndex((column) => column.id === 'status');
  if (status >= 0)
    sheet.setConditionalFormatRules([...rules, ...colours(sheet.getRange(2, used + 1 + status, rows - 1, 1))]);
  // A sheet of a person's own may be a Table, whose columns refuse some of it, and with it what is written afterwards.
  if (!values.length) for (const look of looks) look();
  else if (!dress(looks)) refused.add(sheet.getName());
  return [`${missing.length} column${missing.length > 1 ? 's' : ''} on ${tab.name}`];
}

/** Cells up to the last that holds something. */
function widthOf(cells: Values[number]): number {
  return cells.reduce((last, cell, i) => (cell.trim() ? i + 1 : last), 0);
}

/**
 * Sets width and protection; gives what sets format and drop-down. `place` is 1-based, `rows` counts the header too.
 */
function furnish(
  sheet: Sheet,
  column: Column,
  { place, rows }: { readonly place: number; readonly rows: number },
): readonly (() => void)[] {
  const range = sheet.getRange(2, place, rows - 1, 1);
  sheet.setColumnWidth(place, column.width);
  if (column.ours) protect(sheet.getRange(1, place, rows, 1), column.header);
  const { choices, format } = column;
  return [
    () => (format === 'tick' ? range.insertCheckboxes() : range.setNumberFormat('@')),
    ...(typeof choices === 'object' ? [() => offerWords(range, choices)] : []),
  ];
}

function protect(range: GoogleAppsScript.Spreadsheet.Range, header: string): void {
  range.protect().setDescription(`Seatsheet writes ${header}`).setWarningOnly(true);
}

/** Colours beside the words of Status. */
function colours(range: GoogleAppsScript.Spreadsheet.Range): GoogleAppsScript.Spreadsheet.ConditionalFormatRule[] {
  return outcomes
    .filter((outcome) => statusLooks[outcome].word)
    .map((outcome) => {
      const look = statusLooks[outcome];
      return SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(look.word)
        .setBackground(look.background)
        .setFontColor(look.text)
        .setRanges([range])
        .build();
    });
}

function makeProductsTab(): string[] {
  const headers = ['Product', 'Product ID', 'SKU ID'];
  if (ownSheet(productsName, headers)) return [];
  const sheet = makeSheet(productsName) as Sheet;
  const rows = [headers, ...skus().map((sku) => [sku.name, sku.productId, sku.skuId].map(asText))];
  const range = sheet.getRange(1, 1, rows.length, 3);
  range.setNumberFormat('@');
  range.setValues(rows);
  sheet.setFrozenRows(1);
  sheet.setColumnWidth(1, 320);
  return [`the tab ${calledInstead(sheet, productsName)}`];
}
