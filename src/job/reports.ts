import { asText } from '../table/safe';
import { reports } from '../reports';
import type { Report } from '../reports/report';
import { locked } from './carry-on';
import { ports, type Sheet } from './ports';
import { identity, signedIn } from './reach/identity';
import { spreadsheet } from './rows/spreadsheet';
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
    const sheet = spreadsheet().getSheetByName(report.label) ?? newSheet(report.label);
    write(sheet, report, rows);
    spreadsheet().setActiveSheet(sheet);
    return `${report.label}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} on the tab ${report.label}.`;
  });
}

function newSheet(name: string): Sheet {
  return spreadsheet().insertSheet(name, spreadsheet().getSheets().length);
}

function write(sheet: Sheet, { headers }: Report, rows: readonly (readonly string[])[]): void {
  const texts = [headers, ...rows].map((row) => row.map(asText));
  const short = texts.length - sheet.getMaxRows();
  if (short > 0) sheet.insertRowsAfter(sheet.getMaxRows(), short);
  sheet.getDataRange().clearContent();
  const range = sheet.getRange(1, 1, texts.length, headers.length);
  range.setNumberFormat('@');
  range.setValues(texts);
  sheet.setFrozenRows(1);
  ports().spreadsheet.apply();
}
