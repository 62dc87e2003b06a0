import { Blocked, Waiting } from '../../engine/outcome';
import { ask, say, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import type { CustomerFound } from '../../ensure/customer';
import { isTransferred } from '../../ensure/customer-state';
import { consoles } from '../../google/consoles';
import { transferableFact } from '../../google/facts';
import type { Subscription } from '../../google/reseller-resources';
import { token } from './fields/token';
import type { CustomerRow } from './row';

/**
 * A customer whose rows on Subscriptions transferred it. What it has is compared when the row is checked again. Throws
 * Waiting or Blocked where it did not come over, with what stands in the way.
 */
export function* takeOver(row: CustomerRow, found: CustomerFound): Procedure<CustomerFound> {
  if (yield* isTransferred(row, found)) {
    yield* say('Check the row again afterwards: address, contact and language are compared then, and people come.');
    return { ...found, ours: true };
  }
  const open = yield* transferable(row, found);
  const missing = open.filter(({ skuId }) => !row.orders.some((order) => order.skuId === skuId));
  const list = open.map(inWords).join('; ');
  if (open.length === 0)
    throw new Blocked(
      `The transfer token of ${found.domain} opens no subscription.`,
      'Google transfers active ones only, and no editions for nonprofits. Ask the customer what it has, and for a new token where it was made for another reseller.',
      { column: token.id },
    );
  if (missing.length)
    throw new Blocked(
      `${found.domain} is transferred with all of these together: ${list}.`,
      `Write them on Subscriptions, with at least these seats: ${missing.map(({ skuName, skuId }) => skuName || skuId).join(', ')}. Then check again.`,
    );
  throw new Waiting(
    `${found.domain} is transferred by its rows on Subscriptions: ${list}.`,
    'See what these rows say, and check them together with this one.',
  );
}

function inWords({ skuName, skuId, transfer }: Subscription): string {
  const { leastSeats = 0, expires = 0 } = transfer ?? {};
  const until = expires ? `, until ${new Date(expires).toISOString().slice(0, 10)}` : '';
  return `${skuName || skuId} (at least ${leastSeats} seat${leastSeats === 1 ? '' : 's'}${until})`;
}

function* transferable(
  { token: name = '' }: CustomerRow,
  { customerId, domain }: CustomerFound,
): Procedure<readonly Subscription[]> {
  try {
    return yield* ask(transferableFact(customerId, name));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    throw new Blocked(
      `The transfer token of ${domain} is wrong or has run out.`,
      `Ask the customer for a new one, made for your public id at ${consoles.transferToken.url}, and give it in the sidebar.`,
      { column: token.id },
    );
  }
}
