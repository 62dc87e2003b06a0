import { now } from '../ports';
import { newAccount } from '../../google/new-accounts';
import type { CustomerRowRead } from '../../tabs/customers/read';
import type { CustomerRow } from '../../tabs/customers/row';
import type { CustomerWish } from '../../tabs/customers/wish';
import type { Desk, DeskRow, Reading } from './desk';
import type { Memory } from '../journal/journal';
import type { Room } from '../slice';
import { rowsInScope } from './standing';
import { keptTokens, tokenName } from '../secrets/tokens';
import type { Work } from '../keeping/job-record';

/** What rows are worked on with. `memoryOf`: what the journal remembers of a row at the moment. */
export interface WorkAt {
  readonly work: Work;
  readonly room: Room;
  readonly desk: Desk;
  readonly reading: Reading;
  readonly memoryOf: (row: DeskRow) => Memory;
}

type Row = DeskRow<CustomerRowRead>;

/** The rows of the Customers tab as procedures take them, with what belongs to them on the other tabs. */
export class CustomerRows {
  private readonly tokens: ReadonlySet<string>;
  private readonly belongings = new Map<Row, Pick<CustomerRow, 'orders' | 'administrators'>>();

  constructor(private readonly at: WorkAt) {
    this.tokens = at.desk.customers?.rows.length ? keptTokens(now()) : new Set();
  }

  /** The row as its procedure takes it; undefined where something is wrong with it. */
  of(row: Row): CustomerRow | undefined {
    const { wish } = row.read;
    if (!wish) return undefined;
    const { work, room, reading, desk } = this.at;
    return {
      wish,
      memory: this.at.memoryOf(row),
      reseller: reading.around.who.account,
      newName: newAccount(wish.key),
      madeInRun: desk.accounts.madeInRun(wish.key),
      takenInRun: desk.accounts.takenInRun(wish.key),
      underWay: rowsInScope([row], work).length > 0,
      ...(this.tokens.has(wish.key) ? { token: tokenName(wish.key) } : {}),
      putBack: work.action === 'put-back',
      settings: reading.settings,
      now: room.now(),
      ...this.belongingsOf(row, wish),
    };
  }

  /** The customer's row that serves an account. */
  serving(account: string): CustomerRow | undefined {
    const row = this.at.desk.accounts.rowOf(account);
    return row && this.of(row);
  }

  /** Looked for once: every person of the customer asks. */
  private belongingsOf(row: Row, wish: CustomerWish): Pick<CustomerRow, 'orders' | 'administrators'> {
    const known = this.belongings.get(row) ?? {
      orders: this.ordersOf(row),
      administrators: this.administratorsOf(wish),
    };
    this.belongings.set(row, known);
    return known;
  }

  private ordersOf(row: Row): CustomerRow['orders'] {
    const { accounts, subscriptions } = this.at.desk;
    const own = (subscriptions?.rows ?? []).filter((one) => accounts.rowFor(one.read.customer ?? '') === row);
    return own.map((one) => ({ row: one.place, skuId: one.read.wish?.sku.skuId ?? '' }));
  }

  private administratorsOf({ domain }: CustomerWish): CustomerRow['administrators'] {
    const own = this.at.desk.users.rows.filter(
      ({ read }) => read.wish?.superAdmin === true && read.email?.endsWith(`@${domain}`) === true,
    );
    return own.map(({ place, read }) => ({ row: place, email: read.email ?? '' }));
  }
}
