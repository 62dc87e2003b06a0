import type { Fact } from '../engine/procedure';
import { isObject, type Request } from '../engine/request';
import { accessKinds } from './access';
import { asSchema } from './custom-fields';
import type { AllKind, MemberKind, WholeKind } from './fact-kinds';
import { heldRolesKinds } from './held-roles';
import { privilegesKinds } from './privileges-fact';
import { proofKinds } from './proofs';
import { asResoldCustomer, asSubscription } from './reseller-resources';
import {
  asCustomer,
  asDomain,
  asGroup,
  asLicence,
  asMember,
  asOrgUnit,
  asRole,
  asRoleAssignment,
  asUser,
  type Group,
  type Licence,
  type RoleAssignment,
  type User,
} from './resources';

/** Which request brings a fact, singly or in bulk: the one table of reading. What writes change is in `effects.ts`. */

/** Custom fields come only where they are asked for (Users reference, projection). */
const withCustomFields = { projection: 'full' };

const groupPage = { maxResults: '200' };
/**
 * The limits page says a hundred, the discovery document a thousand. Whoever asked for more has been given fewer, and
 * no further page (GAM-team/GAM issue 1625, google-api-go-client issue 1967): people would seem to have no licence.
 */
const licencePage = { maxResults: '100' };
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
        ...licencePage,
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
    (fact) => ({ productId: fact.key, customerId: fact.account, ...licencePage }),
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
