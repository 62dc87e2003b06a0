import type { Stock } from '../../engine/stocks';
import type { FactTable } from '../../google/fact-table';
import { subscriptionsFact } from '../../google/facts';
import { licenceStock, mayBringLicences } from '../../google/licence-stock';
import { listing } from '../../google/products';
import type { Subscription } from '../../google/reseller-resources';
import { seatsShort } from '../../tabs/subscriptions/ledger';
import type { Line } from '../../tabs/line';
import type { Row } from '../../tabs/tab';
import { isOurs } from '../cloud-identity/hold';
import type { Journal } from '../journal/journal';
import type { SeatLine } from '../wire';

/**
 * Seats that a plan needs beside those that are used and left: bought less licensed, as the reseller's subscriptions
 * tell.
 */

/** The seats that the lines of a check plan to take, by kind. `own`: the account of the person signed in. */
export function seatLines(planned: readonly Line[], facts: FactTable, own: string): readonly SeatLine[] {
  const subscriptions: readonly Subscription[] = facts.valueOf(subscriptionsFact(own)) ?? [];
  const sold = [...neededIn(planned)].filter(([seat]) => !isOurs(seat));
  return sold.map(([seat, needed]) => {
    const [account = '', skuId = ''] = seat.split(' ');
    const bought = subscriptions.find((one) => one.customerId === account && one.skuId === skuId);
    const costs = bought?.planName === 'FLEXIBLE' ? ' (flexible plan: each one costs from today)' : '';
    const says = `${listing({ skuId })?.name ?? skuId}${bought ? `, ${bought.customerDomain}` : ''}${costs}`;
    return { seat, says, needed, ...(bought ? countsOf(bought) : {}) };
  });
}

function countsOf({ seats, licensed }: Subscription): Pick<SeatLine, 'bought' | 'used' | 'left'> {
  return { bought: seats, used: licensed, left: Math.max(0, seats - licensed) };
}

/** Says on each row, in sheet order, where its licence will find no seat: bought less used less planned before it. */
export function sayShortSeats(
  work: string,
  at: { readonly rows: readonly Row[]; readonly journal: Journal; readonly subscriptions: readonly Subscription[] },
): void {
  const { journal } = at;
  const planned = at.rows
    .flatMap(({ key }) => journal.line(key) ?? [])
    .filter((line) => line.work === work && line.outcome === 'planned');
  const needs = planned.flatMap(({ key, plan }) =>
    plan.writes.flatMap(({ need, seat }) => {
      const [account = '', skuId = ''] = (seat ?? '').split(' ');
      return need === 'must' && seat !== undefined ? [{ account, skuId, key }] : [];
    }),
  );
  for (const [key, says] of seatsShort(at.subscriptions, needs)) {
    const line = journal.line(key);
    const left = says.filter((one) => line?.details.includes(one) === false);
    if (line && left.length) journal.set({ ...line, details: [...left, line.details].join(' ') });
  }
}

function neededIn(planned: readonly Line[]): ReadonlyMap<string, number> {
  const needed = new Map<string, number>();
  for (const { need, seat } of planned.flatMap((line) => line.plan.writes)) {
    if (need === 'must' && seat !== undefined) needed.set(seat, (needed.get(seat) ?? 0) + 1);
  }
  return needed;
}

/**
 * An unknown number of seats may be too small: rows wait this long for those before them, then go on. In milliseconds.
 */
const waitWhereUnknown = 10_000;

/** How long a row waits for the rows before it to take their seats: not at all where there are enough for everybody. */
export function patienceFor(lines: readonly SeatLine[]): (seat: string) => number {
  const bySeat = new Map(lines.map((line) => [line.seat, line]));
  return (seat) => {
    const line = bySeat.get(seat);
    // How many are taken is an estimate: the first rows are to win where it was too good.
    if (isOurs(seat)) return waitWhereUnknown;
    if (line?.left === undefined) return waitWhereUnknown;
    return line.needed > line.left ? Infinity : 0;
  };
}

/**
 * What is not asked for once it is used up; undefined where rows give licences back or buy more, for others may then
 * find one later on.
 */
export function stockIn(rows: readonly Pick<Row, 'line'>[]): Stock | undefined {
  const brings = rows.some(({ line }) =>
    line?.plan.writes.some(({ op, need }) => need === 'must' && mayBringLicences(op)),
  );
  return brings ? undefined : licenceStock;
}
