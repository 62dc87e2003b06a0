import { Blocked, Waiting } from '../engine/outcome';
import { ask, confirm, once, pause, send, type Procedure } from '../engine/procedure';
import { Refusal, type JsonObject } from '../engine/request';
import type { Told } from '../engine/words';
import { groupFact, groupsFact, userFact } from '../google/facts';
import { complaintOf, finder, type Found } from '../google/find';
import { asGroup, type Group } from '../google/resources';
import { isDuplicate, isForbidden } from '../google/retry';

/** Finding the group that a cell names, and making one that a row asks for. */

/** A group, and the account that it is in. */
export interface GroupIn {
  readonly account: string;
  readonly group: Group;
}

/** A group that a row asks for. `body`: what of it is sent beside its address, which `values` tells. */
export interface GroupAsked {
  readonly account: string;
  readonly email: string;
  readonly body: JsonObject;
  readonly values: readonly Told[];
  /** What speaks against values of the row, by column: only a new group is held against it. */
  readonly doubts: readonly { readonly id: string; readonly says: string }[];
}

/** What is in reach of the rows that name groups. */
export interface GroupsInReach {
  /** The group of a row of its own, by address or name; undefined where there is no such row. */
  asked(named: string): GroupAsked | 'notReady' | 'several' | undefined;
  /** Whether a row lets people into the group who are outside of its account. */
  takesOutsiders(address: string): boolean;
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

/**
 * The same, made where a row asks for it. Throws Blocked where there is none, Waiting where its row has to be first.
 */
export function* groupOf(named: string, seeking: Seeking): Procedure<GroupIn> {
  const found = yield* lookForGroup(named, seeking);
  if (found && !isPlannedGroup(found.group)) return found;
  const asked = seeking.inReach.asked(named);
  if (asked === 'notReady') throw groupNotReady(named);
  if (asked === 'several') throw groupUnclear(`Several rows on Groups are called “${named}”.`);
  if (asked && (isAddress(named) || asked.account === seeking.account)) return yield* madeFor(asked);
  if (found) return found;
  if (isAddress(named)) throw groupUnclear(`There is no group ${named}.`);
  const missed = yield* called(named, seeking);
  throw groupUnclear(
    'nearest' in missed && missed.nearest.length
      ? complaintOf('group', named, missed)
      : `No group is called “${named}”.`,
  );
}

/** Whatever keeps the group from being there stands in its own row. */
function* madeFor(asked: GroupAsked): Procedure<GroupIn> {
  try {
    return { account: asked.account, group: yield* ensureGroup(asked) };
  } catch (error) {
    if (error instanceof Blocked || error instanceof Refusal) throw groupNotReady(asked.email);
    throw error;
  }
}

function groupNotReady(named: string): Waiting {
  return new Waiting(`The group ${named} is not there yet: see its row on Groups.`, 'Check both rows together.');
}

/** Sees to it that a group is there, once for all rows that ask for it. Throws Blocked where the address is taken. */
export function* ensureGroup(asked: GroupAsked): Procedure<Group> {
  const { account, email } = asked;
  const known = yield* ask(groupFact(account, email));
  if (known && !isPlannedGroup(known)) return ownAddress(known, email);
  return yield* once(`group:${account}/${email}`, () => makeGroup(asked));
}

/** Whether a group is only planned. */
export function isPlannedGroup({ id }: Pick<Group, 'id'>): boolean {
  return id.startsWith('planned:');
}

function* makeGroup({ account, email, body, values, doubts }: GroupAsked): Procedure<Group> {
  const [doubted] = doubts;
  if (doubted) throw new Blocked(doubts.map(({ says }) => says).join(' '), '', { column: doubted.id });
  const holder = yield* ask(userFact(account, email));
  if (holder)
    throw taken(
      email,
      holder.primaryEmail === email ? 'the address of a person' : `an alias of ${holder.primaryEmail}`,
    );
  try {
    const made = yield* send(
      { op: 'directory.groups.insert', account, params: {}, body: { email, ...body } },
      { plan: 'create the group', values, many: 'create groups', of: email, done: `created the group ${email}` },
    );
    return asGroup(made);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !isDuplicate(refusal)) throw refusal;
    const there = yield* lookAgain({ account, email }, refusal);
    if (!there) throw refusal;
    return ownAddress(there, email);
  }
}

/** Milliseconds between looks: a new group is not known to all of Google's servers at once. */
const looks: readonly number[] = [0, 2_000, 4_000, 8_000, 16_000, 30_000];

/** A repeat finds its own first effect, in a while; what was not sent before was made by somebody else. */
function* lookAgain(
  { account, email }: Pick<GroupAsked, 'account' | 'email'>,
  { options: { sentAt } }: Refusal,
): Procedure<Group | undefined> {
  for (const milliseconds of sentAt === undefined ? [0] : looks) {
    if (milliseconds > 0) yield* pause(milliseconds);
    const there = yield* confirm(groupFact(account, email));
    if (there) return there;
  }
  return undefined;
}

function ownAddress(group: Group, email: string): Group {
  if (group.email !== email) throw taken(email, `an alias of the group ${group.email}`);
  return group;
}

function taken(email: string, how: string): Blocked {
  return new Blocked(`${email} is ${how}.`, 'Choose another address for the group, or free that one first.', {
    column: 'email',
  });
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
  const find = finder({ entries: () => entries, words: (group) => [group.name], label: ({ email }) => email });
  finders.set(entries, find);
  return find(name);
}
