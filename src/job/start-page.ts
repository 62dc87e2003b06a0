import { defined } from '../engine/defined';
import { rememberAccount } from './accounts/known';
import { actions } from '../actions';
import { users } from '../tabs/users/tab';
import { dueInstructions } from './instructions/view';
import { progressNow } from './carry-on';
import { customerNames } from './customer-names';
import { Journal } from './journal/journal';
import { planOf, currentJob, type Job } from './keeping/job-record';
import { takeOpening } from './keeping/opening';
import { sinceOf } from './progress';
import { identity, signedIn } from './reach/identity';
import { countsOn } from './rows/rows';
import { openSheets, type TabSheet } from './rows/sheets';
import { tidyWhereDue } from './secrets/hand-off';
import { waiting } from './secrets/waiting';
import { Slice } from './slice';
import { troubleOf } from './trouble';
import type { StartPage } from './wire';
import { atUtc } from './words';

/** What the sidebar shows first. */

/**
 * Who is signed in, what is under way, and what stops everything; `counted`: how many rows there are and how they
 * stand, too. A sidebar that begins is told where.
 */
export function startPage({ begins, counted }: { readonly begins: boolean; readonly counted: boolean }): StartPage {
  const slice = new Slice(signedIn());
  const stops: Stop[] = [];
  const who = attempt(() => identity(slice), stops) ?? null;
  const rows = counted ? countedRows(slice.me, who, stops) : uncounted;
  // A sidebar that another is taking the place of asks too: the note is not for it.
  const opens = begins ? takeOpening() : undefined;
  return {
    who,
    ...rows,
    actions: actions.flatMap(({ id, label, menu }) => (menu ? [{ id, label }] : [])),
    work: progressNow() ?? null,
    hasPlan: planOf(slice.me) !== undefined,
    lastRun: lastRunSays(currentJob()),
    stops,
    ...defined({ opens }),
  };
}

type Stop = StartPage['stops'][number];
type InSheets = Pick<StartPage, 'counts' | 'rows' | 'customers' | 'handOff' | 'instructions' | 'uncounted'>;

const uncounted: InSheets = { counts: {}, rows: 0, customers: [], handOff: 0, instructions: 0, uncounted: true };

function countedRows(me: string, who: StartPage['who'], stops: Stop[]): InSheets {
  if (who) rememberAccount(who);
  const sheets = attempt(() => openSheets(), stops);
  const counts = sheets ? countsOn(sheets) : {};
  const lines = Journal.open().all;
  const seen = (name: string): TabSheet['values'] => sheets?.find(({ tab }) => tab.name === name)?.values ?? [];
  tidyWhereDue(me);
  return {
    counts,
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    customers: sheets ? customersOn(lines) : [],
    handOff: waiting(me).length,
    // Its tabs were read for the counts: of thousands of rows each reading takes seconds.
    instructions: who ? dueInstructions({ team: seen('Team'), users: seen(users.name), lines }) : 0,
  };
}

function attempt<T>(look: () => T, stops: Stop[]): T | undefined {
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

function customersOn(lines: Journal['all']): StartPage['customers'] {
  const known = [...customerNames(lines)].map(([id, name]) => ({ id, name }));
  return known.filter(({ id, name }) => id !== name || !known.some((other) => other.name === name && other.id !== id));
}

function lastRunSays(job: Job | undefined): string {
  return job?.run && (job.phase === 'finished' || job.phase === 'stopped')
    ? `${atUtc(sinceOf(job))}, by ${job.startedBy}`
    : '';
}
