import { PlatformError } from '../exceptions';
import type { Simulates } from '../execution/simulates';
import { BookPart } from './book';
import type { Book } from './book';
import { Range } from './range';
import { namedPlace } from './range-place';

/** A named range, as SpreadsheetApp.NamedRange. */
export class NamedRange extends BookPart implements Simulates<NamedRange, GoogleAppsScript.Spreadsheet.NamedRange> {
  readonly _class = 'NamedRange';

  constructor(
    book: Book,
    readonly _name: string,
  ) {
    super(book);
  }

  getName(): string {
    return this._name;
  }

  getRange(): Range {
    const place = namedPlace(this._run, this._name);
    if (!place) throw new PlatformError('Range not found');
    return new Range(this._book, place.sheet, place.rect);
  }

  remove(): void {
    this._run.invoke('book.setName', { name: this._name, place: null });
  }
}
