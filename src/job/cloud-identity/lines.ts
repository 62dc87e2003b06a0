import { orderIt, seatsByDefault } from '../../ensure/cloud-identity-seats';
import type { CloudIdentity } from '../../ensure/cloud-identity';
import { consoles } from '../../google/consoles';
import { subscriptionsFact } from '../../google/facts';
import type { Identity } from '../../tabs/identity';
import type { Facts } from '../../tabs/tab';
import { cloudIdentityModes } from '../reach/cloud-identity';
import type { ReadinessLine } from '../wire';
import { saidAccounts, saidOf, seatsKnown, type SaidOfAccount, type SeatsKnown } from './seats';

/**
 * What Readiness says of Cloud Identity Free: a line for one's own account, and for each customer that was met with it.
 */
export function cloudIdentityLines(who: Identity, facts: Pick<Facts, 'valueOf'>): readonly ReadinessLine[] {
  const modes = cloudIdentityModes();
  const sold = facts.valueOf(subscriptionsFact(who.account)) ?? [];
  const met = new Set([...Object.keys(modes), ...saidAccounts()]);
  const customers = [...met].flatMap((account) => {
    const domain = sold.find(({ customerId }) => customerId === account)?.customerDomain;
    return account !== who.account && domain ? [{ account, domain }] : [];
  });
  return [{ account: who.account, domain: who.primaryDomain }, ...customers].map(({ account, domain }) => {
    const found = modes[account];
    const known = seatsKnown(account, { facts, seller: who.account, mode: found?.mode });
    return lineOf(domain, { found, known, said: saidOf(account) });
  });
}

interface Known {
  readonly found: CloudIdentity | undefined;
  readonly known: SeatsKnown | undefined;
  readonly said: SaidOfAccount | undefined;
}

function lineOf(domain: string, { found, known, said }: Known): ReadinessLine {
  const says = [howIn(found), known ? seatsIn(known, said) : unknown(said)].filter(Boolean).join(' ');
  const { url } = known ? consoles.cloudIdentityUsers : consoles.orderCloudIdentity;
  return {
    state: known ? 'ok' : found ? 'todo' : 'note',
    title: `Cloud Identity Free, ${domain}`,
    says,
    link: { text: known ? 'See what is left' : 'Order it', url },
    seats: { domain, ordered: known !== undefined, seats: String(known?.seats ?? said?.seats ?? seatsByDefault) },
  };
}

function howIn(found: CloudIdentity | undefined): string {
  if (!found) return '';
  const how =
    found.mode === 'siteWide'
      ? 'covers the whole account: nobody needs a licence of it'
      : 'is given to each user as a licence';
  return `It ${how} (found out on ${found.on}).`;
}

function seatsIn({ seats, from }: SeatsKnown, said: SaidOfAccount | undefined): string {
  const told = {
    person: bySaid(said),
    subscription: 'as its subscription says',
    licences: 'what everybody has at first',
  };
  return `${seats} seats, ${told[from]}. Whoever has no paid licence takes one; what is left stands under ${consoles.cloudIdentityUsers.path}.`;
}

function bySaid(said: SaidOfAccount | undefined): string {
  return said ? `as ${said.by} said on ${said.at.slice(0, 10)}` : '';
}

function unknown(said: SaidOfAccount | undefined): string {
  if (said) return `Not ordered, ${bySaid(said)}. ${orderIt} Then tick it here.`;
  return `For people without a paid licence. Whether it is ordered no program can read: tick it here if it stands under ${consoles.cloudIdentityUsers.path}. ${orderIt}`;
}
