import type { Fact } from '../engine/procedure';
import { isObject, type Request } from '../engine/request';
import { asSchema, type Schema } from './custom-fields';
import { accessKinds } from './access';
import { heldRolesKinds } from './held-roles';
import { privilegesKinds } from './privileges-fact';
import { proofKinds } from './proofs';
import {
  asCustomer,
  asDomain,
  asGroup,
  asLicence,
  asMember,
  asOrgUnit,
  asResoldCustomer,
  asRole,
  asRoleAssignment,
  asSubscription,
  asUser,
  type Customer,
  type Domain,
  type Group,
  type Licence,
  type Member,
  type OrgUnit,
  type ResoldCustomer,
  type Role,
  type RoleAssignment,
  type Subscription,
  type User,
} from './resources';

import type { AllKind, MemberKind, WholeKind } from './fact-kinds';

/** Which request brings a fact, singly or in bulk: the one table of reading. What writes change is in `effects.ts`. */

/** The user at an address, alias or id; undefined where there is none. */
export const userFact = (account: string, key: string): Fact<User | undefined> => ({
  kind: 'user',
  account,
  key: key.toLowerCase(),
});
/** Every org unit of the account except the root. */
export const orgUnitsFact = (account: string): Fact<readonly OrgUnit[]> => ({ kind: 'orgUnits', account, key: '' });
/** Every role of the account, Google's own among them. */
export const rolesFact = (account: string): Fact<readonly Role[]> => ({ kind: 'roles', account, key: '' });
/** What roles a user holds, by the user's id. */
export const assignmentsFact = (account: string, userId: string): Fact<readonly RoleAssignment[]> => ({
  kind: 'assignments',
  account,
  key: userId,
});
/** The SKU ids of a product that a user holds (Google allows one). The key is the user's present address. */
export const licencesFact = (account: string, productId: string, email: string): Fact<readonly string[]> => ({
  kind: 'licences',
  account,
  key: `${productId} ${email.toLowerCase()}`,
});
/** Every licence of a product in the account: the only read that tells of a licence whose SKU nobody else has. */
export const productLicencesFact = (account: string, productId: string): Fact<readonly Licence[]> => ({
  kind: 'productLicences',
  account,
  key: productId,
});
/** Every domain of the account. */
export const domainsFact = (account: string): Fact<readonly Domain[]> => ({ kind: 'domains', account, key: '' });
/** The account itself, as the Directory API has it. */
export const customerFact = (account: string): Fact<Customer | undefined> => ({ kind: 'customer', account, key: '' });
/** The group at an address, alias or id; undefined where there is none. */
export const groupFact = (account: string, email: string): Fact<Group | undefined> => ({
  kind: 'group',
  account,
  key: email.toLowerCase(),
});
/** Every schema of custom fields of the account. */
export const schemasFact = (account: string): Fact<readonly Schema[]> => ({ kind: 'schemas', account, key: '' });
/** Every group of the account: for finding one by its name. */
export const groupsFact = (account: string): Fact<readonly Group[]> => ({ kind: 'groups', account, key: '' });
/** The groups that a user is in directly, by the user's id. They may be another account's. */
export const groupsOfFact = (account: string, userId: string): Fact<readonly Group[]> => ({
  kind: 'groupsOf',
  account,
  key: userId,
});
/** Who and what is in a group directly, by the group's address. Throws 404 where there is no such group. */
export const membersFact = (account: string, group: string): Fact<readonly Member[]> => ({
  kind: 'members',
  account,
  key: group,
});
/** One member of a group by address or id; undefined where there is none. */
export const memberFact = (
  account: string,
  { group, member }: { readonly group: string; readonly member: string },
): Fact<Member | undefined> => ({ kind: 'member', account, key: `${group} ${member}` });
/** Every super administrator of the account (Directory API "Search for users": `isAdmin=true`). */
export const superAdminsFact = (account: string): Fact<readonly User[]> => ({ kind: 'superAdmins', account, key: '' });
/** Some people of an org unit and those below it (Directory API "Search for users": `orgUnitPath='/Sales'`). */
export const peopleInUnitFact = (account: string, orgUnit: string): Fact<readonly User[]> => ({
  kind: 'peopleInUnit',
  account,
  key: orgUnit,
});
/** Everybody of the account as it was when it was read, each as is known by now: state, last sign-in, 2-step. */
export const usersFact = (account: string): Fact<readonly User[]> => ({ kind: 'users', account, key: '' });
/** Users deleted in the last 20 days. */
export const deletedUsersFact = (account: string): Fact<readonly User[]> => ({
  kind: 'deletedUsers',
  account,
  key: '',
});
/** Every subscription that the reseller sells. */
export const subscriptionsFact = (account: string): Fact<readonly Subscription[]> => ({
  kind: 'subscriptions',
  account,
  key: '',
});
/**
 * The subscriptions of a customer that a transfer token opens; `secret` names the token. Throws 403 for one that is
 * wrong or has run out.
 */
