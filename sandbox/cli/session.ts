import type { StartPage, PlanView, Progress, Scope } from '../../src/job/wire';
import type { HostState } from '../apps-script/host-state';
import type { Arguments } from './arguments';
import { armCrash } from './crash';
import { ServerSaidNo, ask } from './desk';
import type { Desk } from './desk';
import { StayedDead, finishLeftOver } from './drive';
import { check, run } from './job';
import type { Surface } from './surface';
import { surfaceOf } from './surfaces';
import { UsageError, reasonOf } from './usage';

/** One person's session at a desk, from the first look to the last row. */

/** How the job is to be done. */
export type Wishes = Pick<
  Arguments,
  'action' | 'samePerson' | 'yes' | 'choices' | 'arm' | 'checkOnly' | 'resume' | 'crash' | 'surface'
> & { readonly runChecked?: boolean; readonly seats?: Arguments['seats']; readonly scope: Scope };

/** What the session came to. */
export interface Session {
  plan?: PlanView;
  /** Everything as it stood when the check had ended. */
  checked?: HostState;
  progress?: Progress;
  /** Lines of the request log when the job began and when its run began. */
  runFrom: number;
  /** The host's counters when the job began. */
  begun: HostState['counters'];
  /** The clock at the click on Check, and when the last row had its outcome. */
  time: { readonly from: number; readonly to: number };
  /** Whether a check came to its end, so that each Status speaks of now. */
  reached: boolean;
  stopped?: string;
  /** Rows in and outcomes out did not add up. */
  adrift: boolean;
  readonly warnings: string[];
}

/**
 * Sets the sheet up, checks, approves and runs. Throws UsageError where the workbook lacks something that set-up does
 * not make.
 */
export function work(desk: Desk, wishes: Wishes): Session {
  const session: Session = {
    runFrom: 0,
    begun: countersOf(desk),
    time: { from: desk.clock.now(), to: desk.clock.now() },
    reached: false,
    adrift: false,
    warnings: [],
  };
  try {
    workOn(desk, wishes, session);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (error instanceof StayedDead) session.warnings.push(error.message);
    else session.stopped = error instanceof ServerSaidNo ? error.message : `${reasonOf(error)} (the script failed)`;
  }
  if (session.plan === undefined) session.runFrom = desk.workspace.log.length;
  session.time = { ...session.time, to: desk.clock.now() };
  return session;
}

function countersOf({ host }: Desk): Session['begun'] {
  return { ...host.state.counters };
}

function workOn(desk: Desk, wishes: Wishes, session: Session): void {
  const page = getReady(desk, session);
  if (!page) return;
  if (wishes.arm !== undefined) session.warnings.push(...arm(desk, wishes.arm));
  for (const [domain, seats] of Object.entries(wishes.seats ?? {}))
    ask(desk.host, 'setCloudIdentity', { domain, ordered: true, seats });
  session.begun = countersOf(desk);
  const surface = surfaceOf(wishes.surface, desk);
  if (page.work?.more) finishLeftOver(desk, surface.goOn);
  const crash = wishes.crash && armCrash(desk.host, wishes.crash);
  try {
    checkAndRun(desk, { ...wishes, surface, ...(page.work ? { before: page.work.startedAt } : {}) }, session);
  } finally {
    desk.host.onEffect = undefined;
  }
  if (crash && !crash.happened())
    session.warnings.push('The job had fewer writes than --crash-at counts: nothing crashed.');
}

/** Types the domain where the menu asks for it; what the sheet says is told only where that did not arm. */
function arm({ host }: Desk, domain: string): readonly string[] {
  const shown = host.shown.toasts.length;
  host.answers.push(domain);
  host.call('askArming', [], 'menu');
  const said = host.shown.toasts.slice(shown).join(' ');
  return said.startsWith('Armed') ? [] : [said || 'Deleting and cancelling were not armed.'];
}

/**
 * The start page of a desk that can work; undefined, with the reason in `stopped`, where somebody else would have to
 * sign in.
 */
function getReady({ host }: Desk, session: Session): StartPage | undefined {
  const first = ask(host, 'getStartPage');
  const stops = first.stops.filter((stop) => !stop.offersSetUp);
  if (first.who && !stops.length) {
    ask(host, 'setUpSpreadsheet');
    const page = ask(host, 'getStartPage');
    if (!page.stops.length) return page;
    throw new UsageError(page.stops.map(inWords).join('\n'));
  }
  session.stopped = stops.map(inWords).join(' ') || 'Nobody who can work here is signed in.';
  return undefined;
}

function inWords(stop: StartPage['stops'][number]): string {
  return [stop.message, stop.remedy].filter((text) => text !== '').join(' ');
}

/** A terminal folds nothing away. */
function unusedInWords({ says, columns }: NonNullable<PlanView['unused']>[number]): string {
  return columns ? `${says} ${columns.join(', ')}.` : says;
}

function checkAndRun(
  desk: Desk,
  wishes: Omit<Wishes, 'surface'> & { readonly surface: Surface; readonly before?: string },
  session: Session,
): void {
  const from = desk.clock.now();
  session.time = { from, to: from };
  session.plan = wishes.runChecked ? ask(desk.host, 'getPlan') : check(desk, wishes);
  session.checked = structuredClone(desk.host.state);
  session.reached = true;
  session.warnings.push(...(session.plan.unused ?? []).map(unusedInWords));
  session.runFrom = desk.workspace.log.length;
  if (wishes.checkOnly || session.plan.rows === 0) return;
  const above = session.plan.asks.find(({ kind }) => kind === 'limit');
  if (above && wishes.yes !== 'all') {
    session.stopped = `${above.says} Nothing was run: --yes all lets it begin.`;
    return;
  }
  session.progress = run(desk, session.plan, wishes);
  if (session.progress.stopped !== '') session.stopped = session.progress.stopped;
  session.adrift = session.progress.adrift !== '';
  if (session.adrift) session.warnings.push(session.progress.adrift);
}
