import { subscriptionId } from './ids';
import type { PlanName, SubscriptionRecord } from './state';
import type { TenantSubscription } from './tenant';

const thirtyDays = 30 * 24 * 60 * 60 * 1000;
const year = 365 * 24 * 60 * 60 * 1000;

const plans: Readonly<Record<string, PlanName>> = {
  ANNUAL: 'ANNUAL_MONTHLY_PAY',
  ANNUAL_MONTHLY_PAY: 'ANNUAL_MONTHLY_PAY',
  ANNUAL_YEARLY_PAY: 'ANNUAL_YEARLY_PAY',
  FLEXIBLE: 'FLEXIBLE',
  TRIAL: 'TRIAL',
  FREE: 'FREE',
};

const plan = (name: string | undefined): PlanName => plans[name ?? ''] ?? 'FLEXIBLE';

function commitment(file: TenantSubscription, created: number): { commitment?: { start: number; end: number } } {
  if (!plan(file.plan?.planName).startsWith('ANNUAL')) return {};
  const start = Number(file.plan?.commitmentInterval?.startTime ?? created);
  return { commitment: { start, end: Number(file.plan?.commitmentInterval?.endTime ?? start + year) } };
}

function trial(file: TenantSubscription, created: number): Pick<SubscriptionRecord, 'inTrial' | 'trialEnd'> {
  const inTrial = file.trialSettings?.isInTrial ?? plan(file.plan?.planName) === 'TRIAL';
  const end = file.trialSettings?.trialEndTime;
  return {
    inTrial,
    ...((inTrial || end !== undefined) && { trialEnd: end === undefined ? created + thirtyDays : Number(end) }),
  };
}

/** A subscription of a tenant file, with what it leaves out filled in. */
export function loadSubscription(
  file: TenantSubscription,
  from: { readonly now: number; readonly seed: string },
): SubscriptionRecord {
  const created = file.creationTime === undefined ? from.now - thirtyDays / 2 : Number(file.creationTime);
  const renewal = file.renewalSettings?.renewalType;
  return {
    id: file.subscriptionId ?? subscriptionId(`file/${from.seed}`),
    sku: file.skuId,
    plan: plan(file.plan?.planName),
    seats: file.seats?.numberOfSeats ?? file.seats?.maximumNumberOfSeats ?? 0,
    ...(renewal !== undefined && { renewal }),
    purchaseOrderId: file.purchaseOrderId ?? '',
    dealCode: file.dealCode ?? '',
    status: status(file.status),
    reasons: [...(file.suspensionReasons ?? [])],
    billingMethod: file.billingMethod ?? 'ONLINE',
    createdAt: created,
    direct: file.direct ?? false,
    ...commitment(file, created),
    ...trial(file, created),
    ...(file.nextPlan && { nextPlan: { plan: plan(file.nextPlan.planName), seats: file.nextPlan.seats } }),
    ...(file.suspensionTime !== undefined && { suspendedAt: Number(file.suspensionTime) }),
  };
}

function status(value: string | undefined): SubscriptionRecord['status'] {
  return value === 'SUSPENDED' || value === 'CANCELLED' ? value : 'ACTIVE';
}
