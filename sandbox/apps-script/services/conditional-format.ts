import type { Rect } from '../calls';
import { mismatch, instance, list, text } from './arguments';
import { Facade } from '../execution/facade';
import type { EnumValue } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { BookPart } from './book';
import type { Book } from './book';
import { RangePlace } from './range-place';
import { BooleanCriteria } from './spreadsheet-enums';

/** A colour rule as plain data: what the workbench paints by. */
export interface ColourRule {
  readonly rects: readonly Rect[];
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly background?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** A conditional format, as SpreadsheetApp.ConditionalFormatRule. */
export class ConditionalFormatRule
  extends BookPart
  implements Simulates<ConditionalFormatRule, GoogleAppsScript.Spreadsheet.ConditionalFormatRule>
{
  readonly _class = 'ConditionalFormatRule';

  constructor(
    book: Book,
    readonly _sheet: number,
    readonly _rule: ColourRule,
  ) {
    super(book);
  }

  getRanges(): Facade[] {
    return this._rule.rects.map((rect) => this._book._range(this._sheet, rect));
  }

  getBooleanCondition(): BooleanCondition {
    return new BooleanCondition(this._rule);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this._book, this._rule, this._sheet);
  }
}

/** When a conditional format holds. */
export class BooleanCondition
  extends Facade
  implements Simulates<BooleanCondition, GoogleAppsScript.Spreadsheet.BooleanCondition>
{
  readonly _class = 'BooleanCondition';

  constructor(readonly _rule: ColourRule) {
    super();
  }

  getCriteriaType(): EnumValue {
    return BooleanCriteria[this._rule.criteria as keyof typeof BooleanCriteria] as EnumValue;
  }

  getCriteriaValues(): unknown[] {
    return [...this._rule.values];
  }
}

/** What newConditionalFormatRule gives. */
export class ConditionalFormatRuleBuilder
  extends BookPart
  implements Simulates<ConditionalFormatRuleBuilder, GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>
{
  readonly _class = 'ConditionalFormatRuleBuilder';

  constructor(
    book: Book,
    public _rule: ColourRule = { rects: [], criteria: '', values: [] },
    public _sheet = 0,
  ) {
    super(book);
  }

  _with(rule: Partial<ColourRule>): this {
    this._rule = { ...this._rule, ...rule };
    return this;
  }

  _when(criteria: string, ...values: unknown[]): this {
    return this._with({ criteria, values });
  }

  _whenText(criteria: string, value: unknown): this {
    return this._when(criteria, text(value, 'SpreadsheetApp.ConditionalFormatRuleBuilder'));
  }

  setRanges(ranges: unknown): this {
    const taken = list(
      ranges,
      (one, method) => instance(one, RangePlace, method),
      'SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges',
    );
    this._sheet = taken[0]?._sheet ?? 0;
    return this._with({ rects: taken.map((range) => range._rect) });
  }

  whenCellEmpty(): this {
    return this._when('CELL_EMPTY');
  }

  whenCellNotEmpty(): this {
    return this._when('CELL_NOT_EMPTY');
  }

  whenTextEqualTo(value: unknown): this {
    return this._whenText('TEXT_EQUAL_TO', value);
  }

  whenTextContains(value: unknown): this {
    return this._whenText('TEXT_CONTAINS', value);
  }

  whenTextDoesNotContain(value: unknown): this {
    return this._whenText('TEXT_DOES_NOT_CONTAIN', value);
  }

  whenTextStartsWith(value: unknown): this {
    return this._whenText('TEXT_STARTS_WITH', value);
  }

  whenTextEndsWith(value: unknown): this {
    return this._whenText('TEXT_ENDS_WITH', value);
  }

  whenFormulaSatisfied(formula: unknown): this {
    return this._whenText('CUSTOM_FORMULA', formula);
  }

  setBackground(colour: unknown): this {
    return this._with({ background: text(colour, 'SpreadsheetApp.ConditionalFormatRuleBuilder.setBackground') });
  }

  setFontColor(colour: unknown): this {
    return this._with({ fontColor: text(colour, 'SpreadsheetApp.ConditionalFormatRuleBuilder.setFontColor') });
  }

  setBold(bold: unknown): this {
    return this._with({ bold: bold === true });
  }

  setItalic(italic: unknown): this {
    return this._with({ italic: italic === true });
  }

  build(): ConditionalFormatRule {
    if (this._rule.criteria === '' || this._rule.rects.length === 0)
      throw mismatch('SpreadsheetApp.ConditionalFormatRuleBuilder.build', []);
    return new ConditionalFormatRule(this._book, this._sheet, this._rule);
  }
}
