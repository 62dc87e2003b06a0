import { listing } from '../../google/products';
import type { SubscriptionRowRead } from '../../tabs/subscriptions/read';
import type { Journal, Line } from '../journal/journal';
import { titleOf } from './kinds';

/**
 * The journal line of a subscription's row: by its name, else the one of a row of the same customer that is gone from
 * the tab and had another SKU of the same product. So a changed Product is known for what it is: a switch. `names`: the
 * rows there are.
 */
export function subscriptionLine(
  row: SubscriptionRowRead,
  names: ReadonlySet<string>,
  journal: Journal,
): Line | undefined {
  const named = journal.line(row.name);
  const { customer, wish } = row;
  if (named || customer === undefined || !wish) return named;
  const isBefore = ({ key, memory }: Line): boolean => {
    if (!key.startsWith('Subscriptions!') || names.has(key) || memory.skuId === undefined) return false;
    return (
      titleOf(key).startsWith(`${customer}/`) && listing({ skuId: memory.skuId })?.productId === wish.sku.productId
    );
  };
  return journal.all.find(isBefore);
}
