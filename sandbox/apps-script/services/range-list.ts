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

  /** Selects them all; the tab that they are on comes to the front. */
  activate(): this {
    const [first] = this._ranges;
    const selection = this._ranges.map((range) => range.getA1Notation()).join(',');
    if (first) this._run.invoke('book.activate', { sheet: first._sheet, selection });
    return this;
  }

  getRanges(): Range[] {
    return [...this._ranges];
  }
}
