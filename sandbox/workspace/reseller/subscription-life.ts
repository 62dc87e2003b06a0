import { subscriptionId } from '../ids';
import { licensedSeats } from '../licensing/seats';
import { count, type Account, type PlanName, type State, type SubscriptionRecord } from '../state';
import { switchValue } from '../switch-values';
import { isAnnual, usualRenewal } from './plans';

/** What time and others do to a subscription: trials end, terms renew or run out, terms of service are accepted. */

const year = 365 * 24 * 60 * 60 * 1000;

/** Gives a subscription the new id that a change of plan or SKU brings, unless ids are stable here. */
export function renumber(state: State, account: Account, subscription: SubscriptionRecord): void {
  if (switchValue(state, 'subscriptionIds', account) === 'changing')
    subscription.id = nextId(state, account, subscription.sku);
}

/** An id that no subscription has had. */
export function nextId(state: State, account: Account, sku: string): string {
  return subscriptionId(`${account.id}/${count(state, 'subscriptions')}/${sku}`);
}

/** Puts a subscription on a plan from an instant on: a year's commitment begins on annual plans. */
export function startPlan(subscription: SubscriptionRecord, plan: PlanName, start: number): void {
  subscription.plan = plan;
  if (isAnnual(plan)) {
    subscription.commitment = { start, end: start + year };
    subscription.renewal = subscription.renewal ?? usualRenewal(plan);
  } else {
    delete subscription.commitment;
    delete subscription.renewal;
  }
}

/** Adds a reason for suspension; the subscription stays suspended until all reasons are gone. */
export function suspendFor(subscription: SubscriptionRecord, reason: string, now: number): void {
  if (!subscription.reasons.includes(reason)) subscription.reasons.push(reason);
  subscription.status = 'SUSPENDED';
  subscription.suspendedAt = now;
}

/** Takes a reason away and makes the subscription active when none is left. */
export function clearReason(subscription: SubscriptionRecord, reason: string): void {
  subscription.reasons = subscription.reasons.filter((known) => known !== reason);
  if (subscription.status === 'SUSPENDED' && subscription.reasons.length === 0) {
    subscription.status = 'ACTIVE';
    delete subscription.suspendedAt;
  }
}

/** Ends a trial: the plan that was set begins, or the subscription is suspended. */
export function endTrial(subscription: SubscriptionRecord, at: number): void {
  subscription.inTrial = false;
  const next = subscription.nextPlan;
  delete subscription.nextPlan;
  if (!next) return suspendFor(subscription, 'TRIAL_ENDED', at);
  subscription.seats = next.seats;
  startPlan(subscription, next.plan, at);
}

function renew(account: Account, subscription: SubscriptionRecord, at: number): void {
  const type = subscription.renewal ?? usualRenewal(subscription.plan);
  if (type === 'CANCEL') return suspendFor(subscription, 'RENEWAL_WITH_TYPE_CANCEL', at);
  if (type === 'SWITCH_TO_PAY_AS_YOU_GO') return startPlan(subscription, 'FLEXIBLE', at);
  if (type.startsWith('RENEW_CURRENT_USERS'))
    subscription.seats = Math.max(1, licensedSeats(account, subscription.sku));
  startPlan(
    subscription,
    type.endsWith('YEARLY_PAY')
      ? 'ANNUAL_YEARLY_PAY'
      : type.endsWith('MONTHLY_PAY')
        ? 'ANNUAL_MONTHLY_PAY'
        : subscription.plan,
    at,
  );
}

function settleOne(account: Account, subscription: SubscriptionRecord, now: number): void {
  if (subscription.inTrial && subscription.trialEnd !== undefined && subscription.trialEnd <= now)
    endTrial(subscription, subscription.trialEnd);
  while (subscription.status === 'ACTIVE' && subscription.commitment && subscription.commitment.end <= now)
    renew(account, subscription, subscription.commitment.end);
}

/** Brings an account's subscriptions up to the present. A suspended one does not renew. */
export function settle(account: Account, now: number): void {
  for (const subscription of account.subscriptions) settleOne(account, subscription, now);
}
