import type { Order } from '../../ensure/subscription';
import type { RenewalType, SubscriptionState } from '../../google/plans';

/** What one row of the Subscriptions tab wishes, as types. A field that is left out means: leave it as it is. */

export type { RenewalType, SubscriptionState };

/** One row of the Subscriptions tab. */
export interface SubscriptionWish extends Order {
  /**
   * Names the row: `acme.example/Google Workspace Business Starter`, as it stands in the cells (domain in lower case).
   */
  readonly key: string;
  /** The Customer cell: a domain in lower case, or a customer id as it stands. */
  readonly customer: string;
}
