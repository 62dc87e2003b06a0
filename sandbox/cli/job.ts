import type { PlanView, Progress, RowNote, Scope } from '../../src/job/wire';
import type { Answered } from './arguments';
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
  readonly samePerson: Answered;
  /** Left out: nothing else is answered with yes. */
  readonly yes?: Answered;
  /** What is chosen where a question has choices, by key. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly resume: boolean;
  /** `startedAt` of the work before this check. */
  readonly before?: string;
  /** Left out: the sidebar. */
  readonly surface?: Surface;
}

/** Rows ask for more only after they were answered: more questions than one row ever has. */
const mostRounds = 4;

/** Checks, answers what rows ask as wanted, and checks again while there is more. Throws ServerSaidNo, StayedDead. */
export function check(desk: Desk, wanted: CheckAsk): PlanView {
  let { startedAt: before } = checkOnce(desk, wanted);
  for (let round = 0; ; round++) {
    const plan = ask(desk.host, 'getPlan');
    const chosen = plan.needs.flatMap((note) => chosenFor(note, wanted));
    const keys = plan.needs.filter((note) => isAnswered(note, wanted)).map((note) => note.key);
    if (!(keys.length + chosen.length) || round === mostRounds) return plan;
    for (const one of chosen) ask(desk.host, 'answerQuestion', { ...one, yes: true });
    if (keys.length) ask(desk.host, 'answerQuestion', { keys, yes: true });
    before = checkOnce(desk, { ...wanted, before }).startedAt;
  }
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

/** The choice for a row that asks for one, once: what could not be done is not chosen again. */
function chosenFor({ question, key }: RowNote, { choices = {} }: CheckAsk): { keys: string[]; choice: string }[] {
  const choice = choices[key];
  if (!question?.choices || choice === undefined || question.given === choice) return [];
  return [{ keys: [key], choice }];
}

function isAnswered({ question, key }: RowNote, { samePerson, yes = 'none', choices = {} }: CheckAsk): boolean {
  if (question === undefined || question.given !== undefined) return false;
  if (question.choices && choices[key] !== undefined) return false;
  if (['samePerson', 'userId', 'restore'].includes(question.kind)) return isIn(samePerson, key);
  // A switch of subscriptions costs money: it is answered by its key alone.
  if (question.kind === 'switch') return [samePerson, yes].some((keys) => keys !== 'all' && isIn(keys, key));
  return isIn(yes, key);
}

function isIn(wanted: Answered, key: string): boolean {
  return wanted === 'all' || (wanted !== 'none' && wanted.includes(key));
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
