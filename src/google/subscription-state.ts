import type { Subscription } from './reseller-resources';

/** How a subscription stands, in words (Reseller API reference, Subscriptions: status, suspensionReasons). */

const reasons: Readonly<Record<string, string>> = {
  PENDING_TOS_ACCEPTANCE: 'Waiting for the terms',
  RESELLER_INITIATED: 'Suspended by you',
  TRIAL_ENDED: 'Suspended, the trial has ended',
  RENEWAL_WITH_TYPE_CANCEL: 'Suspended, the term has ended',
  OTHER: 'Suspended by Google',
};

/** How a subscription stands, in words; why, where it is suspended. */
export function stateInWords({ status, suspensionReasons }: Subscription): string {
  if (status === 'SUSPENDED')
    return (
      [...new Set(suspensionReasons.map((reason) => reasons[reason] ?? 'Suspended by Google'))].join(' and ') ||
      'Suspended'
    );
  // Google documents no full list of states.
  return status.charAt(0) + status.slice(1).toLowerCase().replace(/_/g, ' ');
}
