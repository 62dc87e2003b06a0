import { newAccount } from '../google/new-accounts';
import type { CustomerRowRead } from '../tabs/customers/read';
import type { Around } from '../tabs/around';
import type { Surroundings } from '../tabs/users/read';
import type { DeskRow } from './desk';
import type { Journal } from './journal';

type Row = DeskRow<CustomerRowRead>;

/** Which account each row of the Customers tab stands for: one that is there, or one that the row makes. */
export class CustomerAccounts {
  private readonly byAccount = new Map<string, Row>();

  constructor(private readonly rows: readonly Row[], private readonly at: { readonly around: Around; readonly journal: Journal; readonly work: string }) {
    for (const row of rows) {
      const account = this.of(row);
      if (account !== undefined && !this.byAccount.has(account)) this.byAccount.set(account, row);
    }
  }

  /** Whether the plan of the work under way makes the account: then plans and facts go on calling it as they did. */
  madeInRun(key: string): boolean {
    const line = this.at.journal.line(`Shared!customer:${key}`);
    return line?.work === this.at.work && line.plan.writes.some((write) => write.op === 'reseller.customers.insert');
  }

  /** The row of an account. */
  rowOf(account: string): Row | undefined {
    return this.byAccount.get(account);
  }

  /** The row that a Customer cell means: by domain, or by customer id. A domain that several rows have means none of them. */
  rowFor(customer: string): Row | undefined {
    const found = this.rows.filter((row) => domainOf(row) === customer || this.idOf(row) === customer);
    return found.length === 1 ? found[0] : undefined;
  }

  /** The account that a Customer cell means. */
  accountOf(customer: string): string | undefined {
    const row = this.rowFor(customer);
    return row ? this.of(row) : this.at.around.customers.find(({ id, name }) => id === customer || name === customer)?.id;
  }

  /** The type of the customer that a Customer cell means, where a row tells it. */
  typeOf(customer: string): 'domain' | 'team' | undefined {
    return this.rowFor(customer)?.read.wish?.type;
  }

  /**
   * What rows of the Users tab are read with: people on the domain of a customer's row belong to its account, there or not.
   * Where the row itself cannot be worked on, its people wait for it.
   */
  around(users: Surroundings): Surroundings {
    const own = [...new Set(this.rows.map(domainOf))].filter(Boolean);
    const standings = own.map((name) => ({ name, ...this.standing(name) }));
    const served = standings.flatMap(({ name, account }) => (account === undefined ? [] : [{ name, account, verified: false, primary: true }]));
    const replaced = new Set(standings.filter((one) => one.account !== undefined || one.says !== undefined).map((one) => one.name));
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
    if (!row || rows.length > 1) return { says: `Several rows of the Customers tab have the domain ${domain}, and an address does not tell which account it belongs to. Create these people in the Admin console.` };
    const known = this.at.around.domains.find(({ name }) => name === domain);
    // An account that is there serves its people also while something is wrong with its row.
    if (known && !this.madeInRun(row.read.key ?? '')) return {};
    if (!row.read.wish) return { says: `${domain} has no account yet, and its row on the Customers tab needs you first.` };
    const elsewhere = this.at.around.elsewhere.some(({ name }) => name === domain) && !this.madeInRun(row.read.wish.key);
    if (elsewhere) return { says: `${domain} is not your customer yet: see its row on the Customers tab.` };
    return { account: this.of(row) ?? newAccount(row.read.wish.key) };
  }

  private of(row: Row): string | undefined {
    const key = row.read.wish?.key ?? row.read.key;
    if (key === undefined) return undefined;
    if (this.madeInRun(key)) return newAccount(key);
    const domain = row.read.wish?.type === 'team' ? undefined : this.at.around.domains.find(({ name }) => name === domainOf(row))?.account;
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
