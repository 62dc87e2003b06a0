import { locked } from '../carry-on';
import type { Journal } from '../journal/journal';
import type { Job } from '../keeping/job-record';
import { documentStore } from '../keeping/stores';
import type { Sheet } from '../ports';
import type { TabSheet } from '../rows/sheets';
import { fillTab, spreadsheet, tabNamed } from '../rows/spreadsheet';
import { needsOn } from '../rows/of-job';
import { Trouble } from '../trouble';
import type { PlanWrite } from '../wire';
import { allWrites } from './plan-lines';

/** The plan on a tab of its own: a copy to read and to share. Nothing is ever taken from there. */

const tabName = 'Plan';
/** Where the id of the tab that we made is kept: a name alone says nothing of who made a tab. */
const kept = `tab:${tabName}`;

const headers = ['Row', 'About', 'What', 'Kind', 'Sent', 'Text'] as const;

/** Writes the plan to its tab and shows it. Throws Trouble where a tab that is not ours is called so. */
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
    const sheet = ownTab();
    fillTab(sheet, [[...headers], ...needs, ...writes.map(cellsOf)]);
    sheet
      .getRange(1, 1)
      .setNotes([
        [
          `The plan that ${job.startedBy} checked at ${job.startedAt}. A copy to read: nothing is taken from here, and Run asks again.`,
        ],
      ]);
    spreadsheet().setActiveSheet(sheet);
    return `${String(writes.length)} ${writes.length === 1 ? 'change' : 'changes'} on the tab ${tabName}.`;
  });
}

function cellsOf({ tab, cell, of, says, kind, need, text = '' }: PlanWrite): readonly string[] {
  const place = cell ? `${tab} ${cell}` : tab;
  return [place, of, says, kind, need === 'must' ? 'yes' : 'only if needed', text];
}

/** The tab that we made, or a new one. One without any text is nobody's. */
function ownTab(): Sheet {
  const sheet = tabNamed(tabName);
  const id = sheet.getSheetId();
  if (documentStore().get(kept, isNumber) === id) return sheet;
  const isBare = sheet
    .getDataRange()
    .getDisplayValues()
    .every((row) => row.every((text) => text === ''));
  if (!isBare)
    throw new Trouble('foreignTab', {
      says: `There is a tab “${tabName}” that Seatsheet did not make. It is left as it is.`,
      remedy: 'Rename that tab, then try again.',
    });
  documentStore().setShort(kept, id);
  return sheet;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}
