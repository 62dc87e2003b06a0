import { checkCustomerDomain } from '../../google/limits';
import { now } from '../ports';
import { outcomeOf } from '../../table/status';
import type { CustomerColumn } from '../../tabs/customers/columns';
import type { NamedCustomer } from '../../tabs/customers/read';
import { customerRows, openCustomers, type CustomersTab } from './sheets';
import { cellOf } from '../rows/cells';
import { keptTokens, plainKey } from '../secrets/tokens';
import { Trouble } from '../trouble';
import type { CustomerLine } from './wire';
import type { Outcome } from '../wire';

/**
 * The Customers page of the sidebar: how every row of the tab stands, as its cells say it. No request to Google is
 * made.
 */

/** Every row of Customers. Throws Trouble where the tab is missing. */
export function customerLines(): readonly CustomerLine[] {
  const tab = openCustomers();
  const tokens = keptTokens(now());
  return customerRows(tab).map((row) => lineOf(tab, row, tokens));
}

/** Rows that say in Details what they need. */
const telling: readonly Outcome[] = ['waiting', 'blocked', 'failed', 'stale', 'notReached'];

/** A customer of ours that has ordered nothing yet has no terms either, and nothing to transfer. */
const inOrder: readonly Outcome[] = ['done', 'settled'];

function lineOf(tab: CustomersTab, { name, key, row }: NamedCustomer, tokens: ReadonlySet<string>): CustomerLine {
  const cell = (id: CustomerColumn): string => cellOf(tab, row, id);
  const outcome = outcomeOf(cell('status')) ?? 'notChecked';
  const terms = cell('terms');
  return {
    key: name,
    name: key ?? `row ${row}`,
    organisation: cell('organisation'),
    row,
    terms,
    domainVerified: cell('verified'),
    needs: telling.includes(outcome)
      ? cell('details')
      : outcome === 'notChecked' && cell('customerId') === ''
        ? 'Not checked yet.'
        : '',
    hasToken: tokens.has(plainKey(name)),
    transfer: key !== undefined && terms === '' && !inOrder.includes(outcome),
    remind: terms.startsWith('waiting'),
    consoleUrl: cell('customerId') === '' ? '' : consoleUrl(cell('domain').toLowerCase()),
  };
}

/**
 * The Admin console of a customer, where a reseller signs in with its own account ("Sign in to your Admin console",
 * support.google.com/a/answer/182076), or ''. No cell is ever a link: whoever edits the sheet may write another one.
 */
function consoleUrl(domain: string): string {
  return checkCustomerDomain(domain) === undefined ? `https://admin.google.com/${domain}` : '';
}

/** The row of a customer by its name in the journal, wherever it is by now. Throws Trouble where it is gone. */
export function customerRow(tab: CustomersTab, key: string): NamedCustomer & { readonly key: string } {
  const found = customerRows(tab).find(({ name }) => name === key);
  if (found?.key === undefined)
    throw new Trouble('noRow', {
      says: 'The row of this customer is not on the Customers tab any more.',
      remedy: 'Open the page again.',
    });
  return { ...found, key: found.key };
}
