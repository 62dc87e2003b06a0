import type { UserRecord } from '../state';

const twentyDays = 20 * 24 * 60 * 60 * 1000;

/** Whether a deleted user can still be restored: within 20 days (Directory API "Manage users"). */
export function isRestorable(user: UserRecord, now: number): boolean {
  return now < (user.deletedAt ?? 0) + twentyDays;
}
