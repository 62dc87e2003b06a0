import { PlatformError } from '../exceptions';
import { Service } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { ConditionalFormatRuleBuilder } from './conditional-format';
import { DataValidationBuilder } from './data-validation';
import type { Range } from './range';
import type { RangeList } from './range-list';
import { RichTextValueBuilder } from './rich-text';
import type { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { BooleanCriteria, DataValidationCriteria, ProtectionType, WrapStrategy } from './spreadsheet-enums';
import { Ui } from './ui';

/** SpreadsheetApp: the way to the open spreadsheet. Only that one can be opened (scope `spreadsheets.currentonly`). */
export class SpreadsheetApp
  extends Service
  implements Simulates<SpreadsheetApp, GoogleAppsScript.Spreadsheet.SpreadsheetApp>
{
  readonly _class = 'SpreadsheetApp';
  readonly ProtectionType = ProtectionType;
  readonly BooleanCriteria = BooleanCriteria;
  readonly DataValidationCriteria = DataValidationCriteria;
  readonly WrapStrategy = WrapStrategy;
  readonly _ui = new Ui(this._run);
  readonly _book = new Spreadsheet(this._run);

  getActive(): Spreadsheet {
    return this._book;
  }

  getActiveSpreadsheet(): Spreadsheet {
    return this._book;
  }

  getActiveSheet(): Sheet {
    return this._book.getActiveSheet();
  }

  getActiveRange(): Range | null {
    return this._book.getActiveRange();
  }

  getActiveRangeList(): RangeList | null {
    return this._book.getActiveRangeList();
  }

  setActiveSheet(sheet: unknown): Sheet {
    return this._book.setActiveSheet(sheet);
  }

  setActiveRange(range: unknown): Range {
    return this._book.setActiveRange(range);
  }

  /** There is nobody to show anything to from a trigger, and a card cannot show HTML. */
  getUi(): Ui {
    const { surface } = this._run.info;
    if (surface === 'trigger' || surface === 'card')
      throw new PlatformError('Cannot call SpreadsheetApp.getUi() from this context.');
    return this._ui;
  }

  flush(): void {
    this._run.invoke('book.flush', {});
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this._book);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this._book);
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }
}
