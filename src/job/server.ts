import { now, ports } from './ports';
import type {} from './ports';
import { checkSlice } from './check';
import { isDead, locked, nextSlice, progressOf } from './carry-on';
import { countsOn } from './rows/desk';
import { kindOf, namedRows, openTab, openTabs, titleOf, type Tab } from './rows/kinds';
import { envelope, Trouble, troubleOf } from './trouble';
import { erasePasswords as erase, handOffLines, passwordsOf, tidy } from './secrets/hand-off';
import { identity, identityNow, signedIn } from './reach/identity';
import { Journal, type Memory } from './journal/journal';
import { needsOn } from './rows/standing';
import { asksOf, planIdOf, planView } from './plan/plan-view';
import { Room } from './slice';
import { runSlice } from './run';
import { resolveScope } from './plan/scope';
import { takeOpening } from './keeping/opening';
import { askToStop, currentWork, isOpen, keepWork, type Work } from './keeping/job-record';
import { isNewAccount } from '../google/new-accounts';
import type { Question } from '../engine/question';
import { columnLetters } from '../table/column';
import { book } from './rows/spreadsheet';
import type { Desk, Envelope, PlanView, Progress, RowNote, Server } from './wire';

/**
 * What the sidebar may call. Everybody who can open the spreadsheet can call these, with any argument: each checks
 * both.
 */

