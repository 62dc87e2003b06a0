import { arm } from '../../job/reach/arming';
import { readCustomers, refreshCustomers } from '../../job/customers/server';
import { switchDaily } from '../daily-refresh';
import { openAt, tell } from './menu';
import { Trouble } from '../../job/trouble';
import type { Server } from '../../job/wire';

/** Menu entries about customers. */

export const openNewCustomer = (): void => {
  openAt('newCustomer');
};
/** Opens the sidebar at the customers. */
export const openCustomerOverview = (): void => {
  openAt('customers');
};
/** Opens the sidebar at the settings about customers. */
export const openCustomerSettings = (): void => {
  openAt('customerSettings');
};
/** Reads customers from Google and says what was added. */
export const readCustomersFromMenu = (): void => {
  tell(() => saidBy(readCustomers));
};
/** Refreshes how customers stand and says what was looked at. */
export const refreshCustomersFromMenu = (): void => {
  tell(() => saidBy(refreshCustomers));
};
/** Turns the daily refresh on or off. */
export const switchDailyRefresh = (): void => {
  tell(switchDaily);
};

function saidBy(work: Server['refreshCustomers']): string {
  const answer = work();
  if (!answer.ok) throw new Trouble(answer.code, { says: answer.message, remedy: answer.remedy }, answer.retryable);
  return answer.value.says;
}

/** Asks for the domain of one's account, which arms deleting and cancelling for half an hour. */
export function askArming(): void {
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(
    'Arm deleting and cancelling',
    'Deleting people (after 20 days) and cancelling a subscription or handing it to Google cannot be taken back. To allow it for 30 minutes, for you alone, type the primary domain of your account.',
    ui.ButtonSet.OK_CANCEL,
  );
  if (asked.getSelectedButton() === ui.Button.OK) tell(() => arm(asked.getResponseText()));
}
