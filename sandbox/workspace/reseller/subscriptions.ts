import { text } from '../body';
import type { Context, Handler } from '../context';
import { badRequest, conditionNotMet, forbidden, invalid, notFound, required } from '../errors';
import { orAbsent } from '../json';
import { byText, page } from '../paging';
import { productFor } from '../licensing/licences';
import { workspaceProduct } from '../catalogue';
import type { Account, SubscriptionRecord } from '../state';
import { switchValue } from '../switch-values';
import { isAnnual, orderTexts, planAndSeats, renewalFrom, seatsFrom } from './plans';
import { customerByKey, ownCustomer, resellerOf } from './rights';
import { clearReason, endTrial, renumber, settle, startPlan, suspendFor } from './subscription-life';
import { subscriptionResource, type SubscriptionResource } from './subscription-resource';
import { transferListing } from './transfers';

/** Subscriptions that exist (Reseller API "Manage subscriptions", "Change subscription status"). */

const sixtyDays = 60 * 24 * 60 * 60 * 1000;

interface Named {
  readonly account: Account;
  readonly subscription: SubscriptionRecord;
}

function named(context: Context, right: 'view' | 'edit' | 'transfer'): Named {
  const account = ownCustomer(context, resellerOf(context, right));
  settle(account, context.now);
  const subscription = account.subscriptions.find(
    (known) => known.id === context.params['subscriptionId'] && !known.direct,
  );
  if (!subscription) throw notFound('Resource Not Found: subscriptionId');
  return { account, subscription };
}

const answer = (context: Context, { account, subscription }: Named): SubscriptionResource =>
  subscriptionResource(context.state, account, subscription);

/** `reseller.subscriptions.get`. */
export const getSubscription: Handler = (context) => answer(context, named(context, 'view'));

/** `reseller.subscriptions.list`: all of the reseller's, one customer's, or with a token what could be transferred. */
export const listSubscriptions: Handler = (context) => {
  const reseller = resellerOf(context, 'view');
  const found = context.params['customerId'] ? ofCustomer(context, reseller) : ofAll(context, reseller);
  const keyed = found
    .map((resource) => [`${resource.customerDomain ?? ''}\u0000${resource.subscriptionId ?? ''}`, resource] as const)
    .sort(([a], [b]) => byText(a, b));
  const { items, nextPageToken } = page(context, keyed, { key: ([key]) => key, most: 100, usual: 20 });
  return {
    kind: 'reseller#subscriptions',
    subscriptions: orAbsent(items.map(([, resource]) => resource)),
    nextPageToken,
  };
};

function resold(context: Context, account: Account): SubscriptionResource[] {
  settle(account, context.now);
  return account.subscriptions
    .filter((subscription) => !subscription.direct)
    .map((subscription) => answer(context, { account, subscription }));
}

function ofAll(context: Context, reseller: Account): SubscriptionResource[] {
  const prefix = (context.params['customerNamePrefix'] ?? '').toLowerCase();
  const customers = Object.values(context.state.accounts).filter(
    (account) => account.resoldBy === reseller.id && account.domain.startsWith(prefix),
  );
  return customers.flatMap((account) => resold(context, account));
}

function ofCustomer(context: Context, reseller: Account): SubscriptionResource[] {
  const account = customerByKey(context, context.params['customerId'] ?? '');
  if (!account) throw notFound('Resource Not Found: customerId');
  settle(account, context.now);
  if (context.params['customerAuthToken'] !== undefined) return transferListing(context, account, reseller);
  if (account.resoldBy !== reseller.id) throw forbidden();
  return resold(context, account);
}

/**
 * Changes to a subscription that is cancelled, or suspended, can be 400 `badRequest` (Reseller API "Common errors").
 */
function mustBeOpen({ state }: Context, { account, subscription }: Named): void {
  const shut =
    subscription.status === 'CANCELLED' ||
    (subscription.status === 'SUSPENDED' && switchValue(state, 'suspendedChanges', account) === 'refused');
  if (shut) throw badRequest();
}

/** `reseller.subscriptions.changePlan`: from flexible to annual, or setting what follows a trial. */
export const changePlan: Handler = (context) => {
  const found = named(context, 'edit');
  mustBeOpen(context, found);
  const { account, subscription } = found;
  if (isAnnual(subscription.plan) || subscription.plan === 'FREE')
    throw conditionNotMet('The plan of this subscription cannot be changed.');
  const asked = planAndSeats(context.body, {
    account,
    sku: subscription.sku,
    planName: text(context.body, 'planName'),
  });
  if (asked.plan === 'TRIAL' || asked.plan === 'FREE' || asked.plan === subscription.plan)
    throw invalid('Invalid Input: planName');
  Object.assign(subscription, orderTexts(context.body));
  if (subscription.inTrial) {
    subscription.nextPlan = asked;
    return answer(context, found);
  }
  subscription.seats = asked.seats;
  startPlan(subscription, asked.plan, context.now);
  renumber(context.state, account, subscription);
  return answer(context, found);
};

