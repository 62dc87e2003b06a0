import * as customers from '../../tabs/customers/read';
import type { CustomerWish } from '../../tabs/customers/wish';
import * as subscriptions from '../../tabs/subscriptions/read';
import type { SubscriptionWish } from '../../tabs/subscriptions/wish';
import * as users from '../../tabs/users/read';
import type { UserWish } from '../../tabs/users/wish';
import type { DeskRow } from './desk';
import { digest } from '../secrets/codes';
import type { Memory } from '../journal/journal';
import type { KindName } from './kinds';

/**
 * Names a row's wish without its secrets, so that a run can tell whether the row is still what was approved. An id that
 * Seatsheet itself writes while it works does not count; one that a person puts there does.
 */
export function wishDigest({ kind, read: { wish } }: DeskRow, memory: Memory): string {
  return wish === undefined ? '' : digest(texts[kind.name](wish, memory));
}

/** A row's kind tells what its wish is. */
const texts: Readonly<Record<KindName, (wish: unknown, memory: Memory) => string>> = {
  Customers: (wish, memory) => {
    const { customerId, ...rest } = wish as CustomerWish;
    return customers.wishDigestInput(customerId === memory.customerId ? rest : (wish as CustomerWish));
  },
  Subscriptions: (wish) => subscriptions.wishDigestInput(wish as SubscriptionWish),
  Users: (wish, memory) => {
    const { userId, ...rest } = wish as UserWish;
    return users.wishDigestInput(userId === memory.userId ? rest : (wish as UserWish));
  },
};
