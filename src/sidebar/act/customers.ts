import { focusGrid } from '../server';
import { ask, say, type Tools } from './tools';

/** Customers: how they stand, their tokens, and what Google knows of them. */
export function customerActions(tools: Tools) {
  const { store, call } = tools;

  async function readLines(): Promise<void> {
    const customers = await ask(tools, 'Looking at the Customers tab…', () => call('getCustomers'));
    if (customers) store.set({ customers });
  }

  function showCustomers(): Promise<void> {
    store.set({ page: 'customers', customers: null });
    return readLines();
  }

  /** Keeps a token with the person; whether it was taken. */
  async function keepToken(key: string, token: string): Promise<boolean> {
    const kept = await call('keepTransferToken', { key, token });
    if (!kept.ok) {
      say(store, kept);
      return false;
    }
    const customers =
      store.get().customers?.map((line) => (line.key === key ? { ...line, hasToken: token !== '' } : line)) ?? null;
    const notice =
      token === '' ? 'Forgotten.' : 'Kept for 30 days, for you alone. Check the row to go on with the transfer.';
    store.set({ customers, trouble: null, notice });
    return true;
  }

  async function fromGoogle(busy: string, name: 'readCustomers' | 'refreshCustomers'): Promise<void> {
    const done = await ask(tools, busy, () => call(name));
    if (!done) return;
    await readLines();
    store.set({ notice: done.says });
  }

  const readCustomers = (): Promise<void> => fromGoogle('Reading your customers from Google…', 'readCustomers');
  const refreshCustomers = (): Promise<void> => fromGoogle('Asking Google how they stand…', 'refreshCustomers');

  /** Selects the row in the sheet and gives it the keyboard. */
  async function goToCustomer(key: string): Promise<void> {
    const answer = await call('goToRow', { key });
    if (!answer.ok) return say(store, answer);
    store.set({ trouble: null });
    focusGrid();
  }

  return { showCustomers, keepToken, readCustomers, refreshCustomers, goToCustomer };
}
