import { accountFor, enter } from '../access';
import { has, object, text } from '../body';
import type { Context, Handler } from '../context';
import { invalid, notFound } from '../errors';
import { etag } from '../ids';
import type { JsonObject } from '../json';
import type { Account } from '../state';
import { domainOf } from './addresses';

/** The Directory's customer: language and contact (Directory API "Manage customers"). */

type Resource = GoogleAppsScript.AdminDirectory.Schema.Customer;

function resource(account: Account): Resource {
  return {
    kind: 'admin#directory#customer',
    etag: etag('customer', account.id, account.version),
    id: account.id,
    customerDomain: account.domain,
    language: account.language,
    customerCreationTime: new Date(account.createdAt).toISOString(),
    postalAddress: { ...account.postalAddress },
    ...(account.alternateEmail !== undefined && { alternateEmail: account.alternateEmail }),
    ...(account.phoneNumber !== undefined && { phoneNumber: account.phoneNumber }),
  };
}

/** The key is the customer's id or `my_customer`; a domain is not one. */
function named(context: Context): Account {
  const account = accountFor(context, context.params['customerKey'] ?? '');
  if (!account) throw notFound('Resource Not Found: customerKey');
  enter(context, account);
  return account;
}

/** `directory.customers.get`. */
export const getCustomer: Handler = (context) => resource(named(context));

/** `directory.customers.patch`. A new language counts for users created from now on. */
export const patchCustomer: Handler = (context) => {
  const account = named(context);
  const next = structuredClone(account);
  applyTexts(context.body, next);
  applyPrimaryDomain(context.body, next);
  const address = object(context.body, 'postalAddress');
  if (address) next.postalAddress = addressOf(account, address);
  next.version += 1;
  Object.assign(account, next);
  return resource(account);
};

function applyTexts(body: JsonObject, next: Account): void {
  const language = text(body, 'language');
  if (language !== undefined && !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language))
    throw invalid('Invalid Input: language');
  const email = text(body, 'alternateEmail');
  if (email !== undefined && (!email.includes('@') || next.domains.some((domain) => domain.name === domainOf(email))))
    throw invalid('Invalid Input: alternateEmail');
  const phone = text(body, 'phoneNumber');
  if (phone !== undefined && !/^\+\d{6,15}$/.test(phone)) throw invalid('Invalid Input: phoneNumber');
  next.language = language ?? next.language;
  if (email !== undefined) next.alternateEmail = email;
  if (phone !== undefined) next.phoneNumber = phone;
}

function applyPrimaryDomain(body: JsonObject, next: Account): void {
  const name = text(body, 'customerDomain')?.toLowerCase();
  if (name === undefined || name === next.domain) return;
  const domain = next.domains.find((known) => known.name === name);
  if (!domain?.verified) throw invalid('New domain name is not a verified secondary domain');
  next.domain = name;
  for (const known of next.domains) known.primary = known.name === name;
}

function addressOf(account: Account, address: JsonObject): Record<string, string> {
  const code = text(address, 'countryCode');
  if (has(address, 'countryCode') ? !/^[A-Z]{2}$/.test(code ?? '') : account.postalAddress['countryCode'] === undefined)
    throw invalid('Invalid Input: countryCode');
  const fields = Object.keys(address).flatMap((field): [string, string][] => [[field, text(address, field) ?? '']]);
  return { ...account.postalAddress, ...Object.fromEntries(fields) };
}
