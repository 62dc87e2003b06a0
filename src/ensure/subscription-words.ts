import { shownValue, type Told } from '../engine/words';
import { isAnnual, planPhrase, renewalPhrase, usualRenewal } from '../google/plans';
import type { Order } from './subscription';

/** What an order says, in the words of a plan. */

/** How it is paid, and for how many. */
export interface Terms {
  readonly plan: string;
  readonly seats: number;
}

/** `annual plan paid monthly`, `25 seats`, `renews with current users paid monthly`, `PO number 00417`. */
export function termsInWords(
  wanted: Pick<Order, 'purchaseOrder' | 'dealCode'> & { readonly renewal?: string },
  { plan, seats }: Terms,
): readonly Told[] {
  const renewal = isAnnual(plan) ? [renewalPhrase(wanted.renewal ?? usualRenewal(plan))] : [];
  return [planPhrase(plan), seatsPhrase(seats), ...renewal, ...orderTexts(wanted)];
}

/** `1 seat`, `25 seats`. */
export function seatsPhrase(seats: number): string {
  return `${seats} seat${seats === 1 ? '' : 's'}`;
}

/** The texts that go along with an order. */
export function orderTexts({ purchaseOrder, dealCode }: Pick<Order, 'purchaseOrder' | 'dealCode'>): readonly string[] {
  return [
    ...(purchaseOrder ? [`PO number ${shownValue(purchaseOrder)}`] : []),
    ...(dealCode === undefined ? [] : [`deal code ${shownValue(dealCode)}`]),
  ];
}
