import { Blocked } from '../../engine/outcome';
import type { RowOf } from '../open-rows';
import type { Secrets } from '../secrets';
import { readPassword, type UserRowRead } from './read';

/**
 * Room for first passwords in the keeping of whoever works (user properties, 500 KB: Apps Script quotas page). Each
 * check counts it from the first row on: what does not fit is told at its row instead of failing the approval of all.
 */

type UsersRow = RowOf<UserRowRead>;

interface At {
  readonly room: Secrets['room'];
  digest(text: string): string;
  /** The text of a row's Password cell. */
  passwordOf(read: UserRowRead): string;
  /** The rows of the job, and its id: rows that an earlier slice planned have their room already. */
  readonly rows: readonly UsersRow[];
  readonly job: string;
  /** What was chosen sets everybody's password. */
  readonly resets: boolean;
}

/** The room that a check gives out. */
export class PasswordSpace {
  private left: number | undefined;
  private readonly given = new Set<string>();

  constructor(private readonly at: At) {}

  /** Takes the room of a row whose plan sends a password. Throws Blocked where it is not there. */
  take(row: UsersRow): void {
    if (this.given.has(row.key)) return;
    this.left ??= this.atFirst();
    const size = this.sizeOf(row);
    if (size > this.left) throw this.full(row);
    this.given.add(row.key);
    this.left -= size;
  }

  private atFirst(): number {
    const before = this.at.rows.filter((row) => row.line?.work === this.at.job && this.sendsPassword(row));
    for (const { key } of before) this.given.add(key);
    return before.reduce((left, row) => left - this.sizeOf(row), this.at.room.left());
  }

  /**
   * Whether an earlier slice planned a password for the row; a cell that nothing was planned for takes its room too.
   */
  private sendsPassword({ line, read }: UsersRow): boolean {
    if (line?.outcome !== 'planned') return false;
    return this.at.resets || read.hasPassword || line.plan.writes.some(({ op }) => op === 'directory.users.insert');
  }

  private sizeOf({ read }: UsersRow): number {
    const text = read.hasPassword ? this.at.passwordOf(read) : '';
    const given = text === '' ? undefined : readPassword(text, read.hashFunction);
    return this.at.room.takes({
      address: read.email ?? '',
      name: [read.wish?.firstName, read.wish?.lastName].filter(Boolean).join(' '),
      ...(given ? { used: this.at.digest(text) } : {}),
      ...(given && !given.hashFunction ? { value: given.value } : {}),
    });
  }

  private full({ read }: UsersRow): Blocked {
    const many = `There is room for ${this.given.size} more ${this.given.size === 1 ? 'password' : 'passwords'} that wait for hand-off, and rows that come first take it.`;
    const first = 'Run the rows that are ready, hand their passwords off and erase them, then check this row again.';
    return read.hasPassword
      ? new Blocked(many, `${first} Or empty the Password cell: a password that Seatsheet makes takes less room.`, {
          column: 'password',
        })
      : new Blocked(many, first);
  }
}
