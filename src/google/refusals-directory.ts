import { consoles } from './consoles';
import {
  adminCannotUnsuspend,
  isArchiveLimit,
  isDuplicate,
  isNotSupported,
  isSeatLimit,
  orgUnitExists,
  roleAssignmentExists,
} from './predicates';
import type { RefusalRow } from './refusal-rows';
import { accessRows, valueRows } from './refusals-values';

const changes = ['directory.users.update', 'directory.users.patch'];
const directory = ['directory.'];

/**
 * What exists, is not complete, or is full (Directory API guides; "Troubleshoot Directory API issues" of the Reseller
 * API).
 */
const stateRows: readonly RefusalRow[] = [
  {
    code: 'addressTaken',
    op: ['directory.users.insert'],
    means: isDuplicate,
    says: "The address {who} is in use: by a person, an alias or a group of the account, or by somebody's personal Google Account.",
    remedy: `Look for it under ${consoles.users.path} and ${consoles.groups.path}. If it is in neither, it is a personal account: invite it under ${consoles.conflictTool.path}, or create the person under another name and rename when the domain is verified.`,
  },
  {
    code: 'aliasTaken',
    op: ['directory.users.aliases.insert'],
    means: isDuplicate,
    says: 'The alias for {who} is in use already, as a person, an alias or a group.{google}',
    remedy: `Choose another alias, or free that address first: ${consoles.users.path} or ${consoles.groups.path}.`,
  },
  {
    code: 'renameTaken',
    op: changes,
    means: isDuplicate,
    says: 'The new address for {who} is in use already.',
    remedy: `Check the row again: Google sometimes says this although it made the change. If the row still differs, free the address under ${consoles.users.path} or write another one.`,
  },
  {
    code: 'restoreTaken',
    op: ['directory.users.undelete'],
    means: isDuplicate,
    says: '{Who} cannot be restored, because somebody else has the address by now.',
    remedy: `Rename or delete the person, alias or group that has it (${consoles.users.path}), then run the row again.`,
  },
  {
    code: 'roleNameTaken',
    op: ['directory.roles.insert'],
    means: isDuplicate,
    says: 'The account has a role of this name already.',
    remedy: `Check the row again: Seatsheet takes up the existing role. To compare: ${consoles.adminRoles.path}.`,
  },
  {
    code: 'roleGiven',
    op: directory,
    means: roleAssignmentExists,
    says: '{Who} has this role already.',
    remedy: `Nothing needs doing. To see it: ${consoles.adminRoles.path}.`,
  },
  {
    code: 'orgUnitThere',
    op: ['directory.orgunits.insert'],
    means: orgUnitExists,
    says: 'The org unit may be there already, with other capitals perhaps; Google does not say it plainly.{google}',
    remedy: `Check the row again: Seatsheet then uses the org unit that exists. To see the tree: ${consoles.orgUnits.path}.`,
  },
  {
    code: 'otherTaken',
    op: directory,
    means: isDuplicate,
    says: 'Google has this already.{google}',
    remedy: 'Check the row again: Seatsheet then works with what is there.',
  },
  {
    code: 'seatLimit',
    op: directory,
    means: isSeatLimit,
    says: 'No seat is left in the account of {domain}, so {who} was not created or restored.',
    remedy: `Raise the seats (number of seats on annual plans, maximum number of seats on flexible and trial plans) in the ${consoles.partnerCustomers.path} › the customer › the subscription; with Cloud Identity Free ask Google for more (${consoles.cloudIdentityForm.url}). Then run this row again.`,
  },
  {
    code: 'archiveLimit',
    op: directory,
    means: isArchiveLimit,
    says: '{Who} cannot be archived: no archived-user licence is free.',
    remedy:
      "Order Archived User licences of the person's edition in the Partner Sales Console, or suspend the person instead.",
  },
  {
    code: 'aliasLimit',
    op: ['directory.users.aliases.insert'],
    reason: ['limitExceeded'],
    says: '{Who} has as many aliases as Google allows: 30.',
    remedy: 'Take an alias out of Aliases that is no longer needed, or use a group for the further address.',
  },
  {
    code: 'assignmentLimit',
    op: directory,
    reason: ['CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT'],
    says: 'The account has as many role assignments as Google allows: 1,000 for each org unit.',
    remedy: `Take roles away that are no longer needed (${consoles.adminRoles.path}), or give the role to a security group.`,
  },
  {
    code: 'otherLimit',
    op: directory,
    reason: ['limitExceeded'],
    says: 'A limit of the account is reached.{google}',
    remedy: `Compare with ${consoles.subscriptions.path} and remove what is no longer needed, then run the row again.`,
  },
  {
    code: 'suspendedByGoogle',
    op: directory,
    means: adminCannotUnsuspend,
    says: '{Who} was suspended by Google, not by an administrator, and cannot be made active this way.',
    remedy: `Open ${consoles.users.path} › the person: the reason stands on top, with Reactivate where it is possible. Otherwise ask Google support.`,
  },
];

