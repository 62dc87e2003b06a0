import type { CustomerRules } from '../../job/customers/wire';
import { ask, type Tools } from './tools';

/** Settings about customers, which belong to everybody at the spreadsheet. */
export function customerRulesActions(tools: Tools) {
  const { store, call } = tools;

  async function showCustomerRules(): Promise<void> {
    store.set({ page: 'customerRules', rules: null });
    const rules = await ask(tools, 'Fetching the settings…', () => call('getCustomerRules'));
    if (rules) store.set({ rules });
  }

  /** Sends the settings; complaints come back beside them. */
  async function saveCustomerRules(sent: CustomerRules): Promise<void> {
    const rules = await ask(tools, 'Saving…', () => call('setCustomerRules', sent));
    if (rules) store.set({ rules, notice: rules.complaints.length ? '' : 'Saved for everybody at this spreadsheet.' });
  }

  return { showCustomerRules, saveCustomerRules };
}
