import { limits } from '../../google/limits';
import { isAnnual, planWord } from '../../google/plans';
import { isWorkspaceSku, listing, plansFor, teamMayOrder, type PlanName, type Sku } from '../../google/products';
import type { WishOf } from '../../table/field';
import { readFields } from '../../table/read-row';
import type { RowReading } from '../../table/reading';
import { visible } from '../../table/text';
import { subscriptionFields, type SubscriptionsReadWith } from './fields';
import { domainOrId } from './fields/customer';
import type { SubscriptionWish } from './wish';

/** A row of the Subscriptions tab by itself: its cells, and which of them do not go together. */

/** Ids of the columns that people fill in. */
type InputId = (typeof subscriptionFields)[number]['id'];

type Reading = RowReading<InputId>;

type Fields = WishOf<typeof subscriptionFields>;

/** A row while it is read. A field is left out for a blank cell, and for a wrong one that was complained about. */
export interface SubscriptionDraft {
  readonly reading: Reading;
  /** `acme.example/Business Starter` as it stands in the cells; undefined where one of them is blank. */
  readonly key: string | undefined;
  readonly fields: Fields;
}

/** Reads one row. Complaints about it are in its reading afterwards. */
export function readRow(reading: Reading, around: SubscriptionsReadWith): SubscriptionDraft {
  const fields = readFields(subscriptionFields, reading, around);
  const { customer, product } = fields;
  if (product !== undefined) checkTogether(reading, product, fields);
  if (product !== undefined && customer !== undefined && around.typeOf(customer) === 'team' && !teamMayOrder(product)) {
    reading.complain(
      'product',
      `${customer} is a team customer, and Google sells it Essentials and Enterprise Essentials editions only. Choose one of them, or have the customer verify its domain first.`,
    );
  }
  return { reading, key: keyOf(reading), fields };
}

/** The wish of a row against which nothing speaks. */
export function wishOf({ reading, key, fields }: SubscriptionDraft): SubscriptionWish | undefined {
  const { customer, product } = fields;
  if (reading.complaints.length > 0 || key === undefined || customer === undefined || product === undefined)
    return undefined;
  return { key, ...fields, customer, product };
}

/**
 * Names the row: customer and product as they stand in the cells, a domain in lower case; undefined where one is blank.
 */
export function keyOf(reading: Reading): string | undefined {
  const customer = customerText(reading);
  const product = visible(reading.text('product'));
  return customer !== '' && product !== '' ? `${customer}/${product}` : undefined;
}

/** The Customer cell as it names a row, judged by nobody: a domain in lower case, anything else as it stands. */
function customerText(reading: Reading): string {
  return domainOrId(visible(reading.text('customer')));
}

/** Cells of one row that do not go together (Reseller API guide, "Manage subscriptions" and its products page). */
function checkTogether(reading: Reading, sku: Sku, fields: Fields): void {
  const { plan, seats, renewal } = fields;
  const sold = plansFor(sku);
  if (plan !== undefined && sold.length > 0 && !sold.includes(plan)) {
    reading.complain(
      'plan',
      `${sku.name} is not sold on the plan “${planWord(plan)}”. Choose ${sold.map((one) => `“${planWord(one)}”`).join(' or ')}.`,
    );
  }
  const most = mostSeats(sku, plan);
  if (seats !== undefined && seats > most.seats)
    reading.complain('seats', `${seats} seats are too many: ${most.why}. Write at most ${most.seats}.`);
  if (renewal !== undefined && !(plan === undefined ? sold.some(isAnnual) : isAnnual(plan))) {
    reading.complain('renewal', 'Only annual plans have a renewal. Empty this cell, or choose an annual plan.');
  }
  checkState(reading, sku, fields);
}

function checkState(reading: Reading, sku: Sku, { plan, state }: Fields): void {
  if (state === 'Cancelled' && isWorkspaceSku(sku)) {
    reading.complain(
      'state',
      `Google does not cancel ${sku.name} for a reseller. Write Handed to Google: the customer then pays Google directly and can cancel there.`,
    );
  }
  if (state === 'Paid service' && plan === 'TRIAL')
    reading.complain('plan', 'Paid service ends the trial: choose the plan that follows it.');
}

function mostSeats(sku: Sku, plan: PlanName | undefined): { readonly seats: number; readonly why: string } {
  const { trial, free, contract } = limits.seats;
  const most = listing(sku)?.mostSeats;
  if (plan === 'TRIAL') return { seats: trial, why: `a trial has at most ${trial}` };
  if (plan === 'FREE')
    return { seats: free, why: `a reseller gets at most ${free} free ones, and more from Google only` };
  if (most !== undefined) return { seats: most, why: `an account with ${sku.name} has at most ${most} people` };
  return { seats: contract, why: `a subscription has at most ${contract}` };
}
