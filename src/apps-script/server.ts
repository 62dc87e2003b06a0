import { usersName, countsOn, namedRows, openUsersTab } from './users-desk';
import { checkSlice } from './check-work';
import { envelope, Trouble, troubleOf } from './trouble';
import { erasePasswords as erase, handOffLines, passwordsOf, tidy } from './hand-off';
import { identity, signedIn } from './identity';
import { Journal } from './journal';
import { makeUsersTab, setUp } from './set-up';
import { needsOn } from './rows';
import { planIdOf, planView } from './plan-view';
import { lastProgress } from './progress';
import { readiness } from './readiness';
import { Room } from './room';
import { runSlice } from './run-work';
import { resolveScope } from './scope';
import { takeOpening } from './opening';
import { askToStop, currentWork, isOpen, keepWork, withLock, type Work } from './work-record';
import { columnLetters } from '../table/column';
import { userColumns } from '../tabs/users/columns';
import { book } from './book';
import type { Desk, Envelope, PlanView, Progress, RowNote, Server } from './wire';

/** What the sidebar may call. Everybody who can open the spreadsheet can call these, with any argument: each checks both. */

/** A run whose last sign of life is older may be taken over. In milliseconds. */
const deadAfter = 90_000;

/** Checks, answers and row numbers for the start page. */
export function getDesk(): Envelope<Desk> {
  return envelope(() => {
    const room = new Room(signedIn());
    const stops: { message: string; remedy: string; offersSetUp: boolean }[] = [];
    const who = attempt(() => identity(room), stops) ?? null;
    const tab = attempt(openUsersTab, stops);
    const counts = tab ? countsOn(tab) : {};
    const journal = Journal.open();
    tidy(journal, room.me);
    const work = currentWork();
    const opens = takeOpening();
    return {
      who, counts, rows: Object.values(counts).reduce((sum, count) => sum + count, 0), customers: tab ? customersOn(journal) : [],
      work: work ? progressOf(work) : null, hasPlan: work?.phase === 'checked' && work.startedBy === room.me,
      handOff: handOffLines(journal, room.me).length, lastRun: lastRunSays(work), stops, ...(opens ? { opens } : {}),
    };
  });
}

function attempt<T>(look: () => T, stops: { message: string; remedy: string; offersSetUp: boolean }[]): T | undefined {
  try {
    return look();
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    stops.push({ message: trouble.says, remedy: trouble.remedy, offersSetUp: trouble.code === 'missingTab' || trouble.code === 'missingHeader' });
    return undefined;
  }
}