/** `reseller.subscriptions.changeSeats`: the total, in the field of the plan. */
export const changeSeats: Handler = (context) => {
  const found = named(context, 'edit');
  mustBeOpen(context, found);
  const { account, subscription } = found;
  subscription.seats = seatsFrom(context.body, {
    account,
    sku: subscription.sku,
    plan: subscription.plan,
    standing: subscription,
  });
  return answer(context, found);
};

/** `reseller.subscriptions.changeRenewalSettings`: annual plans only. */
export const changeRenewalSettings: Handler = (context) => {
  const found = named(context, 'edit');
  mustBeOpen(context, found);
  if (!isAnnual(found.subscription.plan)) throw conditionNotMet('Renewal settings apply to annual plans only.');
  found.subscription.renewal = renewalFrom(context.body);
  return answer(context, found);
};

/** `reseller.subscriptions.startPaidService`: ends a trial whose plan has been set. */
export const startPaidService: Handler = (context) => {
  const found = named(context, 'edit');
  mustBeOpen(context, found);
  const { account, subscription } = found;
  if (!subscription.inTrial || !subscription.nextPlan)
    throw conditionNotMet('A plan must be set with changePlan before the paid service starts.');
  endTrial(subscription, context.now);
  renumber(context.state, account, subscription);
  return answer(context, found);
};

/** `reseller.subscriptions.suspend`: paid and active ones. Vault and storage go before Workspace. */
export const suspendSubscription: Handler = (context) => {
  const found = named(context, 'edit');
  const { account, subscription } = found;
  if (subscription.status !== 'ACTIVE') throw badRequest();
  if (subscription.plan === 'TRIAL' || subscription.plan === 'FREE')
    throw conditionNotMet('Only paid subscriptions can be suspended.');
  const product = (known: SubscriptionRecord) => productFor(context.state, known.sku);
  const addOns = account.subscriptions.some(
    (known) => known.status === 'ACTIVE' && ['Google-Vault', 'Google-Drive-storage'].includes(product(known)),
  );
  if (product(subscription) === workspaceProduct && addOns)
    throw conditionNotMet('Vault and Drive storage subscriptions must be cancelled first.');
  suspendFor(subscription, 'RESELLER_INITIATED', context.now);
  return answer(context, found);
};

/**
 * `reseller.subscriptions.activate`: what the reseller suspended, for 60 days. A term that ended meanwhile begins anew.
 */
export const activateSubscription: Handler = (context) => {
  const found = named(context, 'edit');
  const { subscription } = found;
  if (!subscription.reasons.includes('RESELLER_INITIATED')) throw badRequest();
  if (context.now > (subscription.suspendedAt ?? 0) + sixtyDays)
    throw conditionNotMet('The subscription was suspended for too long.');
  clearReason(subscription, 'RESELLER_INITIATED');
  if (subscription.commitment && subscription.commitment.end <= context.now)
    startPlan(subscription, subscription.plan, context.now);
  return answer(context, found);
};

/**
 * `reseller.subscriptions.delete`: Workspace is handed to Google, anything else cancelled. Needs an administrator in
 * the account.
 */
export const deleteSubscription: Handler = (context) => {
  const { account, subscription } = named(context, 'transfer');
  const type = context.params['deletionType'];
  if (!type) throw required('deletionType');
  if (type !== 'cancel' && type !== 'transfer_to_direct') throw invalid('Invalid Input: deletionType');
  if (subscription.status === 'CANCELLED') throw badRequest();
  if (type === 'cancel' && productFor(context.state, subscription.sku) === workspaceProduct)
    throw invalid('Invalid Input: deletionType');
  const administered = Object.values(context.state.users).some((user) => user.account === account.id && user.isAdmin);
  if (!administered) throw conditionNotMet('The customer has no administrator.');
  if (type === 'transfer_to_direct') mustGoTogether(context, account);
  if (type === 'cancel') subscription.status = 'CANCELLED';
  else handToGoogle(account, subscription);
};

/** Several are handed over in one batch (Reseller API guide, "Change subscription status"). */
function mustGoTogether({ state, together }: Context, account: Account): void {
  if (switchValue(state, 'handOver', account) === 'singly') return;
  const going = together.filter(
    ({ method, query }) => method === 'DELETE' && query['deletionType'] === 'transfer_to_direct',
  );
  const isGoing = ({ id }: SubscriptionRecord): boolean => going.some(({ path }) => path.endsWith(`/${id}`));
  const left = account.subscriptions.filter((known) => !known.direct && known.status !== 'CANCELLED');
  if (left.length > 1 && !left.every(isGoing))
    throw invalid('All subscriptions of the customer must be transferred in one batch request.');
}

function handToGoogle(account: Account, subscription: SubscriptionRecord): void {
  subscription.direct = true;
  const left = account.subscriptions.some((known) => !known.direct && known.status !== 'CANCELLED');
  if (!left) account.resoldBy = null;
}
