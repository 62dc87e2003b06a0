import { newAccount } from '../../google/new-accounts';
import type { RowOf } from '../open-rows';
import type { BroughtNow, JobAt } from '../tab';
import { asNew } from './as-new';
import { memoryIn } from './memory';
import type { CustomerRowRead } from './read';
import type { CustomerRow } from './row';
import type { CustomerWish } from './wish';

type Row = RowOf<CustomerRowRead>;

/** What has to be known of accounts. */
interface Accounts {
  rowFor(customer: string): Row | undefined;
  rowOf(account: string): Row | undefined;
  madeInRun(key: string): boolean;
  takenInRun(key: string): boolean;
}

/** The rows of the Customers tab as procedures take them, with what belongs to them on the other tabs. */
export class CustomersNow implements BroughtNow {
  private readonly belongings = new Map<Row, Pick<CustomerRow, 'orders' | 'administrators'>>();

  constructor(
    private readonly accounts: Accounts,
    private readonly at: JobAt,
  ) {}

  customer(named: string): CustomerRow | undefined {
    const row = this.accounts.rowFor(named);
    return row && this.of(row);
  }

  serving(account: string): CustomerRow | undefined {
    const row = this.accounts.rowOf(account);
    return row && this.of(row);
  }

  /** The row as its procedure takes it; undefined where something is wrong with it. */
  of(row: Row): CustomerRow | undefined {
    const { wish } = row.read;
    if (!wish) return undefined;
    const { at, accounts } = this;
    const memory = memoryIn(at.memoryOf(row));
    return {
      wish,
      asNew: asNew({ wish, memory }),
      memory,
      reseller: at.reach.who.account,
      newName: newAccount(wish.key),
      madeInRun: accounts.madeInRun(wish.key),
      takenInRun: accounts.takenInRun(wish.key),
      underWay: at.inScope(row),
      ...(at.secrets.kept.has(wish.key) ? { token: at.secrets.kept.nameOf(wish.key) } : {}),
      putBack: at.action.putBack === true,
      settings: at.settings,
      now: at.now(),
      ...this.belongingsOf(row, wish),
    };
  }

  /** Looked for once: every person of the customer asks. */
  private belongingsOf(row: Row, { domain }: CustomerWish): Pick<CustomerRow, 'orders' | 'administrators'> {
    const known = this.belongings.get(row) ?? {
      orders: this.at.belonging('order', row.key).map(({ place, what }) => ({ row: place, skuId: what })),
      administrators: this.at
        .belonging('administrator', domain)
        .map(({ place, what }) => ({ row: place, email: what })),
    };
    this.belongings.set(row, known);
    return known;
  }
}
