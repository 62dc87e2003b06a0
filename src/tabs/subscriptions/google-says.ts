import { dateOf } from '../../ensure/subscription';
import { isAnnual, planWord, renewalWord } from '../../google/plans';
import type { Subscription } from '../../google/reseller-resources';

/** The column “Google says”: a subscription in one line. */

const reasons: Readonly<Record<string, string>> = {
  PENDING_TOS_ACCEPTANCE: 'Waiting for the terms',
  RESELLER_INITIATED: 'Suspended by you',
  TRIAL_ENDED: 'Suspended, the trial has ended',
  RENEWAL_WITH_TYPE_CANCEL: 'Suspended, the term has ended',
  OTHER: 'Suspended by Google',
};

/** `Active, flexible, 12 of 20 seats used`; with the date of a trial's end or of a renewal. */
export function googleSays(one: Subscription): string {
  const used = `${String(one.licensed)} of ${String(one.seats)}`;
  if (one.isInTrial && one.status === 'ACTIVE') {
    const follows = one.planName === 'TRIAL' ? '' : `, then ${planWord(one.planName).toLowerCase()}`;
    return `Trial${one.trialEnds > 0 ? ` until ${dateOf(one.trialEnds)}` : ''}${follows}, ${used}`;
  }
  return [stateInWords(one), planWord(one.planName).toLowerCase(), `${used} seats used`, ...renewalOf(one)].join(', ');
}

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

function renewalOf({ planName, termEnds, renewalType }: Subscription): readonly string[] {
  if (!isAnnual(planName) || termEnds === 0) return [];
  const date = dateOf(termEnds);
  return [
    renewalType === 'CANCEL'
      ? `ends ${date}`
      : `renews ${date}${
          renewalType
            ? ` (${renewalWord(renewalType)
                .replace(/^Renew,? /, '')
                .toLowerCase()})`
            : ''
        }`,
  ];
}
