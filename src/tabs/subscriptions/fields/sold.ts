import type { Sku } from '../../../google/products';
import type { Subscription } from '../../../google/reseller-resources';
import { Fields } from '../../../table/field';

/** What is known around the sheet when the tab is read. */
export interface SubscriptionsReadWith {
  /** SKUs met in the accounts beyond the catalogue. */
  readonly skus: readonly Sku[];
  /** The type of a customer, by its domain in lower case or its customer id; undefined where it is not known. */
  typeOf(customer: string): 'domain' | 'team' | undefined;
}

/**
 * Makes the columns of the Subscriptions tab. They are only seen at Google: no body carries a subscription back, each
 * change is a call of its own (`../changes.ts`).
 */
export const sold = new Fields<Subscription, SubscriptionsReadWith>();
