import { object, text } from '../body';
import { catalogue, legacySuccessors, workspaceProduct } from '../catalogue';
import type { Context } from '../context';
import { forbidden, invalid, notFound } from '../errors';
import { isObject, without } from '../json';
import { licensedSeats, moveLicences } from '../licensing/seats';
import type { Account, PlanName, SubscriptionRecord } from '../state';
import { switchValue } from '../switch-values';
import { isAnnual, orderTexts, planAndSeats, renewalFrom } from './plans';
import { customerByKey, opens } from './rights';
import { nextId, startPlan } from './subscription-life';
import { subscriptionResource, type SubscriptionResource } from './subscription-resource';

/**
 * Taking a customer's subscriptions over with a transfer token (Reseller API "Create a subscription", "Manage
 * subscriptions").
 */

const transferableReasons = ['PENDING_TOS_ACCEPTANCE', 'TRIAL_ENDED', 'RENEWAL_WITH_TYPE_CANCEL'];

/** Editions that stay where they are: for nonprofits, and the free legacy one (channelservices/answer/9547629). */
const staying = ['Google-Apps-For-Nonprofits', 'Google-Apps'];

const isTransferable = ({ sku, status, reasons }: SubscriptionRecord): boolean =>
  !staying.includes(sku) &&
  (status === 'ACTIVE' || (status === 'SUSPENDED' && reasons.every((reason) => transferableReasons.includes(reason))));

/** The subscriptions that a reseller could take over: whatever another pays for. */
export function transferable(account: Account, reseller: Account): SubscriptionRecord[] {
  return account.subscriptions.filter(
    (subscription) => (account.resoldBy !== reseller.id || subscription.direct) && isTransferable(subscription),
  );
}

const orderedSku = (sku: string): string =>
  Object.hasOwn(legacySuccessors, sku) ? (legacySuccessors[sku] ?? sku) : sku;

/** Seats below which a subscription cannot be taken over: those in use, and those bought until the term ends. */
function minimumSeats(account: Account, subscription: SubscriptionRecord): number {
  return Math.max(1, licensedSeats(account, subscription.sku), subscription.commitment ? subscription.seats : 0);
}

/** Transferable subscriptions as a list shows them, with what a transfer takes. */
export function transferListing(context: Context, account: Account, reseller: Account): SubscriptionResource[] {
  const token = context.params['customerAuthToken'];
  if (!opens(account, reseller, { token, now: context.now })) throw forbidden();
  const expires = account.transferTokens.find((known) => known.token === token)?.expires ?? 0;
  return transferable(account, reseller).map((subscription) => {
    const sku = orderedSku(subscription.sku);
    return {
      ...subscriptionResource(context.state, account, subscription),
      skuId: sku,
      skuName: catalogue.get(sku)?.name ?? sku,
      transferInfo: {
        minimumTransferableSeats: minimumSeats(account, subscription),
        transferabilityExpirationTime: String(expires),
        ...(sku !== subscription.sku && { currentLegacySkuId: subscription.sku }),
      },
    };
  });
}

/** SKUs that the calls of one batch order with a token for this customer. */
function orderedTogether(context: Context, account: Account): ReadonlySet<string> {
  const orders = context.together.filter(
    (call) =>
      call.method === 'POST' && call.query['customerAuthToken'] !== undefined && /\/subscriptions$/.test(call.path),
  );
  const mine = orders.filter((call) => {
    const key = decodeURIComponent(/\/customers\/([^/]+)\/subscriptions$/.exec(call.path)?.[1] ?? '');
    return key === account.id || customerByKey(context, key)?.id === account.id;
  });
  return new Set(mine.map((call) => (isObject(call.body) ? (text(call.body, 'skuId') ?? '') : '')));
}

/** Several subscriptions go in one batch or not at all; one may go alone where this Google takes it outside a batch. */
function mustBeWhole(context: Context, account: Account, reseller: Account): void {
  const together = orderedTogether(context, account);
  const rest = transferable(account, reseller).filter((subscription) => !together.has(orderedSku(subscription.sku)));
  if (rest.length > 0) throw invalid('All subscriptions of the customer must be transferred in one batch request.');
  if (!context.batched && switchValue(context.state, 'singleTransfer', account) === 'refused')
    throw invalid('Transfers must be sent as a batch request.');
}

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/**
 * Whoever is bound for a year may come over on another plan only in the last 30 days (channelservices/answer/9547629).
 */
function mayLeaveTerm({ commitment }: SubscriptionRecord, plan: PlanName, now: number): void {
  if (commitment && !isAnnual(plan) && commitment.end - now > thirtyDays) throw invalid('Invalid Input: plan.planName');
}

/** Takes one subscription over. The account is the reseller's own customer from then on. */
export function transfer(context: Context, account: Account, reseller: Account): SubscriptionResource {
  const { body, state, now, params } = context;
  if (!opens(account, reseller, { token: params['customerAuthToken'], now })) throw forbidden();
  const sku = text(body, 'skuId');
  const subscription = transferable(account, reseller).find((known) => orderedSku(known.sku) === sku);
  if (!subscription || sku === undefined) throw notFound('Resource Not Found: skuId');
  const { purchaseOrderId, dealCode } = orderTexts(body);
  if (dealCode !== undefined) throw invalid('Invalid Input: dealCode');
  const asked = planAndSeats(body, { account, sku, planName: text(object(body, 'plan') ?? {}, 'planName') });
  mayLeaveTerm(subscription, asked.plan, now);
  if (asked.seats < minimumSeats(account, subscription)) throw invalid('Invalid Input: seats');
  const settings = object(body, 'renewalSettings');
  const renewal = settings && renewalFrom(settings);
  mustBeWhole(context, account, reseller);
  account.subscriptions = account.subscriptions.filter((known) => known !== subscription);
  const taken: SubscriptionRecord = {
    ...without(subscription, 'nextPlan'),
    id: nextId(state, account, sku),
    sku,
    seats: asked.seats,
    createdAt: now,
    direct: false,
    inTrial: asked.plan === 'TRIAL',
    purchaseOrderId: purchaseOrderId ?? '',
    dealCode: '',
  };
  if (renewal !== undefined) taken.renewal = renewal;
  startPlan(taken, asked.plan, now);
  takeOver(account, reseller);
  account.subscriptions.push(taken);
  if (sku !== subscription.sku) moveLicences(account, subscription.sku, { productId: workspaceProduct, skuId: sku });
  return subscriptionResource(state, account, taken);
}

/**
 * Makes a customer this reseller's own. The others' subscriptions stay theirs until they are transferred in their turn.
 */
export function takeOver(account: Account, reseller: Account): void {
  if (account.resoldBy === reseller.id) return;
  for (const subscription of account.subscriptions) subscription.direct = true;
  account.resoldBy = reseller.id;
}
