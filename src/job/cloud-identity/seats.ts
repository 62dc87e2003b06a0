import { isObject } from '../../engine/request';
import { seatsByDefault } from '../../ensure/cloud-identity-seats';
import type { CloudIdentity } from '../../ensure/cloud-identity';
import { subscriptionsFact } from '../../google/facts';
import { cloudIdentityFree } from '../../google/products';
import type { Facts } from '../../tabs/tab';
import { documentStore } from '../keeping/stores';

/**
 * Whether an account has Cloud Identity Free, and how many seats of it: what a person said counts most, since no API
 * shows it for one's own account. Kept in the document's properties under the account, with who said it.
 */

/** What a person said of an account. `at`: RFC 3339. */
export interface SaidOfAccount {
  readonly ordered: boolean;
  readonly seats: number;
  readonly by: string;
  readonly at: string;
}

const prefix = 'cloudIdentitySeats:';

function isSaid(value: unknown): value is SaidOfAccount {
  return (
    isObject(value) &&
    typeof value.ordered === 'boolean' &&
    typeof value.seats === 'number' &&
    [value.by, value.at].every((text) => typeof text === 'string')
  );
}

/** What was said of an account (customer id); undefined where nobody said anything. */
export function saidOf(account: string): SaidOfAccount | undefined {
  return documentStore().steady(`${prefix}${account}`, isSaid);
}

/** The accounts of which something was said. */
export function saidAccounts(): readonly string[] {
  return documentStore()
    .steadyNames(prefix)
    .map((name) => name.slice(prefix.length));
}

/** Keeps what a person says. */
export function keepSaid(account: string, said: SaidOfAccount): void {
  documentStore().set(`${prefix}${account}`, said);
}

/** How many seats there are, and who says so. */
export interface SeatsKnown {
  readonly seats: number;
  readonly from: 'person' | 'subscription' | 'licences';
}

/**
 * The seats of an account: as a person said, as the reseller's subscription says, or what everybody has by default
 * where Google has given licences of it. Undefined where nothing tells that the account has it. `seller`: who lists
 * subscriptions.
 */
export function seatsKnown(
  account: string,
  at: {
    readonly facts: Pick<Facts, 'valueOf'>;
    readonly seller: string;
    readonly mode: CloudIdentity['mode'] | undefined;
  },
): SeatsKnown | undefined {
  const said = saidOf(account);
  if (said) return said.ordered ? { seats: said.seats, from: 'person' } : undefined;
  const sold = at.facts
    .valueOf(subscriptionsFact(at.seller))
    ?.find((one) => one.customerId === account && one.skuId === cloudIdentityFree.skuId && one.status !== 'CANCELLED');
  if (sold) return { seats: sold.seats || seatsByDefault, from: 'subscription' };
  return at.mode === 'assignable' ? { seats: seatsByDefault, from: 'licences' } : undefined;
}
