import { formOf, textIn, wordIn, yesIn } from '../arguments';
import { now } from '../ports';
import { locked } from '../carry-on';
import { mailKinds, sendMail, writeMail } from './customer-mail';
import { ownAccount } from './own-settings';
import { customerRules, takeRules } from './settings';
import { customerLines, customerRow } from './page';
import { openCustomers } from './sheets';
import { identity, signedIn } from '../reach/identity';
import { customerChoices, customerFields, writeCustomer } from './new-customer';
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
export const newCustomer: Server['newCustomer'] = (form: unknown) =>
  envelope(() => {
    const typed = formOf(form, customerFields);
    administrator();
    return locked(() => writeCustomer(typed));
  });

/** How every row of Customers stands, as its cells say it. */
export const getCustomers: Server['getCustomers'] = () =>
  envelope(() => {
    signedIn();
    return customerLines();
  });

/** Takes a transfer token into the vault of the person signed in. */
export const keepTransferToken: Server['keepTransferToken'] = (ask: unknown) =>
  envelope(() => {
    const [key, token] = [textIn(ask, 'key'), textIn(ask, 'token')];
    administrator();
    const row = customerRow(openCustomers(), key);
    if (token === '') forgetToken(row.key);
    else keepToken(row.key, token, now());
    return null;
  });

/** A mail to a customer, to be read before it is sent. */
export const customerMail: Server['customerMail'] = (ask: unknown) =>
  envelope(() => {
    const wanted = { key: textIn(ask, 'key'), kind: wordIn(ask, 'kind', mailKinds) };
    administrator();
    return writeMail(wanted);
  });

/** Sends a mail that was shown, once. */
export const sendCustomerMail: Server['sendCustomerMail'] = (ask: unknown) =>
  envelope(() => {
    const id = textIn(ask, 'id');
    administrator();
    return locked(() => ({ says: sendMail(id) }));
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
export const setCustomerRules: Server['setCustomerRules'] = (rules: unknown) =>
  envelope(() => {
    const typed = { ...formOf(rules, ['publicId', 'countries']), letPeopleThrough: yesIn(rules, 'letPeopleThrough') };
    const slice = administrator();
    return locked(() => takeRules(typed, { account: ownAccount(), by: slice.me, at: slice.now() }));
  });
