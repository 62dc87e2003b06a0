import { Blocked } from '../engine/outcome';
import { ask, confirm, once, pause, say, send, sendBatch, type Procedure, type Write } from '../engine/procedure';
import { Refusal, type Answer } from '../engine/request';
import { shortened } from '../engine/shorten';
import { consoles } from '../google/consoles';
import { transferableFact } from '../google/facts';
import { limits } from '../google/limits';
import { isAnnual, planOf, planWord } from '../google/plans';
import { isRateRefusal } from '../google/retry';
import type { Subscription } from '../google/reseller-resources';
import { dateOf, isUnclear, patience, productName, subscriptionsOf, type Buyer, type Order } from './subscription';
import { orderBody } from './subscription-order';
import { termsInWords } from './subscription-words';

/**
 * Taking over a customer's subscriptions with a transfer token (Reseller API guides, "Manage subscriptions" and "Create
 * a subscription").
 */

/** A customer with the token that opens it, and what rows want of it. */
export interface Transfer {
  readonly buyer: Buyer;
  /** Names the customer in shared work. */
  readonly key: string;
  /** Name of the secret of the transfer token. */
  readonly token: string;
  readonly orders: readonly Order[];
  /** The customer is ours already: the token is looked at only for what was left behind. */
  readonly ours: boolean;
  /** RFC 3339. */
  readonly now: string;
}

const dayLong = 24 * 60 * 60 * 1000;

const askForToken = `Ask the customer for a new token, made for your public reseller id (${consoles.transferToken.path}; it lasts 14 to 30 days: Google’s pages differ), and give it on the Customers page of the sidebar, or in Transfer token of its row on Customers.`;

/**
 * Takes over all that the token opens, once for all rows of the customer. Gives the SKU ids that came along in this
 * run.
 */
export function* ensureTransferred(transfer: Transfer): Procedure<readonly string[]> {
  return yield* once(`transfer:${transfer.key}`, () => takeOver(transfer));
}

function* takeOver(transfer: Transfer): Procedure<readonly string[]> {
  // The list first: it tells what came over already, and follows what comes over now.
  const here = yield* subscriptionsOf(transfer.buyer);
  const open = (yield* transferable(transfer)).filter((one) => !here.some(({ skuId }) => skuId === one.skuId));
  if (open.length === 0 && here.length === 0 && !transfer.ours) throw nothingThere(transfer);
  const parts = partsOf(transfer, open);
  refuseFewSeats(transfer, parts);
  refuseEarlyLeave(transfer, parts);
  for (const { order } of parts)
    if (order.dealCode !== undefined)
      yield* say(`The deal code of ${order.product.name} is left out: a transfer takes none.`);
  return parts.length > 0 ? yield* sendAll(transfer, parts) : [];
}

/** A token that ran out matters only while the customer is not ours. */
function* transferable({ buyer, token, ours }: Transfer): Procedure<readonly Subscription[]> {
  try {
    return yield* ask(transferableFact(buyer.customerId, token));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    if (ours) return [];
    throw new Blocked(
      `The transfer token of ${buyer.domain} is wrong, has run out, or was made for another reseller.`,
      askForToken,
    );
  }
}

function nothingThere({ buyer }: Transfer): Blocked {
  return new Blocked(
    `${buyer.domain} has no subscription that can be transferred to you.`,
    'Active ones can, and suspended ones whose trial or term has ended or whose terms wait; the editions for nonprofits and the free legacy one cannot. Ask the customer what it has (Admin console › Billing › Subscriptions).',
  );
}

interface Part {
  readonly one: Subscription;
  readonly order: Order;
}

const leastSeats = ({ transfer }: Subscription): number => transfer?.leastSeats ?? 0;

/** Google takes all of them together or none, so each has to have a row. Every one that has none is said. */
function partsOf({ buyer, orders, ours, now }: Transfer, open: readonly Subscription[]): readonly Part[] {
  const expires = Math.min(...open.map((one) => one.transfer?.expires || Infinity));
  if (!ours && expires <= Date.parse(now))
    throw new Blocked(`The transfer token of ${buyer.domain} ran out on ${dateOf(expires)}.`, askForToken);
  const parts = open.flatMap((one) =>
    orders
      .filter(({ product }) => product.skuId === one.skuId)
      .slice(0, 1)
      .map((order) => ({ one, order })),
  );
  const missing = open.filter((one) => !parts.some((part) => part.one === one));
  if (missing.length === 0 || ours) return parts;
  const each = missing
    .map((one) => `${productName(one.skuId)} (at least ${leastSeats(one)} seat${leastSeats(one) === 1 ? '' : 's'})`)
    .join(', ');
  throw new Blocked(
    `${buyer.domain} has more to transfer than rows say.`,
    `Add rows for: ${each}. Google takes all of them together${expires < Infinity ? `, until ${dateOf(expires)}` : ''}. To change to another edition, transfer the present one first and switch afterwards.`,
    { column: 'product' },
  );
}

