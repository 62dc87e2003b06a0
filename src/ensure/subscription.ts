import type { RenewalType, SubscriptionState } from '../google/plans';
import type { PlanName, Sku } from '../google/products';

/** What somebody orders, or wants of a subscription that is there. What is left out stays as it is. */
export interface Order {
  readonly sku: Sku;
  readonly plan?: PlanName;
  /** The total number of seats, never a difference. */
  readonly seats?: number;
  readonly renewal?: RenewalType;
  readonly purchaseOrder?: string | null;
  readonly dealCode?: string;
  readonly state?: SubscriptionState;
}
