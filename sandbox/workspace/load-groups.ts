import { enterGroup, ownerOf } from './directory/addresses';
import { groupOf, holdsGroup } from './directory/memberships';
import { digits, userId } from './ids';
import { loadFailure, type Place } from './loading';
import type { GroupRecord, MemberRecord } from './state';
import type { TenantGroup, TenantMember } from './tenant';

/** Groups of a tenant file, and who is in them. */

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** Enters a group, without its members. Throws where an address is taken. */
export function loadGroup({ state, now, account }: Place, file: TenantGroup, where: string): void {
  const { id = userId(`group/${file.email}`), name = '', description = '', aliases = [], dynamic = false } = file;
  const { security = false } = file;
  const group: GroupRecord = {
    id,
    email: file.email.toLowerCase(),
    name,
    description,
    aliases: aliases.map((alias) => alias.toLowerCase()),
    members: [],
    dynamic,
    security,
    createdAt: now - thirtyDays,
    version: 1,
  };
  const taken = [group.email, ...group.aliases].find((address) => ownerOf(state, address));
  if (taken !== undefined) loadFailure(where, `has an address that is taken: ${taken}`);
  account.groups.push(group);
  enterGroup(state, account, group);
}

/**
 * Enters the members of a group, once everybody is there who could be one. Throws for somebody twice, and for nobody.
 */
export function loadMembers(place: Place, file: TenantGroup, where: string): void {
  const group = place.account.groups.find(({ email }) => email === file.email.toLowerCase());
  (file.members ?? []).forEach((member, index) => {
    const record = memberOf(place, member, `${where}.members[${index}]`);
    if (!group) return;
    const inner = record.type === 'GROUP' ? groupOf(place.state, record.id) : undefined;
    if (group.members.some(({ id }) => id === record.id))
      loadFailure(`${where}.members[${index}]`, `stands twice: ${member.email ?? member.id ?? ''}`);
    if (inner && holdsGroup(place.state, inner, group.id))
      loadFailure(`${where}.members[${index}]`, `makes a circle of groups: ${inner.email}`);
    group.members.push(record);
  });
}

function memberOf({ state, account }: Place, file: TenantMember, where: string): MemberRecord {
  const { role = 'MEMBER', delivery_settings: delivery = 'ALL_MAIL' } = file;
  if (file.type === 'CUSTOMER') return { id: account.id, type: 'CUSTOMER', role, delivery, since: 0 };
  if (file.email === undefined) return loadFailure(`${where}.email`, 'is missing');
  const email = file.email.toLowerCase();
  const owner = ownerOf(state, email);
  if (owner) return { id: owner.id, type: owner.kind === 'group' ? 'GROUP' : 'USER', role, delivery, since: 0 };
  if (account.domains.some(({ name }) => email.endsWith(`@${name}`)))
    loadFailure(`${where}.email`, `names nobody in the account: ${email}`);
  return { id: digits(`member/${email}`, 21), type: 'USER', email, role, delivery, since: 0 };
}
