import { text } from '../body';
import type { Context, Handler } from '../context';
import { conditionNotMet, duplicate, forbidden, invalid, notFound, Refused, required } from '../errors';
import { digits, etag } from '../ids';
import { at, orAbsent, type JsonObject } from '../json';
import { byText, page } from '../paging';
import { isComplete } from '../propagation';
import { switchValue } from '../switch-values';
import type { Account, GroupRecord, MemberRecord, State } from '../state';
import { ownerOf } from './addresses';
import { changeableGroup, groupIsKnown, kindOfId, readGroup, type Found } from './group-lookup';
import { derivedMembers, groupOf, holdsGroup, memberAddress, memberFor, membersOf, sameDomain } from './memberships';

/** Members of groups (Directory API "Manage group members"; refusals as GAM's tables have them). */

type Resource = GoogleAppsScript.AdminDirectory.Schema.Member;

const roles: readonly string[] = ['OWNER', 'MANAGER', 'MEMBER'];
const deliveries = ['ALL_MAIL', 'DAILY', 'DIGEST', 'DISABLED', 'NONE'];
/** How long a membership that was answered with `conflict` takes to begin. */
const conflictDelay = 60_000;

const unknown = () => notFound('Resource Not Found: memberKey');

/** A member; its delivery settings are shown by insert, update and get alone. */
function resource(state: State, member: MemberRecord): Resource {
  const email = memberAddress(state, member);
  return {
    kind: 'admin#directory#member',
    etag: etag('member', member.id, member.role, member.delivery),
    id: member.id,
    ...(email !== undefined && { email }),
    role: member.role,
    type: member.type,
    status: statusOf(state, member),
  };
}

const wholeResource = (state: State, member: MemberRecord): Resource => ({
  ...resource(state, member),
  delivery_settings: member.delivery,
});

function statusOf({ users }: State, { id }: MemberRecord): string {
  const user = at(users, id);
  return user?.archived ? 'ARCHIVED' : user?.suspended ? 'SUSPENDED' : 'ACTIVE';
}

/** `directory.members.list`: direct members, or those of nested groups too; absent when there are none. */
export const listMembers: Handler = (context) => {
  const { group } = readGroup(context);
  const { roles: asked, includeDerivedMembership } = context.params;
  const wanted = asked === undefined || asked === '' ? roles : asked.split(',').map((role) => role.trim());
  if (!wanted.every((role) => roles.includes(role))) throw invalid('Invalid Input: roles');
  const all = includeDerivedMembership === 'true' ? derivedMembers(context, group) : membersOf(context, group);
  const keyed = all
    .filter(({ role }) => wanted.includes(role))
    .map((member) => [`${memberAddress(context.state, member) ?? ''}\u0000${member.id}`, member] as const)
    .sort(([a], [b]) => byText(a, b));
  const { items, nextPageToken } = page(context, keyed, { key: ([key]) => key, most: 200, usual: 200 });
  return {
    kind: 'admin#directory#members',
    etag: etag('members', group.id, group.version),
    members: orAbsent(items.map(([, member]) => resource(context.state, member))),
    nextPageToken,
  };
};

function named(context: Context, group: GroupRecord): MemberRecord {
  const member = memberFor(context, group, context.params['memberKey'] ?? '');
  if (!member) throw unknown();
  return member;
}

/** `directory.members.get`: direct members only. */
export const getMember: Handler = (context) => wholeResource(context.state, named(context, readGroup(context).group));

/**
 * `directory.members.hasMember`. A nested membership is told only within one domain; of others Google refuses to say
 * (members reference).
 */
export const hasMember: Handler = (context) => {
  const { account, group } = readGroup(context);
  const key = context.params['memberKey'] ?? '';
  if (memberFor(context, group, key)) return { isMember: true };
  const id = ownerOf(context.state, key)?.id ?? key;
  const address = at(context.state.users, id)?.primaryEmail ?? groupOf(context.state, id)?.email;
  if (address === undefined) throw unknown();
  if (!sameDomain(address, group.email)) throw invalid('Invalid Input: memberKey');
  const everybody = membersOf(context, group).some(({ type }) => type === 'CUSTOMER');
  const inAccount = at(context.state.users, id)?.account === account.id;
  return { isMember: (everybody && inAccount) || derivedMembers(context, group).some((member) => member.id === id) };
};

