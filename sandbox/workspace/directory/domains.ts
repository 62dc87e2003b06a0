import { enter } from '../access';
import type { Handler } from '../context';
import { etag } from '../ids';
import { orAbsent } from '../json';
import type { DomainRecord } from '../state';
import { customerOf } from './roles';

type Resource = GoogleAppsScript.AdminDirectory.Schema.Domains;

function resource(domain: DomainRecord): Resource {
  return {
    kind: 'admin#directory#domain',
    etag: etag('domain', domain.name, String(domain.verified)),
    domainName: domain.name,
    isPrimary: domain.primary,
    verified: domain.verified,
    creationTime: String(domain.createdAt),
  };
}

/** `directory.domains.list`: every domain of an account, without pages. */
export const listDomains: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  return {
    kind: 'admin#directory#domains',
    etag: etag('domains', account.id, account.domains.length),
    domains: orAbsent(account.domains.map(resource)),
  };
};
