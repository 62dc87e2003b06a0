import { dateOf } from '../../ensure/subscription';
import { isAnnual, planWord, renewalWord } from '../../google/plans';
import type { Subscription } from '../../google/reseller-resources';
import { stateInWords } from '../../google/subscription-state';

/** The column “Google says”: a subscription in one line. */

/** `Active, flexible, 12 of 20 seats used`; with the date of a trial's end or of a renewal. */
export function googleSays(one: Subscription): string {
  const used = `${one.licensed} of ${one.seats}`;
  if (one.isInTrial && one.status === 'ACTIVE') {
    const follows = one.planName === 'TRIAL' ? '' : `, then ${planWord(one.planName).toLowerCase()}`;
    return `Trial${one.trialEnds > 0 ? ` until ${dateOf(one.trialEnds)}` : ''}${follows}, ${used}`;
  }
  return [stateInWords(one), planWord(one.planName).toLowerCase(), `${used} seats used`, ...renewalOf(one)].join(', ');
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
