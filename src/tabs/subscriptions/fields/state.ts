import { termsWait } from '../../../ensure/subscription';
import { stateWords, type SubscriptionState } from '../../../google/plans';
import type { Subscription } from '../../../google/reseller-resources';
import { stateInWords } from '../../../google/subscription-state';
import { Other } from '../../../table/field';
import { sold } from './sold';

/** What a subscription should be. */
export const state = sold.choice({
  id: 'state',
  header: 'State',
  choices: stateWords,
  width: 120,
  synonyms: ['Subscription state', 'Zustand', 'Estado', 'État'],
  note: 'What it should be; empty leaves it as it is. Paid service ends a trial now. Cancelled (not for Workspace editions) and Handed to Google end it for good and have to be armed.',
  dash: 'A - does not belong here. Choose a word from the list, or leave the cell empty.',
  seen: { read: stateAt },
});

/** What is suspended for its terms is as active as it can be; what the row would end is there as long as it is seen. */
function stateAt(one: Subscription, wished: SubscriptionState): SubscriptionState | Other {
  const isSuspended = one.status === 'SUSPENDED' && !termsWait(one);
  if (wished === 'Suspended') return isSuspended ? 'Suspended' : 'Active';
  if (wished === 'Paid service') return one.isInTrial ? new Other('Trial') : wished;
  if (wished !== 'Active') return 'Active';
  if (one.suspensionReasons.includes('RESELLER_INITIATED')) return 'Suspended';
  return isSuspended ? new Other(stateInWords(one)) : 'Active';
}
