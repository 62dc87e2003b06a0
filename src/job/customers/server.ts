import { now } from '../ports';
import { locked } from '../carry-on';
import { sendMail, writeMail } from './customer-mail';
import { ownAccount } from './own-settings';
import { customerRules, takeRules } from './settings';
import { customerLines, customerRow } from './page';
import { openCustomers } from './sheets';
import { identity, signedIn } from '../reach/identity';
import { customerChoices, writeCustomer } from './new-customer';
import { readCustomers as read } from './read-customers';
import { refreshCustomers as refresh } from './refresh-customers';
import { Slice } from '../slice';
import { forgetToken, keepToken } from '../secrets/tokens';
import { envelope } from '../trouble';
import type { Server } from '../wire';

/**
 * What the sidebar may call about customers. Everybody who can open the spreadsheet can call these, with any argument:
 * each checks both.
 */

/**
 * The person signed in, where that is an administrator of a Google account. Throws Trouble and NobodyServes for anybody
 * else.
 */
function administrator(): Slice {
  const slice = new Slice(signedIn());
  identity(slice);
  return slice;
}

/** What the form for a new customer offers in its drop-downs. */
export const getCustomerChoices: Server['getCustomerChoices'] = () =>
  envelope(() => {
    signedIn();
    return customerChoices();
  });

/** Writes the rows of a new customer; nothing is sent to Google. */
export const newCustomer: Server['newCustomer'] = (form) =>
  envelope(() => {
    administrator();
    return locked(() => writeCustomer(form));
  });

/** How every row of Customers stands, as its cells say it. */
export const getCustomers: Server['getCustomers'] = () =>
  envelope(() => {
    signedIn();
    return customerLines();
  });

/** Takes a transfer token into the vault of the person signed in. */
export const keepTransferToken: Server['keepTransferToken'] = ({ key, token }) =>
  envelope(() => {
    administrator();
    const row = customerRow(openCustomers(), String(key));
    if (token === '') forgetToken(row.key);
    else keepToken(row.key, String(token), now());
    return null;
  });

/** A mail to a customer, to be read before it is sent. */
export const customerMail: Server['customerMail'] = (ask) =>
  envelope(() => {
    administrator();
    return writeMail(ask);
  });

/** Sends a mail that was shown, once. */
export const sendCustomerMail: Server['sendCustomerMail'] = (ask) =>
  envelope(() => {
    administrator();
    return locked(() => ({ says: sendMail(String(ask.id)) }));
  });

/** Adds rows for customers and subscriptions that Google has and the sheet has not. */
export const readCustomers: Server['readCustomers'] = () => envelope(() => fromGoogle(read));
/** Looks again how customers and subscriptions stand. */
export const refreshCustomers: Server['refreshCustomers'] = () => envelope(() => fromGoogle(refresh));

function fromGoogle(work: typeof read): ReturnType<typeof read> {
  const slice = new Slice(signedIn());
  const { says, more } = locked(() => work(slice));
  return { says, more };
}

/** The settings about customers. */
export const getCustomerRules: Server['getCustomerRules'] = () =>
  envelope(() => {
    return customerRules(ownAccount());
  });

/** Changes the settings about customers, for everybody at the spreadsheet. */
export const setCustomerRules: Server['setCustomerRules'] = (rules) =>
  envelope(() => {
    const slice = administrator();
    return locked(() => takeRules(rules, { account: ownAccount(), by: slice.me, at: slice.now() }));
  });
