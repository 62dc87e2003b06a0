import type { CustomerForm, FieldComplaint, MailKind } from '../../apps-script/wire';
import { focusGrid } from '../server';
import { ask, say, type Tools } from './tools';

/** Customers: a new one, how they stand, tokens and mails, and what Google knows of them. */
export function customerActions(tools: Tools) {
  const { store, call } = tools;

  async function startCustomer(): Promise<void> {
    store.set({ page: 'newCustomer', made: null, trouble: null, notice: '' });
    if (store.get().choices) return;
    const choices = await ask(tools, 'Fetching what can be chosen…', () => call('getCustomerChoices'));
    if (choices) store.set({ choices });
  }

  /** Writes the rows of a customer; gives what is wrong with the form, or nothing where they were written. */
  async function writeCustomer(form: CustomerForm): Promise<readonly FieldComplaint[]> {
    const rows = await ask(tools, 'Writing the rows…', () => call('newCustomer', form));
    if (rows && !rows.complaints.length) store.set({ made: rows });
    return rows?.complaints ?? [];
  }

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
    const customers = store.get().customers?.map((line) => (line.key === key ? { ...line, hasToken: token !== '' } : line)) ?? null;
    const notice = token === '' ? 'Forgotten.' : 'Kept for 30 days, for you alone. Check the row to go on with the transfer.';
    store.set({ customers, trouble: null, notice });
    return true;
  }

  async function showMail(key: string, kind: MailKind): Promise<void> {
    const mail = await ask(tools, 'Writing the mail…', () => call('customerMail', { key, kind }));
    if (mail) store.set({ mail, page: 'customerMail' });
  }

  async function sendMail(id: string): Promise<void> {
    const sent = await ask(tools, 'Sending…', () => call('sendCustomerMail', { id }));
    if (sent) store.set({ page: 'customers', mail: null, notice: sent.says });
  }

  const backToCustomers = (): void => store.set({ page: 'customers', mail: null, trouble: null, notice: '' });

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

  return { startCustomer, writeCustomer, showCustomers, keepToken, showMail, sendMail, backToCustomers, readCustomers, refreshCustomers, goToCustomer };
}
