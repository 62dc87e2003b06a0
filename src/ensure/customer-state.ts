import { Blocked } from '../engine/outcome';
import { ask, confirm, once, type Procedure } from '../engine/procedure';
import { consoles } from '../google/consoles';
import { resoldCustomerFact, subscriptionsFact } from '../google/facts';
import type { ResoldCustomer, Subscription } from '../google/reseller-resources';
import type { CustomerAsked, CustomerFound } from './customer';

/** How a customer stands at Google by now: its settings, what it bought, whether it came over to us. */

type Seller = Pick<CustomerAsked, 'reseller'>;

/** The customer's settings as the reseller sees them. Throws Blocked where Google shows it no more. */
export function* settingsOf({ reseller }: Seller, { customerId, domain }: CustomerFound): Procedure<ResoldCustomer> {
  const customer = yield* ask(resoldCustomerFact(reseller, customerId));
  if (!customer)
    throw new Blocked(
      `Google shows no customer ${customerId} (${domain}) any more.`,
      `Look it up in the ${consoles.partnerCustomers.path}.`,
    );
  return customer;
}

/** All that the customer bought from the reseller, cancelled or not. */
export function* boughtBy(
  { reseller }: Seller,
  { account, customerId }: CustomerFound,
): Procedure<readonly Subscription[]> {
  return (yield* ask(subscriptionsFact(reseller))).filter(
    (one) => one.customerId === customerId || one.customerId === account,
  );
}

/** Whether its rows on Subscriptions have made somebody else's customer ours: looked up once, when they have ended. */
export function* isTransferred({ reseller, wish }: CustomerAsked, { customerId }: CustomerFound): Procedure<boolean> {
  return yield* once(`transferred:${wish.key}`, function* (): Procedure<boolean> {
    return (yield* confirm(resoldCustomerFact(reseller, customerId)))?.ours ?? false;
  });
}

/** Whether a subscription waits until the customer accepts the terms (Reseller API reference, suspensionReasons). */
export function termsArePending(subscriptions: readonly Subscription[]): boolean {
  return subscriptions.some((one) => one.suspensionReasons.includes('PENDING_TOS_ACCEPTANCE'));
}
