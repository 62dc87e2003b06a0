import { consoles } from './consoles';
import {
  adminCannotUnsuspend, isArchiveLimit, isDuplicate, isNotFound, isNotSupported, isSeatLimit, isTransient, orgUnitExists,
  roleAssignmentExists,
} from './predicates';
import type { RefusalRow } from './refusal-rows';

const changes = ['directory.users.update', 'directory.users.patch'];
const directory = ['directory.'];
const roleOps = ['directory.roles.', 'directory.roleAssignments.', 'directory.privileges.'];

/** What exists, is not complete, or is full (Directory API guides; "Troubleshoot Directory API issues" of the Reseller API). */
const stateRows: readonly RefusalRow[] = [
  {
    code: 'addressTaken', op: ['directory.users.insert'], means: isDuplicate,
    says: 'The address {who} is in use: by a person, an alias or a group of the account, or by somebody\'s personal Google Account.',
    remedy: `Look for it under ${consoles.users.path} and ${consoles.groups.path}. If it is in neither, it is a personal account: invite it under ${consoles.conflictTool.path}, or create the person under another name and rename when the domain is verified.`,
  },
  {
    code: 'aliasTaken', op: ['directory.users.aliases.insert'], means: isDuplicate,
    says: 'The alias for {who} is in use already, as a person, an alias or a group.{google}',
    remedy: `Choose another alias, or free that address first: ${consoles.users.path} or ${consoles.groups.path}.`,
  },
  {
    code: 'renameTaken', op: changes, means: isDuplicate,
    says: 'The new address for {who} is in use already.',
    remedy: `Check the row again: Google sometimes says this although it made the change. If the row still differs, free the address under ${consoles.users.path} or write another one.`,
  },
  {
    code: 'restoreTaken', op: ['directory.users.undelete'], means: isDuplicate,
    says: '{Who} cannot be restored, because somebody else has the address by now.',
    remedy: `Rename or delete the person, alias or group that has it (${consoles.users.path}), then run the row again.`,
  },
  {
    code: 'roleNameTaken', op: ['directory.roles.insert'], means: isDuplicate,
    says: 'The account has a role of this name already.',
    remedy: `Check the row again: Seatsheet takes up the existing role. To compare: ${consoles.adminRoles.path}.`,
  },
  {
    code: 'roleGiven', op: directory, means: roleAssignmentExists,
    says: '{Who} has this role already.',
    remedy: `Nothing needs doing. To see it: ${consoles.adminRoles.path}.`,
  },
  {
    code: 'orgUnitThere', op: ['directory.orgunits.insert'], means: orgUnitExists,
    says: 'The org unit may be there already, with other capitals perhaps; Google does not say it plainly.{google}',
    remedy: `Check the row again: Seatsheet then uses the org unit that exists. To see the tree: ${consoles.orgUnits.path}.`,
  },
  {
    code: 'otherTaken', op: directory, means: isDuplicate,
    says: 'Google has this already.{google}',
    remedy: 'Check the row again: Seatsheet then works with what is there.',
  },
  {
    code: 'seatLimit', op: directory, means: isSeatLimit,
    says: 'No seat is left in the account of {domain}, so {who} was not created or restored.',
    remedy: `Raise the seats (number of seats on annual plans, maximum number of seats on flexible and trial plans) in the ${consoles.partnerCustomers.path} > the customer > the subscription. Then run this row again.`,
  },
  {
    code: 'archiveLimit', op: directory, means: isArchiveLimit,
    says: '{Who} cannot be archived: no archived-user licence is free.',
    remedy: 'Order Archived User licences of the person\'s edition in the Partner Sales Console, or suspend the person instead.',
  },
  {
    code: 'aliasLimit', op: ['directory.users.aliases.insert'], reason: ['limitExceeded'],
    says: '{Who} has as many aliases as Google allows: 30.',
    remedy: 'Take an alias out of Aliases that is no longer needed, or use a group for the further address.',
  },
  {
    code: 'assignmentLimit', op: directory, reason: ['CUSTOMER_EXCEEDED_ROLE_ASSIGNMENTS_LIMIT'],
    says: 'The account has as many role assignments as Google allows: 1,000 for each org unit.',
    remedy: `Take roles away that are no longer needed (${consoles.adminRoles.path}), or give the role to a security group.`,
  },
  {
    code: 'otherLimit', op: directory, reason: ['limitExceeded'],
    says: 'A limit of the account is reached.{google}',
    remedy: `Compare with ${consoles.subscriptions.path} and remove what is no longer needed, then run the row again.`,
  },
  {
    code: 'suspendedByGoogle', op: directory, means: adminCannotUnsuspend,
    says: '{Who} was suspended by Google, not by an administrator, and cannot be made active this way.',
    remedy: `Open ${consoles.users.path} > the person: the reason stands on top, with Reactivate where it is possible. Otherwise ask Google support.`,
  },
];

