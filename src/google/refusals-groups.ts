import { consoles } from './consoles';
import type { RefusalRow } from './refusal-rows';

const members = ['directory.members.'];

/** Refusals of groups and memberships (Directory API "Manage groups" and "Manage group members"; limits page). */
export const groupRows: readonly RefusalRow[] = [
  {
    code: 'groupTaken',
    op: ['directory.groups.insert'],
    status: [409],
    says: 'The address {who} is in use: by a person, an alias or another group.',
    remedy: `Look for it under ${consoles.users.path} and ${consoles.groups.path}, and choose another address or free that one.`,
  },
  {
    code: 'groupLimit',
    op: ['directory.groups.insert'],
    reason: ['limitExceeded'],
    says: 'The account has as many groups as Google allows.{google}',
    remedy: `Delete groups that are no longer needed: ${consoles.groups.path}.`,
  },
  {
    code: 'groupForbidden',
    op: ['directory.groups.'],
    status: [403],
    says: 'Google does not let the person signed in do this with groups of {domain}: a privilege is missing, the group is locked, or the customer has turned off reseller access.',
    remedy: `Sign in as a super administrator or as Groups Admin, and look at the group: ${consoles.groups.path}. For a customer ask that it switches on: ${consoles.resellerAccess.path}.`,
  },
  {
    code: 'groupInvalid',
    op: ['directory.groups.insert', 'directory.groups.patch'],
    status: [400],
    says: 'Google does not take the address, the name or the description of the group {who}.{google}',
    remedy: 'Correct what Google names in the row of the group, and check it again.',
  },
  {
    code: 'memberCircle',
    op: members,
    status: [412],
    text: /cyclic/i,
    says: 'The group {group} is itself in what is to become its member, and Google takes no circles.',
    remedy: `Take one of the two out of the other: ${consoles.groups.path}.`,
  },
  {
    code: 'memberLimit',
    op: members,
    reason: ['limitExceeded'],
    says: 'A limit of Google’s is reached: {who} is in as many groups, or the group {group} has as many members, as there may be.{google}',
    remedy: `Take out what is no longer needed: ${consoles.groups.path}.`,
  },
  {
    code: 'memberByQuery',
    op: members,
    status: [412],
    says: 'Google takes no members by hand for the group {group}: most likely it is a dynamic group, whose members follow from a query.{google}',
    remedy: `Take the group out of the row, or change its query: ${consoles.groups.path} › the group › Membership.`,
  },
  {
    code: 'memberForbidden',
    op: members,
    status: [403],
    says: 'Google does not let the person signed in put {who} into the group {group}: a privilege for groups is missing, or the group is dynamic, is locked, or takes nobody from outside.',
    remedy: `Sign in as a super administrator or as Groups Admin, and look at the group: ${consoles.groups.path}.`,
  },
  {
    code: 'memberInvalid',
    op: members,
    status: [400],
    says: 'Google does not take {who} for the group {group}; for a dynamic group it takes nobody by hand.{google}',
    remedy: `Look at the group: ${consoles.groups.path}. Correct the row, or take the group out of it.`,
  },
  {
    code: 'memberUnknown',
    op: members,
    status: [404],
    says: 'Google does not find the group {group}, or {who} in it: gone since the check, or so new that it is not known everywhere.',
    remedy: 'Check the row again in some minutes.',
  },
];
