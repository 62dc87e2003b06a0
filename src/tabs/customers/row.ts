import type { Answer } from '../../engine/question';
import type { ServingCustomer } from '../../ensure/people-may-come';
import type { Agreed } from '../../table/compare';
import type { CustomerSettings } from './settings';
import type { CustomerWish } from './wish';

/**
 * A row of the Customers tab on its way: the wish, what the journal remembers, and what belongs to it on other tabs.
 */

/** What the journal remembers of a customer's row. No secrets: a transfer token is kept in the runner's vault only. */
export interface CustomerMemory {
  /** Google's customer id; set before anything else happens with the customer. */
  readonly customerId?: string;
  /** The account was made by this sheet, not met. */
  readonly created?: boolean;
  /** The third side of the comparison. */
  readonly agreed?: Agreed;
  /** Column headers whose value differs at Google from what Seatsheet wrote, and was left. */
  readonly drift?: readonly string[];
  /** Writes that must never be repeated and were begun: `mail:welcome`, `create-team`; with when, as RFC 3339. */
  readonly begun?: Readonly<Record<string, string>>;
  readonly answers?: readonly Answer[];
  /** The mail that tells the customer how to accept the terms was sent: when (RFC 3339) and to whom. */
  readonly told?: { readonly at: string; readonly to: string };
  /** What stands in our further columns, by column id. */
  readonly shown?: Readonly<Record<string, string>>;
  /** How the customer stood when it was looked at last: since when it is known that the terms wait (RFC 3339). */
  readonly termsWaitSince?: string;
}

/** All that the procedure of a customer's row is given. */
export interface CustomerRow extends ServingCustomer {
  readonly wish: CustomerWish;
  readonly memory: CustomerMemory;
  /** Whether the plan of the run under way transfers the account: what it has is compared by the next check. */
  readonly takenInRun: boolean;
  readonly settings: CustomerSettings;
  /** The subscriptions that rows of the Subscriptions tab wish for this customer, complaints or not. */
  readonly orders: readonly { readonly row: number; readonly skuId: string }[];
  /** Rows (numbers of the drive) of the Users tab that wish a super administrator of this customer, by address. */
  readonly administrators: readonly { readonly row: number; readonly email: string }[];
  /** A time: RFC 3339. */
  readonly now: string;
}
