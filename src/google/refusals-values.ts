import { consoles } from './consoles';
import { isNotFound, isTransient } from './predicates';
import type { RefusalRow } from './refusal-rows';

const directory = ['directory.'];
const roleOps = ['directory.roles.', 'directory.roleAssignments.', 'directory.privileges.'];

/** Values that Google does not take. */
export const valueRows: readonly RefusalRow[] = [
  {
    code: 'domainNotVerified',
    op: ['directory.customers.'],
    text: /not a verified secondary domain/i,
    says: 'The new main domain is not a verified secondary domain of the account.',
    remedy: `Add and verify it first: ${consoles.domains.path}.`,
  },
  {
    code: 'badCustomer',
    op: directory,
    status: [400],
    text: /invalid customer id/i,
    says: 'Google does not know the account by the id it was given.',
    remedy:
      'Look the Customer ID up in the Partner Sales Console › Customers (it begins with C), correct it on the Customers tab, and check again.',
  },
  {
    code: 'badParentOrgUnit',
    op: directory,
    status: [400],
    text: /parent.?org/i,
    says: 'The org unit above the new one does not exist, or is so new that Google does not find it yet.',
    remedy: `Compare Org unit with ${consoles.orgUnits.path} and run the row again in a minute.`,
  },
  {
    code: 'badOrgUnit',
    op: directory,
    status: [400],
    text: /ou.?id|org ?unit/i,
    says: 'Google does not find the org unit for {who}.',
    remedy: `Compare Org unit with ${consoles.orgUnits.path}: the whole path, as /Sales/North. A new one may need a minute.`,
  },
  {
    code: 'badCustomField',
    op: directory,
    status: [400],
    text: /custom.?schema/i,
    says: 'Google does not take a custom field of {who}: there is none of that name, or it is of another type.',
    remedy: 'Compare with Directory › Users › More options › Manage custom attributes.',
  },
  {
    code: 'badPassword',
    op: directory,
    status: [400],
    text: /password/i,
    says: 'Google does not take the password for {who}: too short, too long, too well known, or used before.',
    remedy:
      'Empty Password so that Seatsheet makes a good one, or choose one of 8 to 100 letters, digits and signs without accents.',
  },
  {
    code: 'badName',
    op: directory,
    status: [400],
    text: /given|family/i,
    says: 'Google does not take the first or the last name of {who}.{google}',
    remedy:
      'Write both names, each with at most 60 characters and without < and >. Try with 40 if a long one is refused.',
  },
  {
    code: 'badRecovery',
    op: directory,
    status: [400],
    text: /recovery/i,
    says: 'Google does not take the recovery address or phone of {who}.{google}',
    remedy:
      'Write Recovery phone with + and the country code, as +34600123456, and an address outside of the account in Recovery email.',
  },
  {
    code: 'badAddress',
    op: directory,
    status: [400],
    text: /primary_user_email|primary ?email/i,
    says: 'Google does not take {who} as an address.',
    remedy:
      "Before the @ use letters a–z, digits, - _ . and '; after it a domain of the account. Correct Email and check again.",
  },
  {
    code: 'badPrivileges',
    op: ['directory.roles.insert', 'directory.roles.patch'],
    reason: ['invalid', 'required', 'invalidInput', 'INVALID_ARGUMENT'],
    says: 'Google does not take the role: a privilege is missing or not one of this account.{google}',
    remedy: 'Choose the privileges from the list in Privileges. Some exist only in accounts of resellers.',
  },
  {
    code: 'missing',
    op: directory,
    reason: ['required'],
    says: 'Something that Google needs is missing.{google}',
    remedy: 'For a new person fill Email, First name and Last name, then check the row again.',
  },
  {
    code: 'invalid',
    op: directory,
    reason: ['invalid', 'invalidInput', 'INVALID_ARGUMENT'],
    says: 'Google does not take one of the values for {who}.{google}',
    remedy: 'Correct the cell that Google names and check the row again.',
  },
  {
    code: 'badRequest',
    op: directory,
    status: [400],
    says: 'Google could not make out who or what was meant by {who}.{google}',
    remedy:
      'Write a full e-mail address in Email and the Customer ID (C…) rather than the domain where the account is named, then check the row again.',
  },
];

/** Who may not, what is not there, and what did not work. */
export const accessRows: readonly RefusalRow[] = [
  {
    code: 'domainNotInAccount',
    op: ['directory.users.insert'],
    status: [403],
    says: 'The person signed in may not create people on {domain}: the domain is not in the account or not verified, or the account is not yours.',
    remedy: `Look for the domain under ${consoles.domains.path}. For a customer compare ${consoles.partnerCustomers.path} and ask that it switches on: ${consoles.resellerAccess.path}.`,
  },
  {
    code: 'notSuperAdmin',
    op: ['directory.users.makeAdmin'],
    status: [403],
    says: 'Only a super administrator can make {who} an administrator.',
    remedy:
      'Sign in as a super administrator of the account, or of your own reseller account for a customer, and run the row again.',
  },
  {
    code: 'rolesForbidden',
    op: roleOps,
    status: [403],
    says: 'Only a super administrator can look at, make or give administrator roles.',
    remedy: `Sign in as a super administrator of this account and run the row again. Who is one stands under ${consoles.adminRoles.path} › Super Admin. In team accounts only Super Admin can be given.`,
  },
  {
    code: 'forbidden',
    op: directory,
    status: [403],
    says: 'The person signed in may not do this in the account of {domain}: the privilege is missing, or the customer has turned off reseller access.',
    remedy: `Sign in as a super administrator, or ask the customer to switch on: ${consoles.resellerAccess.path}. Who is your customer stands in the ${consoles.partnerCustomers.path}.`,
  },
  {
    code: 'noDomain',
    op: directory,
    status: [404],
    text: /domain/i,
    says: 'Google does not know the domain {domain} in this account.',
    remedy: `Correct the address, or add the domain under ${consoles.domains.path}.`,
  },
  {
    code: 'noCustomer',
    op: directory,
    status: [404],
    text: /customer/i,
    says: 'Google has no such account, or it is so new that it is not known everywhere.',
    remedy:
      'Run the row again in some minutes. If it is refused again, compare Customer ID with the Partner Sales Console › Customers.',
  },
  {
    code: 'noOrgUnit',
    op: directory,
    means: (refusal, op) =>
      isNotFound(refusal) && (op.startsWith('directory.orgunits.') || /org ?unit/i.test(refusal.message)),
    says: 'The account has no such org unit.',
    remedy: `Compare the path with ${consoles.orgUnits.path} and check the row again.`,
  },
  {
    code: 'noRole',
    op: roleOps,
    means: isNotFound,
    says: 'The role, or its assignment to {who}, is not there.',
    remedy: `Compare with ${consoles.adminRoles.path} and check the row again.`,
  },
  {
    code: 'noUser',
    op: directory,
    means: isNotFound,
    says: 'Google does not find {who}: no such person, or one so new that it is not known everywhere.',
    remedy: `Look under ${consoles.users.path}. For a person made a moment ago run the row again in some minutes.`,
  },
  {
    code: 'unavailable',
    op: directory,
    status: [503],
    says: "Google's directory was unavailable, also after several tries.",
    remedy: "Run the row again in some minutes. What Google's services do stands on www.google.com/appsstatus.",
  },
  {
    code: 'fault',
    op: directory,
    means: isTransient,
    says: "Google's directory had a fault of its own, also after several tries.{google}",
    remedy:
      'Check the row again in some minutes: the plan shows what is still missing. If it goes on for hours, ask Google support.',
  },
];
