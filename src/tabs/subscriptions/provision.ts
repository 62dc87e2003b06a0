import { Apart, ensureCustomer } from '../../ensure/customer';
import { freshList, order, type Placed } from '../../ensure/subscription-order';
import { cancel, handOver } from '../../ensure/subscription-end';
import { switchSku } from '../../ensure/subscription-switch';
import { productName, subscriptionOf, subscriptionsOf, termsWait, type Buyer } from '../../ensure/subscription';
import { ensureTransferred } from '../../ensure/transfer';
import { Blocked, Waiting } from '../../engine/outcome';
import { say, type Procedure } from '../../engine/procedure';
import { isAnnual } from '../../google/plans';
import { isWorkspaceSku, listing, plansFor } from '../../google/products';
import type { Subscription } from '../../google/reseller-resources';
import { stateInWords as wordsFor } from '../../google/subscription-state';
import { drifted, type Agreed } from '../../table/compare';
import { adjust, agree, compare, present, skusThatAre, suspendIfWished, type About } from './changes';
import { termFields } from './fields';
import { product } from './fields/product';
import { state } from './fields/state';
import { googleSays } from './google-says';
import type { SubscriptionRow } from './row';

/** The procedure of a row of the Subscriptions tab: ordered, taken over, changed or ended as the row wishes. */

/** What the row ended with, for the journal and our columns. */
export interface SubscriptionDone {
  readonly skuId: string;
  /** What is as wished. Columns that drifted are left out. */
  readonly agreed: Agreed;
  /** Headers of columns that were left as Google has them. */
  readonly drift: readonly string[];
  /** What another row's request did for this one, which goes without a write of its own; '' for nothing. */
  readonly made: string;
  /** The text of the column “Google says”; '' where there is no subscription. */
  readonly googleSays: string;
}

/** A subscription as the row wishes. Throws Waiting while its customer is not ready. */
export function* provisionSubscription(row: SubscriptionRow): Procedure<SubscriptionDone> {
  yield* freshList(row.reseller);
  if (isEnd(row) && !(yield* mayBeLeft(row))) return ended(row);
  const { buyer, taken } = yield* readyBuyer(row);
  const about: About = { row, buyer, drift: [], agreed: {} };
  const one = yield* subscriptionOf(buyer, row.wish.product.skuId);
  if (isEnd(row)) return yield* end(about, one);
  if (one && taken.includes(one.skuId))
    return { ...(yield* fresh(about, one)), made: `Transferred ${row.wish.product.name}.` };
  if (one) return yield* adopt(about, one);
  if (wasTakenAway(row)) return yield* leftAlone(about);
  const placed = yield* begin(about);
  return yield* placed.answered ? fresh(about, placed.one) : adopt(about, placed.one);
}

/**
 * Whether there may be something to end. A customer that was handed over is no customer any more, and need not be
 * ready.
 */
function* mayBeLeft(row: SubscriptionRow): Procedure<boolean> {
  const buyer = knownBuyer(row);
  if (!buyer) return row.memory.agreed?.state !== row.wish.state;
  return (yield* subscriptionOf(buyer, row.wish.product.skuId)) !== undefined;
}

/** The customer as far as it is known without asking. */
function knownBuyer({ customer, known, reseller }: SubscriptionRow): Buyer | undefined {
  const customerId = customer ? (customer.memory.customerId ?? customer.wish.customerId) : known?.customerId;
  return customerId === undefined
    ? undefined
    : { reseller, account: customerId, customerId, domain: customer?.wish.domain ?? known?.domain ?? '' };
}

interface Ready {
  readonly buyer: Buyer;
  /** SKU ids that a transfer has brought in this run. */
  readonly taken: readonly string[];
}

function* readyBuyer(row: SubscriptionRow): Procedure<Ready> {
  const { customer, known, reseller, wish } = row;
  if (!customer && !known) throw nobody(row);
  if (!customer)
    return {
      buyer: {
        reseller,
        account: known?.customerId ?? '',
        customerId: known?.customerId ?? '',
        domain: known?.domain ?? wish.customer,
      },
      taken: [],
    };
  const { account, customerId, domain, ours } = yield* stateInWords(row, customer);
  const buyer = { reseller, account, customerId, domain };
  const { token } = customer;
  const complete = ours && (token === undefined || (yield* subscriptionOf(buyer, wish.product.skuId)) !== undefined);
  if (complete) return { buyer, taken: [] };
  if (token === undefined)
    throw new Waiting(`${domain} is not your customer yet.`, 'Give its transfer token in its row on Customers.');
  return {
    buyer,
    taken: yield* ensureTransferred({ buyer, key: customer.wish.key, token, orders: row.siblings, ours, now: row.now }),
  };
}

function nobody({ unclear, wish: { customer } }: SubscriptionRow): Error {
  if (unclear === 'notReady') return new Waiting(`${customer} is not ready: see its row on Customers.`, '');
  if (unclear === 'several')
    return new Blocked(
      `Several customers have the domain ${customer}.`,
      'Write the Customer ID of the one that is meant (C…; it stands on Customers) in Customer.',
      { column: 'customer' },
    );
  return new Blocked(`${customer} is not a customer of yours.`, 'Add it on Customers, or correct the Customer cell.', {
    column: 'customer',
  });
}