export const transferableFact = (customer: string, secret: string): Fact<readonly Subscription[]> => ({
  kind: 'transferable',
  account: customer,
  key: secret,
});
/** How the reseller sees the customer of a domain or id; undefined: the domain is no customer of Google's. */
export const resoldCustomerFact = (account: string, domain: string): Fact<ResoldCustomer | undefined> => ({
  kind: 'resoldCustomer',
  account,
  key: domain,
});

/** Custom fields come only where they are asked for (Users reference, projection). */
const withCustomFields = { projection: 'full' };

const groupPage = { maxResults: '200' };
const listOfGroups = { list: 'groups', has: ['id', 'email'], parse: asGroup };

function memberIn({ key }: Fact<unknown>): Record<string, string> {
  const [groupKey = '', memberKey = ''] = key.split(' ');
  return { groupKey, memberKey };
}

const request = (op: string, account: string, params: Record<string, string>): Request => ({ op, account, params });

/** The first page of a list of users: enough where some of them do. */
function usersIn(value: unknown): readonly User[] {
  const { users } = isObject(value) ? value : {};
  return Array.isArray(users) ? users.map(asUser) : [];
}

const whole = (
  op: string,
  params: (fact: Fact<unknown>) => Record<string, string>,
  rest: Pick<WholeKind, 'list' | 'has' | 'parse' | 'mayBeForbidden' | 'mayBeAbsent'>,
): WholeKind => ({ of: 'whole', request: (fact) => request(op, fact.account, params(fact)), ...rest });

/**
 * Every kind of fact. Page sizes are the documented ones: users 500, roles 100, assignments 200, licences 100,
 * subscriptions 100, groups and members 200.
 */
