import { defined } from '../engine/defined';
import { editDistance, nearestNames } from '../google/names';
import { takesPeople, type DomainElsewhere, type KnownDomains, type ReachableDomain } from './reach';

/** Domains of the account or accounts around a sheet, and what that means for a row of the Users tab. */

/** How a domain stands: an account's, somebody else's, still to come, or unknown. The sentences are for the row. */
export type DomainState =
  | { readonly kind: 'account'; readonly account: string; readonly complaint?: string }
  | { readonly kind: 'waits'; readonly says: string; readonly elsewhere?: string }
  /** `slip`: what may have been meant. */
  | { readonly kind: 'unknown'; readonly complaint: string; readonly slip?: string };

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
  for (const one of known.elsewhere)
    keep(one.name, { kind: 'waits', says: waitsForAdministrator(one), elsewhere: one.who });
  for (const { name, says } of known.customerRows) keep(name, { kind: 'waits', says });
  const names = [...standings.keys()];
  return (domain) => {
    const standing = standings.get(domain) ?? unknown(domain, names);
    standings.set(domain, standing);
    return standing;
  };
}

/** The menu entry that mails the administrators whom rows wait for. */
const invite = 'Seatsheet › Team › Other administrators…';

function waitsForAdministrator({ name, who, admins = [] }: DomainElsewhere): string {
  if (admins.length === 0)
    return `${name} is out of reach: sign in as an administrator of ${who}, or invite one to check and run the row (${invite}).`;
  const [first, second] = admins;
  const people = second === undefined ? `${first}, administrator` : `${first} or ${second}, administrators`;
  return `Waits for ${people} of ${who}, to check and run it in this spreadsheet. Invite them: ${invite}.`;
}

/** Why rows of a domain wait, and for whose administrator, as rows that were read carry it. */
export function waitsOf(state: DomainState | undefined): { readonly waits?: string; readonly elsewhere?: string } {
  if (state?.kind !== 'waits') return {};
  return { waits: state.says, ...defined({ elsewhere: state.elsewhere }) };
}

function standingIn(domain: ReachableDomain): DomainState {
  const { name, account, aliasOf } = domain;
  if (takesPeople(domain)) return { kind: 'account', account };
  if (aliasOf !== undefined)
    return {
      kind: 'account',
      account,
      complaint: `${name} is a domain alias of ${aliasOf}: no addresses can be made on it, and everybody on ${aliasOf} has theirs there already. Use ${aliasOf} instead.`,
    };
  return {
    kind: 'account',
    account,
    complaint: `The domain ${name} is not verified yet, so it takes no addresses. Verify it in the Admin console first (Account › Domains).`,
  };
}

/** Where people have addresses of their own: a consumer account, which no administrator makes or changes. */
const privateMail =
  /^(?:g(?:oogle)?mail\.com|(?:outlook|hotmail|live|yahoo)\.[a-z.]{2,6}|icloud\.com|gmx\.[a-z]{2,3}|web\.de|mail\.ru|qq\.com)$/;

function unknown(domain: string, names: readonly string[]): DomainState {
  if (privateMail.test(domain))
    return {
      kind: 'unknown',
      complaint: `Addresses on ${domain} are private ones, which no organisation gives. Write an address on a domain of the account; a private one goes into Recovery email.`,
    };
  const bare = domain.replace(/^www\./, '');
  const [nearest] = names.includes(bare) ? [bare] : nearestNames(domain, names).filter((name) => isNear(domain, name));
  const slip = nearest === undefined ? {} : { slip: `Did you mean ${nearest}?` };
  const remedy = slip.slip ?? 'Check the spelling, or sign in as an administrator of the account that has it.';
  return { kind: 'unknown', complaint: `No account in reach has the domain ${domain}. ${remedy}`, ...slip };
}

/** Domains of one company are alike in most of their letters, and no slips of each other. */
function isNear(domain: string, name: string): boolean {
  const most = Math.max(2, Math.floor(domain.indexOf('.') / 4));
  return editDistance(domain, name, most) <= most;
}

/** The part of an address after its last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
