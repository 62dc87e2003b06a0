import { dropAssignment } from '../access';
import { has, text } from '../body';
import type { Context, Handler } from '../context';
import { invalid } from '../errors';
import { userId } from '../ids';
import type { JsonObject } from '../json';
import { remember } from '../propagation';
import { count, type GroupRecord } from '../state';
import { switchValue } from '../switch-values';
import { enterGroup, leaveGroup } from './addresses';
import { changeableGroup, readGroup, type Found } from './group-lookup';
import { groupResource } from './group-resource';
import { leaveGroups } from './memberships';
import { accountForAddress, addressOf, mustBeFree } from './user-validation';

/** Groups (Directory API "Manage groups"; lengths: Groups reference and Google Workspace help on names). */

const longestName = 73;
const longestDescription = 4096;

/** `directory.groups.get`, by address, alias or id. */
export const getGroup: Handler = (context) => {
  const { account, group } = readGroup(context);
  return groupResource(account, group);
};

function textFrom(body: JsonObject, field: string, most: number): string | undefined {
  const value = text(body, field);
  if (value !== undefined && [...value].length > most) throw invalid(`Invalid Input: ${field}`);
  return value;
}

/** `directory.groups.insert`: the domain of the address decides the account. A new group is not known at once. */
export const insertGroup: Handler = (context) => {
  const { body, state, now } = context;
  const email = addressOf(body, 'email');
  const account = accountForAddress(context, email, 'email');
  const name = textFrom(body, 'name', longestName) ?? email.slice(0, email.indexOf('@'));
  const description = textFrom(body, 'description', longestDescription) ?? '';
  mustBeFree(context, account, email);
  const group: GroupRecord = {
    id: userId(`group/${account.id}/${count(state, 'groups')}/${email}`),
    email,
    name,
    description,
    aliases: [],
    members: [],
    dynamic: false,
    security: false,
    createdAt: now,
    version: 1,
  };
  remember(context, ['group', group.id], null);
  account.groups.push(group);
  enterGroup(state, account, group);
  return groupResource(account, group);
};

/** `directory.groups.update` and `.patch`: both change only the fields that are sent. */
export const updateGroup: Handler = (context) => {
  const { account, group } = changeableGroup(context);
  const { body, state } = context;
  const next = {
    ...group,
    ...(has(body, 'name') && { name: textFrom(body, 'name', longestName) ?? '' }),
    ...(has(body, 'description') && { description: textFrom(body, 'description', longestDescription) ?? '' }),
    ...renamed(context, { account, group }),
    version: group.version + 1,
  };
  leaveGroup(state, group);
  Object.assign(group, next);
  enterGroup(state, account, group);
  return groupResource(account, group);
};

/** Whether the old address stays as an alias is not public for groups. */
function renamed(context: Context, { account, group }: Found): Partial<GroupRecord> {
  if (!has(context.body, 'email')) return {};
  const email = addressOf(context.body, 'email');
  if (email === group.email) return {};
  if (accountForAddress(context, email, 'email').id !== account.id) throw invalid('Invalid Input: email');
  if (!group.aliases.includes(email)) mustBeFree(context, account, email);
  const others = group.aliases.filter((alias) => alias !== email);
  const kept = switchValue(context.state, 'groupRename', account) === 'alias' ? [group.email] : [];
  return { email, aliases: [...others, ...kept] };
}

/** `directory.groups.delete`. Its addresses are free at once, its roles and memberships gone. Answers nothing. */
export const deleteGroup: Handler = (context) => {
  const { account, group } = changeableGroup(context);
  leaveGroup(context.state, group);
  leaveGroups(context.state, group.id);
  account.groups = account.groups.filter((known) => known !== group);
  for (const { id, assignedTo } of Object.values(account.assignments))
    if (assignedTo === group.id) dropAssignment(account, id);
};