/** Conditions that are not met. */
const conditionRows: readonly RefusalRow[] = [
  {
    code: 'notRestorable', op: ['directory.users.undelete'], status: [412],
    says: '{Who} cannot be restored: deleted more than 20 days ago, or unknown to Google as a deleted person.',
    remedy: `Look under ${consoles.users.path} > Add a filter > Recently deleted. If the person is not there, create the account anew.`,
  },
  {
    code: 'onHold', op: ['directory.users.delete'], status: [412],
    says: '{Who} cannot be deleted; most often a hold of Google Vault keeps the account.{google}',
    remedy: `Look at ${consoles.vault.path}. Release the hold if that is allowed, or suspend the person instead.`,
  },
  {
    code: 'orgUnitNotEmpty', op: ['directory.orgunits.delete'], status: [412],
    says: 'The org unit has people or further org units in it, and Google deletes only empty ones.',
    remedy: `Move the people and delete the org units below it first: ${consoles.orgUnits.path}.`,
  },
  {
    code: 'aliasNotReady', op: ['directory.users.aliases.insert'], status: [412],
    says: 'Google did not take the alias for {who}: the account is not ready yet, or has all the aliases that are allowed (30).{google}',
    remedy: 'Run the row again in some minutes. If it is refused again, take an alias out that is no longer needed.',
  },
  {
    code: 'assignmentKept', op: ['directory.roleAssignments.delete'], means: (refusal) => isNotSupported(refusal) || [400, 412].includes(refusal.status),
    says: 'Google does not let this role be taken away from {who} here.{google}',
    remedy: `Take it away by hand: ${consoles.adminRoles.path} > the role > Admins. The last super administrator and your own role stay.`,
  },
  {
    code: 'roleInUse', op: ['directory.roles.delete', 'directory.roles.patch'], reason: ['failedPrecondition', 'FAILED_PRECONDITION', 'conditionNotMet', 'conflict'],
    says: 'The role cannot be changed or deleted: it is still given to somebody, or it is one of Google\'s own.{google}',
    remedy: `Take it away from everybody first: ${consoles.adminRoles.path} > the role > Admins.`,
  },
  {
    code: 'notSupported', op: directory, means: isNotSupported,
    says: 'Google does not support this for {who}.',
    remedy: `Do it by hand: ${consoles.users.path} > the person.`,
  },
  {
    code: 'condition', op: directory, status: [412],
    says: 'Something that this change needs is not as Google wants it.{google}',
    remedy: `Look at the person under ${consoles.users.path}, put right what Google names, and check the row again.`,
  },
];

/** Values that Google does not take. */
const valueRows: readonly RefusalRow[] = [
  {
    code: 'domainNotVerified', op: ['directory.customers.'], text: /not a verified secondary domain/i,
    says: 'The new main domain is not a verified secondary domain of the account.',
    remedy: `Add and verify it first: ${consoles.domains.path}.`,
  },
  {
    code: 'badCustomer', op: directory, status: [400], text: /invalid customer id/i,
    says: 'Google does not know the account by the id it was given.',
    remedy: 'Look the Customer ID up in the Partner Sales Console > Customers (it begins with C), correct it on the Customers tab, and check again.',
  },
  {
    code: 'badParentOrgUnit', op: directory, status: [400], text: /parent.?org/i,
    says: 'The org unit above the new one does not exist, or is so new that Google does not find it yet.',
    remedy: `Compare Org unit with ${consoles.orgUnits.path} and run the row again in a minute.`,
  },
  {
    code: 'badOrgUnit', op: directory, status: [400], text: /ou.?id|org ?unit/i,
    says: 'Google does not find the org unit for {who}.',
    remedy: `Compare Org unit with ${consoles.orgUnits.path}: the whole path, as /Sales/North. A new one may need a minute.`,
  },
  {
    code: 'badPassword', op: directory, status: [400], text: /password/i,
    says: 'Google does not take the password for {who}: too short, too long, too well known, or used before.',
    remedy: 'Empty Password so that Seatsheet makes a good one, or choose one of 8 to 100 letters, digits and signs without accents.',
  },
  {
    code: 'badName', op: directory, status: [400], text: /given|family/i,
    says: 'Google does not take the first or the last name of {who}.{google}',
    remedy: 'Write both names, each with at most 60 characters and without < and >. Try with 40 if a long one is refused.',
  },
  {
    code: 'badRecovery', op: directory, status: [400], text: /recovery/i,
    says: 'Google does not take the recovery address or phone of {who}.{google}',
    remedy: 'Write Recovery phone with + and the country code, as +34600123456, and an address outside of the account in Recovery email.',
  },
  {
    code: 'badAddress', op: directory, status: [400], text: /primary_user_email|primary ?email/i,
    says: 'Google does not take {who} as an address.',
    remedy: 'Before the @ use letters a–z, digits, - _ . and \'; after it a domain of the account. Correct Email and check again.',
  },
  {
    code: 'badPrivileges', op: ['directory.roles.insert', 'directory.roles.patch'], reason: ['invalid', 'required', 'invalidInput', 'INVALID_ARGUMENT'],
    says: 'Google does not take the role: a privilege is missing or not one of this account.{google}',
    remedy: 'Choose the privileges from the list in Privileges. Some exist only in accounts of resellers.',
  },
  {
    code: 'missing', op: directory, reason: ['required'],
    says: 'Something that Google needs is missing.{google}',
    remedy: 'For a new person fill Email, First name and Last name, then check the row again.',
  },
  {
    code: 'invalid', op: directory, reason: ['invalid', 'invalidInput', 'INVALID_ARGUMENT'],
    says: 'Google does not take one of the values for {who}.{google}',
    remedy: 'Correct the cell that Google names and check the row again.',
  },
  {
    code: 'badRequest', op: directory, status: [400],
    says: 'Google could not make out who or what was meant by {who}.{google}',
    remedy: 'Write a full e-mail address in Email and the Customer ID (C…) rather than the domain where the account is named, then check the row again.',
  },
];

