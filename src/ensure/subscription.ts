import { defined } from '../engine/defined';
import { Blocked, Waiting } from '../engine/outcome';
import { ask, confirm, pause, say, send, type Procedure, type Words } from '../engine/procedure';
import { Refusal, type JsonObject, type Request } from '../engine/request';
import { consoles } from '../google/consoles';
import { subscriptionsFact } from '../google/facts';
import type { RenewalType } from '../google/plans';
import { listing, type PlanName, type Sku } from '../google/products';
import type { Subscription } from '../google/reseller-resources';
import { isNoAnswer, isNotFound, isTransient } from '../google/retry';
import { stateInWords } from '../google/subscription-state';

/**
 * Subscriptions of a customer, always looked up by SKU: Google gives a subscription a new id when it changes (Reseller
 * API reference, Subscriptions).
 */

/** What somebody orders, or wants of a subscription that is there. What is left out stays as it is. */
export interface Order {
  readonly product: Sku;
  readonly plan?: PlanName;
  /** The total number of seats, never a difference. */
  readonly seats?: number;
  readonly renewal?: RenewalType;
  readonly purchaseOrder?: string;
  readonly dealCode?: string;
}

/** Whose subscriptions they are. */
export interface Buyer {
  /** Customer id of the reseller's account. */
  readonly reseller: string;
  /** How requests name the customer: by its id, or by name where this run makes it. */
  readonly account: string;
  /** Google's id where it is known. */
  readonly customerId: string;
  readonly domain: string;
}

/** The customer's subscriptions that are not cancelled. `look` is `confirm` where Google has to be asked again. */
export function* subscriptionsOf(buyer: Buyer, look = ask): Procedure<readonly Subscription[]> {
  const all = yield* look(subscriptionsFact(buyer.reseller));
  return all.filter(
    (one) => (one.customerId === buyer.account || one.customerId === buyer.customerId) && one.status !== 'CANCELLED',
  );
}

/**
 * Whether the customer has had a trial of this product, whatever became of it: Google gives one (Reseller API guide).
 */
export function* hadTrial(buyer: Buyer, { productId }: Sku): Procedure<boolean> {
  const all = yield* ask(subscriptionsFact(buyer.reseller));
  return all.some(
    (one) =>
      (one.customerId === buyer.account || one.customerId === buyer.customerId) &&
      (one.isInTrial || one.trialEnds > 0) &&
      listing(one)?.productId === productId,
  );
}

/** The subscription of a SKU that is not cancelled; undefined where the customer has none. */
export function* subscriptionOf(buyer: Buyer, skuId: string, look = ask): Procedure<Subscription | undefined> {
  return (yield* subscriptionsOf(buyer, look)).find((one) => one.skuId === skuId);
}

/**
 * A change of one subscription. `isDone` tells from what Google has whether it was carried out: undefined is a
 * subscription that is gone.
 */
export interface Change {
  readonly op:
    | 'changePlan'
    | 'changeSeats'
    | 'changeRenewalSettings'
    | 'startPaidService'
    | 'suspend'
    | 'activate'
    | 'delete';
  readonly body?: JsonObject;
  readonly params?: Readonly<Record<string, string>>;
  readonly words: Words;
  isDone(one: Subscription | undefined): boolean;
}

/**
 * The request of a change, with the subscription's name in plans: its id may be another one when the plan is carried
 * out.
 */
export function requestOf(
  buyer: Buyer,
  one: Subscription,
  { op, params, body }: Pick<Change, 'op' | 'params' | 'body'>,
): Request {
  return {
    op: `reseller.subscriptions.${op}`,
    account: buyer.reseller,
    params: { customerId: buyer.account, subscriptionId: one.subscriptionId, ...params },
    ...defined({ body }),
    named: { subscriptionId: `subscription:${buyer.domain}/${one.skuId}`, domain: buyer.domain },
    retry: false,
  };
}

/** Milliseconds before a write whose outcome is unknown is looked for, and sent again where it was not carried out. */
export const patience: readonly number[] = [3_000, 10_000];

/** Whether a write may have been carried out or not. */
export function isUnclear(refusal: Refusal): boolean {
  return isNoAnswer(refusal) || isTransient(refusal);
}

/**
 * Sends a change, looking the subscription up right before. One whose outcome is unknown is sent again only where
 * Google does not have it.
 */
export function* change(buyer: Buyer, skuId: string, step: Change): Procedure<void> {
  let one = yield* subscriptionOf(buyer, skuId);
  for (const wait of [...patience, undefined]) {
    if (!one) throw new Blocked(`${buyer.domain} no longer has ${productName(skuId)}.`, 'Check the row again.');
    try {
      return yield* send(requestOf(buyer, one, step), step.words);
    } catch (error) {
      const refusal = whileSuspended(buyer, one, error);
      if (wait === undefined || !(isUnclear(refusal) || isNotFound(refusal))) throw refusal;
      if (isUnclear(refusal)) yield* pause(wait);
    }
    one = yield* subscriptionOf(buyer, skuId, confirm);
    if (step.isDone(one)) return yield* say(answerLost(step.words));
  }
}

/** The remark on a write whose answer was lost and that is there all the same. */
export function answerLost(words: Words): string {
  return `Google’s answer was lost, and a look showed that it was carried out: ${words.done}.`;
}

/** Calls on a suspended subscription can be refused with 400 (Reseller API, common errors). */
function whileSuspended(buyer: Buyer, one: Subscription, error: unknown): Refusal {
  if (!(error instanceof Refusal)) throw error;
  // Some back ends give the status alone, which is the same for a field that is wrong.
  if (error.status !== 400 || error.reason === 'invalid' || one.status !== 'SUSPENDED') return error;
  if (termsWait(one))
    throw new Waiting(
      `${buyer.domain} has not accepted the terms of service yet, and Google does not change ${productName(one.skuId)} before.`,
      'Ask its administrator to sign in and accept them.',
    );
  throw new Blocked(
    `${productName(one.skuId)} of ${buyer.domain} is ${stateInWords(one).replace(/^S/, 's')}, and Google does not change it so.`,
    one.suspensionReasons.every((reason) => reason === 'RESELLER_INITIATED')
      ? 'Write Active in State as well: it is taken up first.'
      : `Take it up in the ${consoles.partnerCustomers.path}, or ask Google; then check the row again.`,
  );
}

/**
 * Whether a subscription waits for the customer's administrator to accept the terms: no failure (codelab "Manage a
 * customer end to end").
 */
export function termsWait(one: Subscription): boolean {
  return one.status === 'SUSPENDED' && one.suspensionReasons.includes('PENDING_TOS_ACCEPTANCE');
}

/** What a SKU is called in sentences. */
export function productName(skuId: string): string {
  return listing({ skuId })?.name ?? skuId;
}

/** What changes of a subscription are about, in plans. */
export function subjectOf({ domain }: Buyer, skuId: string): string {
  return `${domain}, ${productName(skuId)}`;
}

/** An instant as a date, `2026-03-01`; `milliseconds` since the epoch. */
export function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
