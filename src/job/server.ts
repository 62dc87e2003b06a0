import { columnLetters } from '../table/column';
import { tabOf } from '../tabs';
import { titleOf } from '../tabs/line';
import { takeAnswers } from './answers';
import { maybeIn, numberIn, partIn, scopeIn, textIn, textOr, textsIn, wordIn, yesIn } from './arguments';
import { beginCheck, beginRun, checkedJob } from './begin';
import { nextSlice, progressNow } from './carry-on';
import { Journal } from './journal/journal';
import { askToStop, currentJob, isOpen } from './keeping/job-record';
import { actionOf } from './plan/action-of';
import { planPage, refuseOther } from './plan/plan-lines';
import { writePlanTab } from './plan/plan-tab';
import { planView } from './plan/plan-view';
import { signedIn } from './reach/identity';
import { columnOf, needsOn } from './rows/of-job';
import { areThere, openSheet, openSheets } from './rows/sheets';
import { spreadsheet } from './rows/spreadsheet';
import { makeReport as reportNow } from './reports';
import { startPage } from './start-page';
import { envelope, Trouble } from './trouble';
import type { Server } from './wire';

/**
 * What the sidebar may call. Everybody who can open the spreadsheet can call these, with any argument: each checks
 * both.
 */

/** Checks, answers and row numbers for the start page. */
export const getStartPage: Server['getStartPage'] = (ask?: unknown) =>
  envelope(() => startPage({ begins: maybeIn(ask, 'opens'), counted: !maybeIn(ask, 'quick') }));
/** Begins a check of a scope and works its first slice. */
export const startCheck: Server['startCheck'] = (ask: unknown) =>
  envelope(() => beginCheck({ scope: scopeIn(ask, 'scope'), action: actionOf(textIn(ask, 'action')).id }));
/** Goes on with whatever is under way: one slice more. */
export const continueWork: Server['continueWork'] = () => envelope(() => nextSlice());

/** What is going on, without waiting for it. */
export const getProgress: Server['getProgress'] = () =>
  envelope(() => {
    const progress = progressNow();
    if (!progress) throw new Trouble('nothing', { says: 'Nothing is under way.', remedy: 'Check first.' });
    return progress;
  });

/** The checked plan. */
export const getPlan: Server['getPlan'] = () =>
  envelope(() => planView(checkedJob(signedIn()), Journal.open(), openSheets));
/** Some writes of the checked plan, one by one. */
export const getPlanLines: Server['getPlanLines'] = (ask: unknown) =>
  envelope(() => planPage(checkedJob(signedIn()), Journal.open(), { ask: pageAsked(ask), open: openSheets }));

function pageAsked(ask: unknown): Parameters<Server['getPlanLines']>[0] {
  const page = { planId: textIn(ask, 'planId'), from: numberIn(ask, 'from') };
  const kind = partIn(ask, 'kind');
  if (kind === undefined) return page;
  return { ...page, kind: { says: textIn(kind, 'says'), need: wordIn(kind, 'need', ['must', 'may']) } };
}

/** Copies the checked plan to a tab of its own. */
export const writePlan: Server['writePlan'] = (ask: unknown) =>
  envelope(() => {
    const job = checkedJob(signedIn());
    refuseOther(job, { planId: textIn(ask, 'planId') });
    return { says: writePlanTab(job, Journal.open(), openSheets) };
  });

/** Approves the checked plan and works the first slice of the run. Only the person who checked it can. */
export const startRun: Server['startRun'] = (approval: unknown) =>
  envelope(() => beginRun({ planId: textIn(approval, 'planId'), confirmed: maybeIn(approval, 'confirmed') }));

/**
 * Lets the slice that works now stop before its next wave; a check or run between slices is stopped at once. Gives what
 * the person who asked is told.
 */
export function stopUnderWay(): string {
  const job = currentJob();
  if (!job || !isOpen(job)) return 'Nothing is under way, so there is nothing to stop.';
  askToStop(job);
  return 'Stopping before the next step. What was done stays done.';
}

/** Stops what is under way, from the sidebar. */
export const stopWork: Server['stopWork'] = () =>
  envelope(() => {
    stopUnderWay();
    return null;
  });

/** Keeps a person's answers to what rows asked. */
export const answerQuestion: Server['answerQuestion'] = (answer: unknown) =>
  envelope(() => {
    const choice = textOr(answer, 'choice');
    const given = { keys: textsIn(answer, 'keys'), yes: yesIn(answer, 'yes') };
    takeAnswers(choice === undefined ? given : { ...given, choice });
    return null;
  });

/** Selects the cell of a row, wherever the row is by now. */
export const goToRow: Server['goToRow'] = (where: unknown) =>
  envelope(() => {
    const [key, header] = [textIn(where, 'key'), textOr(where, 'column')];
    const tab = tabOf(key);
    const found = tab && openSheet(tab);
    const row = found?.named.rows.find(({ name }) => name === key);
    if (!found || !row)
      throw new Trouble('noRow', {
        says: `The row ${titleOf(key)} is not on the ${tab?.name ?? 'same'} tab any more.`,
        remedy: 'Check again.',
      });
    const asked = found.tab.columns.find((one) => one.header === header)?.id;
    const column = columnOf(found, asked === undefined ? (Journal.open().line(key) ?? {}) : { column: asked });
    spreadsheet().setActiveSheet(found.sheet);
    found.sheet.getRange(`${columnLetters(column)}${row.row}`).activate();
    return null;
  });

/** Fills the tab of a report. */
export const makeReport: Server['makeReport'] = (ask: unknown) =>
  envelope(() => ({ says: reportNow(textIn(ask, 'id')) }));

/** Every row that a person has to look at. */
export const getNeeds: Server['getNeeds'] = () =>
  envelope(() => (areThere() ? needsOn(openSheets(), Journal.open()) : []));
