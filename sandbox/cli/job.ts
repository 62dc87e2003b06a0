import type { PlanView, Progress, RowNote, Scope } from '../../src/job/wire';
import type { SamePerson } from './arguments';
import { ask } from './desk';
import type { Desk } from './desk';
import { carryOut } from './drive';
import type { Surface } from './surface';
import { surfaceOf } from './surfaces';

/** The main job: check, answer what is asked, approve, run. */

/** What is to be checked. */
export interface CheckAsk {
  readonly scope: Scope;
  readonly action: string;
  readonly samePerson: SamePerson;
  readonly resume: boolean;
  /** `startedAt` of the work before this check. */
  readonly before?: string;
  /** Left out: the sidebar. */
  readonly surface?: Surface;
}

/** Checks, answers `Same person?` as asked and then checks again. Throws ServerSaidNo, StayedDead. */
export function check(desk: Desk, wanted: CheckAsk): PlanView {
  const { startedAt } = checkOnce(desk, wanted);
  const plan = ask(desk.host, 'getPlan');
  const keys = plan.needs.filter((note) => isSaidToBeSame(note, wanted.samePerson)).map((note) => note.key);
  if (!keys.length) return plan;
  ask(desk.host, 'answerQuestion', { keys, yes: true });
  checkOnce(desk, { ...wanted, before: startedAt });
  return ask(desk.host, 'getPlan');
}

function checkOnce(
  desk: Desk,
  { scope, action, resume, before, surface = surfaceOf('sidebar', desk) }: CheckAsk,
): Progress {
  const start = () => surface.startCheck({ scope, action });
  return carryOut(desk, {
    start,
    goOn: surface.goOn,
    phases: ['checking', 'checked'],
    resume,
    ...(before === undefined ? {} : { before }),
  });
}

function isSaidToBeSame(note: RowNote, samePerson: SamePerson): boolean {
  if (note.question === undefined || samePerson === 'none') return false;
  // A switch of subscriptions costs money: it is answered by its key alone.
  return samePerson === 'all' ? note.question.kind === 'samePerson' : samePerson.includes(note.key);
}

/** Approves a plan with a yes to whatever it asks, and runs it to its end. Throws ServerSaidNo, StayedDead. */
export function run(
  desk: Desk,
  { planId }: PlanView,
  { resume, surface = surfaceOf('sidebar', desk) }: Pick<CheckAsk, 'resume' | 'surface'>,
): Progress {
  return carryOut(desk, {
    start: () => surface.startRun(planId),
    goOn: surface.goOn,
    phases: ['running', 'finished', 'stopped'],
    resume,
  });
}

/** Everybody whose first password waits for the person at the sheet, with it. */
export function handOff(desk: Desk): readonly { readonly email: string; readonly password: string }[] {
  const emails = ask(desk.host, 'getHandOff').map((line) => line.email);
  const shown = emails.length ? ask(desk.host, 'showPasswords', { emails }) : [];
  return shown.map(({ email, password }) => ({ email, password }));
}
