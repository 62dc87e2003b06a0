import { defined } from '../../engine/defined';
import {
  activate,
  changePlan,
  changeRenewal,
  changeSeats,
  startPaidService,
  suspend,
} from '../../ensure/subscription-change';
import { dateOf, subscriptionOf, type Buyer } from '../../ensure/subscription';
import { Blocked } from '../../engine/outcome';
import { say, type Procedure } from '../../engine/procedure';
import { isAnnual, planOf, type SubscriptionState } from '../../google/plans';
import type { Subscription } from '../../google/reseller-resources';
import { stateInWords } from '../../google/subscription-state';
import {
  agreedAfter,
  comparable,
  drifted,
  judge,
  remarksOn,
  toChange,
  type Comparable,
  type Judged,
} from '../../table/compare';
import type { termFields } from './fields';
import { dealCode, purchaseOrder } from './fields/order-texts';
import { plan as planField, renewal as renewalField } from './fields/plan';
import { seats as seatsField } from './fields/seats';
import { state } from './fields/state';
import type { SubscriptionRow } from './row';

/**
 * What a row changes of a subscription that is there: each field only where the row says so, and what Google changed
 * since is reported and left.
 */

/** A row at work on its subscription. */
export interface About {
  readonly row: SubscriptionRow;
  readonly buyer: Buyer;
  /** Headers of columns that were left as Google has them. */
  readonly drift: string[];
  /** What is as wished now, by column id. */
  readonly agreed: Record<string, string>;
}

/** Carries every change of a row out, in the order in which Google takes them. */
export function* adjust(about: About, met: Subscription): Procedure<void> {
  yield* activateIfWished(about, met);
  const planChanged = yield* planAndSeats(about, yield* present(about, met));
  yield* paidService(about, yield* present(about, met));
  yield* renewal(about, yield* present(about, met));
  yield* orderTexts(about, yield* present(about, met), planChanged);
  yield* suspendIfWished(about, yield* present(about, met));
}

/** The subscription as it is after the last change. */
export function* present({ buyer, row }: Pick<About, 'buyer' | 'row'>, met: Subscription): Procedure<Subscription> {
  return (yield* subscriptionOf(buyer, row.wish.product.skuId)) ?? met;
}

/** A column that is agreed with Google. */
type Term = (typeof termFields)[number];

/** Notes that these columns are as wished. */
export function agree({ row, agreed }: About, fields: readonly Term[]): void {
  Object.assign(agreed, agreedAfter(fields, { wish: row.wish, agreed: {}, drift: [] }));
}

/** The three-way comparison of one column; empty where the row leaves it as it is. */
export function compare({ row }: About, field: Term, thing: Subscription): readonly Judged<Comparable>[] {
  const { wish, memory, putBack } = row;
  return judge(comparable([field]), { wish, agreed: memory.agreed ?? {}, thing, putBack });
}

/** Whether a column has to be changed. Drift and overriding are said; what is as wished is agreed. */
function* mustChange(about: About, field: Term, one: Subscription): Procedure<boolean> {
  const judged = compare(about, field, one);
  for (const remark of remarksOn(judged)) yield* say(remark);
  const left = drifted(judged).map(({ header }) => header);
  about.drift.push(...left);
  if (left.length === 0) agree(about, [field]);
  return toChange(judged).length > 0;
}

function* activateIfWished(about: About, one: Subscription): Procedure<void> {
  if (about.row.wish.state !== 'Active' || !(yield* mustChange(about, state, one))) return;
  if (one.suspensionReasons.includes('RESELLER_INITIATED')) return yield* activate(about.buyer, one);
  throw new Blocked(
    `Only what you suspended yourself can be taken up, and Google says: ${stateInWords(one)}.`,
    'Order it anew in the Partner Sales Console or ask Google, and empty State.',
    { column: 'state' },
  );
}

/**
 * The subscription as it is compared. In a trial Google may go on showing the trial after the next plan was set (not
 * documented): what was sent last then counts.
 */
