import type { Rect } from '../calls';
import { PlatformError } from '../exceptions';
import { Service } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { instance, mismatch, text, whole } from './arguments';
import type { Book } from './book';
import { NamedRange } from './named-range';
import { Range } from './range';
import { RangePlace, namedPlace } from './range-place';
import { RangeList } from './range-list';
import { activeRange, selectedRects } from './selection';
import { Sheet } from './sheet';

/**
 * The open spreadsheet, as SpreadsheetApp.Spreadsheet. Its locale is en_US and its time zone UTC, so that entries read
 * the same everywhere.
 */
export class Spreadsheet
  extends Service
  implements Book, Simulates<Spreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>
{
  readonly _class = 'Spreadsheet';

  _sheet(id: number): Sheet {
    return new Sheet(this, id);
  }

  _range(sheet: number, rect: Rect): Range {
    return new Range(this, sheet, rect);
  }

  getId(): string {
    return this._run.invoke('book.info', {}).id;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }

  getName(): string {
    return this._run.invoke('book.info', {}).name;
  }

  getSpreadsheetTimeZone(): string {
    return 'Etc/UTC';
  }

  getSpreadsheetLocale(): string {
    return this._run.invoke('book.info', {}).locale;
  }

  getSheets(): Sheet[] {
    return this._run.invoke('book.sheets', {}).map(({ id }) => this._sheet(id));
  }

  getNumSheets(): number {
    return this._run.invoke('book.sheets', {}).length;
  }

  getSheetByName(name: unknown): Sheet | null {
    const wanted = text(name, 'SpreadsheetApp.Spreadsheet.getSheetByName');
    const found = this._run.invoke('book.sheets', {}).find((sheet) => sheet.name === wanted);
    return found ? this._sheet(found.id) : null;
  }

  getSheetById(id: unknown): Sheet | null {
    const wanted = whole(id, 'SpreadsheetApp.Spreadsheet.getSheetById');
    return this._run.invoke('sheet.info', { sheet: wanted }) ? this._sheet(wanted) : null;
  }

  getActiveSheet(): Sheet {
    return this._sheet(this._run.invoke('book.info', {}).activeSheet);
  }

  getActiveRange(): Range | null {
    return activeRange(this);
  }

  getActiveRangeList(): RangeList | null {
    const { sheet, rects } = selectedRects(this._run);
    return rects.length === 0
      ? null
      : new RangeList(
          this,
          rects.map((rect) => this._range(sheet, rect)),
        );
  }

  /** Takes a name, an index (from 0), or both (reference of insertSheet). */
  insertSheet(...args: readonly unknown[]): Sheet {
    const name = args.find((arg) => typeof arg === 'string');
    const index = args.find((arg) => typeof arg === 'number');
    if (args.length !== [name, index].filter((arg) => arg !== undefined).length)
      throw mismatch('SpreadsheetApp.Spreadsheet.insertSheet', args);
    const id = this._run.invoke('book.insertSheet', {
      ...(name === undefined ? {} : { name }),
      ...(index === undefined ? {} : { index }),
    });
    return this._sheet(id);
  }

  deleteSheet(sheet: unknown): void {
    this._run.invoke('book.deleteSheet', {
      sheet: instance(sheet, Sheet, 'SpreadsheetApp.Spreadsheet.deleteSheet')._id,
    });
  }

  setActiveSheet(sheet: unknown): Sheet {
    return instance(sheet, Sheet, 'SpreadsheetApp.Spreadsheet.setActiveSheet').activate();
  }

  setActiveRange(range: unknown): Range {
    return instance(range, Range, 'SpreadsheetApp.Spreadsheet.setActiveRange').activate();
  }

  setActiveSelection(place: unknown): Range {
    if (place instanceof Range) return place.activate();
    return this.getRange(text(place, 'SpreadsheetApp.Spreadsheet.setActiveSelection')).activate();
  }

  moveActiveSheet(position: unknown): void {
    const { activeSheet } = this._run.invoke('book.info', {});
    this._run.invoke('book.moveSheet', {
      sheet: activeSheet,
      index: whole(position, 'SpreadsheetApp.Spreadsheet.moveActiveSheet'),
    });
  }

  getRange(notation: unknown): Range {
    return this.getActiveSheet()._named(text(notation, 'SpreadsheetApp.Spreadsheet.getRange'));
  }

  getRangeByName(name: unknown): Range | null {
    return this._named(text(name, 'SpreadsheetApp.Spreadsheet.getRangeByName'));
  }

  _named(name: string): Range | null {
    const place = namedPlace(this._run, name);
    return place ? this._range(place.sheet, place.rect) : null;
  }

  getNamedRanges(): NamedRange[] {
    return Object.keys(this._run.invoke('book.names', {})).map((name) => new NamedRange(this, name));
  }

  setNamedRange(name: unknown, range: unknown): void {
    const called = text(name, 'SpreadsheetApp.Spreadsheet.setNamedRange');
    if (!/^[A-Za-z_][\w.]*$/.test(called)) throw new PlatformError('The name of the range is invalid.');
    const place = instance(range, RangePlace, 'SpreadsheetApp.Spreadsheet.setNamedRange');
    this._run.invoke('book.setName', { name: called, place: { sheet: place._sheet, a1: place.getA1Notation() } });
  }

  removeNamedRange(name: unknown): void {
    this._run.invoke('book.setName', { name: text(name, 'SpreadsheetApp.Spreadsheet.removeNamedRange'), place: null });
  }

  toast(message: unknown, title: unknown = '', seconds: unknown = 5): void {
    const [says, heading] = [
      text(message, 'SpreadsheetApp.Spreadsheet.toast'),
      text(title ?? '', 'SpreadsheetApp.Spreadsheet.toast'),
    ];
    this._run.invoke('ui.show', { kind: 'toast', title: heading, text: says, seconds: Number(seconds ?? 5) });
  }
}
