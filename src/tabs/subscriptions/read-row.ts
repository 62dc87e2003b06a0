import { complaintOf } from '../../google/find';
import { checkDealCode, checkDomain, checkPurchaseOrder, limits } from '../../google/limits';
import {
  findPlan,
  findRenewal,
  isAnnual,
  planWord,
  stateWords,
  type RenewalType,
  type SubscriptionState,
} from '../../google/plans';
import {
  findSku,
  isWorkspaceSku,
  listing,
  plansFor,
  teamMayOrder,
  type PlanName,
  type Sku,
} from '../../google/products';
import { checked, read, readChoice, readText, type Cell } from '../../table/cell';
import type { RowReading } from '../../table/reading';
import { quote, visible } from '../../table/text';
import type { SubscriptionColumn } from './columns';
import type { SubscriptionWish } from './wish';

/** The cells of a row of the Subscriptions tab: everything that a row says without looking at other rows. */

type Reading = RowReading<SubscriptionColumn>;

/** What is known around the sheet when the tab is read. */
export interface Surroundings {
  /** SKUs met in the accounts beyond the catalogue. */
  readonly skus: readonly Sku[];
  /** The type of a customer, by its domain in lower case or its customer id; undefined where it is not known. */
  typeOf(customer: string): 'domain' | 'team' | undefined;
}

/** A row while it is read. The fields are undefined for a blank cell, and for a wrong one that was complained about. */
export interface SubscriptionDraft {
  readonly reading: Reading;
  /** `acme.example/Business Starter` as it stands in the cells; undefined where one of them is blank. */
  readonly key: string | undefined;
  readonly customer: string | undefined;
  readonly sku: Sku | undefined;
  readonly fields: Fields;
}

interface Fields {
  readonly plan: PlanName | undefined;
  readonly seats: number | undefined;
  readonly renewal: RenewalType | undefined;
  readonly purchaseOrder: string | null | undefined;
  readonly dealCode: string | undefined;
  readonly state: SubscriptionState | undefined;
}

/** Reads one row. Complaints about it are in its reading afterwards. */
export function readRow(reading: Reading, around: Surroundings): SubscriptionDraft {
  const customer = readCustomer(reading);
  const sku = readSku(reading, around.skus);
  const fields = {
    plan: reading.take(
      'plan',
      read(readText(reading.text('plan')), (text) => cellOf(findPlan(text))),
      'A - does not belong here: a subscription has a plan.',
    ),
    seats: reading.take(
      'seats',
      read(readText(reading.text('seats')), wholeNumber),
      'A - does not belong here. Write the total number of seats.',
    ),
    renewal: reading.take(
      'renewal',
      read(readText(reading.text('renewal')), (text) => cellOf(findRenewal(text))),
      'A - does not belong here. To let the term run out, choose “Cancel at the end of the term”.',
    ),
    purchaseOrder: reading.takeClearable(
      'purchaseOrder',
      checked(readText(reading.text('purchaseOrder')), checkPurchaseOrder),
    ),
    dealCode: reading.take(
      'dealCode',
      checked(readText(reading.text('dealCode')), checkDealCode),
      'A - does not belong here: empty the cell.',
    ),
    state: readState(reading),
  };
  if (sku !== undefined) checkTogether(reading, sku, fields);
  if (sku !== undefined && customer !== undefined && around.typeOf(customer) === 'team' && !teamMayOrder(sku)) {
    reading.complain(
      'product',
      `${customer} is a team customer, and Google sells it Essentials and Enterprise Essentials editions only. Choose one of them, or have the customer verify its domain first.`,
    );
  }
  return { reading, key: keyOf(reading), customer, sku, fields };
}

