import { allTogether, ask, say, type Fact, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { domainsFact, resoldCustomerFact, rolesFact, schemasFact } from '../google/facts';
import type { Schema } from '../google/custom-fields';
import type { Role } from '../google/resources';
import type { Subscription } from '../google/reseller-resources';
import { isSetUp, isUnread, NobodyServes, subscriptionsOf, whoAmI, type Identity } from './identity';

/** What can whoever is signed in reach, and which account serves which domain? */

/** A domain that a row may be on. */
export interface ReachableDomain {
  readonly name: string;
  readonly account: string;
  readonly verified: boolean;
  readonly primary: boolean;
  /** Of a domain alias the domain that it stands for: it takes no people of its own. */
  readonly aliasOf?: string;
}

/** Whether people may be made on a domain: users need a verified one, a new account's first has 21 days. */
export function takesPeople({ verified, primary, aliasOf }: ReachableDomain): boolean {
  return aliasOf === undefined && (verified || primary);
}

/** A domain of an account out of reach. */
export interface DomainElsewhere {
  readonly name: string;
  /** Whose administrator could reach it: `partner.example`. */
  readonly who: string;
  /** Addresses of those administrators who were at this spreadsheet, the latest first. */
  readonly admins?: readonly string[];
}

/** The domains that people may be on. */
export interface KnownDomains {
  readonly domains: readonly ReachableDomain[];
  readonly elsewhere: readonly DomainElsewhere[];
  /** Domains of rows of the Customers tab that cannot take people now, each with the sentence that says why. */
  readonly customerRows: readonly { readonly name: string; readonly says: string }[];
}

/** What is known before rows are read. */
export interface Reach {
  readonly who: Identity;
  readonly domains: readonly ReachableDomain[];
  /** Domains that are Google's customers but out of this person's reach. */
  readonly elsewhere: readonly DomainElsewhere[];
  readonly roles: Readonly<Record<string, readonly Role[]>>;
  /** Schemas of custom fields by account, as far as somebody wishes such fields and they can be read. */
  readonly schemas: Readonly<Record<string, readonly Schema[]>>;
  /** Resold customers: id and primary domain. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
}

/** The primary domain of an account in reach; of one that is to be made, the domain that it is named after. */
export function primaryDomainOf({ who, customers, domains }: Reach, account: string): string {
  if (account === who.account) return who.primaryDomain;
  const customer = customers.find(({ id }) => id === account)?.name;
  const primary = domains.find((one) => one.account === account && one.primary)?.name;
  return customer ?? primary ?? account.replace(/^new:/, '');
}

/** A reseller's secondary domains are looked for among this many customers at most. */
const customersSearched = 20;

/**
 * The domains of rows; `withRoles`, `withCustom`: whose rows wish roles and custom fields; `customers`: that stand on
 * rows of the Customers tab.
 */
interface Wanted {
  readonly domains: readonly string[];
  readonly withRoles: readonly string[];
  readonly withCustom?: readonly string[];
  readonly customers?: readonly string[];
}

/** Looks around for rows on these domains. */
export function* reachOf(email: string, wanted: Wanted): Procedure<Reach> {
  const who = yield* whoAmI(email);
  const customers = customersIn((yield* subscriptionsOf(who.account)) ?? [], who.account);
  const own = yield* ownDomains(who);
  const missing = wanted.domains.filter((name) => !own.some((domain) => domain.name === name));
  const found = yield* allTogether(missing.map((name) => find(name, who, { customers, rows: wanted.customers ?? [] })));
  const domains = unique([...own, ...found.flatMap((one) => one.domains)]);
  refuseUnrelated(who, wanted.domains, domains);
  return {
    who,
    domains,
    customers,
    elsewhere: found.flatMap((one) => one.elsewhere),
    roles: yield* listsOf(rolesFact, domains, wanted.withRoles),
    schemas: yield* listsOf(schemasFact, domains, wanted.withCustom ?? []),
  };
}

/** An account that reaches none of the rows is most likely the wrong one: say so once instead of on every row. */
function refuseUnrelated(who: Identity, wanted: readonly string[], domains: readonly ReachableDomain[]): void {
  if (who.reseller || wanted.length === 0 || wanted.some((name) => domains.some((domain) => domain.name === name)))
    return;
  throw new NobodyServes(
    `${who.email} administers ${who.primaryDomain}, which is neither a reseller nor the account of any row here.`,
    `Sign in as an administrator of ${wanted.slice(0, 3).join(', ')}${wanted.length > 3 ? ' …' : ''}.`,
  );
}

interface Found {
  readonly domains: readonly ReachableDomain[];
  readonly elsewhere: readonly DomainElsewhere[];
}
const nothing: Found = { domains: [], elsewhere: [] };

function* find(
  name: string,
  who: Identity,
  { customers, rows }: { readonly customers: Reach['customers']; readonly rows: readonly string[] },
): Procedure<Found> {
  if (!who.reseller) return nothing;
  const primary = customers.find((customer) => customer.name === name);
  if (primary) return { domains: yield* domainsOf(primary.id, name), elsewhere: [] };
  const seen = yield* lookUp(who.account, name);
  if (seen?.ours) return { domains: yield* domainsOf(seen.customerId, name), elsewhere: [] };
  if (seen) return { domains: [], elsewhere: [{ name, who: name }] };
  // What is to become a customer is nobody's further domain.
  return rows.includes(name) ? nothing : yield* searchSecondary(name, customers);
}

function* lookUp(
  account: string,
  name: string,
): Procedure<{ readonly customerId: string; readonly ours: boolean } | undefined> {
  try {
    return yield* ask(resoldCustomerFact(account, name));
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status >= 400 && refusal.status < 500 && !isSetUp(refusal))
      return undefined;
    throw refusal;
  }
}

function* searchSecondary(name: string, customers: Reach['customers']): Procedure<Found> {
  for (const customer of customers.slice(0, customersSearched)) {
    const domains = yield* domainsOf(customer.id, customer.name);
    if (domains.some((domain) => domain.name === name)) return { domains, elsewhere: [] };
  }
  return nothing;
}

/**
 * Some administrator roles may manage people and not see the domains: then those are taken that the sign-in itself
 * shows.
 */
function* ownDomains(who: Identity): Procedure<readonly ReachableDomain[]> {
  const domains = yield* domainsOf(who.account, who.primaryDomain);
  const signedInOn = who.email.slice(who.email.lastIndexOf('@') + 1);
  const known = domains.some((domain) => domain.name === signedInOn);
  return known ? domains : [...domains, { name: signedInOn, account: who.account, verified: true, primary: false }];
}

/**
 * The domains of an account. A customer that closed its Admin API keeps its primary domain: its rows then say why they
 * stop.
 */
function* domainsOf(account: string, primary = ''): Procedure<readonly ReachableDomain[]> {
  try {
    const domains = yield* ask(domainsFact(account));
    const aliases = domains.flatMap(({ domainName, aliases = [] }) =>
      aliases.map((name) => ({ name, account, verified: true, primary: false, aliasOf: domainName })),
    );
    const own = domains.map(({ domainName, verified, isPrimary }) => ({
      name: domainName,
      account,
      verified,
      primary: isPrimary,
    }));
    return [...own, ...aliases];
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || isSetUp(refusal) || !primary) throw refusal;
    if (refusal.status !== 403 && !isUnread(refusal)) throw refusal;
    yield* say(`${primary} gives no access to its domains.`);
    return [{ name: primary, account, verified: true, primary: true }];
  }
}

/**
 * A list of each account that somebody wishes something of. One that Google does not give is left out: names pass
 * unchecked then, or the rows that need the list say so.
 */
function* listsOf<T>(
  factOf: (account: string) => Fact<readonly T[]>,
  domains: readonly ReachableDomain[],
  wanted: readonly string[],
): Procedure<Readonly<Record<string, readonly T[]>>> {
  const accounts = new Set(domains.filter(({ name }) => wanted.includes(name)).map(({ account }) => account));
  const lists: Record<string, readonly T[]> = {};
  for (const account of accounts) {
    try {
      lists[account] = yield* ask(factOf(account));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !(refusal.status === 403 || isUnread(refusal))) throw refusal;
    }
  }
  return lists;
}

function customersIn(subscriptions: readonly Subscription[], own: string): Reach['customers'] {
  const names = new Map(
    subscriptions.filter((one) => one.customerId !== own).map((one) => [one.customerId, one.customerDomain]),
  );
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

function unique(domains: readonly ReachableDomain[]): readonly ReachableDomain[] {
  return [...new Map(domains.map((domain) => [domain.name, domain])).values()];
}