/** Who may not, what is not there, and what did not work. */
const accessRows: readonly RefusalRow[] = [
  {
    code: 'domainNotInAccount', op: ['directory.users.insert'], status: [403],
    says: 'The person signed in may not create people on {domain}: the domain is not in the account or not verified, or the account is not yours.',
    remedy: `Look for the domain under ${consoles.domains.path}. For a customer compare ${consoles.partnerCustomers.path} and ask that it switches on: ${consoles.resellerAccess.path}.`,
  },
  {
    code: 'notSuperAdmin', op: ['directory.users.makeAdmin'], status: [403],
    says: 'Only a super administrator can make {who} an administrator.',
    remedy: 'Sign in as a super administrator of the account, or of your own reseller account for a customer, and run the row again.',
  },
  {
    code: 'rolesForbidden', op: roleOps, status: [403],
    says: 'Only a super administrator can look at, make or give administrator roles.',
    remedy: `Sign in as a super administrator of this account and run the row again. Who is one stands under ${consoles.adminRoles.path} > Super Admin. In team accounts only Super Admin can be given.`,
  },
  {
    code: 'forbidden', op: directory, status: [403],
    says: 'The person signed in may not do this in the account of {domain}: the privilege is missing, or the customer has turned off reseller access.',
    remedy: `Sign in as a super administrator, or ask the customer to switch on: ${consoles.resellerAccess.path}. Who is your customer stands in the ${consoles.partnerCustomers.path}.`,
  },
  {
    code: 'noDomain', op: directory, status: [404], text: /domain/i,
    says: 'Google does not know the domain {domain} in this account.',
    remedy: `Correct the address, or add the domain under ${consoles.domains.path}.`,
  },
  {
    code: 'noCustomer', op: directory, status: [404], text: /customer/i,
    says: 'Google has no such account, or it is so new that it is not known everywhere.',
    remedy: 'Run the row again in some minutes. If it is refused again, compare Customer ID with the Partner Sales Console > Customers.',
  },
  {
    code: 'noOrgUnit', op: directory, means: (refusal, op) => isNotFound(refusal) && (op.startsWith('directory.orgunits.') || /org ?unit/i.test(refusal.message)),
    says: 'The account has no such org unit.',
    remedy: `Compare the path with ${consoles.orgUnits.path} and check the row again.`,
  },
  {
    code: 'noRole', op: roleOps, means: isNotFound,
    says: 'The role, or its assignment to {who}, is not there.',
    remedy: `Compare with ${consoles.adminRoles.path} and check the row again.`,
  },
  {
    code: 'noUser', op: directory, means: isNotFound,
    says: 'Google does not find {who}: no such person, or one so new that it is not known everywhere.',
    remedy: `Look under ${consoles.users.path}. For a person made a moment ago run the row again in some minutes.`,
  },
  {
    code: 'unavailable', op: directory, status: [503],
    says: 'Google\'s directory was unavailable, also after several tries.',
    remedy: 'Run the row again in some minutes. What Google\'s services do stands on www.google.com/appsstatus.',
  },
  {
    code: 'fault', op: directory, means: isTransient,
    says: 'Google\'s directory had a fault of its own, also after several tries.{google}',
    remedy: 'Check the row again in some minutes: the plan shows what is still missing. If it goes on for hours, ask Google support.',
  },
];

/** Every meaning of a refusal by the Directory API, the particular ones first. */
export const directoryRows: readonly RefusalRow[] = [...stateRows, ...conditionRows, ...valueRows, ...accessRows];
