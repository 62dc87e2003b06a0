import { dailyQuotas, limits } from '../limits';
import type { DailyQuota } from '../limits';
import type { HostState } from '../host-state';

/** Daily quotas per person: they start anew 24 hours after the first use (Apps Script quotas page). */

/** Whose quotas count, and what time it is. */
export interface QuotaHost {
  readonly state: HostState;
  readonly now: () => number;
  readonly tier: 'workspace' | 'consumer';
  /** To how many people one may write a day, where that is not the documented number. */
  readonly mailQuota?: () => number;
}

/** How much of a quota is left for a person. */
export function quotaLeft(host: QuotaHost, quota: DailyQuota, user: string): number {
  return mostOf(host, quota) - (current(host, quota, user)?.used ?? 0);
}

/** A consumer never has more than a consumer's quota. */
function mostOf({ tier, mailQuota }: QuotaHost, quota: DailyQuota): number {
  const documented = dailyQuotas[tier][quota];
  if (quota !== 'mailRecipients' || !mailQuota) return documented;
  return tier === 'consumer' ? Math.min(documented, mailQuota()) : mailQuota();
}

/** Uses up some of a quota; false, and nothing used, where not so much is left. */
export function useQuota(
  host: QuotaHost,
  { quota, user, amount }: { quota: DailyQuota; user: string; amount: number },
): boolean {
  if (quotaLeft(host, quota, user) < amount) return false;
  const before = current(host, quota, user) ?? { since: host.now(), used: 0 };
  host.state.quotas = {
    ...host.state.quotas,
    [`${quota} ${user}`]: { since: before.since, used: before.used + amount },
  };
  return true;
}

function current(
  { state, now }: QuotaHost,
  quota: DailyQuota,
  user: string,
): { since: number; used: number } | undefined {
  const entry = state.quotas?.[`${quota} ${user}`];
  return entry && now() - entry.since < limits.day ? entry : undefined;
}
