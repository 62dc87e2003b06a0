import type { OperationId } from './operations';
import type { Handler } from './context';
import { makeAdmin, signOut } from './directory/admins';
import { deleteAlias, insertAlias, listAliases } from './directory/aliases';
import { getCustomer as getDirectoryCustomer, patchCustomer as patchDirectoryCustomer } from './directory/customers';
import { deleteUser, undeleteUser } from './directory/deleted-users';
import { getDomainAlias, listDomainAliases, listDomains } from './directory/domains';
import { deleteGroupAlias, insertGroupAlias, listGroupAliases } from './directory/group-aliases';
import { listGroups } from './directory/group-list';
import { deleteGroup, getGroup, insertGroup, updateGroup } from './directory/groups';
import { deleteMember, getMember, hasMember, insertMember, listMembers, updateMember } from './directory/members';
import { deleteOrgUnit, getOrgUnit, insertOrgUnit, listOrgUnits, patchOrgUnit } from './directory/org-units';
import { listPrivileges } from './directory/privileges';
import { deleteAssignment, getAssignment, insertAssignment, listAssignments } from './directory/role-assignments';
import { deleteRole, getRole, insertRole, listRoles, patchRole } from './directory/roles';
import { deleteAsp, deleteToken, getAsp, getToken, listAsps, listTokens } from './directory/security';
import { listUsers } from './directory/user-list';
import { deleteSchema, getSchema, insertSchema, listSchemas, updateSchema } from './directory/user-schemas';
import { getUser, insertUser, updateUser } from './directory/users';
import { listForProduct, listForProductAndSku } from './licensing/licence-lists';
import { deleteLicence, getLicence, insertLicence, switchLicence } from './licensing/licences';
import { getCustomer, insertCustomer, patchCustomer } from './reseller/customers';
import { insertSubscription } from './reseller/orders';
import {
  activateSubscription,
  changePlan,
  changeRenewalSettings,
  changeSeats,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
  startPaidService,
  suspendSubscription,
} from './reseller/subscriptions';

/** The handler of each operation. An operation without one answers 501. */
export const handlers: Partial<Readonly<Record<OperationId, Handler>>> = {
  'directory.asps.list': listAsps,
  'directory.asps.get': getAsp,
  'directory.asps.delete': deleteAsp,
  'directory.customers.get': getDirectoryCustomer,
  'directory.customers.patch': patchDirectoryCustomer,
  'directory.domainAliases.list': listDomainAliases,
  'directory.domainAliases.get': getDomainAlias,
  'directory.domains.list': listDomains,
  'directory.groups.list': listGroups,
  'directory.groups.get': getGroup,
  'directory.groups.insert': insertGroup,
  'directory.groups.update': updateGroup,
  'directory.groups.patch': updateGroup,
  'directory.groups.delete': deleteGroup,
  'directory.groups.aliases.list': listGroupAliases,
  'directory.groups.aliases.insert': insertGroupAlias,
  'directory.groups.aliases.delete': deleteGroupAlias,
  'directory.members.list': listMembers,
  'directory.members.get': getMember,
  'directory.members.hasMember': hasMember,
  'directory.members.insert': insertMember,
  'directory.members.update': updateMember,
  'directory.members.patch': updateMember,
  'directory.members.delete': deleteMember,
  'directory.orgunits.insert': insertOrgUnit,
  'directory.orgunits.get': getOrgUnit,
  'directory.orgunits.list': listOrgUnits,
  'directory.orgunits.patch': patchOrgUnit,
  'directory.orgunits.delete': deleteOrgUnit,
  'directory.privileges.list': listPrivileges,
  'directory.roleAssignments.list': listAssignments,
  'directory.roleAssignments.get': getAssignment,
  'directory.roleAssignments.insert': insertAssignment,
  'directory.roleAssignments.delete': deleteAssignment,
  'directory.roles.list': listRoles,
  'directory.roles.get': getRole,
  'directory.roles.insert': insertRole,
  'directory.roles.patch': patchRole,
  'directory.roles.delete': deleteRole,
  'directory.schemas.list': listSchemas,
  'directory.schemas.get': getSchema,
  'directory.schemas.insert': insertSchema,
  'directory.schemas.update': updateSchema,
  'directory.schemas.patch': updateSchema,
  'directory.schemas.delete': deleteSchema,
  'directory.tokens.list': listTokens,
  'directory.tokens.get': getToken,
  'directory.tokens.delete': deleteToken,
  'directory.users.get': getUser,
  'directory.users.insert': insertUser,
  'directory.users.list': listUsers,
  'directory.users.update': updateUser,
  'directory.users.patch': updateUser,
  'directory.users.delete': deleteUser,
  'directory.users.makeAdmin': makeAdmin,
  'directory.users.undelete': undeleteUser,
  'directory.users.signOut': signOut,
  'directory.users.aliases.list': listAliases,
  'directory.users.aliases.insert': insertAlias,
  'directory.users.aliases.delete': deleteAlias,
  'licensing.licenseAssignments.get': getLicence,
  'licensing.licenseAssignments.insert': insertLicence,
  'licensing.licenseAssignments.update': switchLicence,
  'licensing.licenseAssignments.patch': switchLicence,
  'licensing.licenseAssignments.delete': deleteLicence,
  'licensing.licenseAssignments.listForProduct': listForProduct,
  'licensing.licenseAssignments.listForProductAndSku': listForProductAndSku,
  'reseller.customers.get': getCustomer,
  'reseller.customers.insert': insertCustomer,
  'reseller.customers.patch': patchCustomer,
  'reseller.customers.update': patchCustomer,
  'reseller.subscriptions.list': listSubscriptions,
  'reseller.subscriptions.get': getSubscription,
  'reseller.subscriptions.insert': insertSubscription,
  'reseller.subscriptions.changePlan': changePlan,
  'reseller.subscriptions.changeSeats': changeSeats,
  'reseller.subscriptions.changeRenewalSettings': changeRenewalSettings,
  'reseller.subscriptions.startPaidService': startPaidService,
  'reseller.subscriptions.suspend': suspendSubscription,
  'reseller.subscriptions.activate': activateSubscription,
  'reseller.subscriptions.delete': deleteSubscription,
};
