import { defined } from '../../engine/defined';
import { namesFor } from '../names';
import { isWorkspaceSku, plansFor } from '../../google/products';
import type { FoundColumns } from '../../table/column';
import { digestText } from '../../table/digest';
import { readingsOf } from '../../table/readings';
import type { ReadRow } from '../../table/row';
import { subscriptionColumns, type SubscriptionColumn } from './columns';
import { subscriptionFields, type SubscriptionsReadWith } from './fields';
import { keyOf, readRow, wishOf, type SubscriptionDraft } from './read-row';
import type { SubscriptionWish } from './wish';

/** Reads the Subscriptions tab: display values in, wishes and complaints out. */

export type { SubscriptionsReadWith };

/** One row of the Subscriptions tab as it was read. `wish` is there only where nothing is wrong with it. */
export interface SubscriptionRowRead extends ReadRow<SubscriptionWish, SubscriptionColumn> {
  /**
   * `Subscriptions!acme.example/Business Starter`, a second row of it `…#2`, without a usable key `Subscriptions!row
   * 17`.
   */
  readonly name: string;
  /** The customer's domain in lower case or its id, where the cell holds one. */
  readonly customer?: string;
}

/** The whole tab as it was read. */
export interface SubscriptionsRead extends FoundColumns<SubscriptionColumn> {
  /**
   * Rows that wish something, in sheet order. Empty where a required column is missing or a column stands there twice.
   */
  readonly rows: readonly SubscriptionRowRead[];
}

/**
 * Reads the tab. `values` are the display values of all of it, headers in the first row. Everything wrong with a row is
 * said at once.
 */
export function readSubscriptions(
  values: readonly (readonly string[])[],
  around: SubscriptionsReadWith,
): SubscriptionsRead {
  const { found, readings } = readingsOf(values, { columns: subscriptionColumns, fields: subscriptionFields });
  const drafts = readings.map((reading) => readRow(reading, around));
  compareRows(drafts);
  const names = namesOf(drafts);
  return { ...found, rows: drafts.map((draft, index) => rowRead(draft, names[index] ?? '')) };
}

/** A row by name alone. */
export type NamedSubscription = Pick<SubscriptionRowRead, 'row' | 'name'>;

/** The rows by name, without judging them: what writing results back and counting need, at a fraction of the cost. */
export function nameSubscriptions(
  values: readonly (readonly string[])[],
): FoundColumns<SubscriptionColumn> & { readonly rows: readonly NamedSubscription[] } {
  const { found, readings } = readingsOf(values, { columns: subscriptionColumns, fields: subscriptionFields });
  const names = namesOf(readings.map((reading) => ({ reading, key: keyOf(reading) })));
  return { ...found, rows: readings.map(({ row }, index) => ({ row, name: names[index] ?? '' })) };
}

/** The wish as one text, to take a digest of. Equal wishes give equal text. */
export function wishDigestInput(wish: SubscriptionWish): string {
  return `${wish.key}\n${digestText(subscriptionFields, wish)}`;
}

function namesOf(drafts: readonly Pick<SubscriptionDraft, 'key' | 'reading'>[]): readonly string[] {
  return namesFor(
    'Subscriptions',
    drafts.map(({ key, reading }) => ({ key, row: reading.row })),
  );
}

/**
 * Of rows of one customer and SKU the first is worked on; of several editions of Workspace the first too, since a
 * customer changes from one to the other.
 */
function compareRows(drafts: readonly SubscriptionDraft[]): void {
  const bySku = new Map<string, SubscriptionDraft>();
  const byFamily = new Map<string, SubscriptionDraft>();
  for (const draft of drafts) {
    const { reading, fields } = draft;
    const { customer, product: sku } = fields;
    if (customer === undefined || sku === undefined) continue;
    const same = first(bySku, `${customer} ${sku.skuId}`, draft);
    if (same) {
      reading.complain(
        'product',
        `Row ${same.reading.row} is about the same product of this customer, and that row is the one that is worked on. Delete this row.`,
      );
      continue;
    }
    const other = isEdition(draft) ? first(byFamily, customer, draft) : undefined;
    if (other)
      reading.complain(
        'product',
        `Row ${other.reading.row} has another edition of ${sku.productName} for this customer. To change to ${sku.name}, change the Product of that row, delete this one, and answer “switch?” when it is checked.`,
      );
  }
}

/** Editions that cannot be bought only come along with a transfer, beside the one that is in use. */
function isEdition({ fields: { product, state } }: SubscriptionDraft): boolean {
  return (
    product !== undefined && isWorkspaceSku(product) && plansFor(product).length > 0 && state !== 'Handed to Google'
  );
}

/** The draft that has this key already; undefined for the first one. */
function first(
  known: Map<string, SubscriptionDraft>,
  key: string,
  draft: SubscriptionDraft,
): SubscriptionDraft | undefined {
  const before = known.get(key);
  if (!before) known.set(key, draft);
  return before;
}

function rowRead(draft: SubscriptionDraft, name: string): SubscriptionRowRead {
  const wish = wishOf(draft);
  const { reading, fields } = draft;
  const { customer } = fields;
  return {
    row: reading.row,
    name,
    complaints: reading.complaints,
    warnings: reading.warnings,
    ...defined({ customer, wish }),
  };
}