/** Whatever keeps the customer from being ready stands in its own row. */
function* stateInWords(
  { wish }: SubscriptionRow,
  customer: NonNullable<SubscriptionRow['customer']>,
): ReturnType<typeof ensureCustomer> {
  try {
    return yield* ensureCustomer(customer);
  } catch (error) {
    if (error instanceof Apart) throw error;
    // NotApproved ends the row that asked all the same; a mistake of ours is told where it happened, on the customer's
    // row.
    throw new Waiting(
      `${wish.customer} is not ready: see its row on Customers.`,
      error instanceof Waiting || error instanceof Blocked ? '' : 'It may be enough to check both rows again.',
    );
  }
}

function isEnd({ wish }: SubscriptionRow): boolean {
  return wish.state === 'Cancelled' || wish.state === 'Handed to Google';
}

function ended({ wish }: SubscriptionRow, made = ''): SubscriptionDone {
  const state = wish.state ?? '';
  return { skuId: wish.product.skuId, agreed: { state }, drift: [], made, googleSays: state };
}

/** A subscription that lives again although its row had ended it was taken up by somebody else. */
function* end(about: About, one: Subscription | undefined): Procedure<SubscriptionDone> {
  const { row, buyer, drift } = about;
  const { wish, armed } = row;
  if (!one) return ended(row);
  if (drifted(compare(about, state, one)).length > 0) {
    drift.push(state.header);
    yield* say(`${wish.product.name} is there again at Google. Left as it is; “Put back” ends it again.`);
    return { skuId: one.skuId, agreed: {}, drift, made: '', googleSays: googleSays(one) };
  }
  const { name } = wish.product;
  if (wish.state === 'Cancelled') {
    yield* cancel(buyer, one.skuId, armed);
    return ended(row, `Cancelled ${name}.`);
  }
  yield* handOver(buyer, {
    skuId: one.skuId,
    all: skusThatAre(row, 'Handed to Google'),
    armed,
    cancelled: skusThatAre(row, 'Cancelled'),
  });
  return ended(row, `Handed ${name} to Google.`);
}

/** Just ordered or taken over: all is as the row says, but for what takes a call of its own. */
function* fresh(about: About, one: Subscription): Procedure<SubscriptionDone> {
  agree(
    about,
    termFields.filter(({ id }) => id !== 'renewal' || isAnnual(one.planName)),
  );
  if (about.row.wish.state === 'Suspended' && termsWait(one))
    throw new Blocked(
      'A new subscription cannot begin suspended while its terms wait: Google suspends only what is active.',
      'Empty State, and write Suspended once the customer has accepted the terms.',
      { column: 'state' },
    );
  yield* suspendIfWished(about, one);
  return yield* done(about, one);
}

function* adopt(about: About, one: Subscription): Procedure<SubscriptionDone> {
  yield* adjust(about, one);
  return yield* done(about, one);
}

function* done(about: About, met: Subscription): Procedure<SubscriptionDone> {
  const one = yield* present(about, met);
  if (termsWait(one)) yield* say(termsOpen(about));
  else if (one.status === 'SUSPENDED' && about.row.wish.state !== 'Suspended')
    yield* say(`It is not in use: ${wordsFor(one)}.`);
  return { skuId: one.skuId, agreed: about.agreed, drift: about.drift, made: '', googleSays: googleSays(one) };
}

/** The mail that tells the customer is sent by the customer's own row, which a selection may leave out. */
function termsOpen({ row: { customer }, buyer: { domain } }: About): string {
  const untold = customer && !customer.underWay && !customer.memory.told;
  return `Waiting for the customer to accept the terms: an administrator of ${domain} signs in and accepts them.${
    untold ? ' Nobody was told so yet: check its row on Customers, too.' : ''
  }`;
}

/** The row had its subscription, did not end it, and Google has it no more. */
function wasTakenAway({ memory, wish, putBack }: SubscriptionRow): boolean {
  const agreed = memory.agreed?.state;
  return !putBack && memory.skuId === wish.product.skuId && agreed !== 'Cancelled' && agreed !== 'Handed to Google';
}

function* leftAlone({ row, buyer, drift }: About): Procedure<SubscriptionDone> {
  const { product: sku } = row.wish;
  const other = isWorkspaceSku(sku) ? (yield* subscriptionsOf(buyer)).find(isEdition) : undefined;
  drift.push(product.header);
  yield* say(
    `${sku.name} was ${other ? `replaced by ${productName(other.skuId)}` : 'cancelled or moved away'} at Google since. Left as it is; “Put back” ${other ? 'asks whether to switch back' : 'orders it again'}.`,
  );
  return { skuId: sku.skuId, agreed: {}, drift, made: '', googleSays: '' };
}

/** A new order, or a switch from the edition that the customer has, or that the row had before. */
function* begin(about: About): Procedure<Placed> {
  const { row, buyer } = about;
  const from = yield* switchFrom(about);
  return yield* from
    ? switchSku(buyer, from, { wanted: row.wish, answers: row.memory.answers ?? [] })
    : order(buyer, row.wish);
}

function* switchFrom({ row, buyer }: About): Procedure<Subscription | undefined> {
  const { product: sku } = row.wish;
  const all = yield* subscriptionsOf(buyer);
  const own = all.find((one) => one.skuId === row.memory.skuId && listing(one)?.productId === sku.productId);
  return own ?? (isWorkspaceSku(sku) && plansFor(sku).length > 0 ? all.find(isEdition) : undefined);
}

/** Editions that only come along with a transfer stand beside the one in use. */
function isEdition(one: Subscription): boolean {
  const sku = listing(one);
  return sku !== undefined && isWorkspaceSku(sku) && plansFor(sku).length > 0;
}
