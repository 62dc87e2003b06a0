import { accountOfDomain, enter } from '../access';
import type { Handler } from '../context';
import { forbidden, notFound } from '../errors';
import { etag } from '../ids';
import { orAbsent } from '../json';
import { domainOf } from './addresses';

type Resource = GoogleAppsScript.AdminDirectory.Schema.Group;

/** `directory.groups.get`, by address, alias or id: enough to tell that an address belongs to a group. */
export const getGroup: Handler = (context) => {
  const key = (context.params['groupKey'] ?? '').toLowerCase();
  const named = Object.values(context.state.accounts).find((account) =>
    account.groups.some((group) => group.id === key || group.email === key || group.aliases.includes(key)),
  );
  const account = named ?? accountOfDomain(context, domainOf(key));
  if (!account) throw key.includes('@') ? forbidden() : notFound('Resource Not Found: groupKey');
  enter(context, account);
  const group = account.groups.find((known) => known.id === key || known.email === key || known.aliases.includes(key));
  if (!group) throw notFound('Resource Not Found: groupKey');
  const resource: Resource = {
    kind: 'admin#directory#group',
    id: group.id,
    etag: etag('group', group.id),
    email: group.email,
    name: group.name,
    description: group.description,
    adminCreated: true,
    directMembersCount: '0',
    aliases: orAbsent(group.aliases),
  };
  return resource;
};
