import type { MailKind } from '../../job/customers/wire';
import { ask, type Tools } from './tools';

/** Mails to customers: shown first, then sent. */
export function customerMailActions(tools: Tools) {
  const { store, call } = tools;

  async function showMail(key: string, kind: MailKind): Promise<void> {
    const mail = await ask(tools, 'Writing the mail…', () => call('customerMail', { key, kind }));
    if (mail) store.set({ mail, page: 'customerMail' });
  }

  async function sendMail(id: string): Promise<void> {
    const sent = await ask(tools, 'Sending…', () => call('sendCustomerMail', { id }));
    if (sent) store.set({ page: 'customers', mail: null, notice: sent.says });
  }

  const backToCustomers = (): void => store.set({ page: 'customers', mail: null, trouble: null, notice: '' });

  return { showMail, sendMail, backToCustomers };
}
