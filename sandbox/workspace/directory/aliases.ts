import type { Context, Handler } from '../context';
import { limitExceeded, notFound } from '../errors';
import { orAbsent } from '../json';
import { remember } from '../propagation';
import type { UserRecord } from '../state';
import { etag } from '../ids';
import { accountOf, changeableUser, readUser } from './user-lookup';
import { accountForAddress, addressOf, mustBeFree } from './user-validation';

/** A user's further addresses (Directory API "Manage user aliases"; at most 30, limits page). */

const most = 30;

const resource = (user: UserRecord, alias: string) => ({
  kind: 'admin#directory#alias',
  id: user.id,
  etag: etag('alias', user.id, alias),
  primaryEmail: user.primaryEmail,
  alias,
});

/** `directory.users.aliases.list`. Aliases are absent when there are none. */
export const listAliases: Handler = (context) => {
  const user = readUser(context, context.params['userKey'] ?? '');
  return {
    kind: 'admin#directory#aliases',
    etag: etag('aliases', user.id, user.version),
    aliases: orAbsent(user.aliases.map((alias) => resource(user, alias))),
  };
};

function change(context: Context, user: UserRecord, aliases: string[]): void {
  remember(context, ['user', user.id], user);
  user.aliases = aliases;
  user.version += 1;
}

/** `directory.users.aliases.insert`. */
export const insertAlias: Handler = (context) => {
  const user = changeableUser(context, context.params['userKey'] ?? '');
  const alias = addressOf(context.body, 'alias');
  const account = accountForAddress(context, alias, 'resource_id');
  if (account.id !== user.account) throw notFound('Domain not found.');
  mustBeFree(context, accountOf(context, user), alias);
  if (user.aliases.length >= most) throw limitExceeded(`A user can have at most ${most} aliases.`);
  change(context, user, [...user.aliases, alias]);
  context.state.addresses[alias] = { kind: 'alias', id: user.id, account: user.account };
  return resource(user, alias);
};

/** `directory.users.aliases.delete`. The address can be used again at once. */
export const deleteAlias: Handler = (context) => {
  const user = changeableUser(context, context.params['userKey'] ?? '');
  const alias = (context.params['alias'] ?? '').toLowerCase();
  if (!user.aliases.includes(alias)) throw notFound('Resource Not Found: resource_id');
  change(
    context,
    user,
    user.aliases.filter((known) => known !== alias),
  );
  Reflect.deleteProperty(context.state.addresses, alias);
};
