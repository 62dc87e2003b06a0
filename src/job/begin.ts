import { unheldProducts } from '../google/saved-facts';
import { checkSlice } from './check';
import { isDead, locked } from './carry-on';
import { Journal } from './journal/journal';
import { keepFacts, takeFacts } from './keeping/fact-cache';
import { settings } from './keeping/settings';
import { currentJob, isOpen, planOf, takePlace, type Job } from './keeping/job-record';
import { refuseLongList } from './keeping/space';
import { packed } from './keeping/scope-list';
import { actionOf } from './plan/action-of';
import { asksOf, planIdOf } from './plan/plan-view';
import { resolveScope } from './plan/scope';
import { now, ports } from './ports';
import { identityNow, signedIn } from './reach/identity';
import { endHiddenRows } from './rows/hidden-rows';
import { refuseWithoutSpace } from './rows/cell-space';
import { seeksOn } from './rows/rows';
import { openSheets, type TabSheet } from './rows/sheets';
import { runSlice } from './run';
import { Slice } from './slice';
import { keepInStep } from './team/in-step';
import { Trouble } from './trouble';
import type { Progress, Server } from './wire';

/** Beginning a check, and a run of what was checked. */

/** Begins a check. Throws Trouble where somebody else's job is going on. */
export function beginCheck({ scope, action }: Parameters<Server['startCheck']>[0], budget?: number): Progress {
  const slice = new Slice(signedIn(), budget);
  return locked(() => {
    refuseWhileWorking(currentJob(), slice.me);
    takeFacts(looking, slice.facts);
    return lookedSoFar(slice, () => checkFrom(slice, { scope, action }));
  });
}

/** What was seen of Google by a check that was not through with looking around. */
const looking = 'looking';
/** In seconds: whoever tries again by then goes on from there; later it is looked at anew. */
const seenFor = 300;

/**
 * Rows of several hundred domains that nobody knows take longer to look at than an execution: nothing is lost of it.
 */
function lookedSoFar(slice: Slice, check: () => Progress): Progress {
  try {
    return check();
  } catch (error) {
    if (error instanceof Trouble && error.code === 'timeOver') keepFacts(looking, slice.facts, seenFor);
    throw error;
  } finally {
    endHiddenRows();
  }
}

function checkFrom(slice: Slice, { scope, action }: Parameters<Server['startCheck']>[0]): Progress {
  // A tab or header that is needed is named, not made: whose columns have other names than ours must hear of it.
  const found = openSheets();
  const next = scope.kind === 'everything' ? seeksOn(found) : undefined;
  slice.prepare(next?.people.length ?? 0);
  identityNow(slice, next);
  const { id, tab, deed } = actionOf(action);
  const whole = completed(found);
  const { sheets, added } =
    scope.kind === 'everything' && !deed ? keepInStep(slice, whole) : { sheets: whole, added: 0 };
  const { rows, ...scoped } = resolveScope(
    scope,
    sheets.filter((sheet) => tab === undefined || sheet.tab.name === tab),
  );
  const list = rows && packed(rows);
  refuseLongList(list, { rows: rows?.length ?? 0, me: slice.me });
  const journal = Journal.open();
  refuseWithoutSpace(journal, { sheets, ...(rows ? { rows } : {}) });
  const chosen = { ...scoped, ...(list ? { rows: list } : {}), ...(added ? { added } : {}) };
  const job = { ...blank(slice), ...lookedBefore(slice), action: id, ...chosen };
  return checkSlice(takePlace(job), slice, { sheets, journal });
}

/**
 * License Manager lists a product in a second of its quota, and most products nobody holds. Whoever checks again, mostly
 * after an answer, is not made to wait for these: nothing of ours came in between, and nothing is older than it says.
 */
function lookedBefore({ me, facts }: Slice): Pick<Job, 'lookedAt'> {
  const last = currentJob();
  if (last?.phase !== 'checked' || last.startedBy !== me) return {};
  const { id, startedAt, lookedAt = startedAt } = last;
  if (now() - Date.parse(lookedAt) > seenFor * 1000) return {};
  takeFacts(id, facts, unheldProducts);
  return { lookedAt };
}

