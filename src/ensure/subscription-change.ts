import { defined } from '../engine/defined';
import { Blocked, Waiting } from '../engine/outcome';
import { say, type Procedure, type Words } from '../engine/procedure';
import { shownValue, type Told } from '../engine/words';
import { limits } from '../google/limits';
import { isAnnual, planOf, planPhrase, planWord, renewalWord, seatsBody, type RenewalType } from '../google/plans';
import { isWorkspaceSku, listing } from '../google/products';
import type { Subscription } from '../google/reseller-resources';
import { cancel } from './subscription-end';
import {
  change,
  dateOf,
  productName,
  subjectOf,
  subscriptionsOf,
  termsWait,
  type Buyer,
  type Order,
} from './subscription';
import { orderTexts, seatsPhrase } from './subscription-words';

/**
 * Changes of a subscription that is there (Reseller API guides, "Manage subscriptions" and "Change subscription
 * status"). Each says beforehand what Google would refuse.
 */

/**
 * Sets the total number of seats. Throws Blocked for a number below the people who hold it, and for fewer on an annual
 * plan.
 */
export function* changeSeats(buyer: Buyer, one: Subscription, seats: number): Procedure<void> {
  refuseTooFew(one, seats);
  const plan = planOf(one.planName);
  if (isAnnual(plan) && seats < one.seats) throw fewerOnAnnual(one, seats);
  if (one.isInTrial && seats > limits.seats.trial) {
    throw new Blocked(
      `${productName(one.skuId)} is on a trial, which has at most ${limits.seats.trial} seats.`,
      'Write that many, or write the Plan that is to follow the trial.',
      { column: 'seats' },
    );
  }
  yield* change(buyer, one.skuId, {
    op: 'changeSeats',
    body: seatsBody(plan, seats),
    isDone: (now) => now?.seats === seats,
    words: {
      plan: seats < one.seats ? 'lower' : 'raise',
      values: [['seats', String(one.seats), String(seats)]],
      many: 'change seats',
      of: subjectOf(buyer, one.skuId),
      done: `changed the seats ${one.seats} → ${seats}`,
    },
  });
}

function refuseTooFew({ skuId, licensed }: Subscription, seats: number): void {
  if (seats >= licensed) return;
  throw new Blocked(
    `${licensed} people hold ${productName(skuId)}, and Seats says ${seats}.`,
    `Take licences away first, or write at least ${licensed}.`,
    { column: 'seats' },
  );
}

function fewerOnAnnual(one: Subscription, seats: number): Blocked {
  return new Blocked(
    `${productName(one.skuId)} is on an annual plan with ${one.seats} seats${until(one)}; before its renewal they cannot become ${seats}.`,
    `Write ${one.seats} or more. To let them fall at renewal, choose “${renewalWord('RENEW_CURRENT_USERS_MONTHLY_PAY')}” (RENEW_CURRENT_USERS) in Renewal.`,
    { column: 'seats' },
  );
}

/** `, until 2027-03-02`; nothing where Google does not tell the end of the term (offline billing). */
function until({ termEnds }: Subscription): string {
  return termEnds > 0 ? ` until ${dateOf(termEnds)}` : '';
}

/** What a subscription changes to. */
export interface NewPlan extends Pick<Order, 'purchaseOrder' | 'dealCode'> {
  readonly plan: string;
  readonly seats: number;
}

/**
 * Sets another plan, or in a trial the plan that follows it, as often as wanted. Throws Blocked for a plan that cannot
 * be left or reached.
 */
export function* changePlan(buyer: Buyer, one: Subscription, to: NewPlan): Procedure<void> {
  refusePlan(one, to.plan);
  refuseTooFew(one, to.seats);
  const { plan, seats, purchaseOrder, dealCode } = to;
  yield* change(buyer, one.skuId, {
    op: 'changePlan',
    isDone: (now) => now !== undefined && planOf(now.planName) === plan && now.seats === seats,
    body: {
      planName: plan,
      seats: seatsBody(plan, seats),
      ...(purchaseOrder ? { purchaseOrderId: purchaseOrder } : {}),
      ...defined({ dealCode }),
    },
    words: { ...planWordsOf(one, to), of: subjectOf(buyer, one.skuId) },
  });
}

function planWordsOf(one: Subscription, to: NewPlan): Omit<Words, 'of'> {
  const [before, after] = [planPhrase(one.planName), planPhrase(to.plan)];
  const texts = orderTexts(to);
  if (one.isInTrial)
    return {
      plan: 'let the trial be followed by',
      what: after,
      values: [seatsPhrase(to.seats), ...texts],
      many: 'set plans that follow trials',
      done: `set ${after} to follow the trial`,
    };
  const seats: Told = to.seats === one.seats ? seatsPhrase(to.seats) : ['seats', String(one.seats), String(to.seats)];
  return {
    plan: 'change',
    values: [['plan', bare(before), bare(after)], seats, ...texts],
    many: 'change plans',
    done: `changed the plan to ${after}`,
  };
}

const bare = (phrase: string): string => phrase.replace(' plan', '');

