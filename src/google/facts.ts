import type { Fact } from '../engine/procedure';
import type { Schema } from './custom-fields';
import type { ResoldCustomer, Subscription } from './reseller-resources';
import type { Customer, Domain, Group, Licence, Member, OrgUnit, Role, RoleAssignment, User } from './resources';

/**
 * What can be asked about Google. Which request brings a fact is in `fact-reads.ts`, what writes change in
 * `effects.ts`.
 */

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