export const factKinds: Readonly<Record<string, WholeKind | MemberKind | AllKind>> = {
  ...accessKinds,
  ...heldRolesKinds,
  ...privilegesKinds,
  ...proofKinds,
  users: { of: 'all', members: 'user' },
  user: {
    of: 'member',
    collection: (fact) => `user ${fact.account}`,
    listRequest: (fact) =>
      request('directory.users.list', fact.account, { customer: fact.account, maxResults: '500', ...withCustomFields }),
    list: 'users',
    has: ['id', 'primaryEmail'],
    mayBeAbsent: true,
    keep: asUser,
    keys: (item) => [(item as User).primaryEmail, (item as User).id, ...(item as User).aliases],
    value: (items) => items[items.length - 1],
    single: (fact) => request('directory.users.get', fact.account, { userKey: fact.key, ...withCustomFields }),
    listFrom: 11,
  },
  assignments: {
    of: 'member',
    collection: (fact) => `assignments ${fact.account}`,
    listRequest: (fact) =>
      request('directory.roleAssignments.list', fact.account, { customer: fact.account, maxResults: '200' }),
    list: 'items',
    has: ['roleAssignmentId', 'roleId', 'assignedTo'],
    keep: asRoleAssignment,
    keys: (item) => [(item as RoleAssignment).assignedTo],
    value: (items) => items,
    single: (fact) =>
      request('directory.roleAssignments.list', fact.account, {
        customer: fact.account,
        userKey: fact.key,
        maxResults: '200',
      }),
    singleIsList: true,
    listFrom: 4,
  },
  licences: {
    of: 'member',
    collection: (fact) => `licences ${fact.account} ${fact.key.split(' ')[0] ?? ''}`,
    listRequest: (fact) =>
      request('licensing.licenseAssignments.listForProduct', fact.account, {
        productId: fact.key.split(' ')[0] ?? '',
        customerId: fact.account,
        maxResults: '100',
      }),
    list: 'items',
    has: ['userId', 'productId', 'skuId'],
    keep: asLicence,
    keys: (item) => [`${(item as Licence).productId} ${(item as Licence).userId}`],
    value: (items) => items.map((item) => (item as Licence).skuId),
    listFrom: 1,
  },
  productLicences: whole(
    'licensing.licenseAssignments.listForProduct',
    (fact) => ({ productId: fact.key, customerId: fact.account, maxResults: '100' }),
    { list: 'items', has: ['userId', 'productId', 'skuId'], parse: asLicence },
  ),
  orgUnits: whole('directory.orgunits.list', (fact) => ({ customerId: fact.account, type: 'all' }), {
    list: 'organizationUnits',
    has: ['orgUnitPath'],
    parse: asOrgUnit,
  }),
  roles: whole('directory.roles.list', (fact) => ({ customer: fact.account, maxResults: '100' }), {
    list: 'items',
    has: ['roleId', 'roleName'],
    parse: asRole,
  }),
  domains: whole('directory.domains.list', (fact) => ({ customer: fact.account }), {
    list: 'domains',
    has: ['domainName'],
    parse: asDomain,
  }),
  superAdmins: whole(
    'directory.users.list',
    (fact) => ({ customer: fact.account, query: 'isAdmin=true', maxResults: '500' }),
    { list: 'users', has: ['id', 'primaryEmail'], parse: asUser },
  ),
  peopleInUnit: {
    of: 'whole',
    has: [],
    request: ({ account, key }) =>
      request('directory.users.list', account, {
        customer: account,
        query: `orgUnitPath='${key.replace(/(['\\])/g, '\\$1')}'`,
        maxResults: '50',
      }),
    parse: usersIn,
  },
  deletedUsers: whole(
    'directory.users.list',
    (fact) => ({ customer: fact.account, showDeleted: 'true', maxResults: '500' }),
    { list: 'users', has: ['id', 'primaryEmail'], parse: asUser },
  ),
  subscriptions: whole('reseller.subscriptions.list', () => ({ maxResults: '100' }), {
    list: 'subscriptions',
    has: ['subscriptionId', 'customerId', 'skuId'],
    parse: asSubscription,
    mayBeForbidden: true,
  }),
  transferable: {
    of: 'whole',
    list: 'subscriptions',
    has: ['skuId'],
    parse: asSubscription,
    request: ({ account, key }) => ({
      op: 'reseller.subscriptions.list',
      account,
      params: { customerId: account, maxResults: '100' },
      secrets: { customerAuthToken: key },
    }),
  },
  customer: whole('directory.customers.get', (fact) => ({ customerKey: fact.account }), {
    has: ['id'],
    mayBeAbsent: true,
    parse: asCustomer,
  }),
  group: {
    of: 'member',
    collection: (fact) => `group ${fact.account}`,
    listRequest: (fact) => request('directory.groups.list', fact.account, { customer: fact.account, ...groupPage }),
    list: 'groups',
    has: ['id', 'email'],
    mayBeAbsent: true,
    keep: asGroup,
    keys: (item) => [(item as Group).email, (item as Group).id, ...(item as Group).aliases],
    value: (items) => items[items.length - 1],
    single: (fact) => request('directory.groups.get', fact.account, { groupKey: fact.key }),
    listFrom: 4,
  },
  groups: whole('directory.groups.list', (fact) => ({ customer: fact.account, ...groupPage }), listOfGroups),
  groupsOf: whole('directory.groups.list', (fact) => ({ userKey: fact.key, ...groupPage }), listOfGroups),
  members: whole('directory.members.list', (fact) => ({ groupKey: fact.key, ...groupPage }), {
    list: 'members',
    has: ['id'],
    parse: asMember,
  }),
  schemas: whole('directory.schemas.list', (fact) => ({ customerId: fact.account }), {
    list: 'schemas',
    has: ['schemaName'],
    parse: asSchema,
  }),
  member: whole('directory.members.get', memberIn, { has: ['id'], mayBeAbsent: true, parse: asMember }),
  resoldCustomer: whole('reseller.customers.get', (fact) => ({ customerId: fact.key }), {
    has: ['customerId'],
    mayBeAbsent: true,
    parse: asResoldCustomer,
  }),
};

const names = new WeakMap<Fact<unknown>, string>();

/** What a fact is called among the known ones. Open facts are looked for again and again, so each is named once. */
export function factName(fact: Fact<unknown>): string {
  const known = names.get(fact);
  if (known !== undefined) return known;
  const name = `${fact.kind} ${fact.account} ${fact.key}`;
  names.set(fact, name);
  return name;
}

const collections = new WeakMap<Fact<unknown>, string>();

/** What a member of a collection is listed with, by the collection's name; named once, as facts are. */
export function collectionOf(fact: Fact<unknown>, kind: MemberKind): string {
  const known = collections.get(fact);
  if (known !== undefined) return known;
  const name = kind.collection(fact);
  collections.set(fact, name);
  return name;
}

/** How a fact is read. Throws for a kind that no request brings. */
export function kindOf(fact: Fact<unknown>): WholeKind | MemberKind | AllKind {
  const kind = factKinds[fact.kind];
  if (!kind) throw new Error(`No request brings the fact ${fact.kind}.`);
  return kind;
}

/** How a member of a collection is read. Throws for any other fact. */
export function memberKind(fact: Fact<unknown>): MemberKind {
  const kind = kindOf(fact);
  if (kind.of !== 'member') throw new Error(`${fact.kind} is no member of a collection.`);
  return kind;
}