function blank(slice: Slice): Omit<Job, 'action' | 'hiddenRows'> {
  const startedAt = slice.now();
  const { lists, leaveTo } = settings();
  return {
    id: ports().codec.uuid(),
    phase: 'checking',
    startedBy: slice.me,
    startedAt,
    heartbeat: startedAt,
    planId: '',
    executions: 0,
    total: 0,
    stopped: '',
    adrift: '',
    lanes: {},
    seats: [],
    ...(lists === 'exact' ? { exact: true } : {}),
    leaveTo,
  };
}

/** Columns of ours that are missing on a sheet in use are made. */
function completed(sheets: readonly TabSheet[]): readonly TabSheet[] {
  return ports().layout.makeMissing(sheets).length ? openSheets() : sheets;
}

function refuseWhileWorking(job: Job | undefined, me: string): void {
  if (!job || !isOpen(job) || job.startedBy === me || isDead(job)) return;
  const what = job.phase === 'checking' ? 'a check' : 'a run';
  throw new Trouble(
    'busy',
    {
      says: `${job.startedBy} started ${what} at ${job.startedAt.slice(11, 16)} UTC, and it is still going on.`,
      remedy: 'Wait until it is finished. It can be stopped from the menu: Seatsheet › Stop.',
    },
    true,
  );
}

/**
 * The job whose checked plan this person may run, or else the one that there is to look at. Throws Trouble where there
 * is none.
 */
export function checkedJob(me: string): Job {
  const job = planOf(me) ?? currentJob();
  if (!job || job.phase !== 'checked')
    throw new Trouble('noPlan', { says: 'There is no checked plan.', remedy: 'Check first.' });
  return job;
}

/**
 * Approves the checked plan. Throws Trouble where it is not this person's, not the one that was seen, or above a limit.
 */
export function beginRun(approval: Parameters<Server['startRun']>[0], budget?: number): Progress {
  const slice = new Slice(signedIn(), budget);
  return locked(() => {
    const job = checkedJob(slice.me);
    refuseWhileWorking(currentJob(), slice.me);
    const journal = Journal.open();
    refuseApproval(job, journal, { approval, me: slice.me });
    slice.loadLanes(job);
    // Kept before the first line is sealed with it: after an execution that dies in between, its lines are approved
    // anew.
    const { approval: died, tried: before = [], ...checked } = job;
    const [nonce, tried] = [ports().codec.uuid(), died === undefined ? before : [...before, died]];
    takePlace({ ...checked, approval: nonce, tried });
    const now = slice.now();
    const running = { phase: 'running', approval: nonce, approvedAt: mark(), heartbeat: now, executions: 0 } as const;
    return runSlice({ ...checked, ...running }, slice, { journal, checked, tried });
  });
}

function refuseApproval(
  job: Job,
  journal: Journal,
  { approval, me }: { readonly approval: Parameters<Server['startRun']>[0]; readonly me: string },
): void {
  if (job.startedBy !== me)
    throw new Trouble('notYours', {
      says: `This plan was checked by ${job.startedBy}.`,
      remedy: 'Check again as yourself, so that you see what will be done in your name.',
    });
  if (job.lacks) throw new Trouble('lacks', { says: `${job.lacks.says} Nothing was sent.`, remedy: job.lacks.remedy });
  if (job.planId !== approval.planId || planIdOf(journal, job.id) !== approval.planId)
    throw new Trouble('anotherPlan', {
      says: 'The plan is not the one that you saw: it was checked again or changed in the meantime.',
      remedy: 'Check again, look at the new plan, then run it.',
    });
  const [over] = approval.confirmed ? [] : asksOf(journal, job.id);
  if (over)
    throw new Trouble('aboveLimit', {
      says: over.says,
      remedy: 'Confirm it on the plan, or raise the limit: Seatsheet › Set up › Limits.',
    });
}

/** Google's clock and the script's may differ a little, and creation times are whole seconds. In milliseconds. */
const clockSkew = 5_000;

/** No account that this run makes is older. */
function mark(): string {
  return new Date(now() - clockSkew).toISOString();
}
