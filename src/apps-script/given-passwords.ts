import type { Request } from '../engine/request';
import { readPassword, type GivenPassword } from '../tabs/users/read';
import type { Provisioned } from '../tabs/users/provision';
import type { Memory } from '../tabs/users/row';
import type { DeskRow, UsersDesk } from './users-desk';
import type { RunPasswords } from './vault';
import type { RowOutcome } from '../table/status';

/** Passwords on their way: from a row's cell or derived, to Google; then into the hand-off, and out of the cell. */

interface About { readonly row: DeskRow; readonly me: string; readonly now: string; readonly run: string }

/** The passwords of a slice. Values never leave this object except into a request. */
export class GivenPasswords {
  private readonly cells = new Map<string, { readonly text: string; readonly given: GivenPassword | undefined }>();
  private readonly sent = new Set<string>();

  constructor(desk: UsersDesk, rows: readonly DeskRow[], private readonly passwords: RunPasswords) {
    const column = desk.read.positions.password;
    const kept: Record<string, string> = {};
    for (const row of rows) {
      const text = column === undefined ? '' : (desk.tab.values[row.read.row - 1]?.[column] ?? '');
      if (!row.read.hasPassword || !row.read.email) continue;
      const given = readPassword(text);
      this.cells.set(row.read.email, { text, given });
      if (given && !given.hashFunction) kept[row.read.email] = given.value;
    }
    passwords.keepGiven(kept);
  }

  /** The secret of a name (`password of ana@shop.example`): given, or derived. */
  secret(name: string): string {
    const address = name.replace(/^password of /, '');
    return this.cells.get(address)?.given?.value ?? this.passwords.given(address) ?? this.passwords.derive(address, 0);
  }

  /** What the journal keeps of a password after a write that carried one: who may hand it off, never what it is. */
  afterWrite(request: Request, about: About): Pick<Memory, 'password'> {
    if (request.body?.password === undefined) return {};
    const address = about.row.read.email ?? '';
    this.sent.add(address);
    return this.named(address, about);
  }

  /** The memory of a row that ended well; a creation whose answer was lost has its password all the same. */
  afterEnd(value: Provisioned, memory: Memory, about: About): Memory {
    if (!value.madeNow || memory.password) return value.madeNow ? { ...memory, created: true } : memory;
    return { ...memory, created: true, ...this.named(about.row.read.email ?? '', about) };
  }

  /** The text of a cell whose password was used, to be wiped if it still stands there. */
  usedBy(row: DeskRow, outcome: RowOutcome): string | undefined {
    const address = row.read.email ?? '';
    const used = this.sent.has(address) || outcome === 'done' || outcome === 'settled';
    return used ? this.cells.get(address)?.text : undefined;
  }

  /** A hash cannot be handed off: nobody here knows its password. */
  private named(address: string, about: About): Pick<Memory, 'password'> {
    const given = this.cells.get(address)?.given;
    if (given?.hashFunction) return {};
    return { password: { run: about.run, address, generation: 0, by: about.me, at: about.now, given: given !== undefined || this.passwords.given(address) !== undefined } };
  }
}
