import type { Tools } from './tools';
import { isOthers, underWay } from '../state';
import { waitBeforeLook } from './look-pace';

/** After so many looks without an answer the page says that there is no news. */
const silence = 3;

/** Looks at the progress of the work while a slice of it is awaited. */
export function progressLooks({ store, call, sleep }: Tools) {
  let silent = 0;
  const shown = (): string => JSON.stringify(store.get().progress);

  /** Counts looks without an answer and says so when there are several running. */
  function heard(ok: boolean): void {
    silent = ok ? 0 : silent + 1;
    store.set({ noNews: silent >= silence });
  }

  /**
   * One look. An end is left to the slice itself to tell; a look that fails is made up for by the next one. What
   * somebody else did before is none.
   */
  async function look(isOver: () => boolean): Promise<void> {
    const answer = await call('getProgress');
    if (isOver()) return;
    heard(answer.ok);
    const who = store.get().desk?.who ?? null;
    if (answer.ok && underWay(answer.value) && !isOthers(answer.value, who)) store.set({ progress: answer.value });
  }

  /** Waits for `slice` and shows the progress meanwhile. */
  async function during<T>(slice: Promise<T>): Promise<T> {
    let over = false;
    const poll = async () => {
      for (let seen = shown(), unchanged = 0; ; ) {
        await sleep(waitBeforeLook(unchanged, store.get().progress?.lookEvery));
        if (over) return;
        await look(() => over);
        unchanged = shown() === seen ? unchanged + 1 : 0;
        seen = shown();
      }
    };
    void poll();
    try {
      return await slice;
    } finally {
      over = true;
    }
  }

  return { during, heard };
}
