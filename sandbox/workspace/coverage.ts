import type { OperationId } from './operations';

/** How much of each operation is simulated. A test holds this list to the handlers and the operation table. */

/** `supported`: all that Google documents; `partial`: what the note says is missing; `not`: answers 501. */
export interface Coverage {
  readonly state: 'supported' | 'partial' | 'not';
  readonly note: string;
}

const supported = (note = ''): Coverage => ({ state: 'supported', note });
const partial = (note: string): Coverage => ({ state: 'partial', note });

/** Every operation of the operation table. */
export const coverage: Readonly<Record<OperationId, Coverage>> = {
  'directory.asps.list': supported(),
  'directory.asps.get': supported(),
  'directory.asps.delete': supported(),
  'directory.customers.get': supported(),
  'directory.customers.patch': supported(),
  'directory.domainAliases.list': supported(),
  'directory.domainAliases.get': supported(),
  'directory.domains.list': supported(),
  'directory.groups.get': supported(),
  'directory.groups.list': supported(),
  'directory.groups.insert': supported(),
  'directory.groups.update': supported(),
  'directory.groups.patch': supported(),
  'directory.groups.delete': supported(),
  'directory.groups.aliases.list': supported(),
  'directory.groups.aliases.insert': supported(),
  'directory.groups.aliases.delete': supported(),
  'directory.members.list': supported(),
  'directory.members.get': supported(),
  'directory.members.hasMember': supported(),
  'directory.members.insert': supported(),
  'directory.members.update': supported(),
  'directory.members.patch': supported(),
  'directory.members.delete': supported(),
  'directory.orgunits.insert': supported(),
  'directory.orgunits.get': supported(),
  'directory.orgunits.list': supported(),
  'directory.orgunits.patch': supported(),
  'directory.orgunits.delete': supported(),
  'directory.privileges.list': partial("a small tree; the reseller tools have names that each account's id makes up"),
  'directory.roleAssignments.list': supported(),
  'directory.roleAssignments.get': supported(),
  'directory.roleAssignments.insert': partial('without expirationDetails'),
  'directory.roleAssignments.delete': supported(),
  'directory.roles.list': supported(),
  'directory.roles.get': supported(),
  'directory.roles.insert': supported(),
  'directory.roles.patch': supported(),
  'directory.roles.delete': supported(),
  'directory.schemas.list': supported(),
  'directory.schemas.get': supported(),
  'directory.schemas.insert': supported(),
  'directory.schemas.update': supported('a schema keeps its name'),
  'directory.schemas.patch': supported('a schema keeps its name'),
  'directory.schemas.delete': supported(),
  'directory.tokens.list': supported(),
  'directory.tokens.get': supported(),
  'directory.tokens.delete': supported(),
  'directory.users.get': supported(),
  'directory.users.insert': supported(),
  'directory.users.list': partial('events are taken and change nothing'),
  'directory.users.update': supported(),
  'directory.users.patch': supported(),
  'directory.users.delete': supported(),
  'directory.users.makeAdmin': supported(),
  'directory.users.undelete': supported(),
  'directory.users.signOut': supported(),
  'directory.users.aliases.list': supported(),
  'directory.users.aliases.insert': supported(),
  'directory.users.aliases.delete': supported(),
  'licensing.licenseAssignments.get': supported(),
  'licensing.licenseAssignments.insert': supported(),
  'licensing.licenseAssignments.update': supported(),
  'licensing.licenseAssignments.patch': supported(),
  'licensing.licenseAssignments.delete': supported(),
  'licensing.licenseAssignments.listForProduct': supported(),
  'licensing.licenseAssignments.listForProductAndSku': supported(),
  'reseller.customers.get': supported(),
  'reseller.customers.insert': supported(),
  'reseller.customers.patch': supported(),
  'reseller.customers.update': supported(),
  'reseller.subscriptions.list': supported(),
  'reseller.subscriptions.get': supported(),
  'reseller.subscriptions.insert': partial("upgrade paths by rank of the editions, not by Google's whole table"),
  'reseller.subscriptions.changePlan': supported(),
  'reseller.subscriptions.changeSeats': supported(),
  'reseller.subscriptions.changeRenewalSettings': supported(),
  'reseller.subscriptions.startPaidService': supported(),
  'reseller.subscriptions.suspend': supported(),
  'reseller.subscriptions.activate': supported(),
  'reseller.subscriptions.delete': supported(),
};

const directory = '/admin/directory/v1';

/** Operations of Google's beyond the table, so that a 501 can call them by their ids. */
export const notSimulated: Readonly<Record<string, { readonly verb: string; readonly path: string }>> = {
  'directory.customers.update': { verb: 'PUT', path: `${directory}/customers/{customerKey}` },
  'directory.orgunits.update': { verb: 'PUT', path: `${directory}/customer/{customerId}/orgunits/{orgUnitPath}` },
  'directory.roles.update': { verb: 'PUT', path: `${directory}/customer/{customer}/roles/{roleId}` },
  'directory.domains.get': { verb: 'GET', path: `${directory}/customer/{customer}/domains/{domainName}` },
  'directory.domains.insert': { verb: 'POST', path: `${directory}/customer/{customer}/domains` },
  'directory.domains.delete': { verb: 'DELETE', path: `${directory}/customer/{customer}/domains/{domainName}` },
  'directory.domainAliases.insert': { verb: 'POST', path: `${directory}/customer/{customer}/domainaliases` },
  'directory.domainAliases.delete': {
    verb: 'DELETE',
    path: `${directory}/customer/{customer}/domainaliases/{domainAliasName}`,
  },
  'directory.users.photos.get': { verb: 'GET', path: `${directory}/users/{userKey}/photos/thumbnail` },
  'directory.users.watch': { verb: 'POST', path: `${directory}/users/watch` },
  'directory.twoStepVerification.turnOff': {
    verb: 'POST',
    path: `${directory}/users/{userKey}/twoStepVerification/turnOff`,
  },
  'reseller.resellernotify.getwatchdetails': { verb: 'GET', path: '/apps/reseller/v1/resellernotify/getwatchdetails' },
};
