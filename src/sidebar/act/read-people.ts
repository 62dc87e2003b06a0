import type { Envelope } from '../../job/wire';
import { wireFailure, type Failure } from '../server';
import { ask, say, type Tools } from './tools';

const tooMany = wireFailure({
  code: 'tooMany',
  message: 'One execution does not get through the lists of this customer.',
  remedy: 'Try again at another time of day. Of customers with tens of thousands of people import a list instead.',
  retryable: false,
});

/** Asks again while reading an account goes on and comes further; null, with the trouble shown, where it does not. */
export async function whileReading<T extends { readonly more: boolean; readonly says: string }>(
  tools: Tools,
  customer: string,
  request: () => Promise<Envelope<T> | Failure>,
): Promise<T | null> {
  const { store } = tools;
  for (let busy = 'Reading the people of ' + customer + '…', before = ''; ; before = busy) {
    if (store.get().read?.stopping) return null;
    const answer = await ask(tools, busy, request);
    if (!answer?.more) return answer;
    if (answer.says === before) {
      say(store, tooMany);
      return null;
    }
    busy = answer.says;
  }
}

/** Reading people into rows, customer by customer: it can be stopped between two executions. */
export function readPeopleActions(tools: Tools) {
  const { store, call } = tools;

  /** Reads one customer after the other, each in as many executions as it takes, until somebody stops it. */
  async function readPeople(customers: readonly string[]): Promise<void> {
    store.set({ read: { done: [], stopping: false } });
    for (const customer of customers) {
      const answer = await whileReading(tools, customer, () => call('readPeople', { customer }));
      const read = store.get().read;
      if (!answer || !read)
        return endReading(read?.stopping ? 'Stopped. What was read stays: read again to go on.' : '');
      store.set({ read: { ...read, done: [...read.done, answer.says] } });
    }
    endReading('Read. Check the rows to see that nothing is to be done.');
  }

  function endReading(notice: string): void {
    const { read } = store.get();
    store.set({ busy: '', read: read && { ...read, over: true }, ...(notice ? { notice } : {}) });
  }

  function stopReading(): void {
    const { read } = store.get();
    if (read) store.set({ read: { ...read, stopping: true } });
  }

  return { readPeople, stopReading };
}
