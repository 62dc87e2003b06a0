import { newAccount } from '../../google/new-accounts';
import type { KnownDomains } from '../reach';
import type { RowOf } from '../open-rows';
import type { Brought, BroughtNow, JobAt, OpenAt } from '../tab';
import { CustomersNow } from './customers-now';
import { memoryIn } from './memory';
import type { CustomerRowRead } from './read';

type Row = RowOf<CustomerRowRead>;

/** Which account each row of the Customers tab stands for: one that is there, or one that the row makes. */
export class CustomerAccounts implements Brought {
  private readonly byAccount = new Map<string, Row>();
  /** Of rows with one key the first: only that one is worked on. */
  private readonly rows: readonly Row[];

  constructor(
    rows: readonly Row[],
    private readonly at: Pick<OpenAt, 'reach' | 'lines' | 'job'>,
  ) {
    this.rows = [...new Map([...rows].reverse().map((row) => [row.read.key ?? row.key, row])).values()].reverse();
    for (const row of this.rows) {
      const account = this.of(row);
      if (account !== undefined && !this.byAccount.has(account)) this.byAccount.set(account, row);
    }
  }

  begin(job: JobAt): BroughtNow {
    return new CustomersNow(this, job);
  }

  /** Whether the plan of the job under way makes the account: then plans and facts go on calling it as they did. */
  madeInRun(key: string): boolean {
    return this.plans(`customer:${key}`, 'reseller.customers.insert');
  }

  /** Whether the plan of the job under way transfers the account to us: until then nothing of it could be compared. */
  takenInRun(key: string): boolean {
    return this.plans(`transfer:${key}`, 'reseller.subscriptions.insert');
  }

  private plans(shared: string, op: string): boolean {
    const line = this.at.lines.shared(shared);
    return line?.work === this.at.job && line.plan.writes.some((write) => write.op === op);
  }

  /** The row of an account. */
  rowOf(account: string): Row | undefined {
    return this.byAccount.get(account);
  }

  /**
   * The row that a Customer cell means: by domain, or by customer id. One that several rows have means none of them.
   */
  rowFor(customer: string): Row | undefined {
    const found = this.rowsFor(customer);
    return found.length === 1 ? found[0] : undefined;
  }

  keyOf(customer: string): string | undefined {
    return this.rowFor(customer)?.key;
  }

  unclear(customer: string): 'several' | 'notReady' | undefined {
    const rows = this.rowsFor(customer);
    const known = this.at.reach.customers.filter(({ id, name }) => id === customer || name === customer);
    if (rows.length > 1 || (rows.length === 0 && known.length > 1)) return 'several';
    return rows.length === 1 && !rows[0]?.read.wish && known.length === 0 ? 'notReady' : undefined;
  }

  private rowsFor(customer: string): readonly Row[] {
    return this.rows.filter((row) => domainOf(row) === customer || this.idOf(row) === customer);
  }

  accountOf(customer: string): string | undefined {
    const row = this.rowFor(customer);
    return row
      ? this.of(row)
      : this.at.reach.customers.find(({ id, name }) => id === customer || name === customer)?.id;
  }

  typeOf(customer: string): 'domain' | 'team' | undefined {
    return this.rowFor(customer)?.read.wish?.type;
  }

  domainOf(customer: string): string | undefined {
    return this.rowFor(customer)?.read.wish?.domain;
  }

  /**
   * People on the domain of a customer's row belong to its account, there or not. Where the row itself cannot be worked
   * on, its people wait for it.
   */
  domains(known: KnownDomains): KnownDomains {
    const own = [...new Set(this.rows.map(domainOf))].filter(Boolean);
    const standings = own.map((name) => ({ name, ...this.standing(name) }));
    const served = standings.flatMap(({ name, account }) =>
      account === undefined ? [] : [{ name, account, verified: false, primary: true }],
    );
    const replaced = new Set(
      standings.filter((one) => one.account !== undefined || one.says !== undefined).map((one) => one.name),
    );
    return {
      domains: [...known.domains.filter(({ name }) => !replaced.has(name)), ...served],
      elsewhere: known.elsewhere.filter(({ name }) => !replaced.has(name)),
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
    const known = this.at.reach.domains.find(({ name }) => name === domain);
    // An account that is there serves its people also while something is wrong with its row.
    if (known && !this.madeInRun(row.read.key ?? '')) return {};
    if (!row.read.wish)
      return { says: `${domain} has no account yet, and its row on the Customers tab needs you first.` };
    const elsewhere = this.at.reach.elsewhere.some(({ name }) => name === domain) && !this.madeInRun(row.read.wish.key);
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
        : this.at.reach.domains.find(({ name }) => name === domainOf(row))?.account;
    const sold = this.at.reach.customers.find(({ name }) => name === domainOf(row))?.id;
    return this.idOf(row) ?? domain ?? (row.read.wish?.type === 'team' ? undefined : sold) ?? newAccount(key);
  }

  private idOf(row: Row): string | undefined {
    return row.read.wish?.customerId ?? memoryIn(row.line?.memory ?? {}).customerId;
  }
}

function domainOf(row: Row): string {
  return row.read.key?.split('/')[0] ?? '';
}
