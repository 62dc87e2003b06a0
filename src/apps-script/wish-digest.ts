import { wishDigestInput } from '../tabs/users/read';
import type { Memory } from '../tabs/users/row';
import type { UserWish } from '../tabs/users/wish';
import { digest } from './digest';

/**
 * Names a row's wish without its secrets, so that a run can tell whether the row is still what was approved. The User ID
 * that Seatsheet itself writes while it works does not count; one that a person puts there does.
 */
export function wishDigest(wish: UserWish | undefined, memory: Memory): string {
  if (!wish) return '';
  const { userId, ...rest } = wish;
  return digest(wishDigestInput(userId === memory.userId ? rest : wish));
}
