import type { Request } from '../engine/request';
import type { FactTable } from '../google/fact-table';
import { subscriptionsFact } from '../google/facts';
import { listing } from '../google/products';
import type { Subscription } from '../google/resources';
import type { SeatLine } from './wire';

/** Seats that a plan needs beside those that are left: bought less licensed, as the reseller's subscriptions tell. */

/** Counts the licences that a check plans to give. */
export class SeatCount {
  private readonly needed = new Map<string, number>();

  /** Counts a planned write, if it takes a seat. */
  count(request: Request): void {
    if (request.seat !== undefined) this.needed.set(request.seat, (this.needed.get(request.seat) ?? 0) + 1);
  }

  /** The lines of a plan, added to those of earlier slices of the same check. `own`: the account of the person signed in. */
  lines(before: readonly SeatLine[], facts: FactTable, own: string): readonly SeatLine[] {
    const known = facts.known(subscriptionsFact(own));
    const subscriptions = known && 'value' in known && Array.isArray(known.value) ? (known.value as readonly Subscription[]) : [];
    const lines = new Map(before.map((line) => [line.seat, line]));
    for (const [seat, count] of this.needed) {
      const [account = '', skuId = ''] = seat.split(' ');
      const bought = subscriptions.find((one) => one.customerId === account && one.skuId === skuId);
      const costs = bought?.planName === 'FLEXIBLE' ? ' (flexible plan: each one costs from today)' : '';
      const says = `${listing({ skuId })?.name ?? skuId}${bought ? `, ${bought.customerDomain}` : ''}${costs}`;
      const needed = (lines.get(seat)?.needed ?? 0) + count;
      lines.set(seat, { seat, says, needed, ...(bought ? { left: Math.max(0, bought.seats - bought.licensed) } : {}) });
    }
    return [...lines.values()];
  }
}

/** An unknown number of seats may be too small: rows wait this long for those before them, then go on. In milliseconds. */
const waitWhereUnknown = 10_000;

/** How long a row waits for the rows before it to take their seats: not at all where there are enough for everybody. */
export function patienceFor(lines: readonly SeatLine[]): (seat: string) => number {
  const bySeat = new Map(lines.map((line) => [line.seat, line]));
  return (seat) => {
    const line = bySeat.get(seat);
    if (line?.left === undefined) return waitWhereUnknown;
    return line.needed > line.left ? Infinity : 0;
  };
}
