import type { Cell, Rule, StyleName } from '../calls';
import { PlatformError } from '../exceptions';
import type { Simulates } from '../execution/simulates';
import { EnumValue } from '../execution/facade';
import type { Facade } from '../execution/facade';
import { meet } from '../a1';
import { breakApart, merge, others, type Merged } from '../system/merges';
import { instance, list, mismatch, onlyKnown, record, text, whole } from './arguments';
import { matrix } from './cells';
import { DataValidation } from './data-validation';
import { Filter } from './filter';
import { Protection } from './protection';
import { RangeValues } from './range-values';
import { RichTextValue } from './rich-text';
import { wrapStrategies } from './spreadsheet-enums';

type Look = StyleName | 'format' | 'background';

/** A block of cells, as SpreadsheetApp.Range. */
export class Range extends RangeValues implements Simulates<Range, GoogleAppsScript.Spreadsheet.Range> {
  getSheet(): Facade {
    return this._book._sheet(this._sheet);
  }

  getGridId(): number {
    return this._sheet;
  }

  _setLook(look: Look, value: unknown, member: string): this {
    return this._write(look, lookValue(value, `SpreadsheetApp.Range.${member}`));
  }

  _setLooks(look: Look, values: unknown, member: string): this {
    return this._write(look, matrix(values, this._rect, { method: `SpreadsheetApp.Range.${member}`, one: lookValue }));
  }

  getNumberFormat(): string {
    return String(this._first('format'));
  }

  getNumberFormats(): string[][] {
    return this._texts('format');
  }

  setNumberFormat(format: unknown): this {
    return this._setLook('format', text(format, 'SpreadsheetApp.Range.setNumberFormat'), 'setNumberFormat');
  }

  setNumberFormats(formats: unknown): this {
    return this._setLooks('format', formats, 'setNumberFormats');
  }

  getBackground(): string {
    return String(this._first('background'));
  }

  getBackgrounds(): string[][] {
    return this._texts('background');
  }

  setBackground(colour: unknown): this {
    return this._setLook('background', colour, 'setBackground');
  }

  setBackgrounds(colours: unknown): this {
    return this._setLooks('background', colours, 'setBackgrounds');
  }

  setFontWeight(weight: unknown): this {
    return this._setLook('fontWeight', weight, 'setFontWeight');
  }

  setFontWeights(weights: unknown): this {
    return this._setLooks('fontWeight', weights, 'setFontWeights');
  }

  getFontWeights(): string[][] {
    return this._texts('fontWeight');
  }

  setFontStyle(style: unknown): this {
    return this._setLook('fontStyle', style, 'setFontStyle');
  }

  setFontColor(colour: unknown): this {
    return this._setLook('fontColor', colour, 'setFontColor');
  }

  setFontColors(colours: unknown): this {
    return this._setLooks('fontColor', colours, 'setFontColors');
  }

  setFontSize(size: unknown): this {
    return this._setLook('fontSize', whole(size, 'SpreadsheetApp.Range.setFontSize'), 'setFontSize');
  }

  setWrap(wrap: unknown): this {
    if (typeof wrap !== 'boolean') throw mismatch('SpreadsheetApp.Range.setWrap', [wrap]);
    return this._setLook('wrap', wrap, 'setWrap');
  }

  setWrapStrategy(strategy: unknown): this {
    const { _class: type, _name: name } = instance(strategy, EnumValue, 'SpreadsheetApp.Range.setWrapStrategy');
    if (type !== wrapStrategies) throw mismatch('SpreadsheetApp.Range.setWrapStrategy', [strategy]);
    return this._setLook('wrapStrategy', name, 'setWrapStrategy');
  }

  setVerticalAlignment(alignment: unknown): this {
    return this._setLook(
      'verticalAlignment',
      oneOf(alignment, ['top', 'middle', 'bottom'], 'setVerticalAlignment'),
      'setVerticalAlignment',
    );
  }

  setHorizontalAlignment(alignment: unknown): this {
    return this._setLook(
      'horizontalAlignment',
      oneOf(alignment, ['left', 'center', 'normal', 'right'], 'setHorizontalAlignment'),
      'setHorizontalAlignment',
    );
  }

  _validate(rules: Rule | null | readonly (readonly (Rule | null)[])[]): this {
    this._run.invoke('range.validate', { sheet: this._sheet, rect: this._rect, rules });
    return this;
  }

  getDataValidation(): DataValidation | null {
    return this._rule(this._first('validation'));
  }

  getDataValidations(): (DataValidation | null)[][] {
    return this._read('validation').map((row) => row.map((rule) => this._rule(rule)));
  }

