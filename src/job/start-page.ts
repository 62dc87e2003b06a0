import { actions } from '../actions';
import { isNewAccount } from '../google/new-accounts';
import { tabOf } from '../tabs';
import { titleOf } from '../tabs/line';
import { progressOf } from './carry-on';
import { Journal } from './journal/journal';
import { planOf, currentJob, type Job } from './keeping/job-record';
import { takeOpening } from './keeping/opening';
import { sinceOf } from './progress';
import { identity, signedIn } from './reach/identity';
import { countsOn } from './rows/rows';
import { openSheets } from './rows/sheets';
import { handOffLines, tidyWhereDue } from './secrets/hand-off';
import { Slice } from './slice';
import { troubleOf } from './trouble';
import type { StartPage } from './wire';
import { atUtc } from './words';

/** What the sidebar shows first. */

/** Who is signed in, how many rows there are and how they stand, what is under way, and what stops everything. */
export function startPage(): StartPage {
  const slice = new Slice(signedIn());
  const stops: { message: string; remedy: string; offersSetUp: boolean }[] = [];
  const who = attempt(() => identity(slice), stops) ?? null;
  const sheets = attempt(() => openSheets(), stops);
  const counts = sheets ? countsOn(sheets) : {};
  const journal = Journal.open();
  tidyWhereDue(slice.me);
  const job = currentJob();
  const opens = takeOpening();
  return {
    who,
    counts,
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    customers: sheets ? customersOn(journal) : [],
    actions: actions.flatMap(({ id, label, menu }) => (menu ? [{ id, label }] : [])),
    work: job ? progressOf(job) : null,
    hasPlan: planOf(slice.me) !== undefined,
    handOff: handOffLines(slice.me).length,
    lastRun: lastRunSays(job),
    stops,
    ...(opens ? { opens } : {}),
  };
}

function attempt<T>(look: () => T, stops: { message: string; remedy: string; offersSetUp: boolean }[]): T | undefined {
  try {
    return look();
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    stops.push({
      message: trouble.says,
      remedy: trouble.remedy,
      offersSetUp: trouble.code === 'missingTab' || trouble.code === 'missingHeader',
    });
    return undefined;
  }
}

function customersOn(journal: Journal): StartPage['customers'] {
  const names = new Map<string, string>();
  for (const { account, key } of journal.all) {
    const name = domainIn(key);
    // An account that was only planned when its line was written is asked for by its domain.
    const id = account !== undefined && isNewAccount(account) ? name : account;
    if (id && name.includes('.') && !names.has(id)) names.set(id, name);
  }
  const known = [...names].map(([id, name]) => ({ id, name }));
  return known.filter(({ id, name }) => id !== name || !known.some((other) => other.name === name && other.id !== id));
}

/** The domain that a row's key tells. */
function domainIn(key: string): string {
  return tabOf(key)?.domainOf(titleOf(key).replace(/#\d+$/, '')) ?? '';
}

function lastRunSays(job: Job | undefined): string {
  return job?.run && (job.phase === 'finished' || job.phase === 'stopped')
    ? `${atUtc(sinceOf(job))}, by ${job.startedBy}`
    : '';
}
