import type { Fact } from '../engine/procedure';
import type { Request } from '../engine/request';

/**
 * The parts of Google that are switched on, and allowed, apart from each other: an API in the Cloud project, a scope at
 * the consent screen. Each has a light read that proves it. Which scope an operation takes: discovery documents.
 */
interface Part {
  /** Operations that need it. */
  readonly ops: RegExp;
  /** What is proved, in words. */
  readonly what: string;
  /** A read that needs the same API and scope, by the account and the address of whoever is signed in. */
  read(account: string, me: string): Pick<Request, 'op' | 'params'>;
}

const one = { maxResults: '1' };

const parts = {
  users: {
    ops: /^directory\.users\.(?!signOut)/,
    what: 'Users',
    read: (_, me) => ({ op: 'directory.users.get', params: { userKey: me } }),
  },
  security: {
    ops: /^directory\.(users\.signOut|tokens|asps)/,
    what: 'Signing out and access of applications',
    read: (_, me) => ({ op: 'directory.tokens.list', params: { userKey: me } }),
  },
  customer: {
    ops: /^directory\.customers\./,
    what: 'The account',
    read: (account) => ({ op: 'directory.customers.get', params: { customerKey: account } }),
  },
  domains: {
    ops: /^directory\.domains\./,
    what: 'Domains',
    read: (account) => ({ op: 'directory.domains.list', params: { customer: account } }),
  },
  orgUnits: {
    ops: /^directory\.orgunits\./,
    what: 'Org units',
    read: (account) => ({ op: 'directory.orgunits.list', params: { customerId: account, type: 'children' } }),
  },
  roles: {
    ops: /^directory\.(roles|roleAssignments|privileges)\./,
    what: 'Admin roles',
    read: (account) => ({ op: 'directory.roles.list', params: { customer: account, ...one } }),
  },
  groups: {
    ops: /^directory\.(groups|members)\./,
    what: 'Groups',
    read: (account) => ({ op: 'directory.groups.list', params: { customer: account, ...one } }),
  },
  schemas: {
    ops: /^directory\.schemas\./,
    what: 'Custom fields',
    read: (account) => ({ op: 'directory.schemas.list', params: { customerId: account } }),
  },
  licensing: {
    ops: /^licensing\./,
    what: 'Licences',
    read: (account) => ({
      op: 'licensing.licenseAssignments.listForProduct',
      params: { productId: 'Google-Apps', customerId: account, ...one },
    }),
  },
  reseller: {
    ops: /^reseller\./,
    what: 'Customers and subscriptions',
    read: () => ({ op: 'reseller.subscriptions.list', params: one }),
  },
} as const satisfies Record<string, Part>;

/** The name of such a part. */
export type PartName = keyof typeof parts;

/** All of them, in the order in which Readiness shows them. */
export const partNames = Object.keys(parts) as readonly PartName[];

/** What a part is about, in words. */
export function partIs(name: PartName): string {
  return parts[name].what;
}

/** The parts that these operations need. */
export function partsOf(ops: Iterable<string>): readonly PartName[] {
  const all = [...new Set(ops)];
  return partNames.filter((name) => all.some((op) => parts[name].ops.test(op)));
}

/** That Google answers for a part. `me`: the address of whoever is signed in. */
export const proofFact = (account: string, part: PartName, me: string): Fact<true> => ({
  kind: 'proof',
  account,
  key: `${part} ${me}`,
});

/** How that is read. Whatever comes is an answer. */
export const proofKinds = {
  proof: {
    of: 'whole',
    has: [],
    request: ({ account, key }: Fact<unknown>): Request => {
      const [part = '', me = ''] = key.split(' ');
      return { account, ...parts[part as PartName].read(account, me) };
    },
    parse: (): true => true,
  } as const,
};

/** The lightest read of all, which everybody may do: who one is, in one's own account. */
export function whoRequest(account: string, me: string): Request {
  return { ...parts.users.read(account, me), account };
}
