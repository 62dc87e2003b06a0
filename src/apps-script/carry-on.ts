import { background, endBackground } from './background';
import { checkSlice } from './check-work';
import { signedIn } from './identity';
import { lastBeat, lastProgress } from './progress';
import { Room } from './room';
import { runSlice } from './run-work';
import { Trouble } from './trouble';
import type { Progress } from './wire';
import { currentWork, isOpen, withLock, type Work } from './work-record';

/** Going on with whatever is under way: from the sidebar, a card or the background trigger. One at a time. */

/** A run whose last sign of life is older may be gone on with by the background, or taken over by a check. In milliseconds. */
const deadAfter = 90_000;

/** Runs `work` under the lock. Throws Trouble where somebody else has it. */
export function locked<T>(work: () => T): T {
  const done = withLock(() => ({ value: work() }));
  if (!done) throw new Trouble('locked', 'Seatsheet is working in this spreadsheet already.', 'Wait until that is finished, then try again.', true);
  return done.value;
}

/** Whether nobody has heard of the work for a while. */
export function isDead(work: Work): boolean {
  return Date.now() - lastBeat(work) > deadAfter;
}

/** One slice more, as the person who started it. `budget` in milliseconds, where the surface has less time than the sidebar. */
export function nextSlice(budget?: number): Progress {
  const room = new Room(signedIn(), budget);
  return locked(() => {
    const work = currentWork();
    if (!work) throw new Trouble('nothing', 'Nothing is under way.', 'Check first.');
    if (!isOpen(work)) return progressOf(work);
    if (work.startedBy !== room.me) throw new Trouble('notYours', `This was started by ${work.startedBy}.`, 'Only that person can go on with it. Once it has been silent for two minutes, check again as yourself to take over.');
    room.loadLanes(work);
    return work.phase === 'checking' ? checkSlice(work, room) : runSlice(work, room);
  });
}

/** The handler of the trigger: goes on with a run that nobody else carries on, and takes the trigger away when there is none. */
export function continueInBackground(): void {
  const work = currentWork();
  if (!work || !isOpen(work) || work.startedBy !== signedIn()) return endBackground();
  if (isDead(work)) nextSlice();
}

/** The progress of a work, as it was last written by the execution that carries it on. */
export function progressOf(work: Work): Progress {
  const known = lastProgress();
  const base = known && known.startedAt === work.startedAt ? known : blankProgress(work);
  return { ...base, phase: work.phase, more: isOpen(work), stopped: work.stopped, adrift: work.adrift, background: background() };
}

function blankProgress(work: Work): Progress {
  return {
    phase: work.phase, more: isOpen(work), startedBy: work.startedBy, startedAt: work.startedAt, rows: work.total, done: 0, counts: {}, now: [],
    waitsFor: '', perMinute: 0, secondsLeft: 0, needs: [], stopped: work.stopped, adrift: work.adrift,
  };
}
