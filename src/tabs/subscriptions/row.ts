import type { Answer } from '../../engine/question';
import type { CustomerAsked } from '../../ensure/customer';
import type { Agreed } from '../../table/compare';
import type { SubscriptionWish } from './wish';

/** A row of the Subscriptions tab on its way. */

/** What the journal remembers of a subscription's row. */
export interface SubscriptionMemory {
  /** The SKU that the row's subscription had last: a changed Product on the row asks whether to switch. */
  readonly skuId?: string;
  /** What Seatsheet wrote last or found as wished. */
  readonly agreed?: Agreed;
  /** Headers of columns that were left as Google has them. */
  readonly drift?: readonly string[];
  /** What stands in our further columns, by column id. */
  readonly shown?: Readonly<Record<string, string>>;
  /** What people answered to what the row asked. */
  readonly answers?: readonly Answer[];
  /** What a request of another row is planned to do for this one, for a run of which an execution died after it. */
  readonly brings?: string;
}

/** All that the procedure of a subscription's row is given. */
export interface SubscriptionRow {
  readonly wish: SubscriptionWish;
  readonly memory: SubscriptionMemory;
  /** Customer id of the reseller's account that is signed in. */
  readonly reseller: string;
  /** The row of the customer on the Customers tab, where it has one that can be worked on. */
  readonly customer?: CustomerAsked;
  /** Without such a row: the customer as the reseller's subscriptions show it. */
  readonly known?: { readonly customerId: string; readonly domain: string };
  /**
   * Why the Customer cell means neither of these: several customers have it, or its row on Customers needs a person.
   */
  readonly unclear?: 'several' | 'notReady';
  /**
   * Every wish of the tab for the same customer, in sheet order, this one among them: a transfer takes them all
   * together.
   */
  readonly siblings: readonly SubscriptionWish[];
  /** Cancelling and handing to Google are armed by the person who approves. */
  readonly armed: boolean;
  readonly putBack: boolean;
  /** A time: RFC 3339. */
  readonly now: string;
}
