import { Blocked, Waiting } from '../engine/outcome';
import { consoles } from '../google/consoles';

/** Why no customer can be made for a domain, and what its row then needs. */

/** Nothing was made, and nothing is in flight: what was begun may be begun again. */
export class NotMade extends Blocked {}

/** A domain that team accounts use (Reseller API guide, "Retrieve and update a customer": multiple teams). */
export function teamsHold(domain: string): Blocked {
  return new Blocked(
    `Team accounts use the domain ${domain}, so no domain account can be ordered for it.`,
    `The customer has to verify the domain through a subscription with Google first and then hand it over to you with a transfer token. If you mean one of the teams, set Type to Team and write its Customer ID (${consoles.partnerCustomers.path}).`,
    { column: 'type' },
  );
}

/** Google knows the domain and shows no customer for it: only primary domains name one (Reseller API reference). */
export function furtherDomain(domain: string): NotMade {
  return new NotMade(
    `${domain} is a further domain or a domain alias of an account, so no customer can be made for it.`,
    'Write the primary domain of that account in Domain; people may have addresses on its further domains without a row here. If the customer wants an account of its own for it, the domain has to be removed there first (Admin console › Account › Domains).',
    { column: 'domain' },
  );
}

/**
 * A team shares no domain with an account that has verified it (Reseller API guide, "Retrieve and update a customer").
 */
export function domainHolds(domain: string): NotMade {
  return new NotMade(
    `${domain} is the verified domain of an account, so no team can be made on it.`,
    'Set Type to Domain: the row then means that account.',
    { column: 'type' },
  );
}

/** Accounts that grew out of consumer Gmail are locked to resellers until Google opens them. */
export function locked(domain: string): Waiting {
  return new Waiting(
    `${domain} was upgraded from a business account of consumer Gmail, and such an account has to be unlocked before a reseller can order for it.`,
    `Ask Google’s partner support to unlock it (${consoles.partnerCustomers.path} › Help). Then untick From Gmail and check the row again.`,
  );
}

/**
 * It is not ours: only its transfer token opens it. `publicId`: the reseller's, which the token is made for; '' for
 * none that is known.
 */
export function elsewhere(domain: string, publicId: string): Waiting {
  const { path, url } = consoles.transferToken;
  const id = publicId ? `your public id ${publicId}` : 'your public id';
  const first = publicId ? '' : `Set your public id in Seatsheet’s settings first (${consoles.partnerId.path}). `;
  return new Waiting(
    `${domain} exists with Google or another reseller.`,
    `${first}Its super administrator makes a transfer token for ${id} at ${url} (${path}) and sends it to you. Give it in the sidebar or in Transfer token soon (it lasts 14 to 30 days), write the subscriptions on the Subscriptions tab, and check again.`,
  );
}
