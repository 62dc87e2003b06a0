import {
  findPlan,
  findRenewal,
  planNames,
  planOf,
  planWord,
  planWords,
  renewalTypes,
  renewalWord,
  renewalWords,
} from '../../../google/plans';
import type { Cell } from '../../../table/cell';
import { among } from '../../../table/field';
import { sold } from './sold';

/** How it is paid, and what follows an annual term. */

/** The payment plan. In a trial it is the one that follows, but where the row wishes the trial itself. */
export const plan = sold.found({
  id: 'plan',
  header: 'Plan',
  choices: planWords,
  synonyms: ['Payment plan', 'Plan name', 'Tarif', 'Zahlungsplan', 'Plan de pago', 'Forfait', 'Mode de paiement'],
  note: 'How it is paid. Needed for a new subscription. An annual plan cannot be left before it renews.',
  dash: 'A - does not belong here: a subscription has a plan.',
  find: (text) => cellOf(findPlan(text)),
  shown: planWord,
  seen: { read: ({ planName }) => among(planNames, planOf(planName)) },
});

/** What an annual plan renews to. */
export const renewal = sold.found({
  id: 'renewal',
  header: 'Renewal',
  choices: renewalWords,
  width: 200,
  synonyms: ['Renewal type', 'Renewal setting', 'Renewal settings', 'Verlängerung', 'Renovación', 'Renouvellement'],
  note: 'What happens at the end of an annual term. Only for annual plans; empty leaves it as it is.',
  dash: 'A - does not belong here. To let the term run out, choose “Cancel at the end of the term”.',
  find: (text) => cellOf(findRenewal(text)),
  shown: renewalWord,
  seen: { read: ({ renewalType }) => among(renewalTypes, renewalType) },
});

function cellOf<Value>(found: { readonly found: Value } | { readonly says: string }): Cell<Value> {
  return 'found' in found ? { kind: 'value', value: found.found } : { kind: 'wrong', says: found.says };
}
