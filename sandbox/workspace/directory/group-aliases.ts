import type { Handler } from '../context';
import { limitExceeded, notFound } from '../errors';
import { etag } from '../ids';
import { orAbsent } from '../json';
import type { GroupRecord } from '../state';
import { enterGroup, leaveGroup } from './addresses';
import { changeableGroup, readGroup } from './group-lookup';
import { accountForAddress, addressOf, mustBeFree } from './user-validation';

/** A group's further addresses (Directory API "Manage groups"; at most 30, limits page). */

const most = 30;

const resource = (group: GroupRecord, alias: string) => ({
  kind: 'admin#directory#alias',
  id: group.id,
  etag: etag('alias', group.id, alias),
  primaryEmail: group.email,
  alias,
});

/** `directory.groups.aliases.list`. Aliases are absent when there are none. */
export const listGroupAliases: Handler = (context) => {
  const { group } = readGroup(context);
  return {
    kind: 'admin#directory#aliases',
    etag: etag('aliases', group.id, group.version),
    aliases: orAbsent(group.aliases.map((alias) => resource(group, alias))),
  };
};

/** `directory.groups.aliases.insert`: an address that nobody has. */
export const insertGroupAlias: Handler = (context) => {
  const { account, group } = changeableGroup(context);
  const alias = addressOf(context.body, 'alias');
  if (accountForAddress(context, alias, 'resource_id').id !== account.id) throw notFound('Domain not found.');
  mustBeFree(context, account, alias);
  if (group.aliases.length >= most) throw limitExceeded(`A group can have at most ${most} aliases.`);
  group.aliases = [...group.aliases, alias];
  group.version += 1;
  enterGroup(context.state, account, group);
  return resource(group, alias);
};

/** `directory.groups.aliases.delete`. Answers nothing. */
export const deleteGroupAlias: Handler = (context) => {
  const { account, group } = changeableGroup(context);
  const alias = (context.params['alias'] ?? '').toLowerCase();
  if (!group.aliases.includes(alias)) throw notFound('Resource Not Found: resource_id');
  leaveGroup(context.state, group);
  group.aliases = group.aliases.filter((known) => known !== alias);
  group.version += 1;
  enterGroup(context.state, account, group);
};
