import type { Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { CustomerRows, type WorkAt } from './customer-rows';
import { CustomersWork, takeTokensOf } from './customers-work';
import type { DeskRow } from './desk';
import type { GivenPasswords } from '../secrets/given-passwords';
import type { Line, Memory } from '../journal/journal';
import { SubscriptionsWork } from './subscriptions-work';
import { UsersWork } from './users-work';

/** What check and run ask of the rows of one kind of tab. */
export interface RowWork {
  /** What the row needs, with what the journal remembers of it. Only for rows with a wish. */
  procedure(row: DeskRow, memory: Memory): Procedure<unknown>;
  /**
   * What came to be in this run without a write of the row's own, perhaps by a request whose answer was lost: `Created
   * the user.`; '' where nothing did.
   */
  madeNow(value: unknown): string;
  /** Whether the row has to be run although it writes nothing itself: it ends by what other rows do. */
  follows(value: unknown): boolean;
  /** The memory of a row that a check found in order. */
  settled(row: DeskRow, value: unknown): Memory;
  /** The memory of a row that has a plan. */
  planned(row: DeskRow, value: unknown): Memory;
  /** The memory of a row that ran to its end. */
  done(row: DeskRow, memory: Memory, value: unknown): Memory;
  /** The memory of a row that did not end well. */
  failed(row: DeskRow, memory: Memory, error: unknown): Memory;
  /** The memory after a write that Google accepted in the row's name. */
  wrote(row: DeskRow, memory: Memory, write: { readonly request: Request; readonly value: unknown }): Memory;
  /** The text of a cell that has to be wiped now that the row stands so. */
  wipe(row: DeskRow, line: Pick<Line, 'outcome'>): string | undefined;
  /** The row that a write of shared work is about. */
  owner(request: Request): DeskRow | undefined;
  /** The memory that has to be kept before a request goes out that must never be repeated; undefined for any other. */
  sending(memory: Memory, request: Request, now: string): Memory | undefined;
}

/** The work on the rows of every tab. */
export class RowWorks {
  private readonly byKind: Readonly<Partial<Record<string, RowWork>>>;

  constructor(at: WorkAt, given?: GivenPasswords) {
    const { customers, subscriptions } = at.desk;
    const rows = new CustomerRows(at);
    this.byKind = {
      ...(customers ? { Customers: new CustomersWork(at, customers, rows) } : {}),
      ...(subscriptions ? { Subscriptions: new SubscriptionsWork(at, subscriptions, rows) } : {}),
      Users: new UsersWork(at, rows, given),
    };
  }

  /** The work on a row. */
  of({ kind, key }: DeskRow): RowWork {
    const work = this.byKind[kind.name];
    if (!work) throw new Error(`Nobody works on ${key}.`);
    return work;
  }

  /** The row that a write of shared work is about. */
  owner(request: Request): DeskRow | undefined {
    return Object.values(this.byKind).reduce<DeskRow | undefined>(
      (found, work) => found ?? work?.owner(request),
      undefined,
    );
  }
}

/** Takes tokens out of the rows into the vault of whoever checks, before anything is asked of Google. */
export function takeTokens(at: Pick<WorkAt, 'desk'>, rows: readonly DeskRow[]): void {
  const { customers } = at.desk;
  if (customers) takeTokensOf(customers, rows);
}
