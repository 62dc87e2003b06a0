import { isObject, isTexts } from '../../engine/request';
import type { Identity } from '../../tabs/identity';
import { takesPeople, type Reach } from '../../tabs/reach';
import { documentStore } from '../keeping/stores';
import { now } from '../ports';

/**
 * The accounts whose administrators have worked at this spreadsheet, as far as they were seen here: so that others are
 * told whom a row waits for, instead of that its domain is unknown. Kept in the document's properties, one for each
 * account, so that two administrators at once write over nothing of each other's. No secrets, and nothing of people but
 * the administrators' own addresses.
 */

/** An account that was reached from this spreadsheet by an administrator of its own. */
export interface KnownAccount {
  /** Customer id. */
  readonly id: string;
  readonly primaryDomain: string;
  readonly domains: readonly string[];
  /** Those of them that take no people: domain aliases, and what is not verified. */
  readonly unfit?: readonly string[];
  readonly reseller: boolean;
  /** Whoever of its administrators was here, the latest first; `on` is a day, `2026-11-30`. */
  readonly admins: readonly { readonly email: string; readonly on: string }[];
}

const prefix = 'account:';
/** So much fits a few properties of 9 KB (Apps Script quotas page). */
const mostAdmins = 10;
const mostDomains = 500;

function isAccount(value: unknown): value is KnownAccount {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.primaryDomain === 'string' &&
    typeof value.reseller === 'boolean' &&
    isList(value.domains, (one) => typeof one === 'string') &&
    (value.unfit === undefined || isList(value.unfit, (one) => typeof one === 'string')) &&
    isList(value.admins, isAdmin)
  );
}

function isList(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isAdmin(one: unknown): boolean {
  return isTexts(one) && typeof one.email === 'string' && typeof one.on === 'string';
}

/** All of them, by primary domain. */
export function knownAccounts(): readonly KnownAccount[] {
  const store = documentStore();
  return store
    .steadyNames(prefix)
    .flatMap((name) => store.steady(name, isAccount) ?? [])
    .sort((one, other) => (one.primaryDomain < other.primaryDomain ? -1 : 1));
}

/** Tells who administers another account than this person does, as far as both were here. */
export function administersAnother(me: string): (email: string) => boolean {
  const accounts = new Map(
    knownAccounts().flatMap(({ id, admins }) => admins.map(({ email }) => [email, id] as const)),
  );
  const mine = accounts.get(me.toLowerCase());
  return (email) => mine !== undefined && (accounts.get(email.toLowerCase()) ?? mine) !== mine;
}

/** The known account of each domain; where two have said that it is theirs, the one that was here later. */
export function ownersOfDomains(): ReadonlyMap<string, KnownAccount> {
  const latest = ({ admins: [first] }: KnownAccount): string => first?.on ?? '';
  const accounts = [...knownAccounts()].sort((one, other) => (latest(one) < latest(other) ? -1 : 1));
  return new Map(accounts.flatMap((account) => account.domains.map((domain) => [domain, account] as const)));
}

/**
 * Remembers the account of whoever is signed in, with all of its domains where they were looked at: what was known of
 * it before goes then. Writes once a day for each administrator, and where something is new.
 */
export function rememberAccount(who: Identity, domains?: Reach['domains']): void {
  const name = `${prefix}${who.account}`;
  const before = documentStore().steady(name, isAccount);
  const after = accountOf(who, domains, before);
  if (JSON.stringify(after) !== JSON.stringify(before)) documentStore().set(name, after);
}

function accountOf(
  who: Identity,
  domains: Reach['domains'] | undefined,
  before: KnownAccount | undefined,
): KnownAccount {
  const email = who.email.toLowerCase();
  const looked = domains?.filter(({ account }) => account === who.account);
  const own = looked
    ? looked.map(({ name }) => name)
    : [...(before?.domains ?? []), who.primaryDomain, email.slice(email.lastIndexOf('@') + 1)];
  const unfit = looked?.filter((one) => !takesPeople(one)).map(({ name }) => name) ?? before?.unfit ?? [];
  const others = (before?.admins ?? []).filter((one) => one.email !== email);
  const today = new Date(now()).toISOString().slice(0, 10);
  const known = before?.admins.find((one) => one.email === email && one.on === today);
  return {
    id: who.account,
    primaryDomain: who.primaryDomain,
    domains: [...new Set(own.filter(Boolean))].slice(0, mostDomains),
    ...(unfit.length ? { unfit: unfit.slice(0, mostDomains) } : {}),
    reseller: who.reseller,
    // Two who take turns on one day do not change places each time.
    admins: known && before ? before.admins : [{ email, on: today }, ...others].slice(0, mostAdmins),
  };
}
