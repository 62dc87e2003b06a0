import { object, text } from '../body';
import { catalogue, editionRank, essentials, workspaceProduct } from '../catalogue';
import type { Context, Handler } from '../context';
import { conditionNotMet, invalid, notFound, Refused, required } from '../errors';
import { licensedSeats, moveLicences } from '../licensing/seats';
import type { Account, State, SubscriptionRecord } from '../state';
import { switchValue } from '../switch-values';
import { isAnnual, orderTexts, planAndSeats, planFrom, renewalFrom, usualRenewal } from './plans';
import { customerByKey, ownCustomer, resellerOf } from './rights';
import { nextId, startPlan, suspendFor, settle } from './subscription-life';
import { subscriptionResource } from './subscription-resource';
import { transfer } from './transfers';

/**
 * Ordering, switching and transferring: all are `subscriptions.insert` (Reseller API "Create a subscription", product
 * page).
 */

const day = 24 * 60 * 60 * 1000;
/** How long a trial is: that of Chrome Enterprise is longer (Reseller API products page). */
const trialFor = (sku: string): number => (sku === 'Google-Chrome-Device-Management' ? 60 : 30) * day;

/** `reseller.subscriptions.insert`. */
export const insertSubscription: Handler = (context) => {
  const reseller = resellerOf(context, 'add');
  if (context.params['customerAuthToken'] !== undefined) {
    const account = customerByKey(context, context.params['customerId'] ?? '');
    if (!account) throw notFound('Resource Not Found: customerId');
    settle(account, context.now);
    return transfer(context, account, reseller);
  }
  const account = ownCustomer(context, reseller);
  settle(account, context.now);
  const sku = skuFrom(context, account);
  const source = sourceOf(context, account, sku);
  return source ? switchSku(context, account, { sku, source }) : order(context, account, sku);
};

function skuFrom(context: Context, account: Account): string {
  const sku = text(context.body, 'skuId');
  if (sku === undefined) throw required('skuId');
  if (!catalogue.get(sku)?.orderable) throw invalid('Invalid Input: skuId');
  if (account.type === 'team' && !essentials.includes(sku)) throw notEligible(context, account);
  return sku;
}

const notEligible = ({ state }: Context, account: Account): Refused =>
  new Refused(
    Number(switchValue(state, 'teamEligibility', account)),
    'badRequest',
    'Customer is not eligible to purchase this subscription',
  );

const productOf = (sku: string): string | undefined => catalogue.get(sku)?.productId;

/**
 * The subscription that the order is to take the place of: named with `action=switch`, else worked out, as
 * `actionUnspecified` says.
 */
function sourceOf({ params, state }: Context, account: Account, sku: string): SubscriptionRecord | undefined {
  const living = account.subscriptions.filter(
    (subscription) => subscription.status !== 'CANCELLED' && !subscription.direct,
  );
  if (living.some((subscription) => subscription.sku === sku))
    throw new Refused(
      Number(switchValue(state, 'subscriptionExists', account)),
      'duplicate',
      'Subscription already exists.',
    );
  const { action = 'actionUnspecified', sourceSkuId } = params;
  if (action === 'buy') return undefined;
  if (action === 'actionUnspecified')
    return living.find(
      (subscription) => productOf(sku) === workspaceProduct && productOf(subscription.sku) === workspaceProduct,
    );
  if (action !== 'switch') throw invalid('Invalid Input: action');
  if (!sourceSkuId) throw required('sourceSkuId');
  const source = living.find((subscription) => subscription.sku === sourceSkuId);
  if (!source) throw notFound('Resource Not Found: sourceSkuId');
  if (productOf(source.sku) !== productOf(sku)) throw invalid('Invalid Input: sourceSkuId');
  return source;
}

