import { meet } from '../a1';
import type { Cell, Handlers, Rect, SheetChange, SheetInfo } from '../calls';
import type { HostState, SheetData } from '../host-state';
import { PlatformError } from '../exceptions';
import { lacking } from '../records';
import { checkCells, extent, maxColumns, maxRows, newSheetCells } from './grid';
import { deleteLines, insertLines } from './lines';
import { clearRange, readRange, writeRange } from './ranges';
import { checkRules, validateRange } from './rules';
import { sortRange } from './sorting';
import type { TypedColumns } from './typed-columns';

/** The spreadsheet's system calls. */

/** What the document needs of the system. */
export interface DocumentHost {
  readonly state: HostState;
  readonly book: { readonly id: string; readonly name: string };
  /** Under whose authority the execution works. */
  readonly user: string;
  readonly typed: TypedColumns;
}

/** The handlers of every call that goes to the spreadsheet. */
export function documentCalls(host: DocumentHost): Handlers<'book'> & Handlers<'sheet'> & Handlers<'range'> {
  return { ...bookCalls(host), ...sheetCalls(host), ...rangeCalls(host) };
}

/** The tab with this id. Throws Google's text where it was deleted. */
export function sheetOf({ state }: { readonly state: HostState }, id: number): SheetData {
  const sheet = state.sheets.find((one) => one.id === id);
  if (!sheet) throw new PlatformError(`Sheet ${id} not found`);
  return sheet;
}

/** The tab in front. */
export function frontSheet(state: HostState): SheetData | undefined {
  return state.sheets.find((one) => one.id === state.activeSheet) ?? state.sheets[0];
}

function infoOf(state: HostState, sheet: SheetData): SheetInfo {
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    index: state.sheets.indexOf(sheet) + 1,
    maxRows: maxRows(sheet),
    maxColumns: maxColumns(sheet),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns ?? 0,
  };
}

function bookCalls(host: DocumentHost): Handlers<'book'> {
  const { state } = host;
  return {
    'book.info': () => ({
      ...host.book,
      activeSheet: frontSheet(state)?.id ?? 0,
      selection: state.selection,
      locale: state.settings?.locale ?? 'en_US',
    }),
    'book.sheets': () => state.sheets.map((sheet) => infoOf(state, sheet)),
    'book.insertSheet': ({ name, index }) => insertSheet(state, name, index),
    'book.deleteSheet': ({ sheet }) => {
      const gone = sheetOf(host, sheet);
      if (state.sheets.length === 1) throw new PlatformError("You can't remove all the sheets in a document.");
      state.sheets.splice(state.sheets.indexOf(gone), 1);
    },
    'book.moveSheet': ({ sheet, index }) => {
      const moving = sheetOf(host, sheet);
      if (index < 1 || index > state.sheets.length) throw new PlatformError('Sheet index out of bounds.');
      state.sheets.splice(state.sheets.indexOf(moving), 1);
      state.sheets.splice(index - 1, 0, moving);
    },
    'book.activate': ({ sheet, selection }) => {
      state.activeSheet = sheetOf(host, sheet).id;
      state.selection = selection ?? 'A1';
    },
    'book.names': () => structuredClone(state.names ?? {}),
    'book.setName': ({ name, place }) => {
      const rest = lacking(state.names ?? {}, name);
      state.names = place ? { ...rest, [name]: { ...place } } : rest;
    },
    'book.flush': () => undefined,
  };
}

function insertSheet(state: HostState, name: string | undefined, index: number | undefined): number {
  const used = state.sheets.map((sheet) => sheet.name.toLowerCase());
  let number = state.sheets.length + 1;
  while (name === undefined && used.includes(`sheet${number}`)) number++;
  const called = name ?? `Sheet${number}`;
  checkName(state, called);
  checkCells(state, newSheetCells);
  const id = state.sheets.reduce((most, sheet) => Math.max(most, sheet.id), -1) + 1;
  const sheet: SheetData = { name: called, id, hidden: false, cells: [], frozenRows: 0, hiddenRows: [], furniture: {} };
  state.sheets.splice(index ?? state.sheets.length, 0, sheet);
  state.activeSheet = id;
  state.selection = 'A1';
  return id;
}