function comingOf({ wish, memory }: SubscriptionRow, one: Subscription): Subscription {
  const sent = memory.agreed ?? {};
  if (!one.isInTrial) return one;
  if (wish.plan === 'TRIAL') return { ...one, planName: 'TRIAL' };
  if (one.planName !== 'TRIAL' || sent.plan === undefined || sent.plan === 'TRIAL') return one;
  return { ...one, planName: sent.plan, seats: Number(sent.seats ?? one.seats) };
}

function* planAndSeats(about: About, one: Subscription): Procedure<boolean> {
  const { wish } = about.row;
  const coming = comingOf(about.row, one);
  const now = { plan: planOf(coming.planName), seats: coming.seats };
  const plan = (yield* mustChange(about, planField, coming)) ? (wish.plan ?? now.plan) : now.plan;
  const seats = (yield* mustChange(about, seatsField, coming)) ? (wish.seats ?? now.seats) : now.seats;
  if (plan !== now.plan || (seats !== now.seats && one.isInTrial && plan !== 'TRIAL')) {
    yield* changePlan(about.buyer, one, { plan, seats, ...sentTexts(about.row) });
    return true;
  }
  if (seats !== now.seats && !(yield* fallsAtRenewal(about, one, seats))) yield* changeSeats(about.buyer, one, seats);
  return false;
}

function sentTexts({ wish }: SubscriptionRow): { readonly purchaseOrder?: string; readonly dealCode?: string } {
  return {
    ...(wish.purchaseOrder ? { purchaseOrder: wish.purchaseOrder } : {}),
    ...defined({ dealCode: wish.dealCode }),
  };
}

/** A row that lets an annual plan renew with its current users has done what can be done about fewer seats. */
function* fallsAtRenewal({ row, agreed, drift }: About, one: Subscription, seats: number): Procedure<boolean> {
  if (!isAnnual(one.planName) || seats > one.seats || row.wish.renewal?.startsWith('RENEW_CURRENT_USERS') !== true)
    return false;
  delete agreed.seats;
  drift.push('Seats');
  yield* say(
    `The annual plan keeps its ${one.seats} seats until it renews${one.termEnds > 0 ? ` on ${dateOf(one.termEnds)}` : ''}; then they become those in use.`,
  );
  return true;
}

function* renewal(about: About, one: Subscription): Procedure<void> {
  const { renewal: wished } = about.row.wish;
  if (wished !== undefined && (yield* mustChange(about, renewalField, one)))
    yield* changeRenewal(about.buyer, one, wished);
}

function* orderTexts(about: About, one: Subscription, sent: boolean): Procedure<void> {
  const { wish, memory } = about.row;
  if (wish.purchaseOrder && !sent && wish.purchaseOrder !== one.purchaseOrderId) {
    yield* say(
      `The PO number is “${one.purchaseOrderId}” at Google; “${wish.purchaseOrder}” is sent with the next order or change of plan.`,
    );
  } else agree(about, [purchaseOrder]);
  if (wish.dealCode !== undefined && !sent && wish.dealCode !== memory.agreed?.dealCode)
    yield* say('The deal code is sent with the next order or change of plan.');
  else agree(about, [dealCode]);
}

function* paidService(about: About, one: Subscription): Procedure<void> {
  const { wish } = about.row;
  if (wish.state !== 'Paid service' || !(yield* mustChange(about, state, one))) return;
  const isSet = wish.plan !== undefined || comingOf(about.row, one).planName !== 'TRIAL';
  yield* startPaidService(about.buyer, one, isSet);
}

/** Suspends where the row says so. */
export function* suspendIfWished(about: About, one: Subscription): Procedure<void> {
  const { row, buyer } = about;
  if (row.wish.state !== 'Suspended' || !(yield* mustChange(about, state, one))) return;
  yield* suspend(buyer, one, { cancelled: skusThatAre(row, 'Cancelled'), armed: row.armed });
}

/** SKU ids of which rows of the same customer say that they are to end so. */
export function skusThatAre({ siblings }: SubscriptionRow, end: SubscriptionState): readonly string[] {
  return siblings.filter(({ state: wished }) => wished === end).map(({ product }) => product.skuId);
}
