import type { RowOf } from '../open-rows';
import { memoryIn } from './memory';
import type { UserRowRead } from './read';

/** What rows of the tab are to each other: who has which account, and who is shut out. */

type UsersRow = RowOf<UserRowRead>;

/** The User IDs that rows of the tab hold or are known to have, with their addresses. */
export function ownersOf(rows: readonly UsersRow[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { read, line } of rows) {
    const userId = read.userId ?? (line && memoryIn(line.memory).userId);
    if (userId !== undefined && read.email !== undefined) owners.set(userId, read.email);
  }
  return owners;
}

/** The addresses of people whose rows, or whom this job, keeps from signing in. */
export function leavingOf(rows: readonly UsersRow[], leaves: (row: UsersRow) => boolean): ReadonlySet<string> {
  const shutsOut = ({ read: { wish } }: UsersRow): boolean => wish?.state !== undefined && wish.state !== 'Active';
  const leaving = rows.filter((row) => shutsOut(row) || leaves(row));
  return new Set(leaving.flatMap(({ read: { email, wish } }) => [email ?? [], wish?.formerEmail ?? []].flat()));
}
