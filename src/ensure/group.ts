import { Blocked } from '../engine/outcome';
import { ask, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { groupFact, groupsFact } from '../google/facts';
import { complaintOf, finder, type Found } from '../google/find';
import type { Group } from '../google/resources';
import { isForbidden } from '../google/retry';

/** Finding the group that a cell names. */

/** A group, and the account that it is in. */
export interface GroupIn {
  readonly account: string;
  readonly group: Group;
}

/** What is in reach of the rows that name groups. */
export interface GroupsInReach {
  /** The account that has a domain; undefined for a domain out of reach. */
  accountOf(domain: string): string | undefined;
  /** Whether the members of a group are read, rather than the groups of each person who is to be in it. */
  listsMembers(named: string, found: GroupIn, userId: string): boolean;
}

/** What a group is looked for with. `account`: that of whoever is to be in it. */
export interface Seeking {
  readonly account: string;
  readonly inReach: GroupsInReach;
}

/** Whether a text is an address rather than a name. */
export function isAddress(text: string): boolean {
  return text.includes('@');
}

/** The group of an address or, in the account itself, of a name; undefined where there is none. Blocked: several. */
export function* lookForGroup(named: string, seeking: Seeking): Procedure<GroupIn | undefined> {
  if (isAddress(named)) return yield* atAddress(named, seeking);
  const found = yield* called(named, seeking);
  if ('found' in found) return { account: seeking.account, group: found.found };
  if (found.ambiguous) throw groupUnclear(complaintOf('group', named, found));
  return undefined;
}

/** The same. Throws Blocked where there is none. */
export function* groupOf(named: string, seeking: Seeking): Procedure<GroupIn> {
  const found = yield* lookForGroup(named, seeking);
  if (found) return found;
  if (isAddress(named)) throw groupUnclear(`There is no group ${named}.`);
  const missed = yield* called(named, seeking);
  throw groupUnclear(
    'nearest' in missed && missed.nearest.length
      ? complaintOf('group', named, missed)
      : `No group is called “${named}”.`,
  );
}

function groupUnclear(says: string): Blocked {
  return new Blocked(says, 'Write the address of the group, and check the row again.', { column: 'groups' });
}

function* atAddress(address: string, { account, inReach }: Seeking): Procedure<GroupIn | undefined> {
  const reached = inReach.accountOf(address.slice(address.lastIndexOf('@') + 1));
  try {
    const group = yield* ask(groupFact(reached ?? account, address));
    return group && { account: reached ?? account, group };
  } catch (refusal) {
    // A domain of nobody in reach is forbidden ground (Directory API, common errors).
    if (reached === undefined && refusal instanceof Refusal && isForbidden(refusal)) return undefined;
    throw refusal;
  }
}

const finders = new WeakMap<readonly Group[], (text: string) => Found<Group>>();

/** The list of a large account is asked for many names: it is searched by one index. */
function* called(name: string, { account }: Seeking): Procedure<Found<Group>> {
  const entries = yield* ask(groupsFact(account));
  const known = finders.get(entries);
  if (known) return known(name);
  const find = finder({ entries, words: (group) => [group.name], label: ({ email }) => email });
  finders.set(entries, find);
  return find(name);
}
