import type { Aspect, Cell, Rect, SystemCalls } from '../calls';
import type { CellData, HostState, SheetData, SheetSettings, Style } from '../host-state';
import { enter } from './entry';
import type { By } from './entry';
import { localeOf, shownNumber } from './locales';
import { instantOf, isDateFormat, serialOf, showNumber } from './numbers';
import { subtotal } from './subtotal';
import { cellAt, clearLooks, eachCell, eachPlace, layLook, layRule, looksIn, openCell, ruleAt, setLook } from './grid';

/** Reading and writing blocks of cells. */

type Look = ReturnType<typeof looksIn>;

/** What getNumberFormat, getBackground and the like answer where nothing was set (Sheets' defaults). */
const plainLooks: Readonly<Record<string, Style>> = {
  format: '0.###############',
  background: '#ffffff',
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontColor: '#000000',
  fontSize: 10,
  wrap: false,
  wrapStrategy: 'OVERFLOW',
  verticalAlignment: 'bottom',
  horizontalAlignment: 'general',
};

/** A sheet in its spreadsheet. */
export interface SheetIn {
  readonly sheet: SheetData;
  readonly book: Pick<HostState, 'sheets' | 'settings'>;
}

/** A matrix of one aspect of a block. */
export function readRange({ sheet, book }: SheetIn, rect: Rect, what: Aspect): unknown[][] {
  if (what === 'display' || what === 'values') compute({ sheet, book }, rect);
  if (what === 'display') return shownIn({ sheet, book }, rect);
  if (what === 'values') return valuesIn(sheet, rect);
  const read = reader(sheet, what, looksIn(sheet, rect));
  return Array.from({ length: rect.rows }, (_row, down) =>
    Array.from({ length: rect.columns }, (_cell, right) => read(rect.row + down, rect.column + right)),
  );
}

/** Formulas that look at the sheets are computed anew whenever they are read, as Sheets keeps them up to date. */
function compute({ sheet, book }: SheetIn, rect: Rect): void {
  eachCell(sheet, rect, (cell) => {
    const value = cell.formula === undefined ? undefined : subtotal(cell.formula, book);
    if (value !== undefined) cell.value = value;
  });
}

/** What a block shows. Scripts read whole tabs so, again and again. */
function shownIn({ sheet, book: { settings } }: SheetIn, { row, column, rows, columns }: Rect): string[][] {
  let look: Look | undefined;
  const formatOf = (line: number, place: number): string =>
    formatAt((look ??= looksIn(sheet, { row, column, rows, columns })), line, place);
  const shown: string[][] = [];
  const nothing = Array.from({ length: columns }, () => '');
  for (let line = row; line < row + rows; line++) {
    const cells = sheet.cells[line - 1];
    if (!cells?.length) {
      shown.push(nothing.slice());
      continue;
    }
    const texts: string[] = [];
    for (let place = column; place < column + columns; place++) {
      const cell = cells[place - 1];
      texts.push(
        !cell
          ? ''
          : typeof cell.value === 'string'
            ? cell.value
            : displayOf(cell, () => formatOf(line, place), settings),
      );
    }
    shown.push(texts);
  }
  return shown;
}

/** What a block holds. */
function valuesIn(sheet: SheetData, { row, column, rows, columns }: Rect): Cell[][] {
  let look: Look | undefined;
  const held: Cell[][] = [];
  for (let line = row; line < row + rows; line++) {
    const cells = sheet.cells[line - 1] ?? [];
    const values: Cell[] = [];
    for (let place = column; place < column + columns; place++) {
      const cell = cells[place - 1];
      if (typeof cell?.value !== 'number') values.push(cell?.value ?? '');
      else
        values.push(
          valueOf(cell, () => formatAt((look ??= looksIn(sheet, { row, column, rows, columns })), line, place)),
        );
    }
    held.push(values);
  }
  return held;
}

function reader(sheet: SheetData, what: Aspect, look: Look): (row: number, column: number) => unknown {
  switch (what) {
    case 'formulas':
      return (row, column) => cellAt(sheet, row, column)?.formula ?? '';
    case 'notes':
      return (row, column) => cellAt(sheet, row, column)?.note ?? '';
    case 'validation':
      return (row, column) => ruleAt(sheet, row, column) ?? null;
    default:
      return (row, column) => look(what, row, column) ?? plainLooks[what] ?? '';
  }
}

function formatAt(look: Look, row: number, column: number): string {
  return String(look('format', row, column) ?? '');
}

function valueOf(cell: CellData, format: () => string): Cell {
  return typeof cell.value === 'number' && isDateFormat(format()) ? { date: instantOf(cell.value) } : cell.value;
}

/** A cell as it is shown: ticks as words of the locale, numbers and dates by their format. */
export function displayOf(cell: CellData | undefined, format: () => string, settings: SheetSettings = {}): string {
  if (!cell) return '';
  const locale = localeOf(settings.locale);
  if (typeof cell.value === 'boolean') return locale.words[cell.value ? 0 : 1];
  if (typeof cell.value !== 'number') return cell.value;
  const text = showNumber(cell.value, format());
  return isDateFormat(format()) ? text : shownNumber(text, locale);
}

