import { Blocked } from '../engine/outcome';
import { ask, type Procedure } from '../engine/procedure';
import { subscriptionsFact } from '../google/facts';
import { planWord, renewalWord } from '../google/plans';
import { listing } from '../google/products';
import type { Subscription } from '../google/reseller-resources';
import { reportOf, type ReportAt } from './report';

/** What every customer has bought, and how much of it is in use. */
export const seats = reportOf<Subscription>({
  id: 'seats',
  label: 'Seats',
  help: 'Every subscription of every customer: bought, used and free seats, plan and renewal.',
  columns: [
    { header: 'Customer', of: ({ customerDomain, customerId }) => customerDomain || customerId },
    { header: 'Product', of: ({ skuId, skuName }) => listing({ skuId })?.name ?? (skuName || skuId) },
    { header: 'Seats', of: (one) => one.seats },
    { header: 'Used', of: (one) => one.licensed },
    { header: 'Free', of: (one) => Math.max(0, one.seats - one.licensed) },
    { header: 'Plan', of: ({ planName }) => planWord(planName) },
    { header: 'Renewal', of: ({ renewalType }) => (renewalType ? renewalWord(renewalType) : '') },
    { header: 'Term ends', of: ({ termEnds }) => (termEnds > 0 ? new Date(termEnds).toISOString().slice(0, 10) : '') },
    { header: 'State', of: ({ status }) => status.charAt(0) + status.slice(1).toLowerCase() },
  ],
  entries,
});

function* entries({ who }: ReportAt): Procedure<readonly Subscription[]> {
  if (!who.reseller)
    throw new Blocked(
      `${who.primaryDomain} is not a reseller: it sells no seats.`,
      'Sign in as an administrator of the reseller.',
    );
  const all = yield* ask(subscriptionsFact(who.account));
  const name = ({ customerDomain, skuId }: Subscription): string => `${customerDomain} ${skuId}`;
  return [...all].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}
