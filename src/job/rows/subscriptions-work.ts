import { now } from '../ports';
import type {} from '../ports';
import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { afterSubscriptionEnd, afterSubscriptionWrite } from '../../tabs/subscriptions/memory';
import { provisionSubscription, type SubscriptionDone } from '../../tabs/subscriptions/provision';
import type { SubscriptionRowRead } from '../../tabs/subscriptions/read';
import type { SubscriptionRow } from '../../tabs/subscriptions/row';
import type { SubscriptionWish } from '../../tabs/subscriptions/wish';
import { armed } from '../reach/arming';
import type { CustomerRows, WorkAt } from './customer-rows';
import type { DeskRow, Part } from './desk';
import type { Memory } from '../journal/journal';
import type { RowWork } from './row-work';

type SubscriptionsPart = Part<SubscriptionRowRead>;

/** Rows of the Subscriptions tab in a check or a run. */
export class SubscriptionsWork implements RowWork {
  private readonly armed: boolean;

  constructor(
    private readonly at: WorkAt,
    private readonly part: SubscriptionsPart,
    private readonly customers: CustomerRows,
  ) {
    // A run does what was approved, and only an armed check can have planned an end.
    this.armed = at.work.phase === 'running' || (part.rows.length > 0 && armed(now()));
  }

  procedure(row: DeskRow, memory: Memory): Procedure<SubscriptionDone> {
    return provisionSubscription(this.rowOf(this.own(row), memory));
  }

  madeNow(): string {
    // An order carries no mark: one that is found may be somebody else's.
    return '';
  }

  follows(): boolean {
    return false;
  }

  settled(row: DeskRow, value: unknown): Memory {
    return this.done(row, this.at.memoryOf(row), value);
  }

  planned(row: DeskRow, value: unknown): Memory {
    return { ...this.at.memoryOf(row), drift: (value as SubscriptionDone).drift };
  }

  done(_row: DeskRow, memory: Memory, value: unknown): Memory {
    const done = value as SubscriptionDone;
    return { ...memory, ...afterSubscriptionEnd(memory, done), shown: { googleSays: done.googleSays } };
  }

  failed(_row: DeskRow, memory: Memory): Memory {
    return memory;
  }

  wrote(_row: DeskRow, memory: Memory, { request }: { readonly request: Request; readonly value: unknown }): Memory {
    return { ...memory, ...afterSubscriptionWrite(memory, request) };
  }

  wipe(): undefined {
    // Nothing secret stands in these rows.
  }

  /** A transfer is shared work of all rows of a customer: each learns of its own subscription. */
  owner({ op, named, body }: Request): DeskRow | undefined {
    if (op !== 'reseller.subscriptions.insert') return undefined;
    return this.part.rows.find(
      ({ read: { wish } }) => wish?.sku.skuId === body?.skuId && this.domainOf(wish?.customer ?? '') === named?.domain,
    );
  }

  sending(): undefined {
    // Orders are looked for before they are sent again.
  }

  private rowOf({ read, key }: DeskRow<SubscriptionRowRead>, memory: Memory): SubscriptionRow {
    const { wish } = read;
    if (!wish) throw new Error(`${key} has no wish.`);
    const { work, room, reading, desk } = this.at;
    const customerRow = desk.accounts.rowFor(wish.customer);
    const customer = customerRow && this.customers.of(customerRow);
    const unclear = desk.accounts.unclear(wish.customer);
    const known = unclear
      ? undefined
      : reading.around.customers.find(({ id, name }) => id === wish.customer || name === wish.customer);
    return {
      wish,
      memory,
      reseller: reading.around.who.account,
      siblings: this.siblingsOf(wish),
      armed: this.armed,
      putBack: work.action === 'put-back',
      now: room.now(),
      ...(unclear ? { unclear } : {}),
      ...(customer ? { customer } : {}),
      ...(known ? { known: { customerId: known.id, domain: known.name } } : {}),
    };
  }

  private siblingsOf({ customer }: SubscriptionWish): readonly SubscriptionWish[] {
    const account = this.at.desk.accounts.accountOf(customer);
    return this.part.rows.flatMap(({ read: { wish }, account: own }) =>
      wish && (wish.customer === customer || (account !== undefined && own === account)) ? [wish] : [],
    );
  }

  /** The Customer cell may hold an id. */
  private domainOf(customer: string): string {
    const { accounts } = this.at.desk;
    return (
      accounts.rowFor(customer)?.read.wish?.domain ??
      this.at.reading.around.customers.find(({ id }) => id === customer)?.name ??
      customer
    );
  }

  private own({ place, key }: DeskRow): DeskRow<SubscriptionRowRead> {
    const row = this.part.rows.find((one) => one.place === place);
    if (!row) throw new Error(`${key} is no row of the Subscriptions tab.`);
    return row;
  }
}
