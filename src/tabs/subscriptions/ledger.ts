import { isSiteWide, listing } from '../../google/products';
import type { Subscription } from '../../google/reseller-resources';

/** The seat ledger: whether the licences that rows are to give fit into what was bought, before anything is sent. */

/** A seat that a row takes, in sheet order. `key` names the row. */
export interface SeatNeed {
  readonly account: string;
  readonly skuId: string;
  readonly key: string;
}

/**
 * For each row key the sentences about seats that it will not get; rows that fit are left out. `subscriptions` are the
 * facts with planned orders applied. Where the reseller sells the account no subscription of a SKU, nothing is known
 * and nothing is said.
 */
export function seatsShort(
  subscriptions: readonly Subscription[],
  needs: readonly SeatNeed[],
): ReadonlyMap<string, readonly string[]> {
  const short = new Map<string, readonly string[]>();
  for (const group of grouped(needs)) {
    const [first] = group;
    const sold =
      first &&
      subscriptions.find(
        (one) => one.customerId === first.account && one.skuId === first.skuId && one.status !== 'CANCELLED',
      );
    if (!sold || isSiteWide(sold)) continue;
    const says = sentence(sold, sold.licensed + group.length);
    for (const { key } of group.slice(Math.max(0, sold.seats - sold.licensed)))
      short.set(key, [...(short.get(key) ?? []), says]);
  }
  return short;
}

function grouped(needs: readonly SeatNeed[]): readonly (readonly SeatNeed[])[] {
  const groups = new Map<string, SeatNeed[]>();
  for (const need of needs) {
    const name = `${need.account} ${need.skuId}`;
    const group = groups.get(name);
    if (group) group.push(need);
    else groups.set(name, [need]);
  }
  return [...groups.values()];
}

function sentence({ customerDomain, customerId, skuId, skuName, seats }: Subscription, needed: number): string {
  const name = listing({ skuId })?.name ?? (skuName || skuId);
  const domain = customerDomain || customerId.replace(/^new:/, '');
  return `${domain} has ${seats} seats of ${name}, and they are all taken with the rows before this one. Raise Seats of its row on Subscriptions to ${needed}.`;
}
