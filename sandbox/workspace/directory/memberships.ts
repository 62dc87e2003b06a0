import { at } from '../json';
import type { Account, GroupRecord, MemberRecord, State } from '../state';
import { switchMillis } from '../switch-values';
import { domainOf, ownerOf } from './addresses';

/**
 * Who is in which group, directly or by way of other groups. People of a group that has become a member of another one
 * count there some minutes later (Directory API limits page).
 */

/** The state and the time at which a question is asked. */
export interface Instant {
  readonly state: State;
  readonly now: number;
}

/** The group of an id, whosever it is. */
export function groupOf({ accounts }: State, id: string): GroupRecord | undefined {
  for (const { groups } of Object.values(accounts)) {
    const found = groups.find((group) => group.id === id);
    if (found) return found;
  }
  return undefined;
}

/** A member's address as it is now; undefined for a whole customer. */
export function memberAddress(state: State, { id, type, email }: MemberRecord): string | undefined {
  if (type === 'GROUP') return groupOf(state, id)?.email;
  return at(state.users, id)?.primaryEmail ?? email;
}

/** The member for an address (alias or not) or an id, as soon as its membership has begun. */
export function memberFor({ state, now }: Instant, group: GroupRecord, key: string): MemberRecord | undefined {
  const id = ownerOf(state, key)?.id ?? key;
  const address = key.toLowerCase();
  return group.members.find((member) => member.since <= now && (member.id === id || member.email === address));
}

/** The members of a group whose membership has begun. */
export function membersOf({ now }: Instant, { members }: GroupRecord): MemberRecord[] {
  return members.filter(({ since }) => since <= now);
}

/** A group's members and those of the groups in it, each once; direct members come first and keep their role. */
export function derivedMembers(instant: Instant, group: GroupRecord): MemberRecord[] {
  const found = new Map<string, MemberRecord>();
  const delay = switchMillis(instant.state, 'nestedMembership');
  const collect = (from: GroupRecord, role: (member: MemberRecord) => MemberRecord['role']): void => {
    const fresh = membersOf(instant, from).filter(({ id }) => !found.has(id));
    for (const member of fresh) found.set(member.id, { ...member, role: role(member) });
    for (const member of fresh) {
      const inner = member.type === 'GROUP' && member.since + delay <= instant.now && groupOf(instant.state, member.id);
      if (inner) collect(inner, () => 'MEMBER');
    }
  };
  collect(group, ({ role }) => role);
  return [...found.values()];
}

/**
 * Whether a group is another one or holds it, be it by way of others: what makes a circle. Time does not matter here.
 */
export function holdsGroup(state: State, group: GroupRecord, wanted: string): boolean {
  if (group.id === wanted) return true;
  const inner = group.members.filter(({ type }) => type === 'GROUP').map(({ id }) => groupOf(state, id));
  return inner.some((one) => one !== undefined && holdsGroup(state, one, wanted));
}

/** The groups of an account that hold a user or group, directly or by way of others. */
export function groupsHolding(instant: Instant, { groups }: Account, id: string): GroupRecord[] {
  return groups.filter((group) => derivedMembers(instant, group).some((member) => member.id === id));
}

/** Takes a user or group that is no more out of every group. */
export function leaveGroups({ accounts }: State, id: string): void {
  for (const { groups } of Object.values(accounts))
    for (const group of groups) {
      if (!group.members.some((member) => member.id === id)) continue;
      group.members = group.members.filter((member) => member.id !== id);
      group.version += 1;
    }
}

/** Whether two addresses are on the same domain: what `hasMember` asks of nested memberships. */
export const sameDomain = (one: string, other: string): boolean => domainOf(one) === domainOf(other);
