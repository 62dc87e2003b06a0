import { locked } from '../carry-on';
import type { Journal } from '../journal/journal';
import type { Job } from '../keeping/job-record';
import type { TabSheet } from '../rows/sheets';
import { fillTab, spreadsheet, tabNamed } from '../rows/spreadsheet';
import { needsOn } from '../rows/of-job';
import type { PlanWrite } from '../wire';
import { allWrites } from './plan-lines';

/** The plan on a tab of its own: a copy to read and to share. Nothing is ever taken from there. */

const tabName = 'Plan';

const headers = ['Row', 'About', 'What', 'Kind', 'Sent', 'Text'] as const;

/** Writes the plan to its tab and shows it. */
export function writePlanTab(job: Job, journal: Journal, open: () => readonly TabSheet[]): string {
  return locked(() => {
    const sheets = open();
    const needs = needsOn(sheets, journal).map(({ tab, cell, title, says }) => [
      `${tab} ${cell}`,
      title,
      says,
      'needs you first',
      'no',
      '',
    ]);
    const writes = allWrites({ job, journal, sheets });
    const sheet = tabNamed(tabName, headers);
    fillTab(sheet, [[...headers], ...needs, ...writes.map(cellsOf)]);
    sheet
      .getRange(1, 1)
      .setNotes([
        [
          `The plan that ${job.startedBy} checked at ${job.startedAt}. A copy to read: nothing is taken from here, and Run asks again.`,
        ],
      ]);
    spreadsheet().setActiveSheet(sheet);
    return `${writes.length} ${writes.length === 1 ? 'change' : 'changes'} on the tab ${sheet.getName()}.`;
  });
}

function cellsOf({ tab, cell, of, says, kind, need, text = '' }: PlanWrite): readonly string[] {
  const place = cell ? `${tab} ${cell}` : tab;
  return [place, of, says, kind, need === 'must' ? 'yes' : 'only if needed', text];
}
