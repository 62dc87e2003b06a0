import type { Simulates } from '../execution/simulates';
import { BookPart } from './book';
import type { Book } from './book';
import type { Range } from './range';

/** Several ranges of one tab, as SpreadsheetApp.RangeList. */
export class RangeList extends BookPart implements Simulates<RangeList, GoogleAppsScript.Spreadsheet.RangeList> {
  readonly _class = 'RangeList';

  constructor(
    book: Book,
    readonly _ranges: readonly Range[],
  ) {
    super(book);
  }

  getRanges(): Range[] {
    return [...this._ranges];
  }
}
