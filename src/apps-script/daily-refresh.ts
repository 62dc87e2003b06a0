import { spreadsheet } from '../job/rows/spreadsheet';
import { locked } from '../job/carry-on';
import { signedIn } from '../job/reach/identity';
import { resellerAt } from '../job/customers/at-google';
import { refreshCustomers } from '../job/customers/refresh-customers';
import { Slice } from '../job/slice';
import { currentJob, isOpen, withLock } from '../job/keeping/job-record';

/**
 * Refreshing every day: an installable trigger of the person who wished it. It runs as that person, and only that
 * person sees it.
 */

const handler = 'refreshDaily';
/** Early in the morning, by the clock of the script. */
const hour = 6;

function ownTriggers(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
}

/** Switches it on or off; says which in words. There is never a second trigger. */
export function switchDaily(): string {
  return locked(() => {
    const made = ownTriggers();
    for (const trigger of made) ScriptApp.deleteTrigger(trigger);
    if (made.length) return 'Customers are no longer refreshed every day.';
    resellerAt(new Slice(signedIn()));
    ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(hour).create();
    return 'Customers are refreshed every day, and what is new is mailed to you. Choose this again to end it.';
  });
}

/** The handler of the trigger. It waits for the next day where a check or a run goes on. */
export function refreshDaily(): void {
  const me = signedIn();
  if (!ownTriggers().length) return;
  const done = withLock(() => {
    const work = currentJob();
    return work && isOpen(work) ? undefined : refreshCustomers(new Slice(me));
  });
  if (done?.news.length && MailApp.getRemainingDailyQuota() > 0)
    MailApp.sendEmail(
      me,
      subjectOf(done.news.length),
      [...done.news, '', done.more ? done.says : '', spreadsheet().getUrl()].join('\n'),
    );
}

function subjectOf(count: number): string {
  return `Seatsheet: ${count} ${count === 1 ? 'thing' : 'things'} about your customers`;
}
