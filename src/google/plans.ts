import { complaintOf, finder, type Found } from './find';
import { foldName } from './names';
import type { PlanName } from './skus';

/** Payment plans, renewals and states of subscriptions: Google's constants and the words that stand in cells. */

/** Renewal types of annual plans (Reseller API guide, "Manage subscriptions"). */
export type RenewalType =
  | 'AUTO_RENEW_MONTHLY_PAY'
  | 'AUTO_RENEW_YEARLY_PAY'
  | 'RENEW_CURRENT_USERS_MONTHLY_PAY'
  | 'RENEW_CURRENT_USERS_YEARLY_PAY'
  | 'RENEW_ON_PROPOSED_OFFER'
  | 'SWITCH_TO_PAY_AS_YOU_GO'
  | 'CANCEL';

/** What a subscription should be, as the State column says it. */
export type SubscriptionState = 'Active' | 'Suspended' | 'Cancelled' | 'Handed to Google' | 'Paid service';

type Entry<Name extends string> = readonly [name: Name, word: string, ...others: readonly string[]];

/** These stand for a plan that is paid in either way, and are asked about. */
const eitherAnnual = ['Yearly', 'Jährlich', 'Jahresabo', 'Jahresplan', 'Anual', 'Annuel'];
const eitherMonthly = ['Monthly', 'Monatlich', 'Mensual', 'Mensuel'];

const plans: readonly Entry<PlanName>[] = [
  [
    'FLEXIBLE',
    'Flexible',
    'Flex',
    'Flexible plan',
    'Flexibel',
    'Pay as you go',
    'Flexibler Plan',
    'Flexibler Tarif',
    'Plan flexible',
    'Forfait flexible',
    ...eitherMonthly,
  ],
  // `ANNUAL` is how Google answers for the plan that is paid monthly (Reseller API reference, Subscriptions).
  [
    'ANNUAL_MONTHLY_PAY',
    'Annual, paid monthly',
    'ANNUAL',
    'Annual monthly',
    'Annual plan (monthly payment)',
    ...eitherAnnual,
    ...eitherMonthly,
  ],
  [
    'ANNUAL_YEARLY_PAY',
    'Annual, paid yearly',
    'Annual yearly',
    'Annual plan (yearly payment)',
    'Annual, paid annually',
    ...eitherAnnual,
  ],
  ['TRIAL', 'Trial', 'Free trial', 'Test', 'Testphase', 'Prueba', 'Prueba gratuita', 'Essai', 'Essai gratuit'],
  ['FREE', 'Free', 'Kostenlos', 'Gratis', 'Gratuito', 'Gratuit'],
];

/**
 * `Jährlich, monatlich bezahlt`, `Plan anual (pago mensual)`, `Annuel, payé annuellement`, and nothing else beside it.
 */
const paidBy = (often: string): RegExp =>
  new RegExp(
    `^(?:plan |forfait )?(?:jahr(?:lich|es(?:abo|plan|vertrag))|anual|annuel) (?:(?:mit|con|avec|zahlung|pago|paiement|paye|pagado) )*(?:${often})(?: (?:zahlung|bezahlt|abrechnung|abgerechnet))?$`,
  );
const paid: readonly (readonly [PlanName, RegExp])[] = [
  ['ANNUAL_MONTHLY_PAY', paidBy('monatlich(?:e|er)?|mensual(?:mente)?|mensuel(?:lement)?')],
  ['ANNUAL_YEARLY_PAY', paidBy('jahrlich(?:e|er)?|anual(?:mente)?|annuel(?:lement)?')],
];

const renewals: readonly Entry<RenewalType>[] = [
  [
    'RENEW_CURRENT_USERS_MONTHLY_PAY',
    'Renew, current users, monthly',
    'Verlängern, aktuelle Nutzer, monatlich',
    'Renovar, usuarios actuales, mensual',
    'Renouveler, utilisateurs actuels, mensuel',
  ],
  [
    'RENEW_CURRENT_USERS_YEARLY_PAY',
    'Renew, current users, yearly',
    'Verlängern, aktuelle Nutzer, jährlich',
    'Renovar, usuarios actuales, anual',
    'Renouveler, utilisateurs actuels, annuel',
  ],
  [
    'AUTO_RENEW_MONTHLY_PAY',
    'Renew, same seats, monthly',
    'AUTO_RENEW',
    'Verlängern, gleiche Plätze, monatlich',
    'Renovar, mismas licencias, mensual',
    'Renouveler, mêmes licences, mensuel',
  ],
  [
    'AUTO_RENEW_YEARLY_PAY',
    'Renew, same seats, yearly',
    'Verlängern, gleiche Plätze, jährlich',
    'Renovar, mismas licencias, anual',
    'Renouveler, mêmes licences, annuel',
  ],
  ['RENEW_ON_PROPOSED_OFFER', 'Renew on the proposed offer'],
  [
    'SWITCH_TO_PAY_AS_YOU_GO',
    'Switch to flexible',
    'Switch to pay as you go',
    'Auf flexibel umstellen',
    'Cambiar a flexible',
    'Passer au forfait flexible',
  ],
  ['CANCEL', 'Cancel at the end of the term', 'Do not renew', 'Nicht verlängern', 'No renovar', 'Ne pas renouveler'],
];