type Written = Parameters<SystemCalls['range.write']>[0];

/** Writes one aspect of a block. All or nothing: a text that is too long is refused before anything is written. */
export function writeRange({ sheet, book }: SheetIn, ask: Written, by: By): void {
  if (!Array.isArray(ask.values) && isLook(ask.what) && ask.values !== null) {
    layLook(sheet, ask.rect, [ask.what, ask.values as Style]);
    return;
  }
  const applies = prepareAll({ sheet, book }, ask, by);
  let at = 0;
  eachPlace(ask.rect, (row, column) => {
    const apply = applies[at++] ?? empty;
    // Emptying a place that was never touched must not make a cell of it.
    if (apply !== empty || cellAt(sheet, row, column)) apply(openCell(sheet, row, column));
  });
}

/** What is to be done to each cell, row by row. */
function prepareAll({ sheet, book: { settings = {} } }: SheetIn, { rect, what, values }: Written, by: By): Apply[] {
  const look = looksIn(sheet, rect);
  const single = Array.isArray(values) ? undefined : (values as Cell | null);
  const rows = single === undefined ? (values as readonly (readonly (Cell | null)[])[]) : [];
  const applies: Apply[] = [];
  eachPlace(rect, (row, column) => {
    const value = single === undefined ? (rows[row - rect.row]?.[column - rect.column] ?? null) : single;
    applies.push(prepared(what, value, { format: () => formatAt(look, row, column), by, settings }));
  });
  return applies;
}

function isLook(what: string): boolean {
  return what in plainLooks;
}

/** Writes a row of values, as appendRow and a person's paste do. */
export function writeLine(
  { sheet, book }: SheetIn,
  place: { readonly row: number; readonly column: number },
  { values, by }: { readonly values: readonly Cell[]; readonly by: By },
): void {
  const rect = { ...place, rows: 1, columns: values.length };
  writeRange({ sheet, book }, { sheet: sheet.id, rect, what: 'values', values: [values] }, by);
}

type Apply = (cell: CellData) => void;

const empty: Apply = (cell) => {
  hold(cell, { value: '' });
};

/** How a value gets into a cell. */
interface How {
  readonly format: () => string;
  readonly by: By;
  readonly settings: SheetSettings;
}

/** What is to be done to a cell. */
function prepared(what: Written['what'], value: Style | Cell | null, how: How): Apply {
  if (what === 'values') return entry(value, how);
  if (what === 'formulas') return formulaEntry(value, how);
  if (what === 'notes')
    return value === null || value === '' ? drop('note') : (cell) => void (cell.note = String(value as Style));
  return (cell) => {
    setLook(cell, what, value as Style | null);
  };
}

function drop(key: 'note' | 'formula'): Apply {
  return (cell) => {
    Reflect.deleteProperty(cell, key);
  };
}

function entry(value: Style | Cell | null, { format, by, settings }: How): Apply {
  if (value === null || value === '') return empty;
  if (typeof value === 'object') return dateEntry(value.date, format(), localeOf(settings.locale).date);
  if (typeof value !== 'string')
    return (cell) => {
      hold(cell, { value });
    };
  const entered = enter(value, { format: format(), by, settings });
  const keepFormat =
    entered.format !== undefined && format() !== '' && (!isDateFormat(entered.format) || isDateFormat(format()));
  return (cell) => {
    hold(cell, keepFormat ? { ...entered, format: undefined } : entered);
  };
}

function dateEntry(instant: number, format: string, day: string): Apply {
  if (format === '@')
    return (cell) => {
      hold(cell, { value: showNumber(serialOf(instant), `${day} h:mm:ss`) });
    };
  return (cell) => {
    hold(cell, { value: serialOf(instant), format: isDateFormat(format) ? undefined : day });
  };
}

function formulaEntry(value: Style | Cell | null, by: How): Apply {
  const text = String((value ?? '') as Style);
  if (text === '') return entry(null, by);
  return entry(text.startsWith('=') ? text : `=${text}`, by);
}

function hold(
  cell: CellData,
  entered: { value: CellData['value']; formula?: string | undefined; format?: string | undefined },
): void {
  cell.value = entered.value;
  if (entered.formula !== undefined) cell.formula = entered.formula;
  else if (cell.formula !== undefined) drop('formula')(cell);
  if (entered.format !== undefined) cell.format = entered.format;
}

/** Empties a block of what is named. */
export function clearRange(
  sheet: SheetData,
  rect: Rect,
  parts: Parameters<SystemCalls['range.clear']>[0]['parts'],
): void {
  if (parts.includes('contents')) {
    eachCell(sheet, rect, (cell) => {
      hold(cell, { value: '' });
    });
  }
  if (parts.includes('notes')) eachCell(sheet, rect, drop('note'));
  if (parts.includes('formats')) clearLooks(sheet, rect);
  if (parts.includes('validations')) layRule(sheet, rect, null);
}
