import { catalogue } from '../catalogue';
import { licensedSeats } from '../licensing/seats';
import type { Account, State, SubscriptionRecord } from '../state';
import { switchValue } from '../switch-values';
import { isAnnual } from './plans';

/**
 * A subscription as the Reseller API shows it. `ANNUAL_MONTHLY_PAY` is always called `ANNUAL` there (Subscriptions
 * reference).
 */
export type SubscriptionResource = GoogleAppsScript.AdminReseller.Schema.Subscription & {
  transferInfo?: GoogleAppsScript.AdminReseller.Schema.SubscriptionTransferInfo & { currentLegacySkuId?: string };
};

/** The plan that is shown: on a trial with a plan to come, the one or the other. */
function shownPlan(state: State, account: Account, subscription: SubscriptionRecord): SubscriptionRecord['plan'] {
  const next = subscription.nextPlan;
  return next && switchValue(state, 'trialPlanEcho', account) === 'new' ? next.plan : subscription.plan;
}

/** The resource of a subscription. */
export function subscriptionResource(
  state: State,
  account: Account,
  subscription: SubscriptionRecord,
): SubscriptionResource {
  const plan = shownPlan(state, account, subscription);
  const { commitment, renewal } = subscription;
  const term = commitment &&
    subscription.billingMethod !== 'OFFLINE' && {
      commitmentInterval: { startTime: String(commitment.start), endTime: String(commitment.end) },
    };
  const seats =
    subscription.nextPlan && plan === subscription.nextPlan.plan ? subscription.nextPlan.seats : subscription.seats;
  return {
    kind: 'reseller#subscription',
    customerId: account.id,
    customerDomain: account.domain,
    subscriptionId: subscription.id,
    skuId: subscription.sku,
    skuName: catalogue.get(subscription.sku)?.name ?? subscription.sku,
    creationTime: String(subscription.createdAt),
    billingMethod: subscription.billingMethod,
    plan: { planName: plan === 'ANNUAL_MONTHLY_PAY' ? 'ANNUAL' : plan, isCommitmentPlan: isAnnual(plan), ...term },
    seats: {
      kind: 'subscriptions#seats',
      ...(isAnnual(plan) ? { numberOfSeats: seats } : { maximumNumberOfSeats: seats }),
      licensedNumberOfSeats: licensedSeats(account, subscription.sku),
    },
    status: subscription.status,
    ...(subscription.reasons.length > 0 && { suspensionReasons: [...subscription.reasons] }),
    trialSettings: {
      isInTrial: subscription.inTrial,
      ...(subscription.trialEnd !== undefined && { trialEndTime: String(subscription.trialEnd) }),
    },
    ...(renewal !== undefined &&
      isAnnual(plan) && { renewalSettings: { kind: 'subscriptions#renewalSettings', renewalType: renewal } }),
    ...(subscription.purchaseOrderId !== '' && { purchaseOrderId: subscription.purchaseOrderId }),
    ...(subscription.dealCode !== '' && { dealCode: subscription.dealCode }),
    resourceUiUrl: `https://www.google.com/a/cpanel/${account.domain}/DomainSettingsSubscription`,
  };
}
