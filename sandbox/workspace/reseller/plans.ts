import { has, object, text, whole } from '../body';
import { businessEditions, cloudIdentityFree } from '../catalogue';
import { invalid, required } from '../errors';
import type { JsonObject } from '../json';
import { licensedSeats } from '../licensing/seats';
import type { Account, PlanName, SubscriptionRecord } from '../state';

/** Plans and the seats that go with them (Reseller API "Manage subscriptions", "Payment plans"). */

const names: readonly PlanName[] = ['ANNUAL_MONTHLY_PAY', 'ANNUAL_YEARLY_PAY', 'FLEXIBLE', 'TRIAL', 'FREE'];
const mostOnTrial = 10;
const mostByContract = 50_000;
const mostBusiness = 300;

/** SKUs that are sold on some plans only. */
const soldOn: Readonly<Record<string, readonly PlanName[]>> = {
  '1010060003': ['ANNUAL_MONTHLY_PAY'],
  '1010060001': ['FLEXIBLE'],
  'Google-Vault': ['FLEXIBLE', 'TRIAL'],
  'Google-Chrome-Device-Management': ['ANNUAL_MONTHLY_PAY', 'TRIAL'],
  [cloudIdentityFree.skuId]: ['FREE'],
};

/** Whether a plan binds for a year. */
export const isAnnual = (plan: PlanName): boolean => plan === 'ANNUAL_MONTHLY_PAY' || plan === 'ANNUAL_YEARLY_PAY';

/** The plan of a body, checked against the SKU. Throws 400. */
export function planFrom(name: string | undefined, sku: string): PlanName {
  if (name === undefined) throw required('plan.planName');
  const plan = names.find((known) => known === name);
  if (!plan) throw invalid('Invalid Input: plan.planName');
  const sold = Object.hasOwn(soldOn, sku) ? soldOn[sku] : undefined;
  if ((sold && !sold.includes(plan)) || (plan === 'FREE' && sku !== cloudIdentityFree.skuId))
    throw invalid('Invalid Input: plan.planName');
  return plan;
}

/** What the seats of a body are checked against. */
export interface SeatCheck {
  readonly account: Account;
  readonly sku: string;
  readonly plan: PlanName;
  /** The subscription that the seats are for, where there is one already. */
  readonly standing?: SubscriptionRecord;
}

/**
 * The total in the field that belongs to the plan. Throws 400 `invalid` for the other field, and for a total that
 * Google does not sell.
 */
export function seatsFrom(seats: JsonObject | undefined, check: SeatCheck): number {
  const [field, other] = isAnnual(check.plan)
    ? (['numberOfSeats', 'maximumNumberOfSeats'] as const)
    : (['maximumNumberOfSeats', 'numberOfSeats'] as const);
  const total = seats && whole(seats, field);
  if (!seats || total === undefined) throw required(`seats.${field}`);
  if (has(seats, other) && whole(seats, other) !== undefined && whole(seats, other) !== 0)
    throw invalid(`Invalid Input: seats.${other}`);
  const licensed = licensedSeats(check.account, check.sku);
  const told = whole(seats, 'licensedNumberOfSeats');
  if (told !== undefined && told !== licensed) throw invalid('Invalid Input: seats.licensedNumberOfSeats');
  if (total < 1 || total > mostSeats(check) || total < licensed) throw invalid(`Invalid Input: seats.${field}`);
  if (check.standing && isAnnual(check.standing.plan) && total < check.standing.seats)
    throw invalid(`Invalid Input: seats.${field}`);
  return total;
}

function mostSeats({ plan, sku }: SeatCheck): number {
  if (plan === 'TRIAL') return mostOnTrial;
  if (plan === 'FREE') return cloudIdentityFree.seats;
  return businessEditions.includes(sku) ? mostBusiness : mostByContract;
}

const renewals = [
  'AUTO_RENEW_MONTHLY_PAY',
  'AUTO_RENEW_YEARLY_PAY',
  'RENEW_CURRENT_USERS_MONTHLY_PAY',
  'RENEW_CURRENT_USERS_YEARLY_PAY',
  'RENEW_ON_PROPOSED_OFFER',
  'SWITCH_TO_PAY_AS_YOU_GO',
  'CANCEL',
];

/** A renewal type. Throws 400 for one that is not. */
export function renewalFrom(settings: JsonObject): string {
  const type = text(settings, 'renewalType');
  if (type === undefined) throw required('renewalType');
  if (!renewals.includes(type)) throw invalid('Invalid Input: renewalType');
  return type;
}

/** What an annual plan renews to unless it is told otherwise. */
export const usualRenewal = (plan: PlanName): string =>
  plan === 'ANNUAL_YEARLY_PAY' ? 'RENEW_CURRENT_USERS_YEARLY_PAY' : 'RENEW_CURRENT_USERS_MONTHLY_PAY';

/** PO number and deal code of a body; undefined where it has none. Throws 400 for one that is too long. */
export function orderTexts(body: JsonObject): { purchaseOrderId?: string; dealCode?: string } {
  const purchaseOrderId = text(body, 'purchaseOrderId');
  const dealCode = text(body, 'dealCode');
  if ((purchaseOrderId ?? '').length > 80) throw invalid('Invalid Input: purchaseOrderId');
  if ((dealCode ?? '').length > 100) throw invalid('Invalid Input: dealCode');
  return { ...(purchaseOrderId !== undefined && { purchaseOrderId }), ...(dealCode !== undefined && { dealCode }) };
}

/** Plan and seats of an order or a change of plan. */
export function planAndSeats(
  body: JsonObject,
  check: Omit<SeatCheck, 'plan'> & { readonly planName: string | undefined },
): { plan: PlanName; seats: number } {
  const plan = planFrom(check.planName, check.sku);
  return { plan, seats: seatsFrom(object(body, 'seats'), { ...check, plan }) };
}
