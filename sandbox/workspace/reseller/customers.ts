import { has, object, text } from '../body';
import type { Context, Handler } from '../context';
import { accountsOfDomain, domainOf, enterDomain } from '../directory/addresses';
import { standardPrivileges } from '../directory/privilege-tree';
import { systemRoles } from '../directory/system-roles';
import { forbidden, invalid, notFound, Refused, required } from '../errors';
import { customerId, orgUnitId } from '../ids';
import { at, type JsonObject } from '../json';
import { count, type Account } from '../state';
import { switchValue } from '../switch-values';
import { customerByKey, opens, ownCustomer, resellerOf } from './rights';
import { takeOver } from './transfers';

/** Customers as a reseller orders and keeps them (Reseller API "Manage customers", "Retrieve and update customers"). */

type Resource = GoogleAppsScript.AdminReseller.Schema.Customer & {
  customerType?: string;
  primaryAdmin?: { primaryEmail: string };
};

const minimal = (account: Account): Resource => ({
  kind: 'reseller#customer',
  customerId: account.id,
  customerDomain: account.domain,
  customerType: account.type,
});

function full(account: Account): Resource {
  return {
    ...minimal(account),
    postalAddress: { kind: 'customers#address', ...account.postalAddress },
    customerDomainVerified: account.domains.some((domain) => domain.primary && domain.verified),
    resourceUiUrl: `https://www.google.com/a/cpanel/${account.domain}/Dashboard`,
    ...(account.alternateEmail !== undefined && { alternateEmail: account.alternateEmail }),
    ...(account.phoneNumber !== undefined && { phoneNumber: account.phoneNumber }),
    ...(account.primaryAdmin !== undefined && { primaryAdmin: { primaryEmail: account.primaryAdmin } }),
  };
}

/**
 * `reseller.customers.get`: whole for the reseller's own customer, three fields for others', 404 where the domain is
 * free.
 */
export const getCustomer: Handler = (context) => {
  const reseller = resellerOf(context, 'view');
  const account = customerByKey(context, context.params['customerId'] ?? '');
  if (!account) throw notFound('Resource Not Found: customerId');
  return account.resoldBy === reseller.id ? full(account) : minimal(account);
};

/** Countries that Google does not sell to. */
const closedCountries = ['CU', 'IR', 'KP', 'SY'];
const longest = 255;

/** Postal codes of some countries, without blanks and hyphens (postal operators). */
const postalCodes: Readonly<Record<string, RegExp>> = {
  AT: /^\d{4}$/,
  CH: /^\d{4}$/,
  DE: /^\d{5}$/,
  ES: /^\d{5}$/,
  FR: /^\d{5}$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/,
  IT: /^\d{5}$/,
  NO: /^\d{4}$/,
  PT: /^\d{7}$/,
  US: /^\d{5}(\d{4})?$/,
};

function isPostalCode({ state }: Context, code: string, country: string): boolean {
  const known = switchValue(state, 'postalCodes') === 'byCountry' ? at(postalCodes, country) : undefined;
  return (
    /^[A-Za-z0-9][A-Za-z0-9 -]{1,15}$/.test(code) && (known?.test(code.replace(/[ -]/g, '').toUpperCase()) ?? true)
  );
}

function addressOf(
  context: Context,
  address: JsonObject,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields = Object.keys(address)
    .filter((field) => field !== 'kind')
    .map((field): [string, string] => [field, text(address, field) ?? '']);
  const merged = { ...before, ...Object.fromEntries(fields) };
  for (const field of ['contactName', 'organizationName', 'postalCode', 'countryCode'])
    if (!merged[field]) throw required(`postalAddress.${field}`);
  for (const [field, value] of Object.entries(merged))
    if (value.length > longest) throw invalid(`Invalid Input: postalAddress.${field}`);
  const country = merged['countryCode'] ?? '';
  if (!/^[A-Z]{2}$/.test(country) || closedCountries.includes(country))
    throw invalid('Invalid Input: postalAddress.countryCode');
  if (!isPostalCode(context, merged['postalCode'] ?? '', country))
    throw invalid('Invalid Input: postalAddress.postalCode');
  return merged;
}

function alternateEmailOf(body: JsonObject, domain: string): string | undefined {
  const email = text(body, 'alternateEmail');
  if (email !== undefined && (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email) || domainOf(email) === domain))
    throw invalid('Invalid Input: alternateEmail');
  return email;
}

/** A number with `+` and country code; any other is dropped without a word (Reseller API reference). */
function phoneOf(body: JsonObject): string | undefined {
  const phone = text(body, 'phoneNumber');
  return phone !== undefined && /^\+\d{6,15}$/.test(phone) ? phone : undefined;
}

