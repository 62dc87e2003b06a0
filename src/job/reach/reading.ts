import { isObject } from '../../engine/request';
import { reachOf, type Reach } from '../../tabs/reach';
import { customerSettings } from '../customers/settings';
import { documentStore } from '../keeping/stores';
import { seeksOn, type Reading } from '../rows/rows';
import type { TabSheet } from '../rows/sheets';
import { givenPasswords } from '../secrets/given';
import type { Slice } from '../slice';

/** What is known of the accounts around the sheet, and which account served which domain. */

/** What there is to know before the rows of the sheets are read. `job`: id of the check or run that goes on. */
export function readingFor(slice: Slice, sheets: readonly TabSheet[], job: string): Reading {
  const reach = slice.answer(reachOf(slice.me, seeksOn(sheets)));
  const served = servedDomains();
  rememberDomains(reach, served);
  const known = new Set(reach.domains.map((domain) => domain.name));
  const others = [...reach.elsewhere, ...domainsOfOthers(reach.who.account, served)].filter(
    (domain) => !known.has(domain.name),
  );
  const settings = customerSettings(reach.who.account);
  return { reach, others, settings, job, given: givenPasswords() };
}

/** Which account served each domain, as far as that is known. */
export function servedDomains(): Readonly<Record<string, Served>> {
  return documentStore().steady(servedName, isServed) ?? {};
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
function rememberDomains(reach: Reach, known: Readonly<Record<string, Served>>): void {
  const own = reach.domains.filter((domain) => domain.account === reach.who.account);
  const fresh = own.filter((domain) => known[domain.name]?.account !== reach.who.account);
  if (fresh.length === 0) return;
  const added = fresh.map(
    (domain) => [domain.name, { account: reach.who.account, who: reach.who.primaryDomain }] as const,
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
