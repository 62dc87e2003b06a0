import { accountFor, accountOfDomain, enter } from '../access';
import type { Context, Handler } from '../context';
import { badRequest, forbidden, invalid, notFound } from '../errors';
import { etag } from '../ids';
import { at, orAbsent } from '../json';
import { byText, page } from '../paging';
import { asListed } from '../propagation';
import type { Account, GroupRecord } from '../state';
import { domainOf, onParentDomain, ownerOf } from './addresses';
import { isKnown } from './group-lookup';
import { groupResource } from './group-resource';
import { memberFor } from './memberships';
import { readClauses, textMatches, type Clause } from './query-clauses';

/**
 * `directory.groups.list`: of an account, a domain or a member (Directory API "Manage groups", "Search for groups").
 */

interface Place {
  readonly account: Account;
  readonly domain?: string;
  readonly userKey?: string;
}

function placeOf(context: Context): Place {
  const { customer, domain, userKey } = context.params;
  if (customer !== undefined && userKey !== undefined) throw badRequest();
  if (customer !== undefined) return { account: byCustomer(context, customer) };
  const member = userKey === undefined ? {} : { userKey };
  if (domain === undefined) return { account: ofMember(context, userKey), ...member };
  if (!domain.includes('.')) throw badRequest();
  const account = accountOfDomain(context, domain);
  if (!account) throw notFound('Domain not found.');
  return { account, domain: domain.toLowerCase(), ...member };
}

function byCustomer(context: Context, customer: string): Account {
  if (customer.includes('.')) throw badRequest();
  const account = accountFor(context, customer);
  if (!account) throw notFound('Resource Not Found: customer');
  return account;
}

/** The account of a user or group; for an address outside of every account, the caller's own. */
function ofMember(context: Context, key: string | undefined): Account {
  if (key === undefined) throw badRequest();
  const { state, actor } = context;
  const owner = ownerOf(state, key)?.account ?? at(state.users, key)?.account;
  const known = owner === undefined ? undefined : at(state.accounts, owner);
  const account = known ?? accountOfDomain(context, domainOf(onParentDomain(state, key))) ?? actor.account;
  if (!account) throw forbidden();
  return account;
}

/** Throws 404 for a member that would have to be in the account and is not. */
function mustExist({ state }: Context, account: Account, key: string): void {
  const known = ownerOf(state, key) !== undefined || at(state.users, key) !== undefined;
  const elsewhere = key.includes('@') && !account.domains.some(({ name }) => name === domainOf(key));
  if (!known && !elsewhere) throw notFound('Resource Not Found: userKey');
}

const refused = () => invalid('Invalid Input: query');

/** Members are searched for alone, without other clauses. */
function readQuery(context: Context): (group: GroupRecord) => boolean {
  const clauses = readClauses(context.params['query'] ?? '');
  if (clauses.length > 1 && clauses.some(({ field }) => field === 'memberKey')) throw refused();
  const tests = clauses.map((clause) => testOf(context, clause));
  return (group) => tests.every((test) => test(group));
}

function testOf(context: Context, { field, operator, value }: Clause): (group: GroupRecord) => boolean {
  if (field === 'memberKey' && operator === '=') return (group) => memberFor(context, group, value) !== undefined;
  if (field !== 'email' && field !== 'name') throw refused();
  if (operator === '=') return (group) => textMatches(group[field], value, 'equals');
  if (operator !== ':' || !value.endsWith('*')) throw refused();
  return (group) => textMatches(group[field], value.slice(0, -1), 'begins');
}

function sorting({ params }: Context): boolean {
  if (params['orderBy'] !== undefined && params['orderBy'] !== 'email') throw invalid('Invalid Input: orderBy');
  return params['orderBy'] === 'email' && params['sortOrder'] === 'DESCENDING';
}

/** `directory.groups.list`. Groups are absent when there are none. */
export const listGroups: Handler = (context) => {
  const { account, domain, userKey } = placeOf(context);
  enter(context, account);
  if (userKey !== undefined) mustExist(context, account, userKey);
  const matches = readQuery(context);
  const descending = sorting(context);
  const belongs = (group: GroupRecord): boolean =>
    (domain === undefined || domainOf(group.email) === domain) &&
    (userKey === undefined || memberFor(context, group, userKey) !== undefined) &&
    matches(group);
  const own = account.groups.map((group) => [group.id, group] as const);
  const listed = asListed(context, 'group', { current: own, keep: belongs })
    .filter((group) => belongs(group) && isKnown(context, account, group))
    .sort((a, b) => (descending ? byText(b.email, a.email) : byText(a.email, b.email)));
  const { items, nextPageToken } = page(context, listed, {
    key: ({ email }) => email,
    most: 200,
    usual: 200,
    descending,
  });
  return {
    kind: 'admin#directory#groups',
    etag: etag('groups', account.id, ...items.map(({ version }) => version)),
    groups: orAbsent(items.map((group) => groupResource(account, group))),
    nextPageToken,
  };
};