/** Conditions that are not met. */
const conditionRows: readonly RefusalRow[] = [
  {
    code: 'notRestorable',
    op: ['directory.users.undelete'],
    status: [412],
    says: '{Who} cannot be restored: deleted more than 20 days ago, or unknown to Google as a deleted person.',
    remedy: `Look under ${consoles.users.path} › Add a filter › Recently deleted. If the person is not there, create the account anew.`,
  },
  {
    code: 'onHold',
    op: ['directory.users.delete'],
    status: [412],
    says: '{Who} cannot be deleted; most often a hold of Google Vault keeps the account.{google}',
    remedy: `Look at ${consoles.vault.path}. Release the hold if that is allowed, or suspend the person instead.`,
  },
  {
    code: 'orgUnitNotEmpty',
    op: ['directory.orgunits.delete'],
    status: [412],
    says: 'The org unit has people or further org units in it, and Google deletes only empty ones.',
    remedy: `Move the people and delete the org units below it first: ${consoles.orgUnits.path}.`,
  },
  {
    code: 'aliasNotReady',
    op: ['directory.users.aliases.insert'],
    status: [412],
    says: 'Google did not take the alias for {who}: the account is not ready yet, or has all the aliases that are allowed (30).{google}',
    remedy: 'Run the row again in some minutes. If it is refused again, take an alias out that is no longer needed.',
  },
  {
    code: 'assignmentKept',
    op: ['directory.roleAssignments.delete'],
    means: (refusal) => isNotSupported(refusal) || [400, 412].includes(refusal.status),
    says: 'Google does not let this role be taken away from {who} here.{google}',
    remedy: `Take it away by hand: ${consoles.adminRoles.path} › the role › Admins. The last super administrator and your own role stay.`,
  },
  {
    code: 'roleInUse',
    op: ['directory.roles.delete', 'directory.roles.patch'],
    reason: ['failedPrecondition', 'FAILED_PRECONDITION', 'conditionNotMet', 'conflict'],
    says: "The role cannot be changed or deleted: it is still given to somebody, or it is one of Google's own.{google}",
    remedy: `Take it away from everybody first: ${consoles.adminRoles.path} › the role › Admins.`,
  },
  {
    code: 'notSupported',
    op: directory,
    means: isNotSupported,
    says: 'Google does not support this for {who}.',
    remedy: `Do it by hand: ${consoles.users.path} › the person.`,
  },
  {
    code: 'condition',
    op: directory,
    status: [412],
    says: 'Something that this change needs is not as Google wants it.{google}',
    remedy: `Look at the person under ${consoles.users.path}, put right what Google names, and check the row again.`,
  },
];

/** Every meaning of a refusal by the Directory API, the particular ones first. */
export const directoryRows: readonly RefusalRow[] = [...stateRows, ...conditionRows, ...valueRows, ...accessRows];
