import { Facade } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { text } from './arguments';

/** A text with looks of its own; only the text is kept, so that looks and links cannot be asked back. */
export class RichTextValue
  extends Facade
  implements Simulates<RichTextValue, GoogleAppsScript.Spreadsheet.RichTextValue>
{
  readonly _class = 'RichTextValue';

  constructor(readonly _content: string) {
    super();
  }

  getText(): string {
    return this._content;
  }
}

/** What newRichTextValue gives. */
export class RichTextValueBuilder
  extends Facade
  implements Simulates<RichTextValueBuilder, GoogleAppsScript.Spreadsheet.RichTextValueBuilder>
{
  readonly _class = 'RichTextValueBuilder';
  _content = '';

  setText(content: unknown): this {
    this._content = text(content, 'SpreadsheetApp.RichTextValueBuilder.setText');
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this._content);
  }
}
