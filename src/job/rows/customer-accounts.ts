import { newAccount } from '../../google/new-accounts';
import type { CustomerRowRead } from '../../tabs/customers/read';
import type { Around } from '../../tabs/around';
import type { Surroundings } from '../../tabs/users/read';
import type { DeskRow } from './desk';
import type { Journal } from '../journal/journal';

type Row = DeskRow<CustomerRowRead>;

/** Which account each row of the Customers tab stands for: one that is there, or one that the row makes. */
export class CustomerAccounts {
  private readonly byAccount = new Map<string, Row>();
  /** Of rows with one key the first: only that one is worked on. */
  private readonly rows: readonly Row[];

  constructor(
    rows: readonly Row[],
    private readonly at: { readonly around: Around; readonly journal: Journal; readonly work: string },
  ) {
    this.rows = [...new Map([...rows].reverse().map((row) => [row.read.key ?? row.key, row])).values()].reverse();
    for (const row of this.rows) {
      const account = this.of(row);
      if (account !== undefined && !this.byAccount.has(account)) this.byAccount.set(account, row);
    }
  }

  /** Whether the plan of the work under way makes the account: then plans and facts go on calling it as they did. */
  madeInRun(key: string): boolean {
    return this.plans(`customer:${key}`, 'reseller.customers.insert');
  }

  /** Whether the plan of the work under way transfers the account to us: until then nothing of it could be compared. */
  takenInRun(key: string): boolean {
    return this.plans(`transfer:${key}`, 'reseller.subscriptions.insert');
  }

  private plans(shared: string, op: string): boolean {
    const line = this.at.journal.line(`Shared!${shared}`);
    return line?.work === this.at.work && line.plan.writes.some((write) => write.op === op);
  }

  /** The row of an account. */
  rowOf(account: string): Row | undefined {
    return this.byAccount.get(account);
  }

  /**
   * The row that a Customer cell means: by domain, or by customer id. A domain that several rows have means none of
   * them.
   */
  rowFor(customer: string): Row | undefined {
    const found = this.rowsFor(customer);
    return found.length === 1 ? found[0] : undefined;
  }

  /**
   * Why a Customer cell means no customer that can be ordered for: several, or one whose row has something wrong with
   * it; undefined where neither is so.
   */
  unclear(customer: string): 'several' | 'notReady' | undefined {
    const rows = this.rowsFor(customer);
    const known = this.at.around.customers.filter(({ id, name }) => id === customer || name === customer);
    if (rows.length > 1 || (rows.length === 0 && known.length > 1)) return 'several';
    return rows.length === 1 && !rows[0]?.read.wish && known.length === 0 ? 'notReady' : undefined;
  }

  private rowsFor(customer: string): readonly Row[] {
    return this.rows.filter((row) => domainOf(row) === customer || this.idOf(row) === customer);
  }

  /** The account that a Customer cell means. */
  accountOf(customer: string): string | undefined {
    const row = this.rowFor(customer);
    return row
      ? this.of(row)
      : this.at.around.customers.find(({ id, name }) => id === customer || name === customer)?.id;
  }

  /** The type of the customer that a Customer cell means, where a row tells it. */
  typeOf(customer: string): 'domain' | 'team' | undefined {
    return this.rowFor(customer)?.read.wish?.type;
  }

  /**
   * What rows of the Users tab are read with: people on the domain of a customer's row belong to its account, there or
   * not. Where the row itself cannot be worked on, its people wait for it.
   */
  around(users: Surroundings): Surroundings {
    const own = [...new Set(this.rows.map(domainOf))].filter(Boolean);
    const standings = own.map((name) => ({ name, ...this.standing(name) }));
    const served = standings.flatMap(({ name, account }) =>
      account === undefined ? [] : [{ name, account, verified: false, primary: true }],
    );
    const replaced = new Set(
      standings.filter((one) => one.account !== undefined || one.says !== undefined).map((one) => one.name),
    );
    return {
      ...users,
      domains: [...users.domains.filter(({ name }) => !replaced.has(name)), ...served],
      elsewhere: users.elsewhere.filter(({ name }) => !replaced.has(name)),
      customerRows: standings.flatMap(({ name, says }) => (says === undefined ? [] : [{ name, says }])),
    };
  }

  private standing(domain: string): { readonly account?: string; readonly says?: string } {
    const rows = this.rows.filter((row) => domainOf(row) === domain);
    const [row] = rows;
    if (!row || rows.length > 1)
      return {
        says: `Several rows of the Customers tab have the domain ${domain}, and an address does not tell which account it belongs to. Create these people in the Admin console.`,
      };
    const known = this.at.around.domains.find(({ name }) => name === domain);
    // An account that is there serves its people also while something is wrong with its row.
    if (known && !this.madeInRun(row.read.key ?? '')) return {};
    if (!row.read.wish)
      return { says: `${domain} has no account yet, and its row on the Customers tab needs you first.` };
    const elsewhere =
      this.at.around.elsewhere.some(({ name }) => name === domain) && !this.madeInRun(row.read.wish.key);
    if (elsewhere)
      return {
        says: `${domain} is not your customer yet. Once its row on the Customers tab is done, check this row again.`,
      };
    return { account: this.of(row) ?? newAccount(row.read.wish.key) };
  }

  private of(row: Row): string | undefined {
    const key = row.read.wish?.key ?? row.read.key;
    if (key === undefined) return undefined;
    if (this.madeInRun(key)) return newAccount(key);
    const domain =
      row.read.wish?.type === 'team'
        ? undefined
        : this.at.around.domains.find(({ name }) => name === domainOf(row))?.account;
    const sold = this.at.around.customers.find(({ name }) => name === domainOf(row))?.id;
    return this.idOf(row) ?? domain ?? (row.read.wish?.type === 'team' ? undefined : sold) ?? newAccount(key);
  }

  private idOf(row: Row): string | undefined {
    return row.read.wish?.customerId ?? row.line?.memory.customerId;
  }
}

function domainOf(row: Row): string {
  return row.read.key?.split('/')[0] ?? '';
}
