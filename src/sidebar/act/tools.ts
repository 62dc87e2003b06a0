import type { StartPage, Envelope } from '../../job/wire';
import type { Call, Failure } from '../server';
import type { State } from '../state';
import type { Store } from '../store';

/** What every action works with; time is handed in. */
export interface Tools {
  readonly store: Store<State>;
  readonly call: Call;
  /** Lets milliseconds pass. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Shows what went wrong, with a way to try again where that can help. */
export function say(store: Store<State>, failure: Failure, again?: () => void): void {
  const { message, remedy, retryable } = failure;
  store.set({ trouble: { message, remedy, ...(retryable && again ? { again } : {}) } });
}

/** Waits for an answer with the buttons at rest; shows a failure and gives null for it. */
export async function ask<T>(
  tools: Tools,
  busy: string,
  request: () => Promise<Envelope<T> | Failure>,
): Promise<T | null> {
  const { store } = tools;
  store.set({ busy, trouble: null, notice: '' });
  const answer = await request();
  store.set({ busy: '' });
  if (answer.ok) return answer.value;
  say(store, answer);
  return null;
}

/** Reads the desk anew and shows it; null, with the trouble shown, where that failed. */
export function readStartPage(tools: Tools): Promise<StartPage | null> {
  return startPageOf(tools, tools.call('getStartPage'));
}

/** Shows the desk to a sidebar that begins, as far as it is known without the sheets; null as above. */
export function glanceAtStartPage(tools: Tools): Promise<StartPage | null> {
  return startPageOf(tools, tools.call('getStartPage', { opens: true, quick: true }));
}

async function startPageOf(tools: Tools, asked: Promise<Envelope<StartPage> | Failure>): Promise<StartPage | null> {
  const answer = await asked;
  if (!answer.ok) {
    say(tools.store, answer);
    return null;
  }
  tools.store.set({ desk: answer.value });
  return answer.value;
}
