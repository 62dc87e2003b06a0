import { defined } from '../../engine/defined';
import { after, say, type Procedure } from '../../engine/procedure';
import { ensureCustomer, type CustomerFound } from '../../ensure/customer';
import { boughtBy, settingsOf, termsArePending } from '../../ensure/customer-state';
import { customerIfOpen } from '../../ensure/language';
import { plannedSubscription } from '../../google/reseller-resources';
import type { CustomerMemory, CustomerRow } from './row';
import { settle, type Settled } from './settle';
import { termsText, verifiedText } from './customer-state';
import { takeOver } from './take-over';
import { tell } from './tell';

/** What a customer's row ended with, for the journal and our own columns. */
export interface CustomerDone extends Settled {
  readonly standing: CustomerFound;
  /** Terms column. */
  readonly terms: string;
  /** RFC 3339; undefined where no terms wait. */
  readonly termsWaitSince?: string;
  /** Domain verified column. */
  readonly verified: string;
  /** Admin console column. */
  readonly consoleUrl: string;
  readonly told?: NonNullable<CustomerMemory['told']>;
  /** Its rows on Subscriptions make the customer ours in this very run. */
  readonly takenOver: boolean;
  /** Something is only planned to be ordered: whether terms wait shows when Google has answered. */
  readonly ordering: boolean;
}

/**
 * A customer as the row wishes: found or made, in its language, up to date, supplied and told. Terms are never accepted
 * for it.
 */
export function* provisionCustomer(row: CustomerRow): Procedure<CustomerDone> {
  const met = yield* ensureCustomer(row);
  const takenOver = !met.ours || row.takenInRun;
  const settled = takenOver ? { agreed: {}, drift: [] } : yield* settle(row, met);
  yield* after([...row.orders, ...row.administrators].map((one) => one.row));
  const standing = takenOver ? yield* takeOver(row, met) : met;
  return { standing, takenOver, ...settled, ...(yield* seen(row, standing)) };
}

type Seen = Pick<CustomerDone, 'ordering' | 'terms' | 'termsWaitSince' | 'verified' | 'consoleUrl' | 'told'>;

/** How far the customer has come by now; it is told where its terms wait. */
function* seen(row: CustomerRow, standing: CustomerFound): Procedure<Seen> {
  const { memory, now } = row;
  const customer = yield* settingsOf(row, standing);
  const bought = yield* boughtBy(row, standing);
  const pending = termsArePending(bought);
  const directory = customer.domainVerified && !pending ? undefined : yield* customerIfOpen(standing.account);
  const since = memory.termsWaitSince ?? now;
  const language = row.wish.language ?? directory?.language;
  const told = pending ? yield* tell(row, { standing, customer, language }) : undefined;
  if (bought.length === 0 && (row.madeInRun || memory.created)) yield* say(nothingOrdered(row));
  const created = directory?.creationTime ?? '';
  return {
    ordering: bought.some(({ subscriptionId }) => subscriptionId === plannedSubscription),
    consoleUrl: customer.consoleUrl,
    terms: termsText(bought, since, now),
    ...(pending ? { termsWaitSince: since } : {}),
    ...defined({ told }),
    verified: verifiedText({ type: standing.type, verified: customer.domainVerified, created }, now),
  };
}

/** An account without a subscription is no use to anybody, and has no terms that could be accepted. */
function nothingOrdered({ orders }: CustomerRow): string {
  return orders.length > 0
    ? 'Nothing is ordered for it yet: see its rows on Subscriptions. Check this row again with them; the customer is told then.'
    : 'Nothing is ordered for it yet: write a row on Subscriptions and check this row again with it. The customer is told then.';
}