  _rule(rule: unknown): DataValidation | null {
    return rule === null ? null : new DataValidation(this._book, rule as Rule);
  }

  setDataValidation(rule: unknown): this {
    return this._validate(ruleOf(rule, 'SpreadsheetApp.Range.setDataValidation'));
  }

  setDataValidations(rules: unknown): this {
    return this._validate(
      matrix(rules, this._rect, { method: 'SpreadsheetApp.Range.setDataValidations', one: ruleOf }),
    );
  }

  /** Cells that are empty get an unticked box, which counts as content (reference of Range.insertCheckboxes). */
  insertCheckboxes(...custom: readonly unknown[]): this {
    if (custom.length > 0) throw new Error('Range.insertCheckboxes with values of its own is not simulated');
    this._validate({ criteria: 'CHECKBOX', values: [], allowInvalid: false, help: '' });
    return this._write(
      'values',
      this._read('values').map((row) => row.map((value) => value === true)),
    );
  }

  clear(options?: unknown): this {
    if (options === undefined) return this._clear('contents', 'formats', 'notes');
    const asked = record(options, 'SpreadsheetApp.Range.clear');
    onlyKnown(asked, ['contentsOnly', 'formatOnly', 'commentsOnly', 'validationsOnly'], 'Range.clear');
    if (asked['contentsOnly'] === true) this._clear('contents');
    if (asked['formatOnly'] === true) this._clear('formats');
    if (asked['commentsOnly'] === true) this._clear('notes');
    return asked['validationsOnly'] === true ? this._clear('validations') : this;
  }

  activate(): this {
    this._run.invoke('book.activate', { sheet: this._sheet, selection: this.getA1Notation() });
    return this;
  }

  sort(order: unknown): this {
    const specs = Array.isArray(order) ? order : [order];
    const by = list(specs, sortSpec, 'SpreadsheetApp.Range.sort');
    this._run.invoke('range.sort', { sheet: this._sheet, rect: this._rect, by });
    return this;
  }

  protect(): Protection {
    return Protection._add(this._book, this._sheet, this._rect);
  }

  _merged(): readonly Merged[] {
    return (this._run.invoke('sheet.kept', { sheet: this._sheet, key: 'merges' }) ?? []) as readonly Merged[];
  }

  _mergedNow(blocks: readonly Merged[]): this {
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'merges', value: blocks });
    return this;
  }

  merge(): this {
    this._mergedNow(merge(this._merged(), this._rect));
    for (const rect of others(this._rect)) new Range(this._book, this._sheet, rect)._clear('contents');
    return this;
  }

  breakApart(): this {
    return this._mergedNow(breakApart(this._merged(), this._rect));
  }

  /** Also those of which only a part is in this range (reference of Range.getMergedRanges). */
  getMergedRanges(): Range[] {
    const all = (this._run.invoke('sheet.furniture', { sheet: this._sheet, key: 'merges' }) ?? []) as readonly Merged[];
    return all.filter(({ rect }) => meet(rect, this._rect)).map(({ rect }) => new Range(this._book, this._sheet, rect));
  }

  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }

  _hasFilter(): boolean {
    return this._run.invoke('sheet.furniture', { sheet: this._sheet, key: 'filter' }) !== null;
  }

  createFilter(): Filter {
    if (this._hasFilter()) throw new PlatformError("You can't create a filter in a sheet that already has a filter.");
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'filter', value: { rect: this._rect } });
    return new Filter(this._book, this._sheet);
  }

  getFilter(): Filter | null {
    return this._hasFilter() ? new Filter(this._book, this._sheet) : null;
  }

  setRichTextValue(value: unknown): this {
    return this.setValue(`'${instance(value, RichTextValue, 'SpreadsheetApp.Range.setRichTextValue').getText()}`);
  }
}

function lookValue(value: unknown, method: string): Cell | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw mismatch(method, [value]);
}

function oneOf(value: unknown, values: readonly string[], member: string): string | null {
  if (value === null || (typeof value === 'string' && values.includes(value))) return value;
  throw new PlatformError(`Invalid argument: ${member} takes ${values.join(', ')}.`);
}

function ruleOf(rule: unknown, method: string): Rule | null {
  return rule === null ? null : instance(rule, DataValidation, method)._rule;
}

function sortSpec(spec: unknown, method: string): { column: number; ascending: boolean } {
  if (typeof spec === 'number') return { column: whole(spec, method), ascending: true };
  const { column, ascending = true } = record(spec, method);
  return { column: whole(column, method), ascending: ascending === true };
}
