import { defined } from '../../engine/defined';
import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import type { Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Ended } from '../ended';
import type { Brought, JobAt, Row, TabJob } from '../tab';
import { afterSubscriptionEnd, afterSubscriptionPlan, afterSubscriptionWrite, memoryIn } from './memory';
import { provisionSubscription, type SubscriptionDone } from './provision';
import type { SubscriptionRowRead } from './read';
import type { SubscriptionRow } from './row';
import type { SubscriptionWish } from './wish';

type SubscriptionsRow = RowOf<SubscriptionRowRead>;

/** What the job on the Subscriptions tab works at. */
export interface SubscriptionsAt {
  readonly rows: readonly SubscriptionsRow[];
  readonly brought: Brought | undefined;
}

/** Rows of the Subscriptions tab in a check or a run. */
export class SubscriptionsJob implements TabJob {
  private readonly own: (row: Row) => SubscriptionsRow;
  private readonly armed: boolean;

  constructor(
    private readonly subscriptions: SubscriptionsAt,
    private readonly at: JobAt,
  ) {
    this.own = byPlace(subscriptions.rows);
    // A run does what was approved, and only an armed check can have planned an end.
    this.armed = at.running || (subscriptions.rows.length > 0 && at.armed());
  }

  *procedure(row: Row, memory: Memory): Procedure<Ended> {
    const done = yield* provisionSubscription(this.rowOf(this.own(row), memory));
    const { brings = '' } = this.at.running && done.drift.length === 0 ? memoryIn(memory) : {};
    return ended({ ...done, made: done.made || brings });
  }

  failed(_row: Row, memory: Memory): Memory {
    return memory;
  }

  wrote(_row: Row, memory: Memory, { request }: { readonly request: Request }): Memory {
    return { ...afterSubscriptionWrite(memoryIn(memory), request) };
  }

  /** A transfer is shared work of all rows of a customer: each learns of its own subscription. */
  owner({ op, named, body }: Request): Row | undefined {
    if (op !== 'reseller.subscriptions.insert') return undefined;
    return this.subscriptions.rows.find(
      ({ read: { wish } }) =>
        wish?.product.skuId === body?.skuId && this.domainOf(wish?.customer ?? '') === named?.domain,
    );
  }

  private rowOf({ read, key }: SubscriptionsRow, memory: Memory): SubscriptionRow {
    const { wish } = read;
    if (!wish) throw new Error(`${key} has no wish.`);
    const { reach, action, brought } = this.at;
    const customer = brought?.customer(wish.customer);
    const unclear = this.subscriptions.brought?.unclear(wish.customer);
    const known = unclear
      ? undefined
      : reach.customers.find(({ id, name }) => id === wish.customer || name === wish.customer);
    return {
      wish,
      memory: memoryIn(memory),
      reseller: reach.who.account,
      siblings: this.siblingsOf(wish),
      armed: this.armed,
      putBack: action.putBack === true,
      now: this.at.now(),
      ...(unclear ? { unclear } : {}),
      ...defined({ customer }),
      ...(known ? { known: { customerId: known.id, domain: known.name } } : {}),
    };
  }

  private siblingsOf({ customer }: SubscriptionWish): readonly SubscriptionWish[] {
    const account = this.subscriptions.brought?.accountOf(customer);
    return this.subscriptions.rows.flatMap(({ read: { wish }, account: own }) =>
      wish && (wish.customer === customer || (account !== undefined && own === account)) ? [wish] : [],
    );
  }

  /** The Customer cell may hold an id. */
  private domainOf(customer: string): string {
    const sold = this.at.reach.customers.find(({ id }) => id === customer);
    return this.subscriptions.brought?.domainOf(customer) ?? sold?.name ?? customer;
  }
}

function ended(done: SubscriptionDone): Ended {
  return {
    // An order carries no mark: one that is found may be somebody else's.
    made: done.made,
    remember: (memory, how) =>
      how === 'planned'
        ? { ...afterSubscriptionPlan(memoryIn(memory), done) }
        : { ...afterSubscriptionEnd(memoryIn(memory), done), shown: { googleSays: done.googleSays } },
  };
}
