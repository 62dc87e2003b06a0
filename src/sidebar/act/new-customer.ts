import type { CustomerForm, FieldComplaint } from '../../job/customers/wire';
import { ask, type Tools } from './tools';

/** A new customer: its form, and the rows that come of it. */
export function newCustomerActions(tools: Tools) {
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

  return { startCustomer, writeCustomer };
}
