import type { Request } from '../../engine/request';
import type { Outcome } from '../../engine/outcome';
import type { Line } from '../line';
import type { RowOf } from '../open-rows';
import type { JobAt } from '../tab';
import { memoryIn } from './memory';
import type { RunPasswords } from '../secrets';
import { readPassword, type GivenPassword, type UserRowRead } from './read';
import type { Memory, UserRow } from './row';
import type { UserWish } from './wish';

/** Passwords on their way: from a row's cell or derived, to Google; then into the hand-off, and out of the cell. */

type Row = RowOf<UserRowRead>;

interface With {
  readonly run: string;
  readonly passwords: RunPasswords;
  digest(text: string): string;
  /** The text of a row's Password cell. */
  passwordOf(row: UserRowRead): string;
}

/** What requests call the password of an address: only a transport resolves it. */
const named = 'password of ';

/** The passwords of a slice. Values never leave this object except into a request. */
export class GivenPasswords {
  private readonly cells = new Map<string, { readonly text: string; readonly given: GivenPassword | undefined }>();
  private readonly sent = new Set<string>();

  /** `rows`: those that the run is still to work on. */
  constructor(
    rows: readonly Row[],
    private readonly at: With,
  ) {
    for (const { read } of rows) {
      const text = at.passwordOf(read);
      if (read.hasPassword && read.email)
        this.cells.set(read.email, { text, given: readPassword(text, read.hashFunction) });
    }
  }

  /**
   * Keeps what stands in the cells: with the plan these passwords are approved. What is typed there later is for a
   * later check.
   */
  approve(): void {
    this.at.passwords.take(
      [...this.cells].map(([address, { text, given }]) => ({
        address,
        used: this.at.digest(text),
        ...(given && !given.hashFunction ? { value: given.value } : {}),
      })),
    );
  }

  /** Somebody whose approved plan has a password to hand off: made, or given in clear. */
  expect(wish: UserWish, makes: boolean): void {
    const kind = wish.password?.kind;
    if (kind === 'clear' || (makes && kind === undefined))
      this.at.passwords.expect(wish.email, [wish.firstName, wish.lastName].filter(Boolean).join(' '));
  }

  /** Tells the vault what became of a row; `unknown`: what was sent may have been carried out. */
  ended(wish: UserWish, memory: Memory, how: 'known' | 'unknown'): void {
    const { password } = memory;
    if (password?.run === this.at.run && password.address === wish.email)
      this.at.passwords.has(wish.email, memory.userId ?? '');
    else if (how === 'known') this.at.passwords.hasNot(wish.email);
    if (how === 'known' && password === undefined) this.at.passwords.deny(wish.email);
  }

  /** The wish with the password that was approved, whatever its cell says by now; without one that was sent already. */
  asApproved(wish: UserWish, memory: Memory, run: string): Pick<UserRow, 'wish' | 'passwordGone'> {
    const { password: _inCell, ...rest } = wish;
    const used = this.at.passwords.used(wish.email);
    if (used === undefined || memory.passwordSent === run) return { wish: rest };
    if (this.stands(wish.email)) return { wish };
    // A hash is kept nowhere: without its cell there is none.
    return this.at.passwords.given(wish.email) === undefined
      ? { wish: rest, passwordGone: true }
      : { wish: { ...rest, password: { kind: 'clear' } } };
  }

  /** Whether a cell still holds the password that was approved. */
  private stands(address: string): boolean {
    const cell = this.cells.get(address);
    return cell !== undefined && this.at.digest(cell.text) === this.at.passwords.used(address);
  }

  /** The secret of a name (`password of ana@shop.example`): given, or derived. Undefined for any other name. */
  secret(name: string): string | undefined {
    if (!name.startsWith(named)) return undefined;
    const address = name.slice(named.length);
    this.at.passwords.sending(address);
    const inCell = this.stands(address) ? this.cells.get(address)?.given?.value : undefined;
    return inCell ?? this.at.passwords.given(address) ?? this.at.passwords.derive(address, 0);
  }

  /** The memory after a write: a reset that nobody gave as a hash waits for hand-off like a first password. */
  afterWrite(
    request: Request,
    memory: Memory,
    about: {
      readonly email: string;
      readonly id: string;
      readonly me: string;
      readonly now: string;
      readonly run: string;
    },
  ): Memory {
    if (request.body?.password === undefined) return memory;
    const { email: address, run, me: by, now: at } = about;
    const { given: inCell } = this.cells.get(address) ?? {};
    this.sent.add(address);
    if (!inCell?.hashFunction) this.at.passwords.has(address, about.id);
    const sent: Memory = { ...memory, passwordSent: run };
    if (request.op === 'directory.users.insert' || inCell?.hashFunction) return sent;
    return { ...sent, password: { run, address, by, at } };
  }

  /** The text of a cell whose password was used, to be wiped if it still stands there. */
  usedBy(address: string, outcome: Outcome | undefined): string | undefined {
    const used = this.sent.has(address) || outcome === 'done' || outcome === 'settled';
    return used && this.stands(address) ? this.cells.get(address)?.text : undefined;
  }

  /** Cells that still hold a password which this run used, though their rows have ended: text by row key. */
  leftovers(rows: readonly Row[], isUsed: (row: Row) => boolean): ReadonlyMap<string, string> {
    const left = new Map<string, string>();
    for (const row of rows) {
      const text = this.at.passwordOf(row.read);
      const { email } = row.read;
      if (text && email && isUsed(row) && this.at.passwords.used(email) === this.at.digest(text))
        left.set(row.key, text);
    }
    return left;
  }
}

/**
 * Whether the Password cell of a row holds what an earlier run, which did not live to wipe it, sent along when it made
 * the account; undefined where the row is not in flight from an earlier run.
 */
export function passwordUsedBefore(
  { row, memory, run }: { readonly row: Row; readonly memory: Memory; readonly run: string },
  at: Pick<With, 'digest' | 'passwordOf'> & { usedBefore(run: string, address: string): string | undefined },
): boolean | undefined {
  const { mark } = memory;
  if (!mark || mark.run === run || !row.read.hasPassword) return undefined;
  return at.usedBefore(mark.run, mark.address) === at.digest(at.passwordOf(row.read));
}

/** Whether a row's given password went to Google in this run; one that was not used stays in its cell. */
export function hasUsedPassword(line: Line | undefined, { id, action }: Pick<JobAt, 'id' | 'action'>): boolean {
  if (line?.work !== id) return false;
  const { created, mark, password } = memoryIn(line.memory);
  return (
    line.outcome === 'done' ||
    (line.outcome === 'settled' && !action.deed) ||
    password?.run === id ||
    (created === true && mark?.run === id)
  );
}
