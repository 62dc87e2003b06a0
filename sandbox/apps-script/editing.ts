import type { Rect } from './calls';
import { a1Of } from './a1';
import { PlatformError } from './exceptions';
import { deleteLines, insertLines } from './system/lines';
import { checkCells, extent, layLook, maxColumns, maxRows } from './system/grid';
import { clearRange, writeLine } from './system/ranges';
import { checkRules } from './system/rules';
import { merge, others, type Merged } from './system/merges';
import { sortRange } from './system/sorting';
import { sheetOf } from './system/document';
import type { HostState } from './host-state';

/**
 * What a person does at the sheet by hand: entries are read as Sheets reads them (`007` becomes 7 unless the cell is
 * plain text). `sheet` is a tab's name or id; rows and columns count from 1. Nothing here is an effect of a script.
 */
export interface Editing {
  /** Types a text into a cell. Throws where a rule of the cell refuses it. */
  setCell(sheet: string | number, at: readonly [number, number], text: string): void;
  /** Pastes rows of texts; the tab grows where it must. */
  paste(sheet: string | number, at: readonly [number, number], rows: readonly (readonly string[])[]): void;
  /** Empties a block, or gives it a number format. */
  clear(sheet: string | number, rect: Rect): void;
  format(sheet: string | number, rect: Rect, format: string): void;
  /** Merges the cells of a block; all but the first lose what they hold. */
  merge(sheet: string | number, rect: Rect): void;
  insertRows(sheet: string | number, row: number, count?: number): void;
  deleteRows(sheet: string | number, row: number, count?: number): void;
  /** Sorts the rows below the frozen ones (or a block) by one column. */
  sortRange(
    sheet: string | number,
    by: { readonly column: number; readonly ascending: boolean; readonly rect?: Rect },
  ): void;
  /** Hides exactly these rows, by hand or by a filter; an empty list shows all again. */
  hideRows(sheet: string | number, rows: readonly number[], by?: 'user' | 'filter'): void;
  /** Brings a tab to the front and selects blocks on it. */
  select(sheet: string | number, ...rects: readonly Rect[]): void;
}

/** The editing of one spreadsheet. Every function throws where the tab does not exist. */
export function editingOf(state: HostState): Editing {
  const find = (sheet: string | number): ReturnType<typeof sheetOf> => {
    const id = typeof sheet === 'number' ? sheet : state.sheets.find((one) => one.name === sheet)?.id;
    if (id === undefined) throw new PlatformError(`There is no tab named ${sheet}.`);
    return sheetOf({ state }, id);
  };
  const paste = (
    on: string | number,
    [row, column]: readonly [number, number],
    rows: readonly (readonly string[])[],
  ): void => {
    const sheet = find(on);
    const rect = { row, column, rows: rows.length, columns: Math.max(0, ...rows.map((line) => line.length)) };
    const [rowsThen, columnsThen] = [
      Math.max(maxRows(sheet), row + rect.rows - 1),
      Math.max(maxColumns(sheet), column + rect.columns - 1),
    ];
    checkCells(state, rowsThen * columnsThen - maxRows(sheet) * maxColumns(sheet));
    sheet.furniture['maxRows'] = rowsThen;
    sheet.furniture['maxColumns'] = columnsThen;
    checkRules(state, sheet, {
      rect,
      values: (down, right) => rows[down - row]?.[right - column] ?? null,
      by: 'person',
    });
    rows.forEach((values, down) => {
      writeLine({ sheet, book: state }, { row: row + down, column }, { values, by: 'person' });
    });
  };
  return {
    paste,
    setCell: (on, at, text) => {
      paste(on, at, [[text]]);
    },
    clear: (on, rect) => {
      clearRange(find(on), rect, ['contents']);
    },
    format: (on, rect, format) => {
      layLook(find(on), rect, ['format', format]);
    },
    merge: (on, rect) => {
      const sheet = find(on);
      sheet.furniture['merges'] = merge((sheet.furniture['merges'] ?? []) as readonly Merged[], rect);
      for (const part of others(rect)) clearRange(sheet, part, ['contents']);
    },
    insertRows: (on, row, count = 1) => {
      checkCells(state, count * maxColumns(find(on)));
      insertLines(find(on), { lines: 'rows', at: row, count });
    },
    deleteRows: (on, row, count = 1) => {
      deleteLines(find(on), { lines: 'rows', at: row, count });
    },
    ...viewing(state, find),
  };
}

function viewing(
  state: HostState,
  find: (sheet: string | number) => ReturnType<typeof sheetOf>,
): Pick<Editing, 'sortRange' | 'hideRows' | 'select'> {
  return {
    sortRange: (on, { column, ascending, rect }) => {
      const sheet = find(on);
      const below = {
        row: sheet.frozenRows + 1,
        column: 1,
        rows: extent(sheet).lastRow - sheet.frozenRows,
        columns: maxColumns(sheet),
      };
      sortRange(sheet, rect ?? below, [{ column, ascending }]);
    },
    hideRows: (on, rows, by = 'user') => {
      const sheet = find(on);
      sheet.hiddenRows = [...new Set(rows)].sort((a, b) => a - b);
      sheet.furniture['filteredRows'] = by === 'filter' ? [...sheet.hiddenRows] : [];
    },
    select: (on, ...rects) => {
      state.activeSheet = find(on).id;
      state.selection = rects.length === 0 ? 'A1' : rects.map(a1Of).join(',');
    },
  };
}
