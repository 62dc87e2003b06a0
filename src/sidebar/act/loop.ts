import type { Envelope, Progress } from '../../job/wire';
import type { Failure } from '../server';
import { underWay } from '../state';
import { jobEnds } from './ends';
import { progressLooks } from './look';
import { say, type Tools } from './tools';

/** Another slice still works, of this sidebar before it was opened anew or of the trigger: it will end. */
const another = 'locked';

/** An answer of the server about work. */
export type Answer = Envelope<Progress> | Failure;

/** A slice that moved nothing is followed by a rest, so that a server that is busy is not called without pause. */
const rest = 2_000;
const longestRest = 10_000;
/** Somebody else's work is watched less often: each look costs an execution. */
const watchEvery = 5_000;
/**
 * So often a refused slice is tried again while nothing moves, a little later each time: about three minutes in all.
 */
const patience = 20;

/** The loop of a check or a run: slice after slice until the work has ended. */
export function jobLoop(tools: Tools) {
  const { store, call, sleep } = tools;
  const looks = progressLooks(tools);
  const ends = jobEnds(tools);
  const left = () => store.get().progress?.left ?? -1;
  let watching = 0;

  /** Ends the watching: from now on this sidebar has work of its own. */
  const leave = (): void => {
    watching += 1;
  };

  /** Looks on while somebody else's work goes on. */
  async function watch(): Promise<void> {
    leave();
    const mine = watching;
    store.set({ page: 'running', working: true, trouble: null, notice: '' });
    for (;;) {
      await sleep(Math.max(watchEvery, store.get().progress?.lookEvery ?? 0));
      const answer = await call('getProgress');
      if (mine !== watching) return;
      looks.heard(answer.ok);
      if (!answer.ok) continue;
      store.set({ progress: answer.value });
      if (!underWay(answer.value)) return ends.watchedEnd(answer.value);
    }
  }

  function giveUp(failure: Failure): void {
    store.set({ working: false, stopping: false });
    say(store, failure, () => void carryOn(null));
  }

  /** Carries the work on from the answer that came last; null: from wherever it is. */
  async function carryOn(first: Answer | null): Promise<void> {
    store.set({ page: 'running', working: true, busy: '', trouble: null, notice: '' });
    let answer = first ?? (await looks.during(call('continueWork')));
    for (let misses = 0, before = -1; ; ) {
      if (answer.ok) store.set({ progress: answer.value, noNews: false });
      misses = answer.ok || left() !== before ? 0 : misses + 1;
      if (answer.ok && !answer.value.more) return underWay(answer.value) ? watch() : ends.ended(answer.value);
      if (!answer.ok && (misses >= patience || !(answer.retryable || answer.code === another))) return giveUp(answer);
      if (left() === before) await looks.during(sleep(Math.min(longestRest, rest * (1 + misses))));
      before = left();
      answer = await looks.during(call('continueWork'));
    }
  }

  return { carryOn, watch, leave, during: looks.during };
}
