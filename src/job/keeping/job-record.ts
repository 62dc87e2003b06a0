import { isObject } from '../../engine/request';
import { withProperties } from '../platform-refusals';
import { ports } from '../ports';
import type { Window } from '../../engine/lanes';
import type { LeaveTo } from '../../tabs/users/leaving';
import type { ScopeList } from './scope-list';
import { documentStore, lookAnew } from './stores';
import type { Counts, PlanView, SeatLine } from '../wire';

/**
 * What is under way in this spreadsheet: one check or run at a time, whoever started it. Kept in document properties.
 */

export type Phase = 'checking' | 'checked' | 'running' | 'finished' | 'stopped';

/** A check and the run that may follow it. Times in RFC 3339. */
export interface Job {
  readonly id: string;
  readonly phase: Phase;
  /** When the oldest of what a check took over from the one before was read. */
  readonly lookedAt?: string;
  readonly action: string;
  /** Row keys in the scope; undefined: every row. */
  readonly rows?: ScopeList;
  /** The rows that go on by what those of the scope bring come along. */
  readonly along?: true;
  /** Lists of rows are exact. */
  readonly exact?: true;
  /** What becomes of people who leave. */
  readonly leaveTo?: LeaveTo;
  /** Customer id that the scope is narrowed to. */
  readonly customer?: string;
  readonly startedBy: string;
  readonly startedAt: string;
  /** Names the one approval of this plan: seals made before it mean nothing in the run. */
  readonly approval?: string;
  /** The names of approvals that did not live to begin the run. */
  readonly tried?: readonly string[];
  /** Stretches of the plan that a run has reached: in executions that ended, and in the one that is at work or died. */
  readonly reached?: { readonly before: readonly number[]; readonly now: readonly number[] };
  /** When the run was approved; a write of this run is not older. */
  readonly approvedAt?: string;
  readonly heartbeat: string;
  /** Who had the latest slice but the first: somebody with a sidebar or a card, or the background trigger. */
  readonly carriedBy?: 'person' | 'trigger';
  readonly planId: string;
  readonly executions: number;
  /** The run, from its approval on. */
  readonly run?: {
    readonly startedAt: string;
    /** Executions that were begun: more than `executions`, where one died. */
    readonly begun: number;
    /** How the rows stood when it was approved. */
    readonly checked: Counts;
  };
  /** Hidden rows in scope. */
  readonly hiddenRows: number;
  /** Hidden rows that are not in scope, because only visible ones are. */
  readonly leftOut?: number;
  /** Rows of Users that the roster added. */
  readonly added?: number;
  /** Rows in scope. */
  readonly total: number;
  /** Rows of other administrators, which are none of it. */
  readonly others?: number;
  readonly stopped: string;
  readonly adrift: string;
  readonly lanes: Readonly<Record<string, Window>>;
  readonly seats: readonly SeatLine[];
  /** Seconds for which the run will wait to see what Google does. */
  readonly waits?: number;
  /**
   * Tabs on which the check found no row, with the domains that head their columns: nothing of the plan stands there,
   * so the run does not read them.
   */
  readonly rowless?: { readonly tabs: readonly string[]; readonly heads: readonly string[] };
  /** Tabs whose cells were all texts and ticks that show what they hold. */
  readonly plain?: readonly string[];
  /** Filled columns that mean nothing. */
  readonly unused?: PlanView['unused'];
  /** What Google does not answer for although the plan writes to it: nothing of it may be run. */
  readonly lacks?: PlanView['lacks'];
}

/** The name that the work is kept under. */
export const jobName = 'work';
const stopName = 'stop';

const texts: readonly (keyof Job)[] = [
  'id',
  'action',
  'startedBy',
  'startedAt',
  'heartbeat',
  'planId',
  'stopped',
  'adrift',
];
const numbers: readonly (keyof Job)[] = ['executions', 'hiddenRows', 'total'];
const phases: readonly Phase[] = ['checking', 'checked', 'running', 'finished', 'stopped'];

/** One that an older version kept, or that is damaged, counts as none: nobody could go on with it. */
function isJob(value: unknown): value is Job {
  if (
    !isObject(value) ||
    !isObject(value.lanes) ||
    !Array.isArray(value.seats) ||
    !phases.some((phase) => phase === value.phase)
  )
    return false;
  return (
    texts.every((name) => typeof value[name] === 'string') && numbers.every((name) => typeof value[name] === 'number')
  );
}

/** The work there is or was last. */
export function currentJob(): Job | undefined {
  return documentStore().steady(jobName, isJob);
}

const planName = (person: string): string => `plan:${person}`;

/** The checked plan of a person: the work there was last, or one that somebody else's work has taken the place of. */
export function planOf(person: string): Job | undefined {
  const last = currentJob();
  if (last?.startedBy === person) return last.phase === 'checked' ? last : undefined;
  return documentStore().steady(planName(person), isJob);
}

/** Keeps new work in the place of what there was last: a plan of somebody else that was not run stays that person's. */
export function takePlace(work: Job): Job {
  const last = currentJob();
  const others = last?.phase === 'checked' && last.startedBy !== work.startedBy;
  keepJob(work, others ? { [planName(last.startedBy)]: last } : {});
  const own = planName(work.startedBy);
  if (documentStore().steady(own, isJob)) documentStore().remove(own);
  return work;
}

/** Keeps the work, and what `also` holds by name. */
export function keepJob(work: Job, also: Readonly<Record<string, unknown>> = {}): Job {
  documentStore().setAll({ [jobName]: work, ...also });
  return work;
}

/** Whether a phase has more to do. */
export function isOpen(work: Job): boolean {
  return work.phase === 'checking' || work.phase === 'running';
}

/** Asks the work to stop before its next wave. */
export function askToStop(work: Job): void {
  const stop = { [stopName]: work.id };
  withProperties(ports().properties.document(), (all) => all.setProperties(stop), stop);
  ports().sharedCache().put(stopName, work.id, stopTold);
}

/** In seconds: by then the properties have been asked. */
const stopTold = 600;

/** Whether somebody asked this work to stop: `surely`, or as far as the cache remembers, which has no quota. */
export function stopAsked(work: Job, surely: boolean): boolean {
  if (!surely) return ports().sharedCache().get(stopName) === work.id;
  return withProperties(ports().properties.document(), (all) => all.getProperty(stopName)) === work.id;
}

/**
 * The lock that lets one execution at a time work in a spreadsheet. Runs `work` with it; gives undefined where it is
 * taken.
 */
export function withLock<T>(work: () => T): T | undefined {
  const lock = ports().lock();
  if (!lock.tryLock(5_000)) return undefined;
  lookAnew();
  try {
    return work();
  } finally {
    ports().spreadsheet.apply();
    lock.releaseLock();
  }
}
