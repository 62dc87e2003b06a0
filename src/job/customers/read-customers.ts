import { planWord, renewalWord } from '../../google/plans';
import { findSku } from '../../google/products';
import type { ResoldCustomer, Subscription } from '../../google/reseller-resources';
import { cellsFrom } from '../../table/cells-from';
import type { CustomerColumn } from '../../tabs/customers/columns';
import { customerFields, type } from '../../tabs/customers/fields';
import type { SubscriptionColumn } from '../../tabs/subscriptions/columns';
import { googleSays } from '../../tabs/subscriptions/google-says';
import {
  customerIn,
  openCustomers,
  openSubscriptions,
  skuIn,
  type CustomersTab,
  type SubscriptionsTab,
} from './sheets';
import { customersSold, lookAtCustomers, type Seen, type Sold } from './at-google';
import type { Slice } from '../slice';
import { customerState } from './customer-state';
import { addRows, cellOf, type Cells } from '../rows/cells';

/**
 * Customers and subscriptions that Google has and the sheet has not: each becomes a row. No row that is there is
 * touched.
 */

/** Adds what is missing, as far as the time goes. Needs the lock. */
export function readCustomers(slice: Slice): { readonly says: string; readonly more: boolean } {
  const sold = customersSold(slice);
  const missing = withoutRow(openCustomers(), sold);
  const seen = lookAtCustomers(slice, missing);
  // Rows may have been typed while Google was asked.
  const tab = openCustomers();
  const added = withoutRow(tab, seen);
  addRows(
    tab,
    added.map((one) => customerCells(one, slice.now())),
  );
  const left = missing.length - seen.length;
  const unread = new Set(missing.slice(seen.length).map(({ id }) => id));
  const orders = addSubscriptions(
    sold.filter(({ id }) => !unread.has(id)),
    slice.now(),
  );
  return { says: told({ customers: added.length, orders, left }), more: left > 0 };
}

function told({
  customers,
  orders,
  left,
}: {
  readonly customers: number;
  readonly orders: number;
  readonly left: number;
}): string {
  const found =
    customers + orders
      ? `Added ${counted(customers, 'customer')} and ${counted(orders, 'subscription')}. No other row was changed.`
      : 'Every customer and subscription that Google has is in the sheet already.';
  return left
    ? `${found} The time was over with ${counted(left, 'customer')} left: choose this again to go on.`
    : found;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A row is a customer's by its id; without one, by its domain. */
function withoutRow<Of extends Sold>(tab: CustomersTab, sold: readonly Of[]): readonly Of[] {
  const ids = new Set<string>();
  const domains = new Set<string>();
  tab.text.values.forEach((_, at) => {
    const id = cellOf(tab, at + 1, 'customerId').toLowerCase();
    if (id) ids.add(id);
    else domains.add(customerIn(cellOf(tab, at + 1, 'domain')));
  });
  return sold.filter(({ id, domain }) => !ids.has(id.toLowerCase()) && !domains.has(domain));
}

function customerCells(one: Seen, now: string): Cells<CustomerColumn> {
  const { id, domain, settings } = one;
  return {
    domain: settings?.customerDomain || domain,
    customerId: id,
    ...(settings ? settingCells(settings) : {}),
    ...customerState(one, undefined, now),
    updated: now,
  };
}

function settingCells(settings: ResoldCustomer): Cells<CustomerColumn> {
  const { customerType, primaryAdmin } = settings;
  return {
    ...cellsFrom(customerFields, settings),
    type: type.shown(customerType),
    ...(customerType === 'team' ? { primaryAdmin } : {}),
  };
}

/** Adds subscriptions without a row; gives how many. Those that are over are left out. */
function addSubscriptions(sold: readonly Sold[], now: string): number {
  const tab = openSubscriptions();
  const known = ordersOn(tab);
  const missing = sold.flatMap((customer) => {
    // Several teams may use one domain: then only the id tells whose a subscription is.
    const isAlone =
      customer.domain !== '' && sold.every((other) => other === customer || other.domain !== customer.domain);
    const names = [customer.id, ...(isAlone ? [customer.domain] : [])];
    const open = customer.subscriptions.filter(
      ({ status, skuId }) =>
        status !== 'CANCELLED' && !names.some((name) => known.has(`${name.toLowerCase()} ${skuId}`)),
    );
    return open.map((one) => ({ customer: names[names.length - 1] ?? '', ...orderCells(one, now) }));
  });
  addRows(tab, missing);
  return missing.length;
}

/** Customer and SKU of every row, as far as they can be told. */
function ordersOn(tab: SubscriptionsTab): ReadonlySet<string> {
  return new Set(
    tab.text.values.map(
      (_, at) => `${customerIn(cellOf(tab, at + 1, 'customer'))} ${skuIn(cellOf(tab, at + 1, 'product'))}`,
    ),
  );
}

function orderCells(one: Subscription, now: string): Cells<SubscriptionColumn> {
  const listed = findSku(one.skuId);
  return {
    product: 'found' in listed ? listed.found.name : one.skuName || one.skuId,
    plan: planWord(one.planName),
    seats: one.seats ? String(one.seats) : '',
    renewal: renewalWord(one.renewalType),
    purchaseOrder: one.purchaseOrderId,
    googleSays: googleSays(one),
    updated: now,
  };
}
