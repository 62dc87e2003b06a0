import type { Rect } from '../calls';
import { PlatformError } from '../exceptions';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import { whole } from './arguments';
import { Range } from './range';

/** A tab's filter, as SpreadsheetApp.Filter. Which rows it hides is a person's doing. */
export class Filter extends Service implements Simulates<Filter, GoogleAppsScript.Spreadsheet.Filter> {
  readonly _class = 'Filter';

  constructor(
    run: Execution,
    readonly _sheet: number,
  ) {
    super(run);
  }

  getRange(): Range {
    const filter = this._run.invoke('sheet.furniture', { sheet: this._sheet, key: 'filter' }) as { rect: Rect } | null;
    if (!filter) throw new PlatformError('The filter does not exist any more.');
    return new Range(this._run, this._sheet, filter.rect);
  }

  remove(): void {
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'filter', value: null });
    this._run.invoke('sheet.furnish', { sheet: this._sheet, key: 'filteredRows', value: [] });
  }

  sort(column: unknown, ascending: unknown): this {
    const { row, rows, ...rest } = this.getRange()._rect;
    const by = [
      { column: rest.column + whole(column, 'SpreadsheetApp.Filter.sort') - 1, ascending: ascending === true },
    ];
    if (rows > 1)
      this._run.invoke('range.sort', { sheet: this._sheet, rect: { ...rest, row: row + 1, rows: rows - 1 }, by });
    return this;
  }
}
