import { whole } from './arguments';
import { BookPart } from './book';
import type { Book } from './book';

/** Rows and columns of a tab: they come, go, hide, and have widths. */
export abstract class SheetLines extends BookPart {
  readonly _class = 'Sheet';

  constructor(
    book: Book,
    readonly _id: number,
  ) {
    super(book);
  }

  _furniture(key: string): unknown {
    return this._run.invoke('sheet.furniture', { sheet: this._id, key });
  }

  _kept(key: string): unknown {
    return this._run.invoke('sheet.kept', { sheet: this._id, key });
  }

  _furnish(key: string, value: unknown): this {
    this._run.invoke('sheet.furnish', { sheet: this._id, key, value });
    return this;
  }

  _lines(lines: 'rows' | 'columns', action: 'insert' | 'delete', [at, count]: readonly [number, number]): this {
    this._run.invoke('sheet.lines', { sheet: this._id, lines, action, at, count });
    return this;
  }

  insertRowsAfter(after: unknown, count: unknown): this {
    return this._lines('rows', 'insert', [
      whole(after, 'SpreadsheetApp.Sheet.insertRowsAfter') + 1,
      whole(count, 'SpreadsheetApp.Sheet.insertRowsAfter'),
    ]);
  }

  insertRowAfter(after: unknown): this {
    return this.insertRowsAfter(after, 1);
  }

  insertRowsBefore(before: unknown, count: unknown): this {
    return this._lines('rows', 'insert', [
      whole(before, 'SpreadsheetApp.Sheet.insertRowsBefore'),
      whole(count, 'SpreadsheetApp.Sheet.insertRowsBefore'),
    ]);
  }

  insertRowBefore(before: unknown): this {
    return this.insertRowsBefore(before, 1);
  }

  insertColumnsAfter(after: unknown, count: unknown): this {
    return this._lines('columns', 'insert', [
      whole(after, 'SpreadsheetApp.Sheet.insertColumnsAfter') + 1,
      whole(count, 'SpreadsheetApp.Sheet.insertColumnsAfter'),
    ]);
  }

  insertColumnAfter(after: unknown): this {
    return this.insertColumnsAfter(after, 1);
  }

  insertColumnsBefore(before: unknown, count: unknown): this {
    return this._lines('columns', 'insert', [
      whole(before, 'SpreadsheetApp.Sheet.insertColumnsBefore'),
      whole(count, 'SpreadsheetApp.Sheet.insertColumnsBefore'),
    ]);
  }

  deleteRows(from: unknown, count: unknown): void {
    this._lines('rows', 'delete', [
      whole(from, 'SpreadsheetApp.Sheet.deleteRows'),
      whole(count, 'SpreadsheetApp.Sheet.deleteRows'),
    ]);
  }

  deleteRow(row: unknown): this {
    return this._lines('rows', 'delete', [whole(row, 'SpreadsheetApp.Sheet.deleteRow'), 1]);
  }

  deleteColumns(from: unknown, count: unknown): void {
    this._lines('columns', 'delete', [
      whole(from, 'SpreadsheetApp.Sheet.deleteColumns'),
      whole(count, 'SpreadsheetApp.Sheet.deleteColumns'),
    ]);
  }

  isRowHiddenByFilter(row: unknown): boolean {
    return this._run.invoke('sheet.rowHidden', {
      sheet: this._id,
      row: whole(row, 'SpreadsheetApp.Sheet.isRowHiddenByFilter'),
    }).byFilter;
  }

  isRowHiddenByUser(row: unknown): boolean {
    return this._run.invoke('sheet.rowHidden', {
      sheet: this._id,
      row: whole(row, 'SpreadsheetApp.Sheet.isRowHiddenByUser'),
    }).byUser;
  }

  hideRows(row: unknown, count: unknown = 1): void {
    this._run.invoke('sheet.hideRows', {
      sheet: this._id,
      row: whole(row, 'SpreadsheetApp.Sheet.hideRows'),
      count: whole(count, 'SpreadsheetApp.Sheet.hideRows'),
      hidden: true,
    });
  }

  showRows(row: unknown, count: unknown = 1): void {
    this._run.invoke('sheet.hideRows', {
      sheet: this._id,
      row: whole(row, 'SpreadsheetApp.Sheet.showRows'),
      count: whole(count, 'SpreadsheetApp.Sheet.showRows'),
      hidden: false,
    });
  }

  setColumnWidth(column: unknown, width: unknown): this {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(column: unknown, count: unknown, width: unknown): this {
    const method = 'SpreadsheetApp.Sheet.setColumnWidths';
    const [first, columns, pixels] = [whole(column, method), whole(count, method), whole(width, method)];
    const set = Object.fromEntries(Array.from({ length: columns }, (_one, right) => [String(first + right), pixels]));
    return this._furnish('widths', { ...((this._kept('widths') ?? {}) as object), ...set });
  }

  /** Columns get the width that their content asks for: none of their own. */
  autoResizeColumns(column: unknown, count: unknown): this {
    const method = 'SpreadsheetApp.Sheet.autoResizeColumns';
    const [first, columns] = [whole(column, method), whole(count, method)];
    const widths = Object.entries((this._kept('widths') ?? {}) as object).filter(
      ([key]) => Number(key) < first || Number(key) >= first + columns,
    );
    return this._furnish('widths', Object.fromEntries(widths));
  }

  hideColumns(column: unknown, count: unknown = 1): void {
    const method = 'SpreadsheetApp.Sheet.hideColumns';
    this._furnish(
      'hiddenColumns',
      [...new Set([...this._hiddenColumns(), ...columnsFrom(whole(column, method), whole(count, method))])].sort(
        (a, b) => a - b,
      ),
    );
  }

  showColumns(column: unknown, count: unknown = 1): void {
    const method = 'SpreadsheetApp.Sheet.showColumns';
    const shown = columnsFrom(whole(column, method), whole(count, method));
    this._furnish(
      'hiddenColumns',
      this._hiddenColumns().filter((one) => !shown.includes(one)),
    );
  }

  _hiddenColumns(): number[] {
    return (this._furniture('hiddenColumns') ?? []) as number[];
  }

  isColumnHiddenByUser(column: unknown): boolean {
    return this._hiddenColumns().includes(whole(column, 'SpreadsheetApp.Sheet.isColumnHiddenByUser'));
  }
}

function columnsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_one, right) => first + right);
}
