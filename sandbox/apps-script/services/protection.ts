import type { Rect } from '../calls';
import { PlatformError } from '../exceptions';
import type { EnumValue, Facade } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { list, text } from './arguments';
import { BookPart } from './book';
import type { Book } from './book';
import { RangePlace } from './range-place';
import { ProtectionType } from './spreadsheet-enums';

interface Protected {
  readonly id: number;
  /** null: the whole tab. */
  readonly rect: Rect | null;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];
}

/** A protection of a range or a tab, as SpreadsheetApp.Protection. It is kept in the tab's furniture. */
export class Protection extends BookPart implements Simulates<Protection, GoogleAppsScript.Spreadsheet.Protection> {
  readonly _class = 'Protection';

  constructor(
    book: Book,
    readonly _sheet: number,
    readonly _id: number,
  ) {
    super(book);
  }

  static _all(run: Execution, sheet: number): Protected[] {
    return (run.invoke('sheet.furniture', { sheet, key: 'protections' }) ?? []) as Protected[];
  }

  /** All of them for a change, which on the platform reads none of them. */
  static _kept(run: Execution, sheet: number): Protected[] {
    return (run.invoke('sheet.kept', { sheet, key: 'protections' }) ?? []) as Protected[];
  }

  static _add(book: Book, sheet: number, rect: Rect | null): Protection {
    const run = book._run;
    const all = Protection._kept(run, sheet);
    const same = rect === null ? all.find((one) => one.rect === null) : undefined;
    if (same) return new Protection(book, sheet, same.id);
    const id = all.reduce((most, one) => Math.max(most, one.id), 0) + 1;
    const added = { id, rect, description: '', warningOnly: false, editors: [run.info.effectiveUser] };
    run.invoke('sheet.furnish', { sheet, key: 'protections', value: [...all, added] });
    return new Protection(book, sheet, id);
  }

  _get(among = Protection._all(this._run, this._sheet)): Protected {
    const found = among.find((one) => one.id === this._id);
    if (!found) throw new PlatformError('The protection does not exist any more.');
    return found;
  }

  _set(change: Partial<Protected>): this {
    const all = Protection._kept(this._run, this._sheet);
    const changed = { ...this._get(all), ...change };
    this._run.invoke('sheet.furnish', {
      sheet: this._sheet,
      key: 'protections',
      value: all.map((one) => (one.id === this._id ? changed : one)),
    });
    return this;
  }

  getProtectionType(): EnumValue {
    return this._get().rect === null ? ProtectionType.SHEET : ProtectionType.RANGE;
  }

  getRange(): Facade {
    const { rect } = this._get();
    const info = this._run.invoke('sheet.info', { sheet: this._sheet });
    return this._book._range(
      this._sheet,
      rect ?? { row: 1, column: 1, rows: info?.maxRows ?? 1, columns: info?.maxColumns ?? 1 },
    );
  }

  setRange(range: unknown): this {
    if (!(range instanceof RangePlace)) throw new PlatformError('Protection.setRange takes a range.');
    return this._set({ rect: range._rect });
  }

  getDescription(): string {
    return this._get().description;
  }

  setDescription(description: unknown): this {
    return this._set({ description: text(description, 'SpreadsheetApp.Protection.setDescription') });
  }

  isWarningOnly(): boolean {
    return this._get().warningOnly;
  }

  setWarningOnly(only: unknown): this {
    return this._set({ warningOnly: only === true });
  }

  canEdit(): boolean {
    const { warningOnly, editors } = this._get();
    return warningOnly || editors.includes(this._run.info.effectiveUser);
  }

  addEditors(emails: unknown): this {
    return this._set({
      editors: [...this._get().editors, ...list(emails, text, 'SpreadsheetApp.Protection.addEditors')],
    });
  }

  removeEditors(emails: unknown): this {
    const gone = list(emails, text, 'SpreadsheetApp.Protection.removeEditors');
    return this._set({ editors: this._get().editors.filter((one) => !gone.includes(one)) });
  }

  remove(): void {
    const left = Protection._kept(this._run, this._sheet).filter((one) => one.id !== this._id);
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'protections', value: left });
  }
}
