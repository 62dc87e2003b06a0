import { now } from '../ports';
import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { isNewAccount } from '../../google/new-accounts';
import {
  afterCustomerEnd,
  afterCustomerFailure,
  afterCustomerWrite,
  beforeCustomerWrite,
  onceOnly,
} from '../../tabs/customers/memory';
import { provisionCustomer, type CustomerDone } from '../../tabs/customers/provision';
import { readToken, type CustomerRowRead } from '../../tabs/customers/read';
import type { CustomerRows, WorkAt } from './customer-rows';
import type { DeskRow, Part } from './desk';
import type { Memory } from '../journal/journal';
import type { RowWork } from './row-work';
import { keepToken, tokenOf } from '../secrets/tokens';

type CustomersPart = Part<CustomerRowRead>;

/** Rows of the Customers tab in a check or a run. */
export class CustomersWork implements RowWork {
  constructor(
    private readonly at: WorkAt,
    private readonly part: CustomersPart,
    private readonly customers: CustomerRows,
  ) {}

  procedure(row: DeskRow): Procedure<CustomerDone> {
    const customer = this.customers.of(this.own(row));
    if (!customer) throw new Error(`${row.key} has no wish.`);
    return provisionCustomer(customer);
  }

  madeNow(value: unknown): string {
    const {
      takenOver,
      standing: { account, type },
    } = value as CustomerDone;
    if (takenOver) return 'Taken over with its subscriptions.';
    return isNewAccount(account) ? `Created the ${type === 'team' ? 'team' : 'customer'}.` : '';
  }

  follows(value: unknown): boolean {
    return (value as CustomerDone).takenOver;
  }

  settled(row: DeskRow, value: unknown): Memory {
    return this.done(row, this.at.memoryOf(row), value);
  }

  /** Nothing is agreed before it is written; only what was left is known. */
  planned(row: DeskRow, value: unknown): Memory {
    return { ...this.at.memoryOf(row), drift: (value as CustomerDone).drift };
  }

  done(_row: DeskRow, memory: Memory, value: unknown): Memory {
    const done = value as CustomerDone;
    return {
      ...memory,
      ...afterCustomerEnd(memory, done),
      shown: { terms: done.terms, verified: done.verified, console: done.consoleUrl },
    };
  }

  failed(_row: DeskRow, memory: Memory, error: unknown): Memory {
    return { ...memory, ...afterCustomerFailure(memory, error) };
  }

  wrote(
    _row: DeskRow,
    memory: Memory,
    { request, value }: { readonly request: Request; readonly value: unknown },
  ): Memory {
    return { ...memory, ...afterCustomerWrite(memory, request, value) };
  }

  /** A token that the vault has by now is taken out of its cell. */
  wipe(row: DeskRow): string | undefined {
    const text = tokenText(this.part, row);
    const token = readToken(text);
    return token !== undefined && tokenOf(this.own(row).read.key ?? '') === token ? text : undefined;
  }

  owner({ op, named, params, account }: Request): DeskRow | undefined {
    if (!/^(reseller\.customers|directory\.customers|mail)\./.test(op)) return undefined;
    const names = [named?.customer, params.customerId, account];
    return this.part.rows.find(
      (row) => row.read.wish && names.some((name) => name !== undefined && this.at.desk.accounts.rowOf(name) === row),
    );
  }

  sending(memory: Memory, request: Request, now: string): Memory | undefined {
    return onceOnly(request) === undefined ? undefined : { ...memory, ...beforeCustomerWrite(memory, request, now) };
  }

  private own({ place, key }: DeskRow): DeskRow<CustomerRowRead> {
    const row = this.part.rows.find((one) => one.place === place);
    if (!row) throw new Error(`${key} is no row of the Customers tab.`);
    return row;
  }
}

/** Takes the tokens of these rows into the vault of the person signed in. */
export function takeTokensOf(part: CustomersPart, rows: readonly DeskRow[]): void {
  for (const row of part.rows.filter((one) => rows.includes(one))) {
    const token = readToken(tokenText(part, row));
    if (token !== undefined && row.read.key !== undefined) keepToken(row.read.key, token, now());
  }
}

function tokenText(part: CustomersPart, row: DeskRow): string {
  return part.tab.values[row.read.row - 1]?.[part.read.positions.token ?? -1] ?? '';
}