function refusePlan(one: Subscription, plan: string): void {
  const name = productName(one.skuId);
  if (plan === 'TRIAL')
    throw new Blocked(
      `${name} is there already, and a trial can only begin with an order.`,
      `Write the present plan, “${planWord(one.planName)}”, or empty Plan.`,
      { column: 'plan' },
    );
  if (plan === 'FREE' || one.planName === 'FREE')
    throw new Blocked(`The plan of ${name} cannot be changed.`, 'Empty Plan.', { column: 'plan' });
  if (one.isInTrial || !isAnnual(one.planName)) return;
  throw new Blocked(
    `${name} is on an annual plan${until(one)}, and no annual plan can be changed before it renews.`,
    `Write “${planWord(one.planName)}” in Plan; in Renewal choose what follows it, such as “${renewalWord('SWITCH_TO_PAY_AS_YOU_GO')}”.`,
    { column: 'plan' },
  );
}

/** Sets what an annual plan renews to. Throws Blocked for any other plan. */
export function* changeRenewal(buyer: Buyer, one: Subscription, renewalType: RenewalType): Procedure<void> {
  if (one.isInTrial || !isAnnual(one.planName)) {
    throw new Blocked(
      `Renewal can be set only on an annual plan that has begun, and ${productName(one.skuId)} is ${one.isInTrial ? 'on a trial' : planWord(one.planName).toLowerCase()}.`,
      'Empty Renewal for now.',
      { column: 'renewal' },
    );
  }
  yield* change(buyer, one.skuId, {
    op: 'changeRenewalSettings',
    body: { renewalType },
    isDone: (now) => now?.renewalType === renewalType,
    words: {
      plan: 'change',
      values: [['renewal', shownValue(renewalWord(one.renewalType)), shownValue(renewalWord(renewalType))]],
      many: 'set renewals',
      of: subjectOf(buyer, one.skuId),
      done: `set the renewal to “${renewalWord(renewalType)}”`,
    },
  });
}

/** Ends a trial now. Throws Blocked where no plan was set that could begin. */
export function* startPaidService(buyer: Buyer, one: Subscription, planIsSet: boolean): Procedure<void> {
  if (!planIsSet)
    throw new Blocked(`No plan is set to follow the trial of ${productName(one.skuId)}.`, 'Write it in Plan.', {
      column: 'plan',
    });
  yield* change(buyer, one.skuId, {
    op: 'startPaidService',
    isDone: (now) => now?.isInTrial === false,
    words: {
      plan: 'end the trial and start the paid service',
      values: [planPhrase(one.planName), seatsPhrase(one.seats)],
      many: 'start paid services',
      of: subjectOf(buyer, one.skuId),
      done: 'ended the trial and started the paid service',
    },
  });
}

/**
 * What suspending needs to know: the add-ons that rows of the same customer cancel, and whether cancelling is armed.
 */
export interface Suspending {
  readonly cancelled: readonly string[];
  readonly armed: boolean;
}

/**
 * Suspends a paid, active subscription, of Workspace only after the add-ons that Google wants cancelled before
 * (Reseller API, products page).
 */
export function* suspend(buyer: Buyer, one: Subscription, { cancelled, armed }: Suspending): Procedure<void> {
  const name = productName(one.skuId);
  if (termsWait(one))
    throw new Waiting(
      `Google suspends only what is active, and ${buyer.domain} has not accepted the terms of service yet.`,
      'Ask its administrator to sign in and accept them.',
    );
  if (one.isInTrial || one.planName === 'FREE')
    throw new Blocked(`${name} is not paid for, and Google suspends paid subscriptions only.`, 'Empty State.', {
      column: 'state',
    });
  for (const addOn of yield* addOnsOf(buyer, one)) {
    if (!cancelled.includes(addOn.skuId)) {
      throw new Blocked(
        `${productName(addOn.skuId)} has to be cancelled before ${name} is suspended.`,
        'Write Cancelled in State of its row on Subscriptions.',
        { column: 'state' },
      );
    }
    yield* cancel(buyer, addOn.skuId, armed);
  }
  yield* say(`A suspended subscription can be taken up again for ${limits.suspendedDays} days.`);
  yield* change(buyer, one.skuId, {
    op: 'suspend',
    isDone: (now) => now?.suspensionReasons.includes('RESELLER_INITIATED') === true,
    words: { plan: 'suspend', what: name, many: 'suspend subscriptions', of: buyer.domain, done: `suspended ${name}` },
  });
}

function* addOnsOf(buyer: Buyer, { skuId }: Subscription): Procedure<readonly Subscription[]> {
  const sku = listing({ skuId });
  if (!sku || !isWorkspaceSku(sku)) return [];
  return (yield* subscriptionsOf(buyer)).filter((other) => other.status === 'ACTIVE' && listing(other)?.cancelFirst);
}

/** Takes a subscription up again that the reseller suspended. */
export function* activate(buyer: Buyer, one: Subscription): Procedure<void> {
  yield* change(buyer, one.skuId, {
    op: 'activate',
    isDone: (now) => now !== undefined && !now.suspensionReasons.includes('RESELLER_INITIATED'),
    words: {
      plan: 'take up again',
      what: productName(one.skuId),
      many: 'take up suspended subscriptions',
      of: buyer.domain,
      done: `took up ${productName(one.skuId)} again`,
    },
  });
}
