import type { Request } from '../engine/request';
import type { FactTable } from '../google/fact-table';
import { subscriptionsFact } from '../google/facts';
import { isSiteWide, listing } from '../google/products';
import type { Subscription } from '../google/resources';
import type { SeatLine } from './wire';

/** Seats that a plan needs beside those that are left: bought less licensed, as the reseller's subscriptions tell. */

/** Counts the licences that a check plans to give. */
export class SeatCount {
  private readonly needed = new Map<string, number>();

  /** Counts a planned write, if it takes a seat. */
  count(request: Request): void {
    if (request.op !== 'licensing.licenseAssignments.insert') return;
    const key = `${request.account} ${request.params.skuId ?? ''}`;
    this.needed.set(key, (this.needed.get(key) ?? 0) + 1);
  }

  /** The lines of a plan, added to those of earlier slices of the same check. `own`: the account of the person signed in. */
  lines(before: readonly SeatLine[], facts: FactTable, own: string): readonly SeatLine[] {
    const known = facts.known(subscriptionsFact(own));
    const subscriptions = known && 'value' in known && Array.isArray(known.value) ? (known.value as readonly Subscription[]) : [];
    const lines = new Map(before.map((line) => [line.says, line]));
    for (const [key, count] of this.needed) {
      const [account = '', skuId = ''] = key.split(' ');
      if (isSiteWide({ skuId })) continue;
      const bought = subscriptions.find((one) => one.customerId === account && one.skuId === skuId);
      const says = `${listing({ skuId })?.name ?? skuId}${bought ? `, ${bought.customerDomain}` : ''}`;
      const needed = (lines.get(says)?.needed ?? 0) + count;
      lines.set(says, { says, needed, ...(bought ? { left: Math.max(0, bought.seats - bought.licensed) } : {}) });
    }
    return [...lines.values()];
  }
}
