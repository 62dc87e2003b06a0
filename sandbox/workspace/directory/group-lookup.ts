import { accountOfDomain, enter } from '../access';
import type { Context } from '../context';
import { forbidden, notFound } from '../errors';
import { at } from '../json';
import { asRead, remember } from '../propagation';
import { switchMillis } from '../switch-values';
import type { Account, GroupRecord } from '../state';
import { domainOf, onParentDomain, ownerOf } from './addresses';

/** A group and the account that it is in. */
export interface Found {
  readonly account: Account;
  readonly group: GroupRecord;
}

const unknown = () => notFound('Resource Not Found: groupKey');

/** Whether a new group is known yet. */
export function isKnown({ state, now }: Context, account: Account, { createdAt }: GroupRecord): boolean {
  return now >= createdAt + switchMillis(state, 'groupPropagation', account);
}

function current({ state }: Context, key: string): Found | undefined {
  const owner = ownerOf(state, key);
  const id = owner?.kind === 'group' ? owner.id : key;
  for (const account of Object.values(state.accounts)) {
    const group = account.groups.find((known) => known.id === id);
    if (group) return { account, group };
  }
  return undefined;
}

/**
 * The group of the path by address, alias or id, after the actor's rights have been checked. Throws 403 or 404; a new
 * group is not known at once.
 */
export function namedGroup(context: Context): Found {
  const key = context.params['groupKey'] ?? '';
  const found = current(context, key);
  const account = found?.account ?? accountOfDomain(context, domainOf(onParentDomain(context.state, key)));
  if (!account) throw key.includes('@') ? forbidden() : unknown();
  enter(context, account);
  if (!found || !isKnown(context, account, found.group)) throw unknown();
  return found;
}

/** The same as a read sees it: when reads lag, as it was a moment ago. */
export function readGroup(context: Context): Found {
  const { account, group } = namedGroup(context);
  const seen = asRead(context, ['group', group.id], group);
  if (!seen) throw unknown();
  return { account, group: seen };
}

/** The same, about to be changed. */
export function changeableGroup(context: Context): Found {
  const found = namedGroup(context);
  remember(context, ['group', found.group.id], found.group);
  return found;
}

/** The group of an id that stands in some account. */
export function accountOfGroup({ state }: Context, id: string): Account | undefined {
  return Object.values(state.accounts).find(({ groups }) => groups.some((group) => group.id === id));
}

/** Whether a user or group has been made long enough ago for others to refer to it. */
export function groupIsKnown(context: Context, id: string): boolean {
  const account = accountOfGroup(context, id);
  const group = account?.groups.find((known) => known.id === id);
  return account !== undefined && group !== undefined && isKnown(context, account, group);
}

/** The user or group of an id, by its kind; undefined for neither. */
export function kindOfId({ state }: Context, id: string): 'USER' | 'GROUP' | undefined {
  if (at(state.users, id)) return 'USER';
  return Object.values(state.accounts).some(({ groups }) => groups.some((group) => group.id === id))
    ? 'GROUP'
    : undefined;
}
