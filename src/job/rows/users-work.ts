import { after, type Procedure } from '../../engine/procedure';
import type { Request } from '../../engine/request';
import { licencesFact, userFact } from '../../google/facts';
import { memoryAfterFailure } from '../../tabs/users/find';
import { afterEnd, afterWrite, claimed, forgotten } from '../../tabs/users/memory';
import { provisionUser, workspaceProduct, type Provisioned } from '../../tabs/users/provision';
import type { UserRowRead } from '../../tabs/users/read';
import type { CloudIdentityMode, UserRow } from '../../tabs/users/row';
import type { UserWish } from '../../tabs/users/wish';
import { peopleMayCome } from '../../tabs/customers/provision';
import type { CustomerRow } from '../../tabs/customers/row';
import type { CustomerRows, WorkAt } from './customer-rows';
import { ownersOf, type DeskRow, type UsersPart } from './desk';
import { passwordText, passwordUsedBefore, type GivenPasswords } from '../secrets/given-passwords';
import { cloudIdentityModes, rememberCloudIdentity } from '../reach/identity';
import type { Line, Memory } from '../journal/journal';
import type { RowWork } from './row-work';
import { Vault } from '../secrets/vault';

/** Rows of the Users tab in a check or, with the passwords that were approved, in a run. */

type Row = DeskRow<UserRowRead>;

/** The rows of the Users tab. */
export class UsersWork implements RowWork {
  private readonly vault = new Vault();
  private readonly modes: Record<string, CloudIdentityMode> = { ...cloudIdentityModes() };
  private readonly owners: ReadonlyMap<string, string>;
  private readonly rows: ReadonlyMap<number, Row>;

  private readonly part: UsersPart;

  constructor(
    private readonly at: WorkAt,
    private readonly customers: CustomerRows,
    private readonly given: GivenPasswords | undefined,
  ) {
    this.part = at.desk.users;
    this.owners = ownersOf(this.part);
    this.rows = new Map(this.part.rows.map((row) => [row.place, row]));
  }

  procedure(row: DeskRow, memory: Memory): Procedure<Provisioned> {
    const user = this.rowOf(this.own(row), memory);
    const customer = this.customers.serving(user.wish.account);
    return customer ? provisionIn(customer, user) : provisionUser(user);
  }

  madeNow(value: unknown): string {
    return (value as Provisioned).madeNow ? 'Created the user.' : '';
  }

  follows(): boolean {
    return false;
  }

  /** While a used password still stands in its cell, the mark stays: it tells that the cell is to be wiped. */
  settled(row: DeskRow, value: unknown): Memory {
    const own = this.own(row);
    const memory = own.line?.memory ?? {};
    const settled = afterEnd({ ...(value as Provisioned), memory, wish: wishOf(own) });
    return memory.mark && this.passwordUsed(own, memory) ? { ...settled, mark: memory.mark } : settled;
  }

  /** A row that has more to do keeps its mark; an account that its own dead run made is its own already. */
  planned(row: DeskRow, value: unknown): Memory {
    const { madeNow, userId, drift } = value as Provisioned;
    const memory = { ...row.line?.memory, drift };
    if (!madeNow) return memory;
    // A row that is to make an account has none by now, whatever it had before.
    return userId.startsWith('planned:') ? forgotten(memory) : claimed(memory, userId);
  }

  done(row: DeskRow, memory: Memory, value: unknown): Memory {
    const provisioned = value as Provisioned;
    const wish = wishOf(this.own(row));
    if (provisioned.cloudIdentity) this.rememberMode(wish.account, provisioned.cloudIdentity);
    return afterEnd({ ...provisioned, memory, wish });
  }

  failed(row: DeskRow, memory: Memory): Memory {
    const { wish } = this.own(row).read;
    return wish
      ? memoryAfterFailure({ wish, memory }, this.at.room.facts.valueOf(userFact(wish.account, wish.email)))
      : memory;
  }

  wrote(
    row: DeskRow,
    memory: Memory,
    { request, value }: { readonly request: Request; readonly value: unknown },
  ): Memory {
    const about = { row: this.own(row), me: this.at.room.me, now: this.at.room.now(), run: this.at.work.id };
    const after = afterWrite(memory, request, value);
    return this.given?.afterWrite(request, after, about) ?? after;
  }

  /** A check wipes what a run sent along that did not live to do so, where the row has nothing more to do. */
  wipe(row: DeskRow, { outcome }: Pick<Line, 'outcome'>): string | undefined {
    const own = this.own(row);
    if (this.given) return this.given.usedBy(own, outcome);
    return outcome === 'settled' && this.passwordUsed(own, own.line?.memory ?? {}) === true
      ? passwordText(this.part, own)
      : undefined;
  }

  owner(): undefined {
    // What people share is org units, which no row remembers.
  }

  sending(): undefined {
    // Creations carry their own key: sent twice, they make one person.
  }

  private rowOf(row: Row, memory: Memory): UserRow {
    const { given } = this;
    const { work, room } = this.at;
    const wish = wishOf(row);
    const mode = this.modes[wish.account];
    const passwordUsed = this.passwordUsed(row, memory);
    const common = {
      memory,
      putBack: work.action === 'put-back',
      now: room.now(),
      ...(mode ? { cloudIdentity: mode } : {}),
      ...(passwordUsed === undefined ? {} : { passwordUsed }),
    };
    if (!given) return { ...common, wish, others: this.owners };
    return {
      ...common,
      ...given.asApproved(wish, memory, work.id),
      untouched: room.facts.assumes(licencesFact(wish.account, workspaceProduct, wish.email)),
    };
  }

  private passwordUsed(row: Row, memory: Memory): boolean | undefined {
    return passwordUsedBefore({ desk: this.part, row, memory, run: this.at.work.id, vault: this.vault });
  }

  private rememberMode(account: string, mode: CloudIdentityMode): void {
    if (this.modes[account]?.mode === mode.mode) return;
    this.modes[account] = mode;
    rememberCloudIdentity(account, mode);
  }

  private own({ place, key }: DeskRow): Row {
    const row = this.rows.get(place);
    if (!row) throw new Error(`${key} is no row of the Users tab.`);
    return row;
  }
}

/** People of a customer come once its account, language and orders are in order. */
function* provisionIn(customer: CustomerRow, user: UserRow): Procedure<Provisioned> {
  yield* peopleMayCome(customer, user.wish.superAdmin === true);
  // Whoever comes before the orders has no seat yet.
  if (user.wish.licences) yield* after(customer.orders.map((order) => order.row));
  return yield* provisionUser(user);
}

function wishOf({ read, key }: Row): UserWish {
  if (!read.wish) throw new Error(`${key} has no wish.`);
  return read.wish;
}
