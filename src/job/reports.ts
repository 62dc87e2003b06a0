import { reports } from '../reports';
import { locked } from './carry-on';
import { identity, signedIn } from './reach/identity';
import { fillTab, spreadsheet, tabNamed } from './rows/spreadsheet';
import { Slice } from './slice';
import { Trouble } from './trouble';

/** Reports on their way into a tab of their own. */

/**
 * Makes a report anew and shows its tab; says what was written. Throws Trouble for a name that no report has, and where
 * Google cannot be asked.
 */
export function makeReport(id: string): string {
  const report = reports.find((one) => one.id === id);
  if (!report) {
    const names = reports.map((one) => one.id).join(', ');
    throw new Trouble('unknownReport', { says: `There is no report “${id}”.`, remedy: `There are: ${names}.` });
  }
  const slice = new Slice(signedIn());
  const rows = slice.answer(report.rows({ who: identity(slice), now: slice.now() }));
  return locked(() => {
    const sheet = tabNamed(report.label, report.headers);
    fillTab(sheet, [report.headers, ...rows]);
    spreadsheet().setActiveSheet(sheet);
    return `${report.label}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} on the tab ${sheet.getName()}.`;
  });
}
