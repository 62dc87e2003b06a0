import type { Request } from '../../engine/request';
import type { RowOutcome } from '../../table/status';
import { readPassword, type GivenPassword, type UserRowRead } from '../../tabs/users/read';
import type { Memory, UserRow } from '../../tabs/users/row';
import type { UserWish } from '../../tabs/users/wish';
import { digest } from './codes';
import type { DeskRow, UsersPart } from '../rows/desk';
import type { RunPasswords, Vault } from './vault';

/** Passwords on their way: from a row's cell or derived, to Google; then into the hand-off, and out of the cell. */

type UserRowOnDesk = DeskRow<UserRowRead>;

/** The passwords of a slice. Values never leave this object except into a request. */
export class GivenPasswords {
  private readonly cells = new Map<string, { readonly text: string; readonly given: GivenPassword | undefined }>();
  private readonly sent = new Set<string>();

  constructor(
    desk: UsersPart,
    rows: readonly UserRowOnDesk[],
    private readonly passwords: RunPasswords,
  ) {
    for (const row of rows) {
      const text = passwordText(desk, row);
      if (row.read.hasPassword && row.read.email) this.cells.set(row.read.email, { text, given: readPassword(text) });
    }
  }

  /**
   * Keeps what stands in the cells: with the plan these passwords are approved. What is typed there later is for a
   * later check.
   */
  approve(): void {
    this.passwords.keepGiven(
      [...this.cells].map(([address, { text, given }]) => ({
        address,
        used: digest(text),
        ...(given && !given.hashFunction ? { value: given.value } : {}),
      })),
    );
  }

  /** The wish with the password that was approved, whatever its cell says by now; without one that was sent already. */
  asApproved(wish: UserWish, memory: Memory, run: string): Pick<UserRow, 'wish' | 'passwordGone'> {
    const { password: _inCell, ...rest } = wish;
    const used = this.passwords.used(wish.email);
    if (used === undefined || memory.passwordSent === run) return { wish: rest };
    if (this.stands(wish.email)) return { wish };
    // A hash is kept nowhere: without its cell there is none.
    return this.passwords.given(wish.email) === undefined
      ? { wish: rest, passwordGone: true }
      : { wish: { ...rest, password: { kind: 'clear' } } };
  }

  /** Whether a cell still holds the password that was approved. */
  private stands(address: string): boolean {
    const cell = this.cells.get(address);
    return cell !== undefined && digest(cell.text) === this.passwords.used(address);
  }

  /** The secret of a name (`password of ana@shop.example`): given, or derived. */
  secret(name: string): string {
    const address = name.replace(/^password of /, '');
    const inCell = this.stands(address) ? this.cells.get(address)?.given?.value : undefined;
    return inCell ?? this.passwords.given(address) ?? this.passwords.derive(address, 0);
  }

  /** The memory after a write: a reset that a person gave in clear waits for hand-off like a first password. */
  afterWrite(
    request: Request,
    memory: Memory,
    about: { readonly row: UserRowOnDesk; readonly me: string; readonly now: string; readonly run: string },
  ): Memory {
    if (request.body?.password === undefined) return memory;
    const address = about.row.read.email ?? '';
    const { given } = this.cells.get(address) ?? {};
    this.sent.add(address);
    const sent: Memory = { ...memory, passwordSent: about.run };
    if (request.op === 'directory.users.insert' || !given || given.hashFunction) return sent;
    return { ...sent, password: { run: about.run, address, generation: 0, by: about.me, at: about.now, given: true } };
  }

  /** The text of a cell whose password was used, to be wiped if it still stands there. */
  usedBy(row: UserRowOnDesk, outcome: RowOutcome): string | undefined {
    const address = row.read.email ?? '';
    const used = this.sent.has(address) || outcome === 'done' || outcome === 'settled';
    return used && this.stands(address) ? this.cells.get(address)?.text : undefined;
  }

  /** Cells that still hold a password which this run used, though their rows have ended: text by row key. */
  leftovers(desk: UsersPart, isOfRun: (key: string) => boolean): ReadonlyMap<string, string> {
    const left = new Map<string, string>();
    for (const row of desk.rows) {
      const text = passwordText(desk, row);
      if (text && row.read.email && isOfRun(row.key) && this.passwords.used(row.read.email) === digest(text))
        left.set(row.key, text);
    }
    return left;
  }
}

/**
 * Whether the Password cell of a row holds what an earlier run, which did not live to wipe it, sent along when it made
 * the account; undefined where the row is not in flight from an earlier run.
 */
export function passwordUsedBefore(ask: {
  desk: UsersPart;
  row: UserRowOnDesk;
  memory: Memory;
  run: string;
  vault: Vault;
}): boolean | undefined {
  const { mark } = ask.memory;
  if (!mark || mark.run === ask.run || !ask.row.read.hasPassword) return undefined;
  return ask.vault.used(mark.run, mark.address) === digest(passwordText(ask.desk, ask.row));
}

/** The text of a row's Password cell. */
export function passwordText(desk: UsersPart, row: UserRowOnDesk): string {
  const column = desk.read.positions.password;
  return column === undefined ? '' : (desk.tab.values[row.read.row - 1]?.[column] ?? '');
}
