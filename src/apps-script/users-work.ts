import type { Procedure } from '../engine/procedure';
import type { Request } from '../engine/request';
import { licencesFact, userFact } from '../google/facts';
import { memoryAfterFailure } from '../tabs/users/find';
import { afterEnd, afterWrite, claimed, forgotten } from '../tabs/users/memory';
import { provisionUser, workspaceProduct, type Provisioned } from '../tabs/users/provision';
import type { UserRowRead } from '../tabs/users/read';
import type { CloudIdentityMode, UserRow } from '../tabs/users/row';
import type { UserWish } from '../tabs/users/wish';
import { ownersOf, type DeskRow, type UsersPart } from './desk';
import { passwordText, passwordUsedBefore, type GivenPasswords } from './given-passwords';
import { cloudIdentityModes, rememberCloudIdentity } from './identity';
import type { Line, Memory } from './journal';
import type { Room } from './room';
import type { RowWork } from './row-work';
import { Vault } from './vault';
import type { Work } from './work-record';

/** Rows of the Users tab in a check or, with the passwords that were approved, in a run. */

/** What they are worked on with. */
export interface UsersAt { readonly work: Work; readonly room: Room; readonly part: UsersPart; readonly given?: GivenPasswords }

type Row = DeskRow<UserRowRead>;

/** The rows of the Users tab. */
export class UsersWork implements RowWork {
  private readonly vault = new Vault();
  private readonly modes: Record<string, CloudIdentityMode> = { ...cloudIdentityModes() };
  private readonly owners: ReadonlyMap<string, string>;
  private readonly rows: ReadonlyMap<number, Row>;

  constructor(private readonly at: UsersAt) {
    this.owners = ownersOf(at.part);
    this.rows = new Map(at.part.rows.map((row) => [row.place, row]));
  }

  procedure(row: DeskRow, memory: Memory): Procedure<Provisioned> {
    return provisionUser(this.rowOf(this.own(row), memory));
  }

  madeNow(value: unknown): boolean {
    return (value as Provisioned).madeNow;
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
    return wish ? memoryAfterFailure({ wish, memory }, this.at.room.facts.valueOf(userFact(wish.account, wish.email))) : memory;
  }

  wrote(row: DeskRow, memory: Memory, { request, value }: { readonly request: Request; readonly value: unknown }): Memory {
    const about = { row: this.own(row), me: this.at.room.me, now: this.at.room.now(), run: this.at.work.id };
    const after = afterWrite(memory, request, value);
    return this.at.given?.afterWrite(request, after, about) ?? after;
  }

  /** A check wipes what a run sent along that did not live to do so, where the row has nothing more to do. */
  wipe(row: DeskRow, { outcome }: Pick<Line, 'outcome'>): string | undefined {
    const own = this.own(row);
    if (this.at.given) return this.at.given.usedBy(own, outcome);
    return outcome === 'settled' && this.passwordUsed(own, own.line?.memory ?? {}) === true ? passwordText(this.at.part, own) : undefined;
  }

  private rowOf(row: Row, memory: Memory): UserRow {
    const { work, room, given } = this.at;
    const wish = wishOf(row);
    const mode = this.modes[wish.account];
    const passwordUsed = this.passwordUsed(row, memory);
    const common = { memory, putBack: work.action === 'put-back', now: room.now(), ...(mode ? { cloudIdentity: mode } : {}), ...(passwordUsed === undefined ? {} : { passwordUsed }) };
    if (!given) return { ...common, wish, others: this.owners };
    return { ...common, ...given.asApproved(wish, memory, work.id), untouched: room.facts.assumes(licencesFact(wish.account, workspaceProduct, wish.email)) };
  }

  private passwordUsed(row: Row, memory: Memory): boolean | undefined {
    return passwordUsedBefore({ desk: this.at.part, row, memory, run: this.at.work.id, vault: this.vault });
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

function wishOf({ read, key }: Row): UserWish {
  if (!read.wish) throw new Error(`${key} has no wish.`);
  return read.wish;
}
