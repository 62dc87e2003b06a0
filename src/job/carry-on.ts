import { slowLooks } from './environment/kept';
import { now, ports } from './ports';
import { background, endBackground, noteTrigger } from './keeping/background';
import { checkSlice } from './check';
import { signedIn } from './reach/identity';
import { blankProgress, freshProgress, isOf, lastBeat, lastProgress } from './progress';
import { lookAnew } from './keeping/stores';
import { Slice, sliceMilliseconds } from './slice';
import { runSlice } from './run';
import { Trouble } from './trouble';
import type { Progress } from './wire';
import { currentJob, isOpen, withLock, type Job } from './keeping/job-record';

/** Going on with whatever is under way: from the sidebar, a card or the background trigger. One at a time. */

/**
 * A run whose last sign of life is older may be gone on with by the background, or taken over by a check. In
 * milliseconds.
 */
const deadAfter = 90_000;

/** Runs `work` under the lock. Throws Trouble where somebody else has it. */
export function locked<T>(work: () => T): T {
  const done = withLock(() => ({ value: work() }));
  if (!done)
    throw new Trouble(
      'locked',
      {
        says: 'Seatsheet is working in this spreadsheet already.',
        remedy: 'Wait until that is finished, then try again.',
      },
      true,
    );
  return done.value;
}

/** Whether nobody has heard of the work for a while. */
export function isDead(work: Job): boolean {
  return now() - lastBeat(work) > deadAfter;
}

/**
 * One slice more, as the person who started it. `budget` in milliseconds, where the surface has less time than the
 * sidebar.
 */
export function nextSlice(budget?: number): Progress {
  return sliceBy('person', budget);
}

function sliceBy(carriedBy: 'person' | 'trigger', budget?: number): Progress {
  const slice = new Slice(signedIn(), budget);
  return locked(() => {
    const work = currentJob();
    if (!work) throw new Trouble('nothing', { says: 'Nothing is under way.', remedy: 'Check first.' });
    if (!isOpen(work)) return progressOf(work);
    if (work.startedBy !== slice.me)
      throw new Trouble('notYours', {
        says: `This was started by ${work.startedBy}.`,
        remedy:
          'Only that person can go on with it. Once it has been silent for two minutes, check again as yourself to take over.',
      });
    slice.loadLanes(work);
    const mine = { ...work, carriedBy };
    return work.phase === 'checking' ? checkSlice(mine, slice) : runSlice(mine, slice);
  });
}

/**
 * A trigger that comes this shortly before a work counts as dead waits for that: the next one is minutes away. A slice
 * that began with the trigger's making and was the last of its sidebar is silent for some 25 s when the first trigger
 * comes. In milliseconds.
 */
const worthWaiting = 75_000;

/**
 * The handler of the trigger: goes on with a run that nobody else carries on, and takes the trigger away when there is
 * none. After a slice of its own it waits for no silence: whoever opens the sidebar meanwhile has the lock, or waits
 * for it.
 */
export function continueInBackground(): void {
  noteTrigger();
  const begun = now();
  const work = currentJob();
  if (!work || !isOpen(work) || work.startedBy !== signedIn()) return endBackground();
  // What was waited is time of the same execution.
  if (work.carriedBy === 'trigger' || isSoonDead(work))
    unlessLocked(() => sliceBy('trigger', sliceMilliseconds - (now() - begun)));
}

/** Whether a work is dead, now or after a wait that is worth it. */
function isSoonDead(work: Job): boolean {
  const left = deadAfter - (now() - lastBeat(work));
  if (left > worthWaiting) return false;
  if (left >= 0) ports().clock.sleep(left + 1);
  lookAnew();
  return isDead(work);
}

/** A failure of a trigger is mailed to the person; that somebody else is at work is none. */
function unlessLocked(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Trouble) || error.code !== 'locked') throw error;
  }
}

/** The progress of what is under way or was last: a slice at work tells it itself, of one between slices it is kept. */
export function progressNow(): Progress | undefined {
  const fresh = freshProgress();
  if (fresh) return fresh;
  const work = currentJob();
  return work && progressOf(work);
}

/** The progress of a work, as it was last kept by the execution that carries it on. */
export function progressOf(work: Job): Progress {
  const known = lastProgress();
  return {
    ...(known && isOf(known, work) ? known : blankProgress(work)),
    phase: work.phase,
    more: isOpen(work),
    stopped: work.stopped,
    adrift: work.adrift,
    background: background(),
    silent: isOpen(work) && isDead(work),
    ...slowLooks(),
  };
}
