import type { Rect } from '../calls';
import { Service } from '../execution/facade';
import type { Facade } from '../execution/facade';

/** The open spreadsheet as its parts see it: tabs and ranges refer to each other only through it. */
export interface Book extends Service {
  _sheet(id: number): Facade;
  _range(sheet: number, rect: Rect): Facade;
}

/** A facade of something in the open spreadsheet. */
export abstract class BookPart extends Service {
  constructor(readonly _book: Book) {
    super(_book._run);
  }
}
