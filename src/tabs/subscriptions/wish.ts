import type { Sku } from '../../google/products';
import type { WishOf } from '../../table/field';
import type { subscriptionFields } from './fields';

/** One row of the Subscriptions tab: what its cells say, of whose subscription and of what. */
export type SubscriptionWish = WishOf<typeof subscriptionFields> & {
  /**
   * Names the row: `acme.example/Google Workspace Business Starter`, as it stands in the cells (domain in lower case).
   */
  readonly key: string;
  readonly customer: string;
  readonly product: Sku;
};
