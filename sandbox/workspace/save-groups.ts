import { groupOf, memberAddress } from './directory/memberships';
import type { FormerGroup, GroupRecord, MemberRecord, State } from './state';
import type { TenantGroup, TenantMember } from './tenant';

/** Groups as a tenant file has them. */

/** A group with its members. */
export function groupFile(state: State, group: GroupRecord): TenantGroup {
  const { id, email, name, description, aliases, members, dynamic, security } = group;
  return {
    id,
    email,
    name,
    description,
    aliases: [...aliases],
    ...(members.length > 0 && { members: members.map((member) => memberFile(state, member)) }),
    ...(dynamic && { dynamic }),
    ...(security && { security }),
  };
}

function memberFile(state: State, member: MemberRecord): TenantMember {
  const { id, type, role, delivery } = member;
  const email = memberAddress(state, member);
  const settings = delivery === 'ALL_MAIL' ? {} : { delivery_settings: delivery };
  return { ...(email === undefined ? { id } : { email }), role, type, ...settings };
}

/** Groups that somebody is to come back to, by their addresses. */
export function formerGroupFiles(state: State, groups: readonly FormerGroup[]): TenantMember[] {
  return groups.flatMap(({ group, role, delivery }) => {
    const email = groupOf(state, group)?.email;
    return email === undefined ? [] : [{ email, role, delivery_settings: delivery }];
  });
}
