import { customer } from './customer';
import { dealCode, purchaseOrder } from './order-texts';
import { plan, renewal } from './plan';
import { product } from './product';
import { seats } from './seats';
import { state } from './state';

export type { SubscriptionsReadWith } from './sold';

/** What is agreed about a subscription: all but whose it is and of what. */
export const termFields = [plan, seats, renewal, purchaseOrder, dealCode, state] as const;

/** The columns that people fill in on the Subscriptions tab, in the order of the sheet. */
export const subscriptionFields = [customer, product, ...termFields] as const;