/** Whether people can be put into a group by hand: what Google answers of a dynamic one is not public. */
function mustBeStatic({ state }: Context, { account, group }: Found): void {
  if (!group.dynamic) return;
  const says = 'The members of a dynamic group follow from its query.';
  const status = switchValue(state, 'dynamicGroups', account);
  throw status === '403' ? forbidden() : status === '400' ? invalid(says) : conditionNotMet(says);
}

function roleFrom({ state }: Context, account: Account, body: JsonObject): MemberRecord['role'] | undefined {
  const role = text(body, 'role');
  if (role === undefined) return undefined;
  const managers = switchValue(state, 'managerRole', account) === 'allowed';
  if (role === 'OWNER' || role === 'MEMBER' || (role === 'MANAGER' && managers)) return role;
  throw invalid('Invalid Input: role');
}

function deliveryFrom(body: JsonObject): string | undefined {
  const delivery = text(body, 'delivery_settings');
  if (delivery !== undefined && !deliveries.includes(delivery)) throw invalid('Invalid Input: delivery_settings');
  return delivery;
}

type Candidate = Pick<MemberRecord, 'id' | 'type' | 'email'>;

/** Whom a body names. Throws 400 for nobody and for what is no address, 404 for somebody whom Google does not know. */
function candidateFrom(context: Context, account: Account): Candidate {
  const email = text(context.body, 'email')?.trim().toLowerCase();
  const id = text(context.body, 'id');
  if (email) return byAddress(context, account, email);
  if (!id) throw required('memberKey');
  if (id === account.id) return { id, type: 'CUSTOMER' };
  return known(context, id);
}

function known(context: Context, id: string): Candidate {
  const type = kindOfId(context, id);
  const user = at(context.state.users, id);
  const ready = user ? isComplete(context, user) : groupIsKnown(context, id);
  if (type === undefined || !ready) throw unknown();
  return { id, type };
}

/** An address that is not in the group's account belongs to somebody outside. */
function byAddress(context: Context, account: Account, email: string): Candidate {
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) throw invalid('Invalid Input: memberKey');
  const owner = ownerOf(context.state, email);
  if (owner?.account === account.id) return known(context, owner.id);
  if (account.domains.some(({ name }) => sameDomain(email, `@${name}`))) throw unknown();
  if (switchValue(context.state, 'externalMembers', account) === 'refused') throw forbidden();
  if (owner) return known(context, owner.id);
  return { id: digits(`member/${email}`, 21), type: 'USER', email };
}

/** `directory.members.insert`: by address or id, a member unless another role is named. */
export const insertMember: Handler = (context) => {
  const found = changeableGroup(context);
  const { account, group } = found;
  mustBeStatic(context, found);
  const candidate = candidateFrom(context, account);
  const role = roleFrom(context, account, context.body) ?? 'MEMBER';
  const delivery = deliveryFrom(context.body) ?? 'ALL_MAIL';
  if (group.members.some(({ id }) => id === candidate.id)) throw duplicate('Member already exists.');
  mustNotCircle(context.state, group, candidate);
  const late = switchValue(context.state, 'memberConflict', account) === 'always';
  const member = { ...candidate, role, delivery, since: context.now + (late ? conflictDelay : 0) };
  group.members = [...group.members, member];
  group.version += 1;
  if (late) throw new Refused(409, 'conflict', 'Conflict');
  return wholeResource(context.state, member);
};

function mustNotCircle(state: State, group: GroupRecord, { id, type }: Candidate): void {
  const inner = type === 'GROUP' ? groupOf(state, id) : undefined;
  if (inner && holdsGroup(state, inner, group.id)) throw conditionNotMet('Cyclic memberships not allowed');
}

/** `directory.members.update` and `.patch`: another role; patch leaves delivery settings alone (members reference). */
export const updateMember: Handler = (context) => {
  const found = changeableGroup(context);
  const { account, group } = found;
  mustBeStatic(context, found);
  const member = named(context, group);
  const patches = context.op === 'directory.members.patch';
  const next: MemberRecord = {
    ...member,
    role: roleFrom(context, account, context.body) ?? member.role,
    delivery: (patches ? undefined : deliveryFrom(context.body)) ?? member.delivery,
  };
  group.members = group.members.map((standing) => (standing === member ? next : standing));
  group.version += 1;
  return patches ? resource(context.state, next) : wholeResource(context.state, next);
};

/** `directory.members.delete`. Answers nothing. */
export const deleteMember: Handler = (context) => {
  const found = changeableGroup(context);
  mustBeStatic(context, found);
  const member = named(context, found.group);
  found.group.members = found.group.members.filter((standing) => standing !== member);
  found.group.version += 1;
};
