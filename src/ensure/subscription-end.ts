import { Blocked } from '../engine/outcome';
import { confirm, once, pause, sendBatch, type Procedure, type Words } from '../engine/procedure';
import type { Refusal } from '../engine/request';
import type { Subscription } from '../google/reseller-resources';
import { change, isUnclear, patience, productName, requestOf, subscriptionsOf, type Buyer } from './subscription';

/**
 * Ending subscriptions for good (Reseller API guide, "Change subscription status"). Both ways have to be armed by the
 * person who approves.
 */

/** Cancels a subscription of another product than Workspace, once for all rows that need it gone. */
export function* cancel(buyer: Buyer, skuId: string, armed: boolean): Procedure<void> {
  refuseUnarmed(armed);
  yield* once(`cancel:${buyer.account}/${skuId}`, () =>
    change(buyer, skuId, {
      op: 'delete',
      params: { deletionType: 'cancel' },
      isDone: (now) => now === undefined,
      words: {
        plan: 'cancel',
        what: productName(skuId),
        many: 'cancel subscriptions',
        of: buyer.domain,
        done: `cancelled ${productName(skuId)}`,
      },
    }),
  );
}

/** What is handed over: `all` the customer's SKUs of which rows say so, and the one of this row. */
export interface HandOver {
  readonly skuId: string;
  readonly all: readonly string[];
  /** SKUs of which rows say that they are cancelled: that comes first. */
  readonly cancelled: readonly string[];
  readonly armed: boolean;
}

/**
 * Hands a customer's subscriptions to Google, several in one batch: only then Google takes them as one (Reseller API
 * guide, "Change subscription status").
 */
export function* handOver(buyer: Buyer, { skuId, all, cancelled, armed }: HandOver): Procedure<void> {
  refuseUnarmed(armed);
  yield* refuseRest(buyer, [...all, ...cancelled]);
  for (const one of yield* leftOf(buyer, cancelled)) yield* cancel(buyer, one.skuId, armed);
  const refused = yield* once(`hand-over:${buyer.account}`, () => handOverAll(buyer, all));
  const refusal = refused.get(skuId);
  if (refusal) throw refusal;
}

/** Google takes all subscriptions of a customer or none. */
function* refuseRest(buyer: Buyer, ending: readonly string[]): Procedure<void> {
  const rest = (yield* subscriptionsOf(buyer)).filter(({ skuId }) => !ending.includes(skuId));
  if (rest.length === 0) return;
  const names = rest.map(({ skuId }) => productName(skuId)).join(', ');
  throw new Blocked(
    `Google takes the subscriptions of a customer all together, and ${buyer.domain} has ${names} besides.`,
    'Write Handed to Google in State of a row for each of them, or Cancelled for what is no Workspace edition, and check these rows together.',
    { column: 'state' },
  );
}

function refuseUnarmed(armed: boolean): void {
  if (!armed)
    throw new Blocked(
      'Cancelling has to be armed.',
      'Choose Seatsheet › Set up › Arm deleting and cancelling…, then check and run the row again.',
      { column: 'state' },
    );
}

const handing = { deletionType: 'transfer_to_direct' };

function wordsFor(buyer: Buyer, skuId: string): Words {
  return {
    plan: 'hand to Google',
    what: productName(skuId),
    many: 'hand subscriptions to Google',
    of: buyer.domain,
    done: `handed ${productName(skuId)} to Google`,
  };
}

/** Gives the refusals by SKU. What was accepted is gone from the list. */
function* handOverAll(buyer: Buyer, skus: readonly string[]): Procedure<ReadonlyMap<string, Refusal>> {
  const left = yield* leftOf(buyer, skus);
  const [only] = left;
  if (!only || left.length > 1) return yield* asBatch(buyer, left);
  yield* change(buyer, only.skuId, {
    op: 'delete',
    params: handing,
    words: wordsFor(buyer, only.skuId),
    isDone: (now) => now === undefined,
  });
  return new Map();
}

function* leftOf(buyer: Buyer, skus: readonly string[], look?: typeof confirm): Procedure<readonly Subscription[]> {
  return (yield* subscriptionsOf(buyer, look)).filter((one) => skus.includes(one.skuId));
}

function* asBatch(buyer: Buyer, several: readonly Subscription[]): Procedure<ReadonlyMap<string, Refusal>> {
  let left = several;
  for (const wait of [...patience, undefined]) {
    const answers = yield* sendBatch(
      left.map((one) => ({
        request: requestOf(buyer, one, { op: 'delete', params: handing }),
        words: wordsFor(buyer, one.skuId),
      })),
    );
    const refused = new Map(
      left.flatMap((one, i): [string, Refusal][] => {
        const answer = answers[i];
        return answer && 'refusal' in answer ? [[one.skuId, answer.refusal]] : [];
      }),
    );
    const open = [...refused].filter(([, refusal]) => isUnclear(refusal)).map(([skuId]) => skuId);
    if (open.length === 0 || wait === undefined) return refused;
    yield* pause(wait);
    left = yield* leftOf(buyer, [...refused.keys()], confirm);
    if (left.length === 0) return new Map();
  }
  return new Map();
}
