import type { Rect, Rule } from '../calls';
import type { EnumValue } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { instance, list, mismatch, text } from './arguments';
import { BookPart } from './book';
import type { Book } from './book';
import { RangePlace } from './range-place';
import { DataValidationCriteria } from './spreadsheet-enums';

/** A validation rule, as SpreadsheetApp.DataValidation. */
export class DataValidation
  extends BookPart
  implements Simulates<DataValidation, GoogleAppsScript.Spreadsheet.DataValidation>
{
  readonly _class = 'DataValidation';

  constructor(
    book: Book,
    readonly _rule: Rule,
  ) {
    super(book);
  }

  getAllowInvalid(): boolean {
    return this._rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this._rule.help === '' ? null : this._rule.help;
  }

  getCriteriaType(): EnumValue {
    return DataValidationCriteria[this._rule.criteria as keyof typeof DataValidationCriteria] as EnumValue;
  }

  getCriteriaValues(): unknown[] {
    if (this._rule.criteria !== 'VALUE_IN_RANGE') return [...this._rule.values];
    const [place, ...rest] = this._rule.values as [{ sheet: number; rect: Rect }];
    return [this._book._range(place.sheet, place.rect), ...rest];
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this._book, this._rule);
  }
}

/** What newDataValidation gives, as SpreadsheetApp.DataValidationBuilder. */
export class DataValidationBuilder
  extends BookPart
  implements Simulates<DataValidationBuilder, GoogleAppsScript.Spreadsheet.DataValidationBuilder>
{
  readonly _class = 'DataValidationBuilder';

  /** New rules refuse what they do not allow (reference of setAllowInvalid). */
  constructor(
    book: Book,
    public _rule: Rule = { criteria: '', values: [], allowInvalid: false, help: '' },
  ) {
    super(book);
  }

  _with(rule: Partial<Rule>): this {
    this._rule = { ...this._rule, ...rule };
    return this;
  }

  requireValueInList(values: unknown, dropdown: unknown = true): this {
    return this._with({
      criteria: 'VALUE_IN_LIST',
      values: [list(values, text, 'SpreadsheetApp.DataValidationBuilder.requireValueInList'), dropdown === true],
    });
  }

  requireValueInRange(range: unknown, dropdown: unknown = true): this {
    const { _sheet: sheet, _rect: rect } = instance(
      range,
      RangePlace,
      'SpreadsheetApp.DataValidationBuilder.requireValueInRange',
    );
    return this._with({ criteria: 'VALUE_IN_RANGE', values: [{ sheet, rect }, dropdown === true] });
  }

  requireCheckbox(...custom: readonly unknown[]): this {
    if (custom.length > 0)
      throw new Error('DataValidationBuilder.requireCheckbox with values of its own is not simulated');
    return this._with({ criteria: 'CHECKBOX', values: [] });
  }

  requireTextIsEmail(): this {
    return this._with({ criteria: 'TEXT_IS_VALID_EMAIL', values: [] });
  }

  requireNumberBetween(from: unknown, to: unknown): this {
    if (typeof from !== 'number' || typeof to !== 'number')
      throw mismatch('SpreadsheetApp.DataValidationBuilder.requireNumberBetween', [from, to]);
    return this._with({ criteria: 'NUMBER_BETWEEN', values: [from, to] });
  }

  requireNumberGreaterThanOrEqualTo(least: unknown): this {
    if (typeof least !== 'number')
      throw mismatch('SpreadsheetApp.DataValidationBuilder.requireNumberGreaterThanOrEqualTo', [least]);
    return this._with({ criteria: 'NUMBER_GREATER_THAN_OR_EQUAL_TO', values: [least] });
  }

  requireFormulaSatisfied(formula: unknown): this {
    return this._with({
      criteria: 'CUSTOM_FORMULA',
      values: [text(formula, 'SpreadsheetApp.DataValidationBuilder.requireFormulaSatisfied')],
    });
  }

  setAllowInvalid(allow: unknown): this {
    return this._with({ allowInvalid: allow === true });
  }

  setHelpText(help: unknown): this {
    return this._with({ help: text(help, 'SpreadsheetApp.DataValidationBuilder.setHelpText') });
  }

  build(): DataValidation {
    if (this._rule.criteria === '') throw mismatch('SpreadsheetApp.DataValidationBuilder.build', []);
    return new DataValidation(this._book, this._rule);
  }
}
