import { parseA1 } from '../a1';
import type { Rect, SheetChange, SheetInfo } from '../calls';
import { PlatformError } from '../exceptions';
import type { Simulates } from '../execution/simulates';
import { EnumValue } from '../execution/facade';
import type { Facade } from '../execution/facade';
import { instance, list, mismatch, text, whole } from './arguments';
import { toCell } from './cells';
import { ConditionalFormatRule } from './conditional-format';
import type { ColourRule } from './conditional-format';
import { Filter } from './filter';
import { Protection } from './protection';
import { Range } from './range';
import { checkInside, namedPlace } from './range-place';
import { activeRange } from './selection';
import { SheetLines } from './sheet-lines';

/** A tab, as SpreadsheetApp.Sheet. It knows its tab by id, so that renaming and moving do not lose it. */
export class Sheet extends SheetLines implements Simulates<Sheet, GoogleAppsScript.Spreadsheet.Sheet> {
  _info(): SheetInfo {
    const info = this._run.invoke('sheet.info', { sheet: this._id });
    if (!info) throw new PlatformError(`Sheet ${this._id} not found`);
    return info;
  }

  getName(): string {
    return this._info().name;
  }

  getSheetName(): string {
    return this._info().name;
  }

  setName(name: unknown): this {
    return this._set({ name: text(name, 'SpreadsheetApp.Sheet.setName') });
  }

  getSheetId(): number {
    return this._id;
  }

  getIndex(): number {
    return this._info().index;
  }

  getParent(): Facade {
    return this._book;
  }

  getMaxRows(): number {
    return this._info().maxRows;
  }

  getMaxColumns(): number {
    return this._info().maxColumns;
  }

  getLastRow(): number {
    return this._run.invoke('sheet.extent', { sheet: this._id }).lastRow;
  }

  getLastColumn(): number {
    return this._run.invoke('sheet.extent', { sheet: this._id }).lastColumn;
  }

  getDataRange(): Range {
    const { lastRow, lastColumn } = this._run.invoke('sheet.extent', { sheet: this._id });
    return this._range({ row: 1, column: 1, rows: Math.max(1, lastRow), columns: Math.max(1, lastColumn) });
  }

  _range(rect: Rect): Range {
    checkInside(this._run, this._id, rect);
    return new Range(this._book, this._id, rect);
  }

  /** Takes A1 notation, or row and column with their numbers (reference of Sheet.getRange). */
  getRange(...args: readonly unknown[]): Range {
    const method = 'SpreadsheetApp.Sheet.getRange';
    if (args.length === 1 && typeof args[0] === 'string') return this._named(args[0]);
    if (args.length < 2 || args.length > 4) throw mismatch(method, args);
    const [row = 0, column = 0, rows = 1, columns = 1] = args.map((arg) => {
      if (typeof arg !== 'number') throw mismatch(method, args);
      return whole(arg, method);
    });
    return this._range({ row, column, rows, columns });
  }

  _named(notation: string): Range {
    const parsed = parseA1(notation, this._info());
    if (!parsed) return this._byName(notation);
    if (parsed.sheet === undefined || parsed.sheet === this.getName()) return this._range(parsed.rect);
    const other = this._run.invoke('book.sheets', {}).find(({ name }) => name === parsed.sheet) ?? notFound();
    return new Sheet(this._book, other.id)._range(parsed.rect);
  }

  _byName(name: string): Range {
    const { sheet, rect } = namedPlace(this._run, name) ?? notFound();
    return new Range(this._book, sheet, rect);
  }

  /** The row goes below the last one with content, and the tab grows where it must. */
  appendRow(values: unknown): this {
    const cells = list(values, toCell, 'SpreadsheetApp.Sheet.appendRow').map((cell) => cell ?? '');
    this._run.invoke('sheet.append', { sheet: this._id, values: cells });
    return this;
  }

  hideSheet(): this {
    return this._set({ hidden: true });
  }

  showSheet(): this {
    return this._set({ hidden: false });
  }

  isSheetHidden(): boolean {
    return this._info().hidden;
  }

  setFrozenRows(rows: unknown): void {
    this._set({ frozenRows: whole(rows, 'SpreadsheetApp.Sheet.setFrozenRows') });
  }

  getFrozenRows(): number {
    return this._info().frozenRows;
  }

  setFrozenColumns(columns: unknown): void {
    this._set({ frozenColumns: whole(columns, 'SpreadsheetApp.Sheet.setFrozenColumns') });
  }

  getFrozenColumns(): number {
    return this._info().frozenColumns;
  }

  _set(set: SheetChange): this {
    this._run.invoke('sheet.set', { sheet: this._id, set });
    return this;
  }

  setTabColor(colour: unknown): this {
    return this._furnish('tabColor', colour === null ? null : text(colour, 'SpreadsheetApp.Sheet.setTabColor'));
  }

  setConditionalFormatRules(rules: unknown): void {
    const taken = list(
      rules,
      (one, method) => instance(one, ConditionalFormatRule, method),
      'SpreadsheetApp.Sheet.setConditionalFormatRules',
    );
    this._furnish(
      'conditionalFormats',
      taken.map((rule) => rule._rule),
    );
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const rules = (this._furniture('conditionalFormats') ?? []) as ColourRule[];
    return rules.map((rule) => new ConditionalFormatRule(this._book, this._id, rule));
  }

  clearConditionalFormatRules(): void {
    this._furnish('conditionalFormats', []);
  }

  protect(): Protection {
    return Protection._add(this._book, this._id, null);
  }

  getProtections(type: unknown): Protection[] {
    const whole = instance(type, EnumValue, 'SpreadsheetApp.Sheet.getProtections')._name === 'SHEET';
    return Protection._all(this._run, this._id)
      .filter((one) => (one.rect === null) === whole)
      .map((one) => new Protection(this._book, this._id, one.id));
  }

  getFilter(): Filter | null {
    return this._furniture('filter') === null ? null : new Filter(this._book, this._id);
  }

  activate(): this {
    this._run.invoke('book.activate', { sheet: this._id });
    return this;
  }

  getActiveRange(): Range | null {
    return activeRange(this._book, this._id);
  }

  /** Sorts the rows below the frozen ones by one column. */
  sort(column: unknown, ascending: unknown = true): this {
    const { frozenRows, maxColumns } = this._info();
    const { lastRow } = this._run.invoke('sheet.extent', { sheet: this._id });
    const rect = { row: frozenRows + 1, column: 1, rows: lastRow - frozenRows, columns: maxColumns };
    const by = [{ column: whole(column, 'SpreadsheetApp.Sheet.sort'), ascending: ascending === true }];
    if (rect.rows > 1) this._run.invoke('range.sort', { sheet: this._id, rect, by });
    return this;
  }

  _all(): Range {
    const { maxRows: rows, maxColumns: columns } = this._info();
    return new Range(this._book, this._id, { row: 1, column: 1, rows, columns });
  }

  clear(...options: readonly unknown[]): this {
    this._all().clear(...(options as [unknown?]));
    return this;
  }

  clearContents(): this {
    this._all().clearContent();
    return this;
  }

  clearNotes(): this {
    this._all().clearNote();
    return this;
  }
}

function notFound(): never {
  throw new PlatformError('Range not found');
}
