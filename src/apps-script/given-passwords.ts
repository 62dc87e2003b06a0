import type { Request } from '../engine/request';
import type { RowOutcome } from '../table/status';
import { readPassword, type GivenPassword } from '../tabs/users/read';
import type { Memory } from '../tabs/users/row';
import { digest } from './digest';
import type { DeskRow, UsersDesk } from './users-desk';
import type { RunPasswords } from './vault';

/** Passwords on their way: from a row's cell or derived, to Google; then into the hand-off, and out of the cell. */

/** The passwords of a slice. Values never leave this object except into a request. */
export class GivenPasswords {
  private readonly cells = new Map<string, { readonly text: string; readonly given: GivenPassword | undefined }>();
  private readonly sent = new Set<string>();

  constructor(desk: UsersDesk, rows: readonly DeskRow[], private readonly passwords: RunPasswords) {
    for (const row of rows) {
      const text = passwordText(desk, row);
      if (row.read.hasPassword && row.read.email) this.cells.set(row.read.email, { text, given: readPassword(text) });
    }
    passwords.keepGiven([...this.cells].map(([address, { text, given }]) => ({
      address, used: digest(text), ...(given && !given.hashFunction ? { value: given.value } : {}),
    })));
  }

  /** The secret of a name (`password of ana@shop.example`): given, or derived. */
  secret(name: string): string {
    const address = name.replace(/^password of /, '');
    return this.cells.get(address)?.given?.value ?? this.passwords.given(address) ?? this.passwords.derive(address, 0);
  }

  /** The memory after a write: a reset that a person gave in clear waits for hand-off like a first password. */
  afterWrite(request: Request, memory: Memory, about: { readonly row: DeskRow; readonly me: string; readonly now: string; readonly run: string }): Memory {
    if (request.body?.password === undefined) return memory;
    const address = about.row.read.email ?? '';
    const { given } = this.cells.get(address) ?? {};
    this.sent.add(address);
    if (request.op === 'directory.users.insert' || !given || given.hashFunction) return memory;
    return { ...memory, password: { run: about.run, address, generation: 0, by: about.me, at: about.now, given: true } };
  }

  /** The text of a cell whose password was used, to be wiped if it still stands there. */
  usedBy(row: DeskRow, outcome: RowOutcome): string | undefined {
    const address = row.read.email ?? '';
    const used = this.sent.has(address) || outcome === 'done' || outcome === 'settled';
    return used ? this.cells.get(address)?.text : undefined;
  }

  /** Cells that still hold a password which this run used, though their rows have ended: text by row key. */
  leftovers(desk: UsersDesk, isOfRun: (key: string) => boolean): ReadonlyMap<string, string> {
    const left = new Map<string, string>();
    for (const row of desk.rows) {
      const text = passwordText(desk, row);
      if (text && row.read.email && isOfRun(row.key) && this.passwords.used(row.read.email) === digest(text)) left.set(row.key, text);
    }
    return left;
  }
}

function passwordText(desk: UsersDesk, row: DeskRow): string {
  const column = desk.read.positions.password;
  return column === undefined ? '' : (desk.tab.values[row.read.row - 1]?.[column] ?? '');
}
