import { termsWait } from '../ensure/subscription';
import type { ResoldCustomer, Subscription } from '../google/resources';
import type { CustomerColumn } from '../tabs/customers/columns';
import type { Cells } from './tab-rows';

/** How a customer stands at Google, as our own columns say it. */

const dayInMilliseconds = 86_400_000;

/** What is known of a customer; `since`: since when it is known that the terms wait (RFC 3339). */
export interface Known {
  readonly subscriptions: readonly Subscription[];
  readonly settings: ResoldCustomer | undefined;
  readonly since?: string;
}

/** Terms, Domain verified and Admin console. `now` as RFC 3339. */
export function standingOf(known: Known, now: string): Cells<CustomerColumn> {
  const { settings } = known;
  return {
    terms: termsOf(known, now),
    ...(settings ? { verified: settings.domainVerified ? 'yes' : settings.customerType === 'team' ? '' : 'no' } : {}),
    ...(settings?.consoleUrl ? { console: settings.consoleUrl } : {}),
  };
}

function termsOf({ subscriptions, since }: Known, now: string): string {
  if (!subscriptions.some(termsWait)) return subscriptions.length ? 'accepted' : '';
  const days = Math.floor((Date.parse(now) - Date.parse(since ?? now)) / dayInMilliseconds);
  return days > 0 ? `waiting ${days} ${days === 1 ? 'day' : 'days'}` : 'waiting';
}