/** The names that Google takes for plans. */
export const planNames = plans.map(([name]) => name);
/** The words of the Plan column. */
export const planWords = plans.map(([, word]) => word);
/** The names that Google takes for what follows an annual term. */
export const renewalTypes = renewals.map(([name]) => name);
/** The words of the Renewal column. */
export const renewalWords = renewals.map(([, word]) => word);
/** The words of the State column. */
export const stateWords: readonly SubscriptionState[] = [
  'Active',
  'Suspended',
  'Cancelled',
  'Handed to Google',
  'Paid service',
];

const findPlanEntry = finderOf(plans);
const findRenewalEntry = finderOf(renewals);

/** The plan that a text stands for, or the complaint about it. Google's constants are understood in any case. */
export function findPlan(text: string): { readonly found: PlanName } | { readonly says: string } {
  const [annual] = paid.find(([, words]) => words.test(folded(text))) ?? [];
  return annual === undefined ? nameOf('plan', text, findPlanEntry(text)) : { found: annual };
}

/** The renewal type that a text stands for, or the complaint about it. */
export function findRenewal(text: string): { readonly found: RenewalType } | { readonly says: string } {
  return nameOf('renewal', text, findRenewalEntry(text));
}

/**
 * The plan that Google answers with, by the name that it takes: `ANNUAL` is `ANNUAL_MONTHLY_PAY`; any other text as it
 * is.
 */
export function planOf(answered: string): string {
  return answered === 'ANNUAL' ? 'ANNUAL_MONTHLY_PAY' : answered;
}

/** A plan in words, also as Google answers it. */
export function planWord(name: string): string {
  return plans.find(([known]) => known === planOf(name))?.[1] ?? name;
}

/** A plan as it stands in a sentence: `annual plan paid monthly`, `flexible plan`. */
export function planPhrase(name: string): string {
  const [word = '', ...paid] = planWord(name).toLowerCase().split(', ');
  return [word, 'plan', ...paid].join(' ');
}

/** What follows an annual term, as it stands in a sentence: `renews with current users paid monthly`. */
export function renewalPhrase(name: string): string {
  const [does = '', ...terms] = renewalWord(name).toLowerCase().split(', ');
  const [seats, paid] = terms;
  return paid === undefined ? does : `${does}s with ${seats ?? ''} paid ${paid}`;
}

/** A renewal type in words. */
export function renewalWord(name: string): string {
  return renewals.find(([known]) => known === name)?.[1] ?? name;
}

/**
 * Whether a plan commits for a year: only then are there renewal settings, and seats that cannot fall (Reseller API
 * guide, "Manage subscriptions").
 */
export function isAnnual(plan: string): boolean {
  return plan.startsWith('ANNUAL');
}

/**
 * Seats in the field of the plan: an annual plan has a number, every other a maximum (Reseller API reference, Seats).
 */
export function seatsBody(plan: string, seats: number): { readonly [field: string]: number } {
  return isAnnual(plan) ? { numberOfSeats: seats } : { maximumNumberOfSeats: seats };
}

/**
 * What an annual plan renews to unless told otherwise. Google's defaults differ by SKU, so orders always say it
 * (Reseller API guide, "Create a subscription").
 */
export function usualRenewal(plan: string): RenewalType {
  return plan === 'ANNUAL_YEARLY_PAY' ? 'RENEW_CURRENT_USERS_YEARLY_PAY' : 'RENEW_CURRENT_USERS_MONTHLY_PAY';
}

function finderOf<Name extends string>(entries: readonly Entry<Name>[]): (text: string) => Found<Entry<Name>> {
  return finder<Entry<Name>>({
    entries: () => entries,
    words: (entry) => entry,
    label: ([, word]) => word,
    fold: folded,
  });
}

function folded(text: string): string {
  return foldName(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function nameOf<Name extends string>(
  what: string,
  text: string,
  found: Found<Entry<Name>>,
): { readonly found: Name } | { readonly says: string } {
  return 'found' in found ? { found: found.found[0] } : { says: complaintOf(what, text, found) };
}
