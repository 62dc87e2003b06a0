import path from 'node:path';
import type { PlanView, Progress } from '../../src/job/wire';
import type { Counters } from '../apps-script/host-state';
import { loadBundle } from '../apps-script/host';
import { Terminated } from '../apps-script/exceptions';
import { startOf } from '../apps-script/prices';
import { ask, openDesk } from '../cli/desk';
import type { Desk } from '../cli/desk';
import { carryOut } from '../cli/drive';
import type { Work } from '../cli/drive';
import { sheetsOf, textTabs } from '../cli/sheets';
import { isRead, isRefused, isWrite } from '../cli/summary';
import { boundSeconds } from './bound';
import { tenantOf, usersTab } from './input';
import type { Wanted } from './input';
import { LookingClock } from './looks';
import type { Job } from './scenarios';
import { stepsOf, type Steps } from './steps';
import { countersOf, usedSince } from './used';
import type { Used } from './used';

/**
 * Runs one job at a desk of its own and counts. Times are those of the virtual clock, so a slow machine changes
 * nothing; on the real clock they show that the virtual one tells the truth.
 */

/** One line of the bench. Seconds are virtual, from the click on Check to the last row. */
export interface Measured {
  readonly name: string;
  readonly rows: number;
  readonly transport: string;
  readonly baseline: boolean;
  readonly seconds: number;
  readonly boundSeconds: number;
  /** `boundSeconds / seconds`. */
  readonly shareOfBound: number;
  readonly reads: number;
  readonly writes: number;
  readonly documentCalls: number;
  /** How often something was sent to Google: a fetchAll or one call of an advanced service. */
  readonly waves: number;
  readonly executions: number;
  readonly peakMemoryMB: number;
  /** Requests that Google refused. */
  readonly refused: number;
  /** Rows that ended as wished. */
  readonly well: number;
  /** Of the platform. */
  readonly used: Used;
  /** Seconds that the plan promised for the run, and those that it took; where there was a run. */
  readonly promised?: Promised;
  /** Where the seconds of the check went; left out for the plain script, which checks nothing. */
  readonly steps?: Steps;
}

/** `atMost`: Google may take more than it documents, so no more than that was promised. */
export interface Promised {
  readonly seconds: number;
  readonly took: number;
  readonly atMost: boolean;
}

/** The world that a job is measured in; the defaults are those of the table. */
export interface World {
  readonly clock?: 'virtual' | 'real';
  /** Standard deviation of Google's answers, in milliseconds. */
  readonly jitter?: number;
  /** How many times their price what Apps Script does itself takes: 0 where Google alone takes time. */
  readonly priced?: number;
}

/** Measures a job; `root` is the project's folder. The second run of the same sheet follows where the job has one. */
export function measure(job: Job, root: string, world: World = {}): readonly Measured[] {
  const desk = openBench(job, root, world);
  if (job.baseline) return [measured(desk, job, () => runPlain(desk))];
  const opening = startOf(codeBytesIn(root)) * (world.priced ?? 1);
  setUp(desk, job.transport);
  const first = measured(desk, job, () => checkAndRun(desk, opening));
  if (job.again === undefined) return [first];
  const { again: name, ...same } = job;
  return [first, measured(desk, { ...same, name, exists: true }, () => checkAndRun(desk, opening))];
}

/** A spreadsheet that is set up, and was opened once. */
export function setUp({ host }: Desk, transport: Job['transport']): void {
  host.state.properties.document['setting:transport'] = transport;
  ask(host, 'setUpSpreadsheet');
  ask(host, 'getStartPage');
}

/** The desk of a job, as its rows were typed. */
export function openBench(job: Job, root: string, { clock = 'virtual', jitter = 0, priced = 1 }: World = {}): Desk {
  const wanted = wantedBy(job);
  const tenant = tenantOf(wanted);
  const bundle = loadBundle(job.baseline ? path.join(root, 'sandbox', 'bench', 'plain') : path.join(root, 'dist'));
  return openDesk({
    bundle,
    tenant,
    sheets: sheetsOf([usersTab(wanted)]),
    latency: 250,
    clock: job.watched ? new LookingClock(Date.parse(tenant.now ?? '')) : clock,
    quotas: job.quotas ?? 'documented',
    jitter,
    priced,
  });
}

