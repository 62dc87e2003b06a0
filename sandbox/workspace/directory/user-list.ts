import { accountFor, accountOfDomain, enter } from '../access';
import type { Context, Handler } from '../context';
import { badRequest, forbidden, invalid, notFound } from '../errors';
import { etag } from '../ids';
import { orAbsent } from '../json';
import { byText, page } from '../paging';
import { asListed, isSeen } from '../propagation';
import type { Account, UserRecord } from '../state';
import { domainOf } from './addresses';
import { isRestorable } from './restorable';
import { readQuery } from './user-query';
import { deletedResource, shownUser } from './user-resource';

/** `directory.users.list`: one domain or a whole account, searched, sorted and paged; deleted users apart. */

interface Place {
  readonly account: Account;
  /** Only users whose primary address is on this domain. */
  readonly domain: string | null;
}

/**
 * Taking a domain for a customer or the other way round is a documented cause of 400 (Reseller API, "Directory API
 * common errors").
 */
function placeOf(context: Context): Place {
  const { customer, domain } = context.params;
  if (customer) return { account: byCustomer(context, customer), domain: null };
  if (!domain?.includes('.')) throw badRequest();
  const account = accountOfDomain(context, domain);
  if (!account) throw notFound('Domain not found.');
  return { account, domain: domain.toLowerCase() };
}

function byCustomer(context: Context, customer: string): Account {
  if (customer.includes('.')) throw badRequest();
  const account = accountFor(context, customer);
  if (!account) throw notFound('Resource Not Found: customer');
  return account;
}

function living(context: Context, { account, domain }: Place): UserRecord[] {
  const belongs = (user: UserRecord) =>
    user.account === account.id && (domain === null || domainOf(user.primaryEmail) === domain);
  const current = Object.values(context.state.users)
    .filter(belongs)
    .map((user) => [user.id, user] as const);
  return asListed(context, 'user', { current, keep: belongs }).filter((user) => isSeen(context, user));
}

function deleted({ state, now }: Context, { account, domain }: Place): UserRecord[] {
  return Object.values(state.deleted).filter(
    (user) =>
      user.account === account.id &&
      isRestorable(user, now) &&
      (domain === null || domainOf(user.primaryEmail) === domain),
  );
}

const sortKeys: Readonly<Record<string, (user: UserRecord) => string>> = {
  email: (user) => user.primaryEmail,
  givenName: (user) => user.givenName.toLowerCase(),
  familyName: (user) => user.familyName.toLowerCase(),
};

function sorting({ params }: Context): { key: (user: UserRecord) => string; descending: boolean } {
  const order = params['orderBy'] ?? 'email';
  const main = Object.hasOwn(sortKeys, order) ? sortKeys[order] : undefined;
  if (!main) throw invalid('Invalid Input: orderBy');
  return { key: (user) => `${main(user)}\u0000${user.id}`, descending: params['sortOrder'] === 'DESCENDING' };
}

/** People without admin rights may list the public profiles of their own account. */
function admit(context: Context, account: Account): void {
  if (context.params['viewType'] !== 'domain_public') return enter(context, account);
  if (context.actor.account?.id !== account.id) throw forbidden();
}

/** `directory.users.list`. */
export const listUsers: Handler = (context) => {
  const place = placeOf(context);
  admit(context, place.account);
  const showDeleted = context.params['showDeleted'] === 'true';
  const matches = readQuery(context.params['query'] ?? '', { state: context.state, account: place.account });
  const { key, descending } = sorting(context);
  const found = (showDeleted ? deleted(context, place) : living(context, place)).filter(matches);
  const keyed = found
    .map((user) => [key(user), user] as const)
    .sort(([a], [b]) => (descending ? byText(b, a) : byText(a, b)));
  const { items, nextPageToken } = page(context, keyed, { key: ([text]) => text, most: 500, usual: 100, descending });
  const users = items.map(([, user]) => (showDeleted ? deletedResource(context, user) : shownUser(context, user)));
  return {
    kind: 'admin#directory#users',
    etag: etag('users', ...users.map((user) => user.etag ?? '')),
    users: orAbsent(users),
    nextPageToken,
  };
};
