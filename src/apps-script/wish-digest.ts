import { wishDigestInput } from '../tabs/users/read';
import type { UserWish } from '../tabs/users/wish';
import type { DeskRow } from './desk';
import { digest } from './digest';
import type { Memory } from './journal';

/**
 * Names a row's wish without its secrets, so that a run can tell whether the row is still what was approved. An id that
 * Seatsheet itself writes while it works does not count; one that a person puts there does.
 */
export function wishDigest({ read: { wish } }: DeskRow, memory: Memory): string {
  return wish === undefined ? '' : digest(textOf(wish as UserWish, memory));
}

function textOf(wish: UserWish, memory: Memory): string {
  const { userId, ...rest } = wish;
  return wishDigestInput(userId === memory.userId ? rest : wish);
}
