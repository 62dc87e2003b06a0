import { etag } from '../ids';
import { orAbsent } from '../json';
import type { Account, GroupRecord } from '../state';
import { aliasDomainAddresses, domainOf } from './addresses';

/** A group as the Directory API shows it, checked against Google's Apps Script types. */
export type GroupResource = GoogleAppsScript.AdminDirectory.Schema.Group;

/** The whole group, without its members. */
export function groupResource(account: Account, group: GroupRecord): GroupResource {
  const test = domainOf(group.email) === account.domain ? [`${group.email}.test-google-a.com`] : [];
  return {
    kind: 'admin#directory#group',
    id: group.id,
    etag: etag('group', group.id, group.version),
    email: group.email,
    name: group.name,
    description: group.description,
    adminCreated: true,
    directMembersCount: String(group.members.length),
    aliases: orAbsent(group.aliases),
    nonEditableAliases: orAbsent([...aliasDomainAddresses(account, [group.email, ...group.aliases]), ...test]),
  };
}
