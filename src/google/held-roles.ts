import type { Fact } from '../engine/procedure';
import { asRoleAssignment, type RoleAssignment } from './resources';

/**
 * Roles that somebody holds in whatever way: `includeIndirectRoleAssignments` (Directory API, roleAssignments.list).
 */

/** What roles a user holds, by the user's id: given to the user, and to groups that the user is in. */
export const heldRolesFact = (account: string, userId: string): Fact<readonly RoleAssignment[]> => ({
  kind: 'heldRoles',
  account,
  key: userId,
});

/** Every role assignment of an account. */
export const everyAssignmentFact = (account: string): Fact<readonly RoleAssignment[]> => ({
  kind: 'everyAssignment',
  account,
  key: '',
});

/** How these are read: of what somebody holds a list for each person, for Google tells it of one at a time. */
export const heldRolesKinds = {
  everyAssignment: { of: 'all', members: 'assignments' },
  heldRoles: {
    of: 'whole',
    list: 'items',
    has: ['roleAssignmentId', 'roleId', 'assignedTo'],
    parse: asRoleAssignment,
    request: ({ account, key }: Fact<unknown>) => ({
      op: 'directory.roleAssignments.list',
      account,
      params: { customer: account, userKey: key, includeIndirectRoleAssignments: 'true', maxResults: '200' },
    }),
  },
} as const;
