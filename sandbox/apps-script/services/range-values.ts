import type { Aspect, Cell } from '../calls';
import { text } from './arguments';
import { fromCell, matrix, toCell } from './cells';
import { RangePlace } from './range-place';

/** What a range holds: values, formulas, notes. */
export abstract class RangeValues extends RangePlace {
  _read(what: Aspect): unknown[][] {
    return this._run.invoke('range.read', { sheet: this._sheet, rect: this._rect, what });
  }

  _first(what: Aspect): unknown {
    const rect = { ...this._rect, rows: 1, columns: 1 };
    return this._run.invoke('range.read', { sheet: this._sheet, rect, what })[0]?.[0];
  }

  _texts(what: Aspect): string[][] {
    return this._read(what).map((row) => (row.every((one) => typeof one === 'string') ? row : row.map(String)));
  }

  _write(
    what: Exclude<Aspect, 'display' | 'validation'>,
    values: Cell | null | readonly (readonly (Cell | null)[])[],
  ): this {
    this._run.invoke('range.write', { sheet: this._sheet, rect: this._rect, what, values });
    return this;
  }

  _clear(...parts: ('contents' | 'formats' | 'notes' | 'validations')[]): this {
    this._run.invoke('range.clear', { sheet: this._sheet, rect: this._rect, parts });
    return this;
  }

  getValue(): unknown {
    return fromCell(this._first('values'));
  }

  getValues(): unknown[][] {
    return this._read('values').map((row) => row.map(fromCell));
  }

  setValue(value: unknown): this {
    return this._write('values', toCell(value, 'SpreadsheetApp.Range.setValue'));
  }

  setValues(values: unknown): this {
    return this._write('values', matrix(values, this._rect, { method: 'SpreadsheetApp.Range.setValues', one: toCell }));
  }

  getDisplayValue(): string {
    return String(this._first('display'));
  }

  getDisplayValues(): string[][] {
    return this._texts('display');
  }

  isBlank(): boolean {
    return this.getDisplayValues()
      .flat()
      .every((shown) => shown === '');
  }

  getFormula(): string {
    return String(this._first('formulas'));
  }

  getFormulas(): string[][] {
    return this._texts('formulas');
  }

  setFormula(formula: unknown): this {
    return this._write('formulas', text(formula, 'SpreadsheetApp.Range.setFormula'));
  }

  setFormulas(formulas: unknown): this {
    return this._write(
      'formulas',
      matrix(formulas, this._rect, { method: 'SpreadsheetApp.Range.setFormulas', one: text }),
    );
  }

  getNote(): string {
    return String(this._first('notes'));
  }

  getNotes(): string[][] {
    return this._texts('notes');
  }

  setNote(note: unknown): this {
    return this._write('notes', note === null ? null : text(note, 'SpreadsheetApp.Range.setNote'));
  }

  setNotes(notes: unknown): this {
    const one = (note: unknown, method: string): string | null => (note === null ? null : text(note, method));
    return this._write('notes', matrix(notes, this._rect, { method: 'SpreadsheetApp.Range.setNotes', one }));
  }

  clearNote(): this {
    return this._clear('notes');
  }

  clearContent(): this {
    return this._clear('contents');
  }

  clearFormat(): this {
    return this._clear('formats');
  }

  clearDataValidations(): this {
    return this._clear('validations');
  }
}