function newSubscription(context: Context, account: Account, sku: string): SubscriptionRecord {
  const { body, state, now } = context;
  const asked = planAndSeats(body, { account, sku, planName: text(object(body, 'plan') ?? {}, 'planName') });
  if (asked.plan === 'TRIAL') mayTry(state, account, sku);
  const { purchaseOrderId = '', dealCode = '' } = orderTexts(body);
  const settings = object(body, 'renewalSettings');
  const renewal = isAnnual(asked.plan) ? (settings ? renewalFrom(settings) : usualRenewal(asked.plan)) : undefined;
  const subscription: SubscriptionRecord = {
    id: nextId(state, account, sku),
    sku,
    plan: asked.plan,
    seats: asked.seats,
    purchaseOrderId,
    dealCode,
    status: 'ACTIVE',
    reasons: [],
    billingMethod: 'ONLINE',
    createdAt: now,
    inTrial: asked.plan === 'TRIAL',
    direct: false,
    ...(asked.plan === 'TRIAL' && { trialEnd: now + trialFor(sku) }),
    ...(renewal !== undefined && { renewal }),
  };
  startPlan(subscription, asked.plan, now);
  if (!account.acceptedTerms) suspendFor(subscription, 'PENDING_TOS_ACCEPTANCE', now);
  return subscription;
}

/** One trial of a product (Reseller API guide, "Manage subscriptions": payment plans). */
function mayTry(state: State, account: Account, sku: string): void {
  const had = account.subscriptions.some(
    (known) => known.trialEnd !== undefined && productOf(known.sku) === productOf(sku),
  );
  if (had && switchValue(state, 'trials', account) === 'once')
    throw conditionNotMet('The customer has had a trial of this product.');
}

function order(context: Context, account: Account, sku: string): unknown {
  const mayHaveVault = hasActive(account, 'Google-Apps-For-Business') && isVerified(account);
  if (sku === 'Google-Vault' && !mayHaveVault)
    throw conditionNotMet('Vault needs an active G Suite Basic subscription and a verified domain.');
  const subscription = newSubscription(context, account, sku);
  account.subscriptions.push(subscription);
  return subscriptionResource(context.state, account, subscription);
}

const hasActive = (account: Account, sku: string): boolean =>
  account.subscriptions.some((subscription) => subscription.sku === sku && subscription.status === 'ACTIVE');

const isVerified = ({ domains }: Account): boolean => domains.some(({ primary, verified }) => primary && verified);

/** From Enterprise Essentials to Enterprise with a verified domain alone (Reseller API products page). */
const needsVerified = (from: string, to: string): boolean =>
  essentials.includes(from) && ['1010020026', '1010020020'].includes(to);

/** A switch ends the old subscription, begins the new one and takes the users along. */
function switchSku(
  context: Context,
  account: Account,
  { sku, source }: { readonly sku: string; readonly source: SubscriptionRecord },
): unknown {
  const upgrade = editionRank.indexOf(sku) > editionRank.indexOf(source.sku);
  if (source.plan === 'ANNUAL_YEARLY_PAY' || (source.plan === 'ANNUAL_MONTHLY_PAY' && !upgrade))
    throw conditionNotMet('The subscription cannot be switched before it renews.');
  if (needsVerified(source.sku, sku) && !isVerified(account)) throw conditionNotMet('The domain is not verified.');
  if (isSuspended(source)) throw conditionNotMet('A suspended subscription cannot be switched.');
  const plan = planFrom(text(object(context.body, 'plan') ?? {}, 'planName'), sku);
  const next = newSubscription(context, account, sku);
  if (next.seats < licensedSeats(account, source.sku))
    throw invalid(isAnnual(plan) ? 'Invalid Input: seats.numberOfSeats' : 'Invalid Input: seats.maximumNumberOfSeats');
  account.subscriptions = [...account.subscriptions.filter((known) => known !== source), next];
  moveLicences(account, source.sku, { productId: productOf(sku) ?? '', skuId: sku });
  return subscriptionResource(context.state, account, next);
}

const isSuspended = (subscription: SubscriptionRecord): boolean =>
  subscription.status === 'SUSPENDED' && subscription.reasons.some((reason) => reason !== 'PENDING_TOS_ACCEPTANCE');
