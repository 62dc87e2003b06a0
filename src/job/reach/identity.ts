import { isObject } from '../../engine/request';
import { ports } from '../ports';
import { allTogether, ask, type Fact, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import {
  customerFact,
  domainsFact,
  orgUnitsFact,
  rolesFact,
  schemasFact,
  subscriptionsFact,
  userFact,
} from '../../google/facts';
import { ownAccount, whoAmI, type Identity } from '../../tabs/identity';
import type { Seeks } from '../../tabs/sheet';
import type { Slice } from '../slice';
import { parsed } from '../keeping/stores';
import { Trouble } from '../trouble';
import { ownersOfDomains } from '../accounts/known';

/** Who is signed in. */

/** The address under whose authority this execution runs. Throws Trouble where the platform does not tell. */
export function signedIn(): string {
  const email = ports().signedIn();
  if (!email)
    throw new Trouble('nobody', {
      says: 'Google does not say who is signed in.',
      remedy:
        'Sign in with one account only, reload the spreadsheet and accept the permissions that Seatsheet asks for.',
    });
  return email;
}

/** Six hours is the longest that the cache keeps anything (CacheService reference). */
const cacheSeconds = 21_600;

function isIdentity(value: unknown): value is Identity {
  return isObject(value) && typeof value.email === 'string' && typeof value.account === 'string';
}

/**
 * Who is signed in, remembered for some hours so that opening the sidebar costs no request. Throws NobodyServes and
 * Refusal.
 */
export function identity(slice: Slice): Identity {
  const known: unknown = parsed(kept(slice.me));
  return isIdentity(known) ? known : identityNow(slice);
}

function kept(me: string): string {
  return ports().cache().get(`who:${me}`) ?? 'null';
}

/** What will be asked for next: people, and domains of which some wish roles, or fields of their own. */
export type Next = Pick<Seeks, 'people' | 'withRoles' | 'withCustom'>;

const nothing: Next = { people: [], withRoles: [], withCustom: [] };

/**
 * Who is signed in, from Google. `next`: what will be asked for next, so that the answers come along. Throws
 * NobodyServes and Refusal.
 */
export function identityNow(slice: Slice, next = nothing): Identity {
  const before = kept(slice.me);
  const known: unknown = parsed(before);
  if (isIdentity(known)) slice.answer(lookAgain(known, next));
  const who = slice.answer(whoAmI(slice.me));
  if (JSON.stringify(who) !== before) ports().cache().put(`who:${slice.me}`, JSON.stringify(who), cacheSeconds);
  return who;
}

/**
 * Asks at once what is asked step by step where nobody knows the account yet. Whoever needs an answer meets the
 * refusals.
 */
function* lookAgain({ email, account, primaryDomain }: Identity, next: Next): Procedure<void> {
  const owners = ownersOfDomains();
  const isOwn = (domain: string): boolean => domain === primaryDomain || owners.get(domain)?.id === account;
  const people = next.people.filter((one) => isOwn(one.split('@')[1] ?? '')).map((one) => userFact(account, one));
  const facts = [
    userFact(ownAccount, email),
    customerFact(account),
    subscriptionsFact(account),
    domainsFact(account),
    orgUnitsFact(account),
    ...(next.withRoles.some(isOwn) ? [rolesFact(account)] : []),
    ...(next.withCustom.some(isOwn) ? [schemasFact(account)] : []),
  ];
  yield* allTogether([...facts, ...people].map(tried));
}

function* tried(fact: Fact<unknown>): Procedure<void> {
  try {
    yield* ask(fact);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
  }
}
