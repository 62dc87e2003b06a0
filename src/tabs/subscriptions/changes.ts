import {
  activate,
  changePlan,
  changeRenewal,
  changeSeats,
  startPaidService,
  suspend,
} from '../../ensure/subscription-change';
import { dateOf, subscriptionOf, termsWait, type Buyer } from '../../ensure/subscription';
import { Blocked } from '../../engine/outcome';
import { say, type Procedure } from '../../engine/procedure';
import { isAnnual, planOf, planWord, renewalWord } from '../../google/plans';
import type { Subscription } from '../../google/resources';
import { differenceOf } from '../../table/compare';
import type { SubscriptionColumn } from './columns';
import { standingOf } from './google-says';
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
  yield* renewal(about, yield* present(about, met));
  yield* orderTexts(about, yield* present(about, met), planChanged);
  yield* paidService(about, yield* present(about, met));
  yield* suspendIfWished(about, yield* present(about, met));
}

/** The subscription as it is after the last change. */
export function* present({ buyer, row }: Pick<About, 'buyer' | 'row'>, met: Subscription): Procedure<Subscription> {
  return (yield* subscriptionOf(buyer, row.wish.sku.skuId)) ?? met;
}

interface Field {
  readonly id: SubscriptionColumn;
  readonly header: string;
  readonly wish: string | undefined;
  readonly google: string;
  shown?(value: string): string;
}

const asItIs = (value: string): string => value;

/** Whether a field has to be changed. Drift and overriding are said; what is as wished is agreed. */
function* mustChange({ row, drift, agreed }: About, field: Field): Procedure<boolean> {
  const { id, header, wish, google, shown = asItIs } = field;
  const difference = differenceOf({ wish, agreed: row.memory.agreedSubscription?.[id], google, putBack: row.putBack });
  if (difference === 'drift') {
    drift.push(header);
    yield* say(
      `${header} is “${shown(google)}” at Google (changed there since). Left as it is; “Put back” restores “${shown(wish ?? '')}”.`,
    );
    return false;
  }
  if (wish !== undefined) agreed[id] = wish;
  if (difference === 'override')
    yield* say(`${header} “${shown(wish ?? '')}” overrides “${shown(google)}”, a change made at Google.`);
  return difference !== 'none';
}

function* activateIfWished(about: About, one: Subscription): Procedure<void> {
  if (about.row.wish.state !== 'Active') return;
  const google = stateAt(one);
  if (!(yield* mustChange(about, { id: 'state', header: 'State', wish: 'Active', google }))) return;
  if (google === 'Suspended') return yield* activate(about.buyer, one);
  throw new Blocked(
    `Only what you suspended yourself can be taken up, and Google says: ${standingOf(one)}.`,
    'Order it anew in the Partner Sales Console or ask Google, and empty State.',
    { column: 'state' },
  );
}

/** What is suspended for its terms is as active as it can be. */
function stateAt(one: Subscription): string {
  if (one.suspensionReasons.includes('RESELLER_INITIATED')) return 'Suspended';
  return one.status === 'SUSPENDED' && !termsWait(one) ? standingOf(one) : 'Active';
}

/**
 * In a trial Google may go on showing the trial after the next plan was set (not documented): what was sent last then
 * counts.
 */
function shownAt(
  { wish, memory }: SubscriptionRow,
  one: Subscription,
): { readonly plan: string; readonly seats: number } {
  const { plan, seats } = memory.agreedSubscription ?? {};
  if (one.isInTrial && wish.plan === 'TRIAL') return { plan: 'TRIAL', seats: one.seats };
  if (one.isInTrial && one.planName === 'TRIAL' && plan !== undefined && plan !== 'TRIAL')
    return { plan, seats: Number(seats ?? one.seats) };
  return { plan: planOf(one.planName), seats: one.seats };
}

function* planAndSeats(about: About, one: Subscription): Procedure<boolean> {
  const { wish } = about.row;
  const now = shownAt(about.row, one);
  const plan = (yield* mustChange(about, {
    id: 'plan',
    header: 'Plan',
    wish: wish.plan,
    google: now.plan,
    shown: planWord,
  }))
    ? (wish.plan ?? now.plan)
    : now.plan;
  const wished = wish.seats === undefined ? undefined : String(wish.seats);
  const seats = (yield* mustChange(about, { id: 'seats', header: 'Seats', wish: wished, google: String(now.seats) }))
    ? (wish.seats ?? now.seats)
    : now.seats;
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
    ...(wish.dealCode === undefined ? {} : { dealCode: wish.dealCode }),
  };
}

/** A row that lets an annual plan renew with its current users has done what can be done about fewer seats. */
function* fallsAtRenewal({ row, agreed, drift }: About, one: Subscription, seats: number): Procedure<boolean> {
  if (!isAnnual(one.planName) || seats > one.seats || row.wish.renewal?.startsWith('RENEW_CURRENT_USERS') !== true)
    return false;
  delete agreed.seats;
  drift.push('Seats');
  yield* say(
    `The annual plan keeps its ${String(one.seats)} seats until it renews${one.termEnds > 0 ? ` on ${dateOf(one.termEnds)}` : ''}; then they become those in use.`,
  );
  return true;
}

function* renewal(about: About, one: Subscription): Procedure<void> {
  const { renewal: wish } = about.row.wish;
  const field = { id: 'renewal', header: 'Renewal', wish, google: one.renewalType, shown: renewalWord } as const;
  if (wish !== undefined && (yield* mustChange(about, field))) yield* changeRenewal(about.buyer, one, wish);
}

/** No call changes them by themselves (Reseller API reference, Subscriptions). */
function* orderTexts({ row, agreed }: About, one: Subscription, sent: boolean): Procedure<void> {
  const { purchaseOrder, dealCode } = row.wish;
  if (purchaseOrder && !sent && purchaseOrder !== one.purchaseOrderId) {
    yield* say(
      `The PO number is “${one.purchaseOrderId}” at Google; “${purchaseOrder}” is sent with the next order or change of plan.`,
    );
  } else if (purchaseOrder) agreed.purchaseOrder = purchaseOrder;
  if (dealCode === undefined) return;
  if (!sent && row.memory.agreedSubscription?.dealCode !== dealCode)
    yield* say('The deal code is sent with the next order or change of plan.');
  else agreed.dealCode = dealCode;
}

function* paidService(about: About, one: Subscription): Procedure<void> {
  const { state, plan } = about.row.wish;
  if (state !== 'Paid service') return;
  const must = yield* mustChange(about, {
    id: 'state',
    header: 'State',
    wish: state,
    google: one.isInTrial ? 'Trial' : state,
  });
  const isSet = plan !== undefined || shownAt(about.row, one).plan !== 'TRIAL';
  if (must) yield* startPaidService(about.buyer, one, isSet);
}

/** Suspends where the row says so. */
export function* suspendIfWished(about: About, one: Subscription): Procedure<void> {
  const { row, buyer } = about;
  const google = one.status === 'SUSPENDED' && !termsWait(one) ? 'Suspended' : 'Active';
  if (
    row.wish.state !== 'Suspended' ||
    !(yield* mustChange(about, { id: 'state', header: 'State', wish: 'Suspended', google }))
  )
    return;
  const cancelled = row.siblings.filter(({ state }) => state === 'Cancelled').map(({ sku }) => sku.skuId);
  yield* suspend(buyer, one, { cancelled, armed: row.armed });
}