function wantedBy({ rows, licence, exists, bare, suspends }: Job): Wanted {
  const people = { ...(exists ? { exists } : {}), ...(bare ? { bare } : {}), ...(suspends ? { suspends } : {}) };
  return { rows, ...(licence ? { licence } : {}), ...people };
}

interface Mark {
  readonly at: number;
  readonly log: number;
  readonly counters: Counters;
  readonly looks: number;
}

const mark = (desk: Desk): Mark => ({
  at: desk.clock.now(),
  log: desk.workspace.log.length,
  counters: countersOf(desk.host.state),
  looks: looksOf(desk),
});

function looksOf({ clock }: Desk): number {
  return clock instanceof LookingClock ? clock.looks : 0;
}

/** What a job did beside what can be counted. */
type Done = Pick<Measured, 'promised' | 'steps'>;

function measured(desk: Desk, job: Job, work: () => Done): Measured {
  const before = mark(desk);
  const done = work();
  const log = desk.workspace.log.slice(before.log);
  const used = usedSince(before.counters, desk.host.state, looksOf(desk) - before.looks);
  const seconds = (desk.clock.now() - before.at) / 1000;
  const bound = boundSeconds(wantedBy(job), job.exists === true, job.without);
  return {
    name: job.name,
    rows: job.rows,
    transport: job.transport,
    baseline: job.baseline,
    seconds,
    boundSeconds: bound,
    shareOfBound: Math.round((bound / seconds) * 1000) / 1000,
    reads: log.filter(isRead).length,
    writes: log.filter(isWrite).length,
    documentCalls: used.documentCalls,
    waves: new Set(log.map((line) => line.at)).size,
    executions: used.executions - used.looks,
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
    refused: log.filter(isRefused).length,
    well: wellOf(desk),
    used,
    ...done,
  };
}

/** The sidebar's way: check, look at the plan, run it slice by slice. A plan without a change is not run. */
function checkAndRun(desk: Desk, opening: number): Done {
  const { steps, value: plan } = stepsOf(desk, opening, () => checkOnly(desk));
  return plan.rows === 0 ? { steps } : { steps, promised: runPlan(desk, plan) };
}

/** Checks everything, and looks at the plan, which comes along with the end of its check. */
export function checkOnly(desk: Desk): PlanView {
  const checked = carryOutWatched(desk, {
    start: () => ask(desk.host, 'startCheck', { scope: { kind: 'everything' }, action: 'provision' }),
    phases: ['checking', 'checked'],
    resume: true,
  });
  return checked.plan ?? ask(desk.host, 'getPlan');
}

/** Runs a plan; says what it promised, and what it took. */
export function runPlan(desk: Desk, { planId, estimate }: PlanView): Promised {
  const { host, clock } = desk;
  const begun = clock.now();
  carryOutWatched(desk, {
    start: () => ask(host, 'startRun', { planId, confirmed: true }),
    phases: ['running', 'finished', 'stopped'],
    resume: true,
  });
  const took = (clock.now() - begun) / 1000;
  return { seconds: estimate.seconds, took, atMost: estimate.atMost === true };
}

function carryOutWatched(desk: Desk, work: Work): Progress {
  const { clock, host } = desk;
  const carry = (): Progress => carryOut(desk, work);
  return clock instanceof LookingClock ? clock.during(host, carry) : carry();
}

/** Started again as often as the platform ends it. */
function runPlain({ host }: Desk): Done {
  for (;;) {
    try {
      host.call('provision', [], 'editor');
      return {};
    } catch (error) {
      if (!(error instanceof Terminated)) throw error;
    }
  }
}

/** How much code the host loads at each start. */
function codeBytesIn(root: string): number {
  const { code } = loadBundle(path.join(root, 'dist'));
  return Object.values(code).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

const ends = ['Done', 'Up to date', 'DONE'];

/** Rows that ended as wished. */
export function wellOf({ host }: Desk): number {
  const [headers = [], ...rows] = textTabs(host.state.sheets).find(({ name }) => name === 'Users')?.rows ?? [];
  const column = headers.indexOf('Status');
  return rows.filter((row) => ends.includes(row[column] ?? '')).length;
}
