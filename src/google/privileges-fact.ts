import type { Fact } from '../engine/procedure';
import { asPrivilege, type Privilege } from './privileges';

/** The tree of privileges that an account offers (Directory API, privileges.list). */
export const privilegesFact = (account: string): Fact<readonly Privilege[]> => ({
  kind: 'privileges',
  account,
  key: '',
});

/** How that is read: one answer holds the whole tree. */
export const privilegesKinds = {
  privileges: {
    of: 'whole',
    list: 'items',
    has: ['privilegeName'],
    parse: asPrivilege,
    request: ({ account }: Fact<unknown>) => ({
      op: 'directory.privileges.list',
      account,
      params: { customer: account },
    }),
  },
} as const;
