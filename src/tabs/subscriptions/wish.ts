import type { PlanName, Sku } from '../../google/products';

/** What one row of the Subscriptions tab wishes, as types. A field that is left out means: leave it as it is. */

/** Renewal types of annual plans (Reseller API guide, "Manage subscriptions"). */
export type RenewalType =
  | 'AUTO_RENEW_MONTHLY_PAY' | 'AUTO_RENEW_YEARLY_PAY' | 'RENEW_CURRENT_USERS_MONTHLY_PAY' | 'RENEW_CURRENT_USERS_YEARLY_PAY'
  | 'RENEW_ON_PROPOSED_OFFER' | 'SWITCH_TO_PAY_AS_YOU_GO' | 'CANCEL';

/** The State column: what the subscription should be. */
export type SubscriptionState = 'Active' | 'Suspended' | 'Cancelled' | 'Handed to Google' | 'Paid service';

/** One row of the Subscriptions tab. */
export interface SubscriptionWish {
  /** Names the row: `acme.example/Google Workspace Business Starter`, as it stands in the cells (domain in lower case). */
  readonly key: string;
  /** The Customer cell: a domain in lower case, or a customer id as it stands. */
  readonly customer: string;
  readonly sku: Sku;
  readonly plan?: PlanName;
  /** The total number of seats, never a difference. */
  readonly seats?: number;
  readonly renewal?: RenewalType;
  readonly purchaseOrder?: string | null;
  readonly dealCode?: string;
  readonly state?: SubscriptionState;
}
