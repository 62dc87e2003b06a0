import type { Rect } from '../calls';
import { PlatformError } from '../exceptions';
import type { Facade } from '../execution/facade';
import type { Simulates } from '../execution/simulates';
import { whole } from './arguments';
import { BookPart } from './book';
import type { Book } from './book';

/** A tab's filter, as SpreadsheetApp.Filter. Which rows it hides is a person's doing. */
export class Filter extends BookPart implements Simulates<Filter, GoogleAppsScript.Spreadsheet.Filter> {
  readonly _class = 'Filter';

  constructor(
    book: Book,
    readonly _sheet: number,
  ) {
    super(book);
  }

  _rect(): Rect {
    const filter = this._run.invoke('sheet.furniture', { sheet: this._sheet, key: 'filter' }) as { rect: Rect } | null;
    if (!filter) throw new PlatformError('The filter does not exist any more.');
    return filter.rect;
  }

  getRange(): Facade {
    return this._book._range(this._sheet, this._rect());
  }

  remove(): void {
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'filter', value: null });
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'filteredRows', value: [] });
  }

  sort(column: unknown, ascending: unknown): this {
    const { row, rows, ...rest } = this._rect();
    const by = [
      { column: rest.column + whole(column, 'SpreadsheetApp.Filter.sort') - 1, ascending: ascending === true },
    ];
    if (rows > 1)
      this._run.invoke('range.sort', { sheet: this._sheet, rect: { ...rest, row: row + 1, rows: rows - 1 }, by });
    return this;
  }
}