/** Checks, answers and row numbers for the start page. */
export function getDesk(): Envelope<Desk> {
  return envelope(() => {
    const room = new Room(signedIn());
    const stops: { message: string; remedy: string; offersSetUp: boolean }[] = [];
    const who = attempt(() => identity(room), stops) ?? null;
    const tabs = attempt(openTabs, stops);
    const counts = tabs ? countsOn(tabs) : {};
    const journal = Journal.open();
    tidy(journal, room.me);
    const work = currentWork();
    const opens = takeOpening();
    return {
      who,
      counts,
      rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
      customers: tabs ? customersOn(journal) : [],
      work: work ? progressOf(work) : null,
      hasPlan: work?.phase === 'checked' && work.startedBy === room.me,
      handOff: handOffLines(journal, room.me).length,
      lastRun: lastRunSays(work),
      stops,
      ...(opens ? { opens } : {}),
    };
  });
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

function customersOn(journal: Journal): Desk['customers'] {
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

/** The domain that a row's key tells: of an address, or what stands before the first `/`. */
function domainIn(key: string): string {
  const title = titleOf(key).replace(/#\d+$/, '');
  return (kindOf(key)?.name === 'Users' ? title.split('@')[1] : title.split('/')[0]) ?? '';
}

function lastRunSays(work: Work | undefined): string {
  return work && (work.phase === 'finished' || work.phase === 'stopped')
    ? `${work.startedAt.slice(0, 16).replace('T', ' ')} UTC, by ${work.startedBy}`
    : '';
}

/** Begins a check of a scope and works its first slice. */
export function startCheck(ask: Parameters<Server['startCheck']>[0]): Envelope<Progress> {
  return envelope(() => beginCheck(ask));
}

/** Begins a check. Throws Trouble where somebody else's work is going on. */
export function beginCheck(ask: Parameters<Server['startCheck']>[0], budget?: number): Progress {
  const room = new Room(signedIn(), budget);
  return locked(() => {
    refuseWhileWorking(currentWork(), room.me);
    // A tab or header that is needed is named, not made: whose columns have other names than ours must hear of it.
    const found = openTabs();
    const emails =
      ask.scope.kind === 'everything'
        ? found.flatMap((tab) => namedRows(tab).rows).flatMap((row) => row.email ?? [])
        : [];
    room.prepare(emails.length);
    identityNow(room, emails);
    const tabs = completed(found);
    const scope = resolveScope(ask.scope, tabs);
    const now = room.now();
    const work: Work = {
      id: ports().codec.uuid(),
      phase: 'checking',
      action: actionOf(ask.action),
      startedBy: room.me,
      startedAt: now,
      heartbeat: now,
      planId: '',
      executions: 0,
      total: 0,
      stopped: '',
      adrift: '',
      lanes: {},
      seats: [],
      ...scope,
    };
    return checkSlice(keepWork(work), room, tabs);
  });
}

/** Columns of ours that are missing on a tab in use are made. */
function completed(tabs: readonly Tab[]): readonly Tab[] {
  return ports().layout.makeMissing(tabs).length ? openTabs() : tabs;
}

/** What a row may be checked for. */
export const actions: readonly string[] = ['provision', 'put-back'];

function actionOf(name: string): string {
  if (actions.includes(name)) return name;
  throw new Trouble('unknownAction', {
    says: `There is no action “${name}”.`,
    remedy: `There are: ${actions.join(', ')}.`,
  });
}

function refuseWhileWorking(work: Work | undefined, me: string): void {
  if (!work || !isOpen(work) || work.startedBy === me) return;
  if (isDead(work)) return;
  throw new Trouble(
    'busy',
    {
      says: `${work.startedBy} started ${work.phase === 'checking' ? 'a check' : 'a run'} at ${work.startedAt.slice(11, 16)} UTC, and it is still going on.`,
      remedy: 'Wait until it is finished. It can be stopped from the menu: Seatsheet › Stop.',
    },
    true,
  );
}

/** Goes on with whatever is under way: one slice more. */
export function continueWork(): Envelope<Progress> {
  return envelope(() => nextSlice());
}

/** What is going on, without waiting for it. */
export function getProgress(): Envelope<Progress> {
  return envelope(() => {
    const work = currentWork();
    if (!work) throw new Trouble('nothing', { says: 'Nothing is under way.', remedy: 'Check first.' });
    return progressOf(work);
  });
}

/** The checked plan. */
export function getPlan(): Envelope<PlanView> {
  return envelope(() => planView(checkedWork(), Journal.open(), openTabs));
}

function checkedWork(): Work {
  const work = currentWork();
  if (!work || work.phase !== 'checked')
    throw new Trouble('noPlan', { says: 'There is no checked plan.', remedy: 'Check first.' });
  return work;
}

/** Approves the checked plan and works the first slice of the run. Only the person who checked it can. */
export function startRun(approval: Parameters<Server['startRun']>[0]): Envelope<Progress> {
  return envelope(() => beginRun(approval));
}

/**
 * Approves the checked plan. Throws Trouble where it is not this person's, not the one that was seen, or above a limit.
 */
export function beginRun(approval: Parameters<Server['startRun']>[0], budget?: number): Progress {
  const room = new Room(signedIn(), budget);
  return locked(() => {
    const work = checkedWork();
    const journal = Journal.open();
    if (work.startedBy !== room.me)
      throw new Trouble('notYours', {
        says: `This plan was checked by ${work.startedBy}.`,
        remedy: 'Check again as yourself, so that you see what will be done in your name.',
      });
    if (work.planId !== approval.planId || planIdOf(journal, work.id) !== approval.planId)
      throw new Trouble('anotherPlan', {
        says: 'The plan is not the one that you saw: it was checked again or changed in the meantime.',
        remedy: 'Check again, look at the new plan, then run it.',
      });
    const [over] = approval.confirmed ? [] : asksOf(journal, work.id);
    if (over)
      throw new Trouble('aboveLimit', {
        says: over,
        remedy: 'Confirm it on the plan, or raise the limit: Seatsheet › Set up › Limits.',
      });
    room.loadLanes(work);
    return runSlice(
      { ...work, phase: 'running', approvedAt: mark(), heartbeat: room.now(), executions: 0 },
      room,
      journal,
    );
  });
}

/** Google's clock and the script's may differ a little, and creation times are whole seconds. In milliseconds. */
const clockSkew = 5_000;

/** No account that this run makes is older. */
function mark(): string {
  return new Date(now() - clockSkew).toISOString();
}

/** Lets the slice that works now stop before its next wave; a check or run between slices is stopped at once. */
export function stopWork(): Envelope<null> {
  return envelope(() => {
    const work = currentWork();
    if (work && isOpen(work)) askToStop(work);
    return null;
  });
}

/** Keeps a person's answers to what rows asked. */
export function answerQuestion(answer: Parameters<Server['answerQuestion']>[0]): Envelope<null> {
  return envelope(() => {
    signedIn();
    const journal = Journal.open();
    for (const key of answer.keys) {
      const line = journal.line(key);
      if (line?.question) journal.set({ ...line, memory: { ...line.memory, ...answered(line.question, answer.yes) } });
    }
    journal.save();
    return null;
  });
}

function answered({ kind, about: { name = '', from = '', to = '' } }: Question, yes: boolean): Partial<Memory> {
  return kind === 'switch' ? { switchTo: { from, to, yes } } : { samePerson: { name, same: yes } };
}

/** Selects the cell of a row, wherever the row is by now. */
export function goToRow(where: Parameters<Server['goToRow']>[0]): Envelope<null> {
  return envelope(() => {
    const kind = kindOf(where.key);
    const tab = kind && openTab(kind);
    const row = tab && namedRows(tab).rows.find((one) => one.name === where.key);
    if (!tab || !row)
      throw new Trouble('noRow', {
        says: `The row ${titleOf(where.key)} is not on the ${kind?.name ?? 'same'} tab any more.`,
        remedy: 'Check again.',
      });
    const { positions } = namedRows(tab);
    const column = Journal.open().line(where.key)?.column ?? '';
    book().setActiveSheet(tab.sheet);
    tab.sheet
      .getRange(`${columnLetters(positions[column] ?? positions[tab.kind.keyColumns[0]] ?? 0)}${row.row}`)
      .activate();
    return null;
  });
}

/** Every row that a person has to look at. */
export function getNeeds(): Envelope<readonly RowNote[]> {
  return envelope(() => (book().getSheetByName('Users') ? needsOn(openTabs(), Journal.open()) : []));
}

/** People whose first password waits for the person signed in. */
export const getHandOff: Server['getHandOff'] = () => envelope(() => handOffLines(Journal.open(), signedIn()));
/** The first passwords of these people, to the person who made them alone. */
export const showPasswords: Server['showPasswords'] = (ask) => envelope(() => passwordsOf(ask.emails, signedIn()));

/** Forgets first passwords that were handed off. */
export const erasePasswords: Server['erasePasswords'] = (ask) =>
  envelope(() => {
    erase(ask.emails, signedIn());
    return null;
  });
