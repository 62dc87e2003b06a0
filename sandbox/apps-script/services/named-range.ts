import { PlatformError } from '../exceptions';
import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import type { Range } from './range';
import { Spreadsheet } from './spreadsheet';

/** A named range, as SpreadsheetApp.NamedRange. */
export class NamedRange extends Service implements Simulates<NamedRange, GoogleAppsScript.Spreadsheet.NamedRange> {
  readonly _class = 'NamedRange';

  constructor(
    run: Execution,
    readonly _name: string,
  ) {
    super(run);
  }

  getName(): string {
    return this._name;
  }

  getRange(): Range {
    const range = new Spreadsheet(this._run)._named(this._name);
    if (!range) throw new PlatformError('Range not found');
    return range;
  }

  remove(): void {
    this._run.invoke('book.setName', { name: this._name, place: null });
  }
}
