import type { Subscription } from '../../google/reseller-resources';
import type { CustomerColumn } from '../../tabs/customers/columns';
import type { NamedCustomer } from '../../tabs/customers/read';
import type { SubscriptionColumn } from '../../tabs/subscriptions/columns';
import { googleSays } from '../../tabs/subscriptions/google-says';
import { statusWord } from '../../table/status';
import { customerIn, customerRows, openCustomers, openSubscriptions, skuIn, type CustomersTab } from './sheets';
import { customersSold, lookAtCustomers, type Seen, type Sold } from './at-google';
import { memoryIn } from '../../tabs/customers/memory';
import type { Line } from '../../tabs/line';
import { Journal } from '../journal/journal';
import type { Slice } from '../slice';
import { isOver, newsOf, customerState, waitsSince } from './customer-state';
import { cellOf, changeCells, type Cells } from '../rows/cells';

/**
 * How customers and subscriptions stand by now: only columns that tell of Google are written. No wish is touched, and
 * no work of a check or run.
 */

/** What a refresh found. */
export interface Refreshed {
  readonly says: string;
  readonly more: boolean;
  /** What has changed or is open, one sentence a customer: for the mail of the day. */
  readonly news: readonly string[];
}

/**
 * Looks at every customer that has a row, those that were looked at longest ago first, as far as the time goes. Needs
 * the lock.
 */
export function refreshCustomers(slice: Slice): Refreshed {
  const sold = customersSold(slice);
  const tab = openCustomers();
  const wanted = [...customersOf(tab, sold)]
    .sort((a, b) => (cellOf(tab, a.row.row, 'updated') < cellOf(tab, b.row.row, 'updated') ? -1 : 1))
    .map(({ customer }) => customer);
  const seen = lookAtCustomers(slice, wanted);
  const news = [...writeStandings(seen, slice.now()), ...seatNews(sold)];
  writeSubscriptions(sold, slice.now());
  const left = wanted.length - seen.length;
  return { says: told(seen.length, left), more: left > 0, news };
}

function told(count: number, left: number): string {
  const looked = count
    ? `Looked at ${count} ${count === 1 ? 'customer' : 'customers'}.`
    : 'No row of Customers is one of your customers at Google yet.';
  return left ? `${looked} The time was over with ${left} left: choose this again to go on.` : looked;
}

/** The customer of each row: by its id, else by its domain where nobody else uses that. */
function customersOf<Of extends Sold>(
  tab: CustomersTab,
  sold: readonly Of[],
): readonly { readonly row: NamedCustomer; readonly customer: Of }[] {
  const ids = new Map(sold.map((one) => [one.id.toLowerCase(), one]));
  const domains = new Map(
    sold
      .filter((one) => sold.every((other) => other === one || other.domain !== one.domain))
      .map((one) => [one.domain, one]),
  );
  return customerRows(tab).flatMap((row) => {
    const id = cellOf(tab, row.row, 'customerId').toLowerCase();
    const customer = id ? ids.get(id) : domains.get(customerIn(cellOf(tab, row.row, 'domain')));
    return customer ? [{ row, customer }] : [];
  });
}

/** Writes how the customers stand to where their rows are by now; gives what is news. */
function writeStandings(seen: readonly Seen[], now: string): string[] {
  const tab = openCustomers();
  const journal = Journal.open();
  const changes = new Map<number, Cells<CustomerColumn>>();
  const news: string[] = [];
  for (const { row, customer } of customersOf(tab, seen)) {
    const cell = (id: CustomerColumn): string => cellOf(tab, row.row, id);
    const before = { terms: cell('terms'), verified: cell('verified') };
    const line = journal.line(row.name);
    const standing = customerState(customer, sinceOf(line) ?? waitsSince(before.terms, cell('updated')), now);
    const next = isOver(before, standing) && cell('status') === statusWord('waiting') ? { details: goOn } : {};
    if (line && next.details) journal.set({ ...line, details: next.details });
    changes.set(row.row, { ...standing, ...next, updated: now });
    news.push(...newsOf(customer, before, standing));
  }
  changeCells(tab, changes);
  journal.save();
  return news;
}

const goOn =
  'The terms are accepted and the domain is verified. Check this row and the rows that waited for it to go on.';

function sinceOf(line: Line | undefined): string | undefined {
  return line && memoryIn(line.memory).termsWaitSince;
}

/** Subscriptions in use whose seats are all taken. */
function seatNews(sold: readonly Sold[]): string[] {
  const all = sold.reduce<readonly Subscription[]>((before, one) => before.concat(one.subscriptions), []);
  const full = all.filter(({ status, seats, licensed }) => status === 'ACTIVE' && seats > 0 && licensed >= seats);
  return full.map(
    ({ customerDomain, skuName, skuId, licensed, seats }) =>
      `${customerDomain} has no seat left: ${licensed} of ${seats} of ${skuName || skuId} are in use.`,
  );
}

/** What Google says of the subscription of each row. */
function writeSubscriptions(sold: readonly Sold[], now: string): void {
  const tab = openSubscriptions();
  const known = new Map(
    sold.flatMap(({ id, domain, subscriptions }) =>
      subscriptions.flatMap((one) => [id.toLowerCase(), domain].map((name) => [`${name} ${one.skuId}`, one] as const)),
    ),
  );
  const changes = new Map<number, Cells<SubscriptionColumn>>();
  tab.text.values.forEach((_, at) => {
    const one =
      at && known.get(`${customerIn(cellOf(tab, at + 1, 'customer'))} ${skuIn(cellOf(tab, at + 1, 'product'))}`);
    if (one) changes.set(at + 1, { googleSays: googleSays(one), updated: now });
  });
  changeCells(tab, changes);
}
