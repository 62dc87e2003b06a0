import { Service } from '../execution/facade';
import type { Execution } from '../execution/execution';
import type { Simulates } from '../execution/simulates';
import type { Range } from './range';

/** Several ranges of one tab, as SpreadsheetApp.RangeList. */
export class RangeList extends Service implements Simulates<RangeList, GoogleAppsScript.Spreadsheet.RangeList> {
  readonly _class = 'RangeList';

  constructor(
    run: Execution,
    readonly _ranges: readonly Range[],
  ) {
    super(run);
  }

  getRanges(): Range[] {
    return [...this._ranges];
  }
}
