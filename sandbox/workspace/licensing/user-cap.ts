import { cloudIdentityFree, workspaceProduct, catalogue } from '../catalogue';
import { limitExceeded } from '../errors';
import type { Account, State } from '../state';
import { switchValue } from '../switch-values';

/**
 * How many users an account may have that has Cloud Identity Free: its seats, and as many as paid editions were bought
 * for (Cloud Identity help, “Cloud Identity Free edition user cap”). The page tells of an error beyond that, not of its
 * text.
 */

/** Refuses one more user where the cap is reached. An account without Cloud Identity Free has none. */
export function mayHaveOneMore(state: State, account: Account): void {
  const cap = userCap(account);
  if (cap === undefined || switchValue(state, 'cloudIdentityCap', account) === 'off') return;
  const users = Object.values(state.users).filter((user) => user.account === account.id && !user.archived);
  if (users.length >= cap) throw limitExceeded('Domain user limit reached. Contact support to raise your user cap.');
}

function userCap({ subscriptions }: Account): number | undefined {
  const inUse = subscriptions.filter(({ status }) => status !== 'CANCELLED');
  if (!inUse.some(({ sku }) => sku === cloudIdentityFree.skuId)) return undefined;
  const counting = inUse.filter(
    ({ sku }) => sku === cloudIdentityFree.skuId || catalogue.get(sku)?.productId === workspaceProduct,
  );
  return counting.reduce((sum, { seats }) => sum + seats, 0);
}