function refuseFewSeats({ buyer }: Transfer, parts: readonly Part[]): void {
  const few = parts.filter(({ one, order }) => order.seats !== undefined && order.seats < leastSeats(one));
  if (few.length === 0) return;
  const each = few
    .map(
      ({ one, order }) => `${productName(one.skuId)} at least ${leastSeats(one)} (the row says ${String(order.seats)})`,
    )
    .join(', ');
  throw new Blocked(`There are too few seats for the transfer of ${buyer.domain}.`, `Write in Seats: ${each}.`, {
    column: 'seats',
  });
}

/**
 * An annual plan becomes another one by a transfer only shortly before it renews (Channel Services help, “Transfer
 * customers”). Where Google does not tell the end of the term it may be near.
 */
function refuseEarlyLeave({ buyer, now }: Transfer, parts: readonly Part[]): void {
  const opens = ({ one }: Part): number => one.termEnds - limits.transferLeavesTerm * dayLong;
  const early = parts.find(
    (part) =>
      isAnnual(part.one.planName) &&
      part.order.plan !== undefined &&
      !isAnnual(part.order.plan) &&
      opens(part) > Date.parse(now),
  );
  if (!early) return;
  const { planName, termEnds, skuId } = early.one;
  throw new Blocked(
    `${productName(skuId)} of ${buyer.domain} is on an annual plan until ${dateOf(termEnds)}, and Google transfers it on another plan only in the ${String(limits.transferLeavesTerm)} days before that.`,
    `Write “${planWord(planName)}” in Plan, or transfer it after ${dateOf(opens(early))}.`,
    { column: 'plan' },
  );
}

/** A write of a transfer. What the row leaves open stays as the customer has it. */
function writeOf({ buyer, token }: Transfer, { one, order }: Part): Write {
  const { dealCode: _left, ...rest } = order;
  const plan = order.plan ?? planOf(one.planName);
  const renewal = order.renewal ?? one.renewalType;
  const wanted = { ...rest, ...(renewal ? { renewal } : {}) };
  const terms = { plan, seats: order.seats ?? Math.max(one.seats, leastSeats(one)) };
  const name = productName(one.skuId);
  return {
    request: {
      op: 'reseller.subscriptions.insert',
      account: buyer.reseller,
      params: { customerId: buyer.account },
      secrets: { customerAuthToken: token },
      body: orderBody(wanted, terms),
      named: { domain: buyer.domain },
      retry: false,
    },
    words: {
      plan: 'transfer',
      what: name,
      values: ['to you', ...termsInWords(wanted, terms)],
      many: 'transfer subscriptions',
      of: buyer.domain,
      done: `transferred ${name}`,
    },
  };
}

/** Sends what is still with others, at most three times: an answer that was lost is looked for in the list. */
function* sendAll(transfer: Transfer, parts: readonly Part[]): Procedure<readonly string[]> {
  let left = parts;
  for (const wait of [...patience, undefined]) {
    const answers = yield* sendTogether(left.map((part) => writeOf(transfer, part)));
    const refused = left.flatMap((part, i): Refused[] => {
      const answer = answers[i];
      return answer && 'refusal' in answer ? [{ part, refusal: answer.refusal }] : [];
    });
    if (refused.length === 0) break;
    if (wait !== undefined) yield* pause(wait);
    const ours = yield* subscriptionsOf(transfer.buyer, confirm);
    const still = refused.filter(({ part }) => !ours.some((one) => one.skuId === part.one.skuId));
    if (still.length === 0) break;
    if (wait === undefined || !still.every(({ refusal }) => isUnclear(refusal))) throw notAll(transfer, parts, still);
    left = still.map(({ part }) => part);
  }
  return parts.map(({ one }) => one.skuId);
}

interface Refused {
  readonly part: Part;
  readonly refusal: Refusal;
}

/** One goes by itself, unless Google wants a batch for it too (the guide shows both). Several go in one batch. */
function* sendTogether(writes: readonly Write[]): Procedure<readonly Answer[]> {
  const [only] = writes;
  if (!only || writes.length > 1) return yield* sendBatch(writes);
  try {
    return [{ value: yield* send<unknown>(only.request, only.words) }];
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return refusal.status === 400 && /batch/i.test(refusal.message) ? yield* sendBatch(writes) : [{ refusal }];
  }
}

function notAll({ buyer }: Transfer, parts: readonly Part[], still: readonly Refused[]): Error {
  const [first] = still;
  // What passes by itself is no person's problem: the row failed for now, and says what came over all the same.
  if (first && (parts.length === 1 || still.every(({ refusal }) => passes(refusal)))) return first.refusal;
  const done = parts.filter((part) => !still.some((one) => one.part === part)).map(({ one }) => productName(one.skuId));
  const each = still
    .map(({ part, refusal }) => `${productName(part.one.skuId)} (Google says: “${shortened(refusal.message, 120)}”)`)
    .join(', ');
  return new Blocked(
    `${done.length > 0 ? `${done.join(', ')} of ${buyer.domain} came over to you; not transferred:` : `Nothing of ${buyer.domain} was transferred:`} ${each}.`,
    'Put right what Google says, keep the token on Customers, and check the rows again: what is left is tried once more.',
  );
}

function passes(refusal: Refusal): boolean {
  return isRateRefusal(refusal) || isUnclear(refusal);
}
