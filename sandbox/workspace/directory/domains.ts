import { enter } from '../access';
import type { Handler } from '../context';
import { notFound } from '../errors';
import { etag } from '../ids';
import { orAbsent } from '../json';
import type { Account, DomainAliasRecord, DomainRecord } from '../state';
import { customerOf } from './roles';

type Resource = GoogleAppsScript.AdminDirectory.Schema.Domains;

type AliasResource = GoogleAppsScript.AdminDirectory.Schema.DomainAlias;

function aliasResource({ name, parent, verified, createdAt }: DomainAliasRecord): AliasResource {
  return {
    kind: 'admin#directory#domainAlias',
    etag: etag('domainAlias', name, String(verified)),
    domainAliasName: name,
    parentDomainName: parent,
    verified,
    creationTime: String(createdAt),
  };
}

const aliasesOf = ({ domainAliases }: Account, domain: string): AliasResource[] =>
  domainAliases.filter(({ parent }) => parent === domain).map(aliasResource);

function resource(account: Account, domain: DomainRecord): Resource {
  return {
    kind: 'admin#directory#domain',
    etag: etag('domain', domain.name, String(domain.verified)),
    domainName: domain.name,
    isPrimary: domain.primary,
    verified: domain.verified,
    creationTime: String(domain.createdAt),
    domainAliases: orAbsent(aliasesOf(account, domain.name)),
  };
}

/** `directory.domains.list`: every domain of an account, without pages. */
export const listDomains: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  return {
    kind: 'admin#directory#domains',
    etag: etag('domains', account.id, account.domains.length),
    domains: orAbsent(account.domains.map((domain) => resource(account, domain))),
  };
};

/** `directory.domainAliases.list`: all of them, or those of one domain, without pages. */
export const listDomainAliases: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const parent = context.params['parentDomainName']?.toLowerCase();
  const domains = account.domains.filter(({ name }) => parent === undefined || name === parent);
  if (domains.length === 0) throw notFound('Domain not found.');
  return {
    kind: 'admin#directory#domainAliases',
    etag: etag('domainAliases', account.id, account.domainAliases.length),
    domainAliases: orAbsent(domains.flatMap(({ name }) => aliasesOf(account, name))),
  };
};

/** `directory.domainAliases.get`. */
export const getDomainAlias: Handler = (context) => {
  const account = customerOf(context);
  enter(context, account);
  const wanted = context.params['domainAliasName']?.toLowerCase();
  const alias = account.domainAliases.find(({ name }) => name === wanted);
  if (!alias) throw notFound('Domain alias does not exist');
  return aliasResource(alias);
};
