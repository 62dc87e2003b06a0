import { planWord } from '../google/plans';
import type { ResoldCustomer, Subscription } from '../google/resources';
import type { CustomerColumn } from '../tabs/customers/columns';
import type { Cells } from './tab-rows';

/** How a customer and a subscription stand at Google, as our own columns say it. */

const pendingTerms = 'PENDING_TOS_ACCEPTANCE';
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

/** Whether the terms of a customer wait to be accepted. */
export function termsWait(subscriptions: readonly Subscription[]): boolean {
  return subscriptions.some((one) => one.suspensionReasons.includes(pendingTerms));
}

function termsOf({ subscriptions, since }: Known, now: string): string {
  if (!termsWait(subscriptions)) return subscriptions.length ? 'accepted' : '';
  const days = Math.floor((Date.parse(now) - Date.parse(since ?? now)) / dayInMilliseconds);
  return days > 0 ? `waiting ${days} ${days === 1 ? 'day' : 'days'}` : 'waiting';
}

const reasons: Readonly<Record<string, string>> = {
  [pendingTerms]: 'terms not accepted', RENEWAL_WITH_TYPE_CANCEL: 'ended', RESELLER_INITIATED: 'by us', TRIAL_ENDED: 'trial over', OTHER: 'by Google',
};

/** A subscription in a few words: `Active · Annual, paid monthly · 12 of 20 seats in use`. */
export function subscriptionSays(one: Subscription): string {
  const why = one.suspensionReasons.map((reason) => reasons[reason] ?? reason).join(', ');
  const status = one.status.charAt(0) + one.status.slice(1).toLowerCase().replace(/_/g, ' ');
  return [why ? `${status} (${why})` : status, planWord(one.planName), one.seats ? `${one.licensed} of ${one.seats} seats in use` : ''].filter(Boolean).join(' · ');
}
