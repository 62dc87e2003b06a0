import { accountOfDomain, enter, type Target } from '../access';
import type { Context } from '../context';
import { forbidden, notFound } from '../errors';
import { at } from '../json';
import { asRead, isSeen, mustBeComplete } from '../propagation';
import type { Account, UserRecord } from '../state';
import { domainOf, onParentDomain, ownerOf } from './addresses';

/**
 * Finding a user by primary address, alias or id (Users reference, userKey), with the refusals that a failed look-up
 * gives.
 */

const unknownUser = () => notFound('Resource Not Found: userKey');

function current(context: Context, key: string): UserRecord | undefined {
  const owner = ownerOf(context.state, key);
  return at(context.state.users, owner && owner.kind !== 'group' ? owner.id : key);
}

/** A user deleted a moment ago whom stale reads still find. */
function lately(context: Context, key: string): UserRecord | undefined {
  const wanted = key.toLowerCase();
  const found = Object.entries(context.state.past).find(([name, { until, was }]) => {
    if (!name.startsWith('user/') || until <= context.now || was === null) return false;
    const user = was as UserRecord;
    return user.id === key || user.primaryEmail === wanted || user.aliases.includes(wanted);
  });
  return found ? (found[1].was as UserRecord) : undefined;
}

/** The account of a user that exists. */
export function accountOf(context: Context, user: UserRecord): Account {
  const account = at(context.state.accounts, user.account);
  if (!account) throw new Error(`User ${user.id} stands in no account.`);
  return account;
}

/**
 * Refuses a look-up that found nobody: 404 where the actor could have seen the user, 403 where the domain is not theirs
 * or the address belongs to another Google product (Reseller API, "Directory API common errors").
 */
function refuse(context: Context, key: string): Error {
  if (!key.includes('@')) return unknownUser();
  const account = accountOfDomain(context, domainOf(onParentDomain(context.state, key)));
  if (!account) return forbidden();
  enter(context, account);
  return account.takenElsewhere.includes(key.toLowerCase()) ? forbidden() : unknownUser();
}

/** The user as it is, after the actor's rights have been checked. Throws 403 or 404. */
export function findUser(context: Context, key: string, target: Target = {}): UserRecord {
  const user = current(context, key);
  if (!user) throw refuse(context, key);
  enter(context, accountOf(context, user), { ...target, user });
  return user;
}

/** The user as a read sees it: new users are not found at once, and changes show late when reads lag. */
export function readUser(context: Context, key: string): UserRecord {
  const user = current(context, key) ?? lately(context, key);
  if (!user) throw refuse(context, key);
  const seen = asRead(context, ['user', user.id], user);
  if (!isPublicRead(context, user)) enter(context, accountOf(context, user), { user });
  if (!seen || !isSeen(context, seen)) throw unknownUser();
  return seen;
}

/** Anybody may read the public profile of people in their own account (`viewType=domain_public`). */
export function isPublicRead({ actor, params }: Context, user: UserRecord): boolean {
  return params['viewType'] === 'domain_public' && actor.account?.id === user.account;
}

/** The user, ready to be changed. Throws 412 while its creation is not complete. */
export function changeableUser(context: Context, key: string, target: Target = {}): UserRecord {
  const user = findUser(context, key, target);
  mustBeComplete(context, user);
  return user;
}
