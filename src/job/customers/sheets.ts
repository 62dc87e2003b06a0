import { asciiDomain } from '../../engine/domain-names';
import { findSku } from '../../google/products';
import { customerColumns, type CustomerColumn } from '../../tabs/customers/columns';
import { nameCustomers, type NamedCustomer } from '../../tabs/customers/read';
import { subscriptionColumns, type SubscriptionColumn } from '../../tabs/subscriptions/columns';
import { openTab, type OpenTab } from '../rows/cells';

/** The tabs Customers and Subscriptions for what is no check and no run: found, and their rows by name. */

/** The Customers tab, open. */
export type CustomersTab = OpenTab<CustomerColumn>;
/** The Subscriptions tab, open. */
export type SubscriptionsTab = OpenTab<SubscriptionColumn>;

/** Opens the Customers tab. Throws Trouble where it is missing or cannot be read. */
export const openCustomers = (): CustomersTab => openTab('Customers', customerColumns);
/** Opens the Subscriptions tab. Throws Trouble where it is missing or cannot be read. */
export const openSubscriptions = (): SubscriptionsTab => openTab('Subscriptions', subscriptionColumns);

/** The rows of Customers that wish something, by name (`Customers!acme.example`). */
export function customerRows({ text }: CustomersTab): readonly NamedCustomer[] {
  return nameCustomers(text.values).rows;
}

/** The customer that a cell names, as Google names it: a domain of the letters a–z, or an id, in lower case. */
export function customerIn(cell: string): string {
  return asciiDomain(cell).toLowerCase();
}

/** The SKU id that a Product cell names, or the cell itself. */
export function skuIn(product: string): string {
  const found = findSku(product);
  return 'found' in found ? found.found.skuId : product;
}