function customersOn(journal: Journal): Desk['customers'] {
  const names = new Map<string, string>();
  for (const line of journal.all) if (line.account) names.set(line.account, names.get(line.account) ?? (line.key.split('@')[1] ?? '').replace(/#\d+$/, ''));
  return [...names].map(([id, name]) => ({ id, name }));
}

function lastRunSays(work: Work | undefined): string {
  return work && (work.phase === 'finished' || work.phase === 'stopped') ? `${work.startedAt.slice(0, 16).replace('T', ' ')} UTC, by ${work.startedBy}` : '';
}

function progressOf(work: Work): Progress {
  const known = lastProgress();
  const base = known && known.startedAt === work.startedAt ? known : blankProgress(work);
  return { ...base, phase: work.phase, more: isOpen(work), stopped: work.stopped, adrift: work.adrift };
}

function blankProgress(work: Work): Progress {
  return {
    phase: work.phase, more: isOpen(work), startedBy: work.startedBy, startedAt: work.startedAt, rows: work.total, done: 0, counts: {}, now: [],
    waitsFor: '', perMinute: 0, secondsLeft: 0, needs: [], stopped: work.stopped, adrift: work.adrift,
  };
}

/** Begins a check of a scope and works its first slice. */
export function startCheck(ask: Parameters<Server['startCheck']>[0]): Envelope<Progress> {
  return envelope(() => {
    const room = new Room(signedIn());
    return locked(() => {
      refuseWhileWorking(currentWork(), room.me);
      identity(room, true);
      makeUsersTab();
      const scope = resolveScope(ask.scope, openUsersTab());
      const now = room.now();
      const work: Work = {
        id: Utilities.getUuid(), phase: 'checking', action: actionOf(ask.action), startedBy: room.me, startedAt: now, heartbeat: now, planId: '', executions: 0,
        total: 0, stopped: '', adrift: '', lanes: {}, ...scope,
      };
      return checkSlice(keepWork(work), room);
    });
  });
}

/** What a row may be checked for. */
export const actions: readonly string[] = ['provision', 'put-back'];

function actionOf(name: string): string {
  if (actions.includes(name)) return name;
  throw new Trouble('unknownAction', `There is no action “${name}”.`, `There are: ${actions.join(', ')}.`);
}

function refuseWhileWorking(work: Work | undefined, me: string): void {
  if (!work || !isOpen(work) || work.startedBy === me) return;
  if (Date.now() - Date.parse(work.heartbeat) > deadAfter) return;
  throw new Trouble('busy', `${work.startedBy} started ${work.phase === 'checking' ? 'a check' : 'a run'} at ${work.startedAt.slice(11, 16)} UTC, and it is still going on.`, 'Wait until it is finished. It can be stopped from the menu: Seatsheet › Stop.', true);
}

function locked<T>(work: () => T): T {
  const done = withLock(() => ({ value: work() }));
  if (!done) throw new Trouble('locked', 'Seatsheet is working in this spreadsheet already.', 'Wait until that is finished, then try again.', true);
  return done.value;
}

/** Goes on with whatever is under way: one slice more. */
export function continueWork(): Envelope<Progress> {
  return envelope(() => {
    const room = new Room(signedIn());
    return locked(() => {
      const work = currentWork();
      if (!work) throw new Trouble('nothing', 'Nothing is under way.', 'Check first.');
      if (!isOpen(work)) return progressOf(work);
      if (work.startedBy !== room.me) throw new Trouble('notYours', `This was started by ${work.startedBy}.`, 'Only that person can go on with it. Check again as yourself to take over.');
      room.loadLanes(work);
      return work.phase === 'checking' ? checkSlice(work, room) : runSlice(work, room);
    });
  });
}

/** What is going on, without waiting for it. */
export function getProgress(): Envelope<Progress> {
  return envelope(() => {
    const work = currentWork();
    if (!work) throw new Trouble('nothing', 'Nothing is under way.', 'Check first.');
    return progressOf(work);
  });
}

/** The checked plan. */
export function getPlan(): Envelope<PlanView> {
  return envelope(() => planView(checkedWork(), Journal.open(), openUsersTab()));
}

function checkedWork(): Work {
  const work = currentWork();
  if (!work || work.phase !== 'checked') throw new Trouble('noPlan', 'There is no checked plan.', 'Check first.');
  return work;
}

/** Approves the checked plan and works the first slice of the run. Only the person who checked it can. */
export function startRun(approval: Parameters<Server['startRun']>[0]): Envelope<Progress> {
  return envelope(() => {
    const room = new Room(signedIn());
    return locked(() => {
      const work = checkedWork();
      if (work.startedBy !== room.me) throw new Trouble('notYours', `This plan was checked by ${work.startedBy}.`, 'Check again as yourself, so that you see what will be done in your name.');
      if (work.planId !== approval.planId || planIdOf(Journal.open(), work.id) !== approval.planId) throw new Trouble('anotherPlan', 'The plan is not the one that you saw: it was checked again or changed in the meantime.', 'Check again, look at the new plan, then run it.');
      room.loadLanes(work);
      const now = room.now();
      const approved: Work = { ...work, phase: 'running', approvedAt: mark(), heartbeat: now, executions: 0 };
      return runSlice(approved, room, { approve: true });
    });
  });
}

/** Google's clock and the script's may differ a little, and creation times are whole seconds. In milliseconds. */
const clockSkew = 5_000;

/** No account that this run makes is older. */
function mark(): string {
  return new Date(Date.now() - clockSkew).toISOString();
}

/** Lets the slice that works now stop before its next wave; a check or run between slices is stopped at once. */
export function stopWork(): Envelope<null> {
  return envelope(() => {
    const work = currentWork();
    if (work && isOpen(work)) askToStop(work);
    return null;
  });
}

/** Keeps a person's answers to `Same person?`. */
export function answerSamePerson(answer: Parameters<Server['answerSamePerson']>[0]): Envelope<null> {
  return envelope(() => {
    signedIn();
    const journal = Journal.open();
    for (const key of answer.keys) {
      const line = journal.line(key);
      if (line?.samePerson !== undefined) journal.set({ ...line, memory: { ...line.memory, samePerson: { name: line.samePerson, same: answer.same } } });
    }
    journal.save();
    return null;
  });
}

/** Selects the cell of a row, wherever the row is by now. */
export function goToRow(where: Parameters<Server['goToRow']>[0]): Envelope<null> {
  return envelope(() => {
    const tab = openUsersTab();
    const { positions, rows } = namedRows(tab);
    const row = rows.find((one) => one.name === where.key);
    if (!row) throw new Trouble('noRow', `The row ${where.key.replace(/^Users!/, '')} is not on the Users tab any more.`, 'Check again.');
    const column = Journal.open().line(where.key)?.column;
    const id = userColumns.find((one) => one.id === column)?.id ?? 'email';
    book().setActiveSheet(tab.sheet);
    tab.sheet.getRange(`${columnLetters(positions[id] ?? 0)}${row.row}`).activate();
    return null;
  });
}

/** Every row that a person has to look at. */
export function getNeeds(): Envelope<readonly RowNote[]> {
  return envelope(() => (book().getSheetByName(usersName) ? needsOn(openUsersTab(), Journal.open()) : []));
}

export const getReadiness: Server['getReadiness'] = () => envelope(() => readiness(new Room(signedIn())));
export const getHandOff: Server['getHandOff'] = () => envelope(() => handOffLines(Journal.open(), signedIn()));
export const showPasswords: Server['showPasswords'] = (ask) => envelope(() => passwordsOf(ask.emails, signedIn()));

export const erasePasswords: Server['erasePasswords'] = (ask) =>
  envelope(() => {
    erase(ask.emails, signedIn());
    return null;
  });

export const setUpSpreadsheet: Server['setUpSpreadsheet'] = () => envelope(() => ({ says: setUp() }));