/** The wish of a row against which nothing speaks. */
export function wishOf({ reading, key, customer, sku, fields }: SubscriptionDraft): SubscriptionWish | undefined {
  if (key === undefined || customer === undefined || sku === undefined || reading.complaints.length > 0)
    return undefined;
  // Undefined is the only thing that a field may be beyond what a wish takes, and it is what is left out here.
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Omit<
    SubscriptionWish,
    'key' | 'customer' | 'sku'
  >;
  return { key, customer, sku, ...given };
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
export function customerText(reading: Reading): string {
  return domainOrId(visible(reading.text('customer')));
}

function domainOrId(text: string): string {
  return text.includes('.') ? text.toLowerCase() : text;
}

function readCustomer(reading: Reading): string | undefined {
  const cell = readText(reading.text('customer'));
  if (cell.kind === 'blank')
    reading.complain(
      'customer',
      'The row has no customer. Write the customer’s domain or customer id, or empty the row.',
    );
  const named = reading.take(
    'customer',
    checked(cell, checkCustomer),
    'A - does not belong here: write the customer’s domain or customer id.',
  );
  return named === undefined ? undefined : domainOrId(named);
}

function checkCustomer(text: string): string | undefined {
  if (!text.includes('.'))
    return /^C(?=\w*\d)\w{4,}$/.test(text)
      ? undefined
      : `${quote(text)} is neither a domain nor a customer id. Write the domain, such as acme.example, or the id, which begins with C.`;
  return checkDomain(text);
}

function readSku(reading: Reading, extra: readonly Sku[]): Sku | undefined {
  const cell = readText(reading.text('product'));
  if (cell.kind === 'blank')
    reading.complain('product', 'The row has no product. Choose one from the list of the cell, or empty the row.');
  const sku = reading.take(
    'product',
    read(cell, (text) => findProduct(text, extra)),
    'A - does not belong here: a row is about one product. To end a subscription use State.',
  );
  const listed = sku && listing(sku);
  if (listed?.reseller === 'unknown')
    reading.warn(
      `${listed.name} is not on Google’s list for resellers: whether it can be ordered is up to your contract.`,
    );
  if (sku && !listed)
    reading.warn(`${sku.name} is not in Seatsheet’s list of products: what Google allows of it is not checked.`);
  return sku;
}

function findProduct(text: string, extra: readonly Sku[]): Cell<Sku> {
  const found = findSku(text, extra);
  if (!('found' in found)) return { kind: 'wrong', says: complaintOf('product', text, found) };
  const { productId, skuId, name, productName } = found.found;
  return { kind: 'value', value: { productId, skuId, name, productName } };
}

function cellOf<Value>(found: { readonly found: Value } | { readonly says: string }): Cell<Value> {
  return 'found' in found ? { kind: 'value', value: found.found } : { kind: 'wrong', says: found.says };
}

/** A whole number above zero, also as `1,200` or `1.200` and as a sheet shows a whole one with decimals: `12.00`. */
function wholeNumber(text: string): Cell<number> {
  const plain = /^\d{1,3}(?:[.,'’ ]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text.replace(/[.,]0{1,2}$/, '');
  const seats = /^\d{1,7}$/.test(plain) ? Number(plain) : 0;
  return seats > 0
    ? { kind: 'value', value: seats }
    : {
        kind: 'wrong',
        says: `${quote(text)} is no number of seats. Write the total as a whole number above zero, without + or −.`,
      };
}

function readState(reading: Reading): SubscriptionState | undefined {
  const word = reading.take(
    'state',
    readChoice(reading.text('state'), stateWords),
    'A - does not belong here. Choose a word from the list, or leave the cell empty.',
  );
  return stateWords.find((known) => known === word);
}

/** Cells of one row that do not go together (Reseller API guide, "Manage subscriptions" and its products page). */
function checkTogether(reading: Reading, sku: Sku, { plan, seats, renewal, state }: Fields): void {
  const sold = plansFor(sku);
  if (plan !== undefined && sold.length > 0 && !sold.includes(plan)) {
    reading.complain(
      'plan',
      `${sku.name} is not sold on the plan “${planWord(plan)}”. Choose ${sold.map((one) => `“${planWord(one)}”`).join(' or ')}.`,
    );
  }
  const most = mostSeats(sku, plan);
  if (seats !== undefined && seats > most.seats)
    reading.complain('seats', `${String(seats)} seats are too many: ${most.why}. Write at most ${String(most.seats)}.`);
  if (renewal !== undefined && !(plan === undefined ? sold.some(isAnnual) : isAnnual(plan))) {
    reading.complain('renewal', 'Only annual plans have a renewal. Empty this cell, or choose an annual plan.');
  }
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
  if (plan === 'TRIAL') return { seats: trial, why: `a trial has at most ${String(trial)}` };
  if (plan === 'FREE')
    return { seats: free, why: `a reseller gets at most ${String(free)} free ones, and more from Google only` };
  if (most !== undefined) return { seats: most, why: `an account with ${sku.name} has at most ${String(most)} people` };
  return { seats: contract, why: `a subscription has at most ${String(contract)}` };
}
