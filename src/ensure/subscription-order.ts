import { defined } from '../engine/defined';
import { Blocked, Waiting } from '../engine/outcome';
import { ask, confirm, once, pause, say, send, type Procedure, type Words } from '../engine/procedure';
import { Refusal, type JsonObject, type Request } from '../engine/request';
import { resoldCustomerFact, subscriptionsFact } from '../google/facts';
import { limits } from '../google/limits';
import { isAnnual, planWord, seatsBody, usualRenewal } from '../google/plans';
import { listing, plansFor, type Sku } from '../google/products';
import { asSubscription, type Subscription } from '../google/reseller-resources';
import { isDuplicate } from '../google/retry';
import {
  answerLost,
  hadTrial,
  isUnclear,
  patience,
  productName,
  subscriptionOf,
  type Buyer,
  type Order,
} from './subscription';
import { termsInWords, type Terms } from './subscription-words';

/**
 * Ordering (Reseller API guide, "Create a subscription"). Nothing tells two orders apart but the list: it is looked at
 * first, and again before a repeat.
 */

/**
 * A subscription that was ordered. `answered`: Google said so itself; otherwise it was found in the list, and may be
 * somebody else's order.
 */
export interface Placed {
  readonly one: Subscription;
  readonly answered: boolean;
}

/** Orders what the customer does not have, going by the list that `freshList` has read. */
export function* order(buyer: Buyer, wanted: Order): Procedure<Placed> {
  const terms = termsOf(wanted);
  if (terms.plan === 'TRIAL') yield* refuseSecondTrial(buyer, wanted.product);
  yield* refuseAlone(buyer, wanted);
  yield* refuseUnverified(buyer, wanted);
  const words: Words = {
    plan: 'order',
    what: wanted.product.name,
    values: termsInWords(wanted, terms),
    many: 'order subscriptions',
    of: buyer.domain,
    done: `ordered ${wanted.product.name}`,
  };
  return yield* place(buyer, wanted, { body: orderBody(wanted, terms), words });
}

/**
 * What is known may be minutes old: before anything is ordered or changed the list is read once more, once for all
 * rows. No write goes out while that is under way, which would be missing in it.
 */
export function* freshList(reseller: string): Procedure<void> {
  yield* once(`subscriptions:${reseller}`, () => confirm(subscriptionsFact(reseller)));
}

/**
 * Plan and seats of a new subscription. Throws Blocked where the row does not say them, and for what cannot be ordered.
 */
function termsOf({ product: sku, plan, seats }: Order): Terms {
  const sold = plansFor(sku);
  if (sold.length === 0)
    throw new Blocked(
      `${sku.name} cannot be ordered: Google has it only come along with a transfer.`,
      'Delete this row, or write another product.',
      { column: 'product' },
    );
  const chosen = plan ?? (sold.length === 1 ? sold[0] : undefined);
  if (chosen === undefined)
    throw new Blocked(
      `The customer does not have ${sku.name} yet.`,
      `A new subscription needs a plan: ${sold.map((one) => `“${planWord(one)}”`).join(' or ')}.`,
      { column: 'plan' },
    );
  const number = seats ?? (chosen === 'FREE' ? limits.seats.free : undefined);
  if (number === undefined)
    throw new Blocked(`The customer does not have ${sku.name} yet.`, 'A new subscription needs the number of seats.', {
      column: 'seats',
    });
  return { plan: chosen, seats: number };
}

/**
 * The body of an order. Annual plans always say what they renew to, because Google's defaults differ by SKU (Reseller
 * API guide, "Create a subscription").
 */
export function orderBody(
  wanted: Pick<Order, 'product' | 'purchaseOrder' | 'dealCode'> & { readonly renewal?: string },
  { plan, seats }: Terms,
): JsonObject {
  const { product, renewal, purchaseOrder, dealCode } = wanted;
  return {
    skuId: product.skuId,
    plan: { planName: plan },
    seats: seatsBody(plan, seats),
    ...(isAnnual(plan) ? { renewalSettings: { renewalType: renewal ?? usualRenewal(plan) } } : {}),
    ...(purchaseOrder ? { purchaseOrderId: purchaseOrder } : {}),
    ...defined({ dealCode }),
  };
}

/** Throws Blocked where the customer has had its trial of the product. */
export function* refuseSecondTrial(buyer: Buyer, sku: Sku): Procedure<void> {
  if (!(yield* hadTrial(buyer, sku))) return;
  const others = plansFor(sku).filter((plan) => plan !== 'TRIAL');
  throw new Blocked(
    `${buyer.domain} has had a trial of ${sku.productName} already, and Google gives one.`,
    `Choose in Plan: ${others.map(planWord).join(', ')}.`,
    { column: 'plan' },
  );
}

/** Vault is an add-on of G Suite Basic (Reseller API, products page). */
function* refuseAlone(buyer: Buyer, { product: sku }: Order): Procedure<void> {
  const beside = listing(sku)?.soldBeside;
  if (beside === undefined || (yield* subscriptionOf(buyer, beside))) return;
  throw new Blocked(
    `Google sells ${sku.name} only beside ${productName(beside)}, and ${buyer.domain} has none.`,
    'Delete this row. Which editions bring it along, Google’s list of editions says.',
    { column: 'product' },
  );
}

/** Vault and Chrome wait for the domain (Reseller API, products page). */
function* refuseUnverified({ reseller, account, domain }: Buyer, { product: sku }: Order): Procedure<void> {
  if (!listing(sku)?.needsVerifiedDomain) return;
  const customer = yield* ask(resoldCustomerFact(reseller, account));
  if (customer?.domainVerified !== true)
    throw new Waiting(
      `${sku.name} can be ordered once the domain ${domain} is verified.`,
      'Verify it (Admin console › Account › Domains › Manage domains), then check the row again.',
    );
}

/** What tells one order from another. `switchFrom` is the SKU that it takes the place of. */
export interface Placing {
  readonly body: JsonObject;
  readonly switchFrom?: string;
  readonly words: Words;
}

/**
 * Sends an order. Where it is not known whether it arrived, or Google says it exists, the list tells; it goes again
 * twice at most.
 */
export function* place(buyer: Buyer, { product: sku }: Order, { body, switchFrom, words }: Placing): Procedure<Placed> {
  const request: Request = {
    op: 'reseller.subscriptions.insert',
    account: buyer.reseller,
    body,
    named: { domain: buyer.domain },
    retry: false,
    params: {
      customerId: buyer.account,
      ...(switchFrom === undefined ? {} : { action: 'switch', sourceSkuId: switchFrom }),
    },
  };
  for (const wait of [...patience, undefined]) {
    try {
      const value = yield* send<unknown>(request, words);
      return {
        one: (yield* subscriptionOf(buyer, sku.skuId)) ?? { ...asSubscription(value), customerId: buyer.account },
        answered: true,
      };
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !(isUnclear(refusal) || exists(refusal))) throw refusal;
      yield* pause(wait ?? patience[0] ?? 0);
      const there = yield* subscriptionOf(buyer, sku.skuId, confirm);
      if (!there && (wait === undefined || !isUnclear(refusal))) throw refusal;
      if (!there) continue;
      yield* say(exists(refusal) ? `${sku.name} was ordered meanwhile.` : answerLost(words));
      return { one: there, answered: false };
    }
  }
  throw new Error('An order ends with an answer or a refusal.');
}

/** Reason and code for a SKU that the customer has are not documented; public scripts look for these words. */
function exists(refusal: Refusal): boolean {
  return isDuplicate(refusal) || /already exists|conflict/i.test(refusal.message);
}
