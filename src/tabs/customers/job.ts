import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { isNewAccount } from '../../google/new-accounts';
import type { Memory } from '../line';
import { byPlace, type RowOf } from '../open-rows';
import type { Ended } from '../ended';
import type { JobAt, Row, TabJob } from '../tab';
import type { CustomerAccounts } from './accounts';
import { CustomersNow } from './customers-now';
import {
  afterCustomerEnd,
  afterCustomerFailure,
  afterCustomerWrite,
  beforeCustomerWrite,
  memoryIn,
  onceOnly,
} from './memory';
import { provisionCustomer, type CustomerDone } from './provision';
import { readToken, type CustomerRowRead } from './read';

type CustomersRow = RowOf<CustomerRowRead>;

/** What the job on the Customers tab works at. `tokenOf`: the text of a row's Transfer token cell. */
export interface CustomersAt {
  readonly rows: readonly CustomersRow[];
  readonly accounts: CustomerAccounts;
  tokenOf(row: CustomerRowRead): string;
}

/** Rows of the Customers tab in a check or a run. */
export class CustomersJob implements TabJob {
  private readonly own: (row: Row) => CustomersRow;
  private readonly now: CustomersNow;

  constructor(
    private readonly customers: CustomersAt,
    private readonly at: JobAt,
  ) {
    this.own = byPlace(customers.rows);
    this.now = new CustomersNow(customers.accounts, at);
  }

  *procedure(row: Row): Procedure<Ended> {
    const customer = this.now.of(this.own(row));
    if (!customer) throw new Error(`${row.key} has no wish.`);
    return ended(yield* provisionCustomer(customer));
  }

  failed(_row: Row, memory: Memory, error: unknown): Memory {
    return { ...afterCustomerFailure(memoryIn(memory), error) };
  }

  wrote(_row: Row, memory: Memory, { request, value }: { readonly request: Request; readonly value: unknown }): Memory {
    return { ...afterCustomerWrite(memoryIn(memory), request, value) };
  }

  /** A token that the vault has by now is taken out of its cell. */
  wipe(row: Row): string | undefined {
    const { read } = this.own(row);
    const text = this.customers.tokenOf(read);
    const token = readToken(text);
    return token !== undefined && this.at.secrets.kept.valueOf(read.key ?? '') === token ? text : undefined;
  }

  owner({ op, named, params, account }: Request): Row | undefined {
    if (!/^(reseller\.customers|directory\.customers|mail)\./.test(op)) return undefined;
    const names = [named?.customer, params.customerId, account];
    const { rows, accounts } = this.customers;
    return rows.find((row) => row.ready && names.some((name) => name !== undefined && accounts.rowOf(name) === row));
  }

  sending(memory: Memory, request: Request, now: string): Memory | undefined {
    return onceOnly(request) === undefined ? undefined : { ...beforeCustomerWrite(memoryIn(memory), request, now) };
  }

  takeSecrets(rows: readonly Row[]): void {
    for (const { read } of this.customers.rows.filter((one) => rows.includes(one))) {
      const token = readToken(this.customers.tokenOf(read));
      if (token !== undefined && read.key !== undefined) this.at.secrets.kept.take(read.key, token);
    }
  }
}

function ended(done: CustomerDone): Ended {
  const shown = { terms: done.terms, verified: done.verified, console: done.consoleUrl };
  return {
    made: madeNow(done),
    follows: done.takenOver || done.ordering,
    // Nothing is agreed before it is written; only what was left is known.
    remember: (memory, how) =>
      how === 'planned'
        ? { ...memoryIn(memory), drift: done.drift }
        : { ...afterCustomerEnd(memoryIn(memory), done), shown },
  };
}

function madeNow({ takenOver, standing: { account, type } }: CustomerDone): string {
  if (takenOver) return 'Taken over with its subscriptions.';
  return isNewAccount(account) ? `Created the ${type === 'team' ? 'team' : 'customer'}.` : '';
}
