import { isObject } from '../../engine/request';
import { ports } from '../ports';
import { ask, together, type Fact, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { customerFact, domainsFact, orgUnitsFact, subscriptionsFact, userFact } from '../../google/facts';
import { lookAround, ownAccount, whoAmI, type Around, type Identity } from '../../tabs/around';
import { cloudIdentityFree, skus } from '../../google/products';
import { customerSettings } from '../customers/settings';
import { domainsOn, type Reading } from '../rows/desk';
import type { Tab } from '../rows/kinds';
import type { Room } from '../slice';
import { documentStore, parsed } from '../keeping/stores';
import { Trouble } from '../trouble';
import type { CloudIdentityMode } from '../../tabs/users/row';

/** Who is signed in, and what is known of the accounts around the sheet. */

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
export function identity(room: Room): Identity {
  const known: unknown = parsed(kept(room.me));
  return isIdentity(known) ? known : identityNow(room, []);
}

function kept(me: string): string {
  return ports().cache().get(`who:${me}`) ?? 'null';
}

/**
 * Who is signed in, from Google. `emails`: people who will be asked for next, so that the answers come along. Throws
 * NobodyServes and Refusal.
 */
export function identityNow(room: Room, emails: readonly string[]): Identity {
  const before = kept(room.me);
  const known: unknown = parsed(before);
  if (isIdentity(known)) room.answer(lookAgain(known, emails));
  const who = room.answer(whoAmI(room.me));
  if (JSON.stringify(who) !== before) ports().cache().put(`who:${room.me}`, JSON.stringify(who), cacheSeconds);
  return who;
}

/**
 * Asks at once what is asked step by step where nobody knows the account yet. Whoever needs an answer meets the
 * refusals.
 */
function* lookAgain({ email, account, primaryDomain }: Identity, emails: readonly string[]): Procedure<void> {
  const served = documentStore().steady(servedName, isServed) ?? {};
  const isOwn = (domain: string): boolean => domain === primaryDomain || served[domain]?.account === account;
  const people = emails.filter((one) => isOwn(one.split('@')[1] ?? '')).map((one) => userFact(account, one));
  const facts = [
    userFact(ownAccount, email),
    customerFact(account),
    subscriptionsFact(account),
    domainsFact(account),
    orgUnitsFact(account),
  ];
  yield* together(...[...facts, ...people].map(tried));
}

function* tried(fact: Fact<unknown>): Procedure<void> {
  try {
    yield* ask(fact);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
  }
}

/** What there is to know before the rows of the tabs are read. `work`: id of the check or run that goes on. */
export function surroundings(room: Room, tabs: readonly Tab[], work: string): Reading {
  const around = room.answer(lookAround(room.me, domainsOn(tabs)));
  const served = documentStore().steady(servedName, isServed) ?? {};
  rememberDomains(around, served);
  const known = new Set(around.domains.map((domain) => domain.name));
  const elsewhere = [...around.elsewhere, ...domainsOfOthers(around.who.account, served)].filter(
    (domain) => !known.has(domain.name),
  );
  return {
    around,
    settings: customerSettings(),
    work,
    users: { domains: around.domains, elsewhere, customerRows: [], roles: around.roles, skus: [] },
  };
}

interface Served {
  readonly account: string;
  readonly who: string;
}
const servedName = 'domains';

function isServed(value: unknown): value is Record<string, Served> {
  return (
    isObject(value) &&
    Object.values(value).every((one) => isObject(one) && typeof one.account === 'string' && typeof one.who === 'string')
  );
}

/**
 * Which account served a domain is remembered, so that others are told whom to ask instead of that the domain is
 * unknown.
 */
function rememberDomains(around: Around, known: Readonly<Record<string, Served>>): void {
  const own = around.domains.filter((domain) => domain.account === around.who.account);
  const fresh = own.filter((domain) => known[domain.name]?.account !== around.who.account);
  if (fresh.length === 0) return;
  const added = fresh.map(
    (domain) => [domain.name, { account: around.who.account, who: around.who.primaryDomain }] as const,
  );
  documentStore().set(servedName, { ...known, ...Object.fromEntries(added) });
}

function domainsOfOthers(
  account: string,
  known: Readonly<Record<string, Served>>,
): { readonly name: string; readonly who: string }[] {
  return Object.entries(known)
    .filter(([, served]) => served.account !== account)
    .map(([name, served]) => ({ name, who: served.who }));
}

const cloudIdentityName = 'cloudIdentity';

function isModes(value: unknown): value is Record<string, CloudIdentityMode> {
  return (
    isObject(value) &&
    Object.values(value).every(
      (one) => isObject(one) && (one.mode === 'assignable' || one.mode === 'siteWide') && typeof one.on === 'string',
    )
  );
}

/** How each account has Cloud Identity Free, as far as that was found out. */
export function cloudIdentityModes(): Readonly<Record<string, CloudIdentityMode>> {
  return documentStore().steady(cloudIdentityName, isModes) ?? {};
}

/** Remembers how an account has Cloud Identity Free. */
export function rememberCloudIdentity(account: string, mode: CloudIdentityMode): void {
  const known = cloudIdentityModes();
  if (known[account]?.mode === mode.mode) return;
  documentStore().set(cloudIdentityName, { ...known, [account]: mode });
}

/** Names of products for the drop-down: Cloud Identity Free first, as it is what most rows want. */
export function productNames(): readonly string[] {
  return [cloudIdentityFree.name, ...skus.map((sku) => sku.name).filter((name) => name !== cloudIdentityFree.name)];
}
