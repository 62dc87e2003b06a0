import { a1Of, parseA1 } from '../a1';
import type { Rect } from '../calls';
import { PlatformError } from '../exceptions';
import type { Execution } from '../execution/execution';
import { whole } from './arguments';
import { BookPart } from './book';
import type { Book } from './book';

/** Where a range is, and ranges relative to it. */
export abstract class RangePlace extends BookPart {
  readonly _class = 'Range';

  constructor(
    book: Book,
    readonly _sheet: number,
    readonly _rect: Rect,
  ) {
    super(book);
  }

  /** Another range on the same tab. Throws Google's text where it leaves the tab. */
  _at(rect: Rect): this {
    checkInside(this._run, this._sheet, rect);
    const Same = this.constructor as new (book: Book, sheet: number, rect: Rect) => this;
    return new Same(this._book, this._sheet, rect);
  }

  getRow(): number {
    return this._rect.row;
  }

  getColumn(): number {
    return this._rect.column;
  }

  getNumRows(): number {
    return this._rect.rows;
  }

  getNumColumns(): number {
    return this._rect.columns;
  }

  getHeight(): number {
    return this._rect.rows;
  }

  getWidth(): number {
    return this._rect.columns;
  }

  getLastRow(): number {
    return this._rect.row + this._rect.rows - 1;
  }

  getLastColumn(): number {
    return this._rect.column + this._rect.columns - 1;
  }

  getA1Notation(): string {
    return a1Of(this._rect);
  }

  offset(...args: readonly unknown[]): this {
    const [down, right, rows = this._rect.rows, columns = this._rect.columns] = args.map((arg) =>
      whole(arg, 'SpreadsheetApp.Range.offset'),
    );
    return this._at({ row: this._rect.row + (down ?? 0), column: this._rect.column + (right ?? 0), rows, columns });
  }

  getCell(row: unknown, column: unknown): this {
    const [down, right] = [whole(row, 'SpreadsheetApp.Range.getCell'), whole(column, 'SpreadsheetApp.Range.getCell')];
    if (down < 1 || right < 1 || down > this._rect.rows || right > this._rect.columns)
      throw new PlatformError('Cell reference out of range');
    return this._at({ row: this._rect.row + down - 1, column: this._rect.column + right - 1, rows: 1, columns: 1 });
  }
}

/** Throws Google's texts for a block that is none, or does not lie in its tab. */
export function checkInside(run: Execution, sheet: number, { row, column, rows, columns }: Rect): void {
  if (row < 1) throw new PlatformError('The starting row of the range is too small.');
  if (column < 1) throw new PlatformError('The starting column of the range is too small.');
  if (rows < 1) throw new PlatformError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new PlatformError('The number of columns in the range must be at least 1.');
  const info = run.invoke('sheet.info', { sheet });
  if (!info) throw new PlatformError(`Sheet ${sheet} not found`);
  if (row + rows - 1 > info.maxRows || column + columns - 1 > info.maxColumns)
    throw new PlatformError('The coordinates of the range are outside the dimensions of the sheet.');
}

/** Where a named range lies; undefined where no range has the name. */
export function namedPlace(run: Execution, name: string): { readonly sheet: number; readonly rect: Rect } | undefined {
  const place = run.invoke('book.names', {})[name];
  const info = place && run.invoke('sheet.info', { sheet: place.sheet });
  const parsed = place && info ? parseA1(place.a1, info) : undefined;
  return place && parsed && { sheet: place.sheet, rect: parsed.rect };
}
