import { now } from '../ports';
import { ask, together, type Fact, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { customerFact, resoldCustomerFact, subscriptionsFact } from '../../google/facts';
import type { ResoldCustomer, Subscription } from '../../google/reseller-resources';
import type { Identity } from '../../tabs/identity';
import { identity } from '../reach/identity';
import type { Slice } from '../slice';
import { Trouble } from '../trouble';

/**
 * The reseller's customers as Google has them: subscriptions tell which there are, each customer is then asked for by
 * its id.
 */

/** A customer with what it bought. */
export interface Sold {
  readonly id: string;
  readonly domain: string;
  readonly subscriptions: readonly Subscription[];
}

/** A customer as its settings show it; `settings` undefined where Google does not show them to this person. */
export interface Seen extends Sold {
  readonly settings: ResoldCustomer | undefined;
  /** When the account was made (RFC 3339): asked for where the domain is not verified yet; else ''. */
  readonly created: string;
}

/** So many customers are asked for between two looks at the clock. */
const atOnce = 50;
/** This much time is kept for writing, in milliseconds. */
const forWriting = 40_000;

/** Who is signed in, as an administrator of a reseller. Throws Trouble and NobodyServes for anybody else. */
export function resellerAt(slice: Slice): Identity {
  const who = identity(slice);
  if (!who.reseller)
    throw new Trouble('noReseller', {
      says: `${who.primaryDomain} is not a reseller: it has no customers.`,
      remedy: 'Sign in as an administrator of the reseller.',
    });
  return who;
}

/**
 * Every customer of the reseller, by its domain. One request for a hundred subscriptions. Throws Trouble where the
 * account is no reseller's.
 */
export function customersSold(slice: Slice): readonly Sold[] {
  const { account } = resellerAt(slice);
  const byId = new Map<string, Subscription[]>();
  for (const one of slice.answer(ask(subscriptionsFact(account))))
    if (one.customerId !== account) byId.set(one.customerId, [...(byId.get(one.customerId) ?? []), one]);
  const sold = [...byId].map(([id, subscriptions]) => ({
    id,
    subscriptions,
    domain: subscriptions[0]?.customerDomain ?? '',
  }));
  return sold.sort((a, b) => (a.domain < b.domain ? -1 : 1));
}

/** Asks for the settings of customers, as many as the time allows; the others are left out. */
export function lookAtCustomers(slice: Slice, wanted: readonly Sold[]): readonly Seen[] {
  const { account } = identity(slice);
  const seen: Seen[] = [];
  slice.prepare(wanted.length);
  for (let at = 0; at < wanted.length && now() < slice.deadline - forWriting; at += atOnce) {
    const some = wanted.slice(at, at + atOnce);
    const looked = inTime(() => slice.answer(together(...some.map((one) => lookAt(account, one)))));
    seen.push(...(looked ?? known(slice, some)));
  }
  return seen;
}

/** Those of whom an answer came all the same. */
function known(slice: Slice, some: readonly Sold[]): readonly Seen[] {
  const { account } = identity(slice);
  return some.flatMap((one) => {
    const settings = slice.facts.valueOf(resoldCustomerFact(account, one.id));
    return settings ? [{ ...one, settings, created: '' }] : [];
  });
}

/** What was asked for; undefined where the time was over before Google had answered. */
export function inTime<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Trouble && error.code === 'timeOver') return undefined;
    throw error;
  }
}

function* lookAt(account: string, sold: Sold): Procedure<Seen> {
  const settings = yield* shown(resoldCustomerFact(account, sold.id));
  const mayBeSuspended = settings !== undefined && !settings.domainVerified && settings.customerType === 'domain';
  const customer = mayBeSuspended ? yield* shown(customerFact(sold.id)) : undefined;
  return { ...sold, settings, created: customer?.creationTime ?? '' };
}

/** One customer that Google does not show must not keep the others from being read. */
function* shown<T>(fact: Fact<T | undefined>): Procedure<T | undefined> {
  try {
    return yield* ask(fact);
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status >= 400 && refusal.status < 500 && refusal.status !== 429)
      return undefined;
    throw refusal;
  }
}
