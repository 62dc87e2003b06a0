import { reports } from '../reports';
import type { ReportAt } from '../reports/report';
import { knownAccounts } from './accounts/known';
import { locked } from './carry-on';
import { answersOf } from './reach/account-answers';
import { cloudIdentityModes } from './reach/cloud-identity';
import { identity, signedIn } from './reach/identity';
import { fillTab, readSheet, spreadsheet, tabNamed } from './rows/spreadsheet';
import { Slice } from './slice';
import type { Values } from '../tabs/sheet';
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
  const rows = slice.answer(report.rows(reportAt(slice)));
  return locked(() => {
    const sheet = tabNamed(report.label, report.headers);
    fillTab(sheet, [report.headers, ...rows]);
    spreadsheet().setActiveSheet(sheet);
    return `${report.label}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} on the tab ${sheet.getName()}.`;
  });
}

/** What reports are made with here and now. Throws NobodyServes and Refusal for who administers nothing. */
export function reportAt(slice: Slice): ReportAt {
  const owners = knownAccounts();
  const tabs = new Map<string, Values>();
  return {
    who: identity(slice),
    now: slice.now(),
    read: (tab) => {
      const values = tabs.get(tab) ?? readSheet(tab)?.values ?? [];
      tabs.set(tab, values);
      return values;
    },
    siteWide: Object.entries(cloudIdentityModes()).flatMap(([account, { mode }]) =>
      mode === 'siteWide' ? [account] : [],
    ),
    answersOf,
    administratorOf: (domain) => {
      const owner = owners.find(({ domains }) => domains.includes(domain));
      return owner?.admins[0]?.email ?? (owner ? `an administrator of ${owner.primaryDomain}` : '');
    },
  };
}