function checkName(state: HostState, name: string): void {
  if (name === '') throw new PlatformError('The sheet name cannot be empty.');
  if (state.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new PlatformError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

function sheetCalls(host: DocumentHost): Handlers<'sheet'> {
  const { state } = host;
  return {
    'sheet.info': ({ sheet }) => {
      const found = state.sheets.find((one) => one.id === sheet);
      return found ? infoOf(state, found) : null;
    },
    'sheet.extent': ({ sheet }) => extent(sheetOf(host, sheet)),
    'sheet.set': ({ sheet, set }) => {
      setSheet(state, sheetOf(host, sheet), set);
    },
    'sheet.lines': ({ sheet, action, ...lines }) => {
      const found = sheetOf(host, sheet);
      if (action === 'delete') return deleteLines(found, lines);
      checkCells(state, lines.count * (lines.lines === 'rows' ? maxColumns(found) : maxRows(found)));
      insertLines(found, lines);
    },
    'sheet.append': ({ sheet, values }) => {
      append(state, sheetOf(host, sheet), values);
    },
    'sheet.furniture': ({ sheet, key }) => structuredClone(sheetOf(host, sheet).furniture[key] ?? null),
    'sheet.kept': ({ sheet, key }) => structuredClone(sheetOf(host, sheet).furniture[key] ?? null),
    'sheet.furnish': ({ sheet, key, value }) => {
      sheetOf(host, sheet).furniture[key] = structuredClone(value);
    },
    'sheet.rowHidden': ({ sheet, row }) => {
      const found = sheetOf(host, sheet);
      const byFilter = ((found.furniture['filteredRows'] ?? []) as number[]).includes(row);
      return { byFilter, byUser: found.hiddenRows.includes(row) && !byFilter };
    },
    'sheet.hideRows': ({ sheet, row, count, hidden }) => {
      hideRows(sheetOf(host, sheet), { row, count, hidden });
    },
  };
}

function setSheet(state: HostState, sheet: SheetData, set: SheetChange): void {
  if (set.name !== undefined && set.name !== sheet.name) {
    if (set.name.toLowerCase() !== sheet.name.toLowerCase()) checkName(state, set.name);
    sheet.name = set.name;
  }
  if (set.hidden === true && state.sheets.filter((one) => !one.hidden && one !== sheet).length === 0) {
    throw new PlatformError("You can't hide all the sheets in a document.");
  }
  if (set.hidden !== undefined) sheet.hidden = set.hidden;
  if (set.frozenRows !== undefined) sheet.frozenRows = set.frozenRows;
  if (set.frozenColumns === undefined) return;
  if (set.frozenColumns > maxColumns(sheet)) throw new PlatformError("You can't freeze columns that do not exist.");
  sheet.frozenColumns = set.frozenColumns;
}

function append(state: HostState, sheet: SheetData, values: readonly Cell[]): void {
  const row = extent(sheet).lastRow + 1;
  const columns = Math.max(values.length, maxColumns(sheet));
  checkCells(state, columns * Math.max(row, maxRows(sheet)) - maxColumns(sheet) * maxRows(sheet));
  if (columns > maxColumns(sheet)) sheet.furniture['maxColumns'] = columns;
  if (row > maxRows(sheet)) insertLines(sheet, { lines: 'rows', at: row, count: 1 });
  const rect = { row, column: 1, rows: 1, columns: values.length };
  checkRules(state, sheet, { rect, values: (_row, column) => values[column - 1] ?? null, by: 'script' });
  writeRange({ sheet, book: state }, { sheet: sheet.id, rect, what: 'values', values: [values] }, 'script');
}

function hideRows(sheet: SheetData, { row, count, hidden }: { row: number; count: number; hidden: boolean }): void {
  const rows = Array.from({ length: count }, (_one, down) => row + down);
  const kept = sheet.hiddenRows.filter((one) => !rows.includes(one));
  sheet.hiddenRows = hidden ? [...kept, ...rows].sort((a, b) => a - b) : kept;
}

function rangeCalls(host: DocumentHost): Handlers<'range'> {
  return {
    'range.read': ({ sheet, rect, what }) => readRange({ sheet: sheetOf(host, sheet), book: host.state }, rect, what),
    'range.write': (ask) => {
      const sheet = sheetOf(host, ask.sheet);
      checkProtection(sheet, ask.rect, host.user);
      if (host.typed.loses(sheet, ask)) return;
      if (ask.what === 'values') checkRules(host.state, sheet, { rect: ask.rect, values: written(ask), by: 'script' });
      writeRange({ sheet, book: host.state }, ask, 'script');
    },
    'range.clear': ({ sheet, rect, parts }) => {
      checkProtection(sheetOf(host, sheet), rect, host.user);
      clearRange(sheetOf(host, sheet), rect, parts);
    },
    'range.validate': ({ sheet, rect, rules }) => {
      validateRange(sheetOf(host, sheet), rect, structuredClone(rules));
    },
    'range.sort': ({ sheet, rect, by }) => {
      sortRange(sheetOf(host, sheet), rect, by);
    },
  };
}

/**
 * Throws Google's text where somebody else has protected cells that are to be written. Protections that only warn stop
 * no script.
 */
function checkProtection(sheet: SheetData, rect: Rect, user: string): void {
  const all = (sheet.furniture['protections'] ?? []) as {
    readonly rect: Rect | null;
    readonly warningOnly: boolean;
    readonly editors: readonly string[];
  }[];
  if (
    !all.some((one) => !one.warningOnly && !one.editors.includes(user) && (one.rect === null || meet(one.rect, rect)))
  )
    return;
  throw new PlatformError(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

function written(ask: Parameters<Handlers<'range'>['range.write']>[0]): (row: number, column: number) => Cell | null {
  const { rect, values } = ask;
  if (!Array.isArray(values)) return () => values as Cell | null;
  return (row, column) =>
    (values as readonly (readonly (Cell | null)[])[])[row - rect.row]?.[column - rect.column] ?? null;
}
