import type { Progress } from '../../src/job/wire';
import { Killed } from '../apps-script/port';
import { ask } from './desk';
import type { Desk } from './desk';

/** Work in slices, carried on as the sidebar carries it on, past executions that die. */

/** More slices than the largest job has; a server that never ends must not hang the caller. */
const mostSlices = 10_000;

/** After this time without a sign of life, work counts as dead and is taken up again. */
const deadAfter = 91_000;

/** The execution died and was not to be taken up again. */
export class StayedDead extends Error {
  override readonly name = 'StayedDead';
}

/** A piece of work: how it starts, and by which phases it is known again after its execution died. */
export interface Work {
  readonly start: () => Progress;
  /** One slice more; left out: as the sidebar does. */
  readonly goOn?: (before: Progress) => Progress;
  readonly phases: readonly Progress['phase'][];
  /** `startedAt` of the work before, which still shows where this piece died before it began. */
  readonly before?: string;
  /** False: an execution that dies stays dead. */
  readonly resume: boolean;
}

/** Starts work and goes on until there is no more of it. Throws StayedDead, and what the server throws. */
export function carryOut(desk: Desk, work: Work): Progress {
  const goOn = work.goOn ?? (() => ask(desk.host, 'continueWork'));
  let progress = survive(work.start, work);
  for (let slice = 0; slice < mostSlices; slice++) {
    if (progress && !progress.more) return progress;
    const before = progress;
    progress = survive(before ? () => goOn(before) : () => takeUp(desk, work), work);
  }
  throw new Error(`The work did not end in ${mostSlices} slices.`);
}

/** The progress of one slice; undefined where its execution died. */
function survive(slice: () => Progress, work: Work): Progress | undefined {
  try {
    return slice();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    if (!work.resume) throw new StayedDead(error.message);
    return undefined;
  }
}

/** What somebody finds who looks again a while later: triggers have run, and what was never begun is begun again. */
function takeUp(desk: Desk, work: Work): Progress {
  letTimePass(desk);
  const found = ask(desk.host, 'getStartPage').work;
  return found && found.startedAt !== work.before && work.phases.includes(found.phase) ? found : work.start();
}

function letTimePass({ clock, host }: Desk): void {
  clock.sleep(deadAfter);
  host.runDueTriggers();
}

/**
 * Work that an earlier session left under way is brought to its end; triggers may be quicker. That of somebody else is
 * dead after a while and gives way to new work.
 */
export function finishLeftOver(desk: Desk, goOn: NonNullable<Work['goOn']>): void {
  letTimePass(desk);
  const { work: left, who } = ask(desk.host, 'getStartPage');
  if (!left?.more || left.startedBy !== who?.email) return;
  carryOut(desk, {
    start: () => goOn(left),
    goOn,
    phases: ['checking', 'checked', 'running', 'finished', 'stopped'],
    resume: true,
  });
}