function domainFrom(body: JsonObject): string {
  const domain = text(body, 'customerDomain')?.toLowerCase();
  if (!domain) throw required('customerDomain');
  if (domain.startsWith('www.') || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain))
    throw invalid('Invalid Input: customerDomain');
  return domain;
}

function typeFrom(body: JsonObject): Account['type'] {
  const type = text(body, 'customerType') ?? 'domain';
  if (type === 'customerTypeUnspecified') return 'domain';
  if (type !== 'domain' && type !== 'team') throw invalid('Invalid Input: customerType');
  return type;
}

/** `reseller.customers.insert`. A customer that exists is 409, unless a transfer token comes with the order. */
export const insertCustomer: Handler = (context) => {
  const reseller = resellerOf(context, 'add');
  const { body } = context;
  const domain = domainFrom(body);
  const order = {
    domain,
    type: typeFrom(body),
    address: addressOf(context, object(body, 'postalAddress') ?? {}, {}),
    email: alternateEmailOf(body, domain),
  };
  if (order.type === 'domain' && order.email === undefined) throw required('alternateEmail');
  const primaryAdmin = order.type === 'team' ? primaryAdminFrom(body, domain) : undefined;
  const standing = accountsOfDomain(context.state, domain).find((account) => account.type === 'domain');
  if (standing) return taken(context, reseller, standing);
  if (at(context.state.aliasDomains, domain) !== undefined) throw exists(context);
  const account = newAccount(context, reseller, order);
  if (order.email !== undefined) account.alternateEmail = order.email;
  const phone = phoneOf(body);
  if (phone !== undefined) account.phoneNumber = phone;
  if (primaryAdmin !== undefined) account.primaryAdmin = primaryAdmin;
  context.state.accounts[account.id] = account;
  enterDomain(context.state, domain, account.id);
  return full(account);
};

function primaryAdminFrom(body: JsonObject, domain: string): string {
  const email = text(object(body, 'primaryAdmin') ?? {}, 'primaryEmail')?.toLowerCase();
  if (!email) throw required('primaryAdmin.primaryEmail');
  if (domainOf(email) !== domain) throw invalid('Invalid Input: primaryAdmin.primaryEmail');
  return email;
}

const exists = ({ state }: Context): Refused =>
  new Refused(409, switchValue(state, 'customerExists'), 'Entity already exists.');

function taken(context: Context, reseller: Account, standing: Account): Resource {
  const token = context.params['customerAuthToken'];
  // A further domain of an account stands for no account that could be taken over.
  if (token === undefined || standing.domain !== domainFrom(context.body)) throw exists(context);
  if (!opens(standing, reseller, { token, now: context.now })) throw forbidden();
  takeOver(standing, reseller);
  return full(standing);
}

interface Order {
  readonly domain: string;
  readonly type: Account['type'];
  readonly address: Record<string, string>;
}

function newAccount({ state, now }: Context, reseller: Account, { domain, type, address }: Order): Account {
  const id = customerId(`${count(state, 'customers')}/${domain}`);
  const root = orgUnitId(`${id}/`);
  const privileges = standardPrivileges();
  return {
    id,
    createdAt: now,
    domain,
    type,
    language: 'en',
    postalAddress: address,
    reseller: false,
    resoldBy: reseller.id,
    apiAccess: true,
    acceptedTerms: false,
    domains: [{ name: domain, primary: true, verified: false, createdAt: now }],
    rootOrgUnit: root,
    orgUnits: { [root]: { id: root, name: '', description: '', parent: null, version: 1 } },
    domainAliases: [],
    groups: [],
    schemas: [],
    privileges,
    roles: Object.fromEntries(
      systemRoles({ account: id, privileges, reseller: false, legacySupport: false }).map((role) => [role.id, role]),
    ),
    assignments: {},
    licences: {},
    licensed: {},
    seatsHeld: [],
    autoLicensing: [],
    subscriptions: [],
    transferTokens: [],
    takenElsewhere: [],
    switches: {},
    version: 1,
  };
}

/** `reseller.customers.patch` and `.update`: the customer's type and domain stay as they are. */
export const patchCustomer: Handler = (context) => {
  const account = ownCustomer(context, resellerOf(context, 'edit'));
  const { body } = context;
  const address = object(body, 'postalAddress');
  const next = address ? addressOf(context, address, account.postalAddress) : account.postalAddress;
  const email = alternateEmailOf(body, account.domain);
  const phone = has(body, 'phoneNumber') ? phoneOf(body) : undefined;
  account.postalAddress = next;
  if (email !== undefined) account.alternateEmail = email;
  if (phone !== undefined) account.phoneNumber = phone;
  account.version += 1;
  return full(account);
};
