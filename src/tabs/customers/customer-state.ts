import { termsArePending } from '../../ensure/customer-state';
import { limits } from '../../google/limits';
import type { Subscription } from '../../google/reseller-resources';

/** How far a customer has come, in the words of our own columns: the same after a run and after a daily refresh. */

const dayInMilliseconds = 86_400_000;

/**
 * The Terms column: `accepted`, `waiting n days`, or '' where nothing is ordered that would tell. `subscriptions` are
 * the customer's; `since` and `now` RFC 3339, `since` undefined where it was not known to wait until now.
 */
export function termsText(subscriptions: readonly Subscription[], since: string | undefined, now: string): string {
  if (subscriptions.length === 0) return '';
  return termsArePending(subscriptions) ? `waiting ${days(Math.floor(daysBetween(since ?? now, now)))}` : 'accepted';
}

/**
 * The Domain verified column: `yes`, or `n days left` of the 21 after which Google may suspend the account (codelab
 * "Manage a customer end to end"). '' for teams, whose people are verified one by one. `created`: RFC 3339, '' for an
 * account made just now.
 */
export function verifiedText(
  customer: { readonly type: 'domain' | 'team'; readonly verified: boolean; readonly created: string },
  now: string,
): string {
  if (customer.verified) return 'yes';
  if (customer.type === 'team') return '';
  const passed = daysBetween(customer.created || now, now);
  return `${days(Math.max(0, Math.ceil(limits.domains.daysToVerify - passed)))} left`;
}

function daysBetween(from: string, to: string): number {
  const passed = (Date.parse(to) - Date.parse(from)) / dayInMilliseconds;
  return passed > 0 ? passed : 0;
}

function days(count: number): string {
  return `${count} day${count === 1 ? '' : 's'}`;
}
