import { nearestNames } from '../google/names';
import type { KnownDomains, ReachableDomain } from './reach';

/** Domains of the account or accounts around a sheet, and what that means for a row of the Users tab. */

/** How a domain stands: an account's, somebody else's, still to come, or unknown. The sentences are for the row. */
export type DomainState =
  | { readonly kind: 'account'; readonly account: string; readonly complaint?: string }
  | { readonly kind: 'waits'; readonly says: string }
  | { readonly kind: 'unknown'; readonly complaint: string };

/**
 * Tells how domains stand. Users and aliases need a verified domain, except that the primary domain of a new account
 * has 21 days to be verified (Directory API limits page).
 */
export function domainStates(known: KnownDomains): (domain: string) => DomainState {
  const standings = new Map<string, DomainState>();
  const keep = (name: string, standing: DomainState): void => {
    if (!standings.has(name.toLowerCase())) standings.set(name.toLowerCase(), standing);
  };
  for (const domain of known.domains) keep(domain.name, standingIn(domain));
  for (const { name, who } of known.elsewhere)
    keep(name, { kind: 'waits', says: `${name} is out of reach: sign in as an administrator of ${who}.` });
  for (const { name, says } of known.customerRows) keep(name, { kind: 'waits', says });
  const names = [...standings.keys()];
  return (domain) => {
    const standing = standings.get(domain) ?? { kind: 'unknown', complaint: unknown(domain, names) };
    standings.set(domain, standing);
    return standing;
  };
}

function standingIn({ name, account, verified, primary }: ReachableDomain): DomainState {
  if (verified || primary) return { kind: 'account', account };
  return {
    kind: 'account',
    account,
    complaint: `The domain ${name} is not verified yet, so it takes no addresses. Verify it in the Admin console first (Account › Domains).`,
  };
}

function unknown(domain: string, names: readonly string[]): string {
  const bare = domain.replace(/^www\./, '');
  const [nearest] = names.includes(bare) ? [bare] : nearestNames(domain, names);
  const remedy =
    nearest === undefined
      ? 'Check the spelling, or sign in as an administrator of the account that has it.'
      : `Did you mean ${nearest}?`;
  return `No account in reach has the domain ${domain}. ${remedy}`;
}

/** The part of an address after its last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
