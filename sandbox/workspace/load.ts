import { enterDomain } from './directory/addresses';
import { unitAt, unitFor } from './directory/org-unit-tree';
import { standardPrivileges } from './directory/privilege-tree';
import { systemRoles } from './directory/system-roles';
import { customerId, orgUnitId, roleId } from './ids';
import { loadSchema } from './load-schemas';
import { loadSubscription } from './load-subscriptions';
import { loadGroup, loadMembers } from './load-groups';
import { loadDeleted, loadUser } from './load-people';
import { fillArchived, loadAssignment, loadLicence, loadSeatHeld } from './load-rights';
import { loadFailure, type Loading, type Place } from './loading';
import type { WorkspaceOptions } from './port';
import { catalogue } from './catalogue';
import type { Account, State } from './state';
import { switchValue } from './switch-values';
import { checkSwitch } from './switches';
import type { Tenant, TenantAccount, TenantDomainAlias, TenantOrgUnit } from './tenant';

const year = 365 * 24 * 60 * 60 * 1000;

/** Texts of all settings, each checked. Throws for a switch that is not one or a value that it does not take. */
export function readSwitches(settings: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [checkSwitch(name, String(value)), String(value)]),
  );
}

/**
 * The state that a tenant file describes. Throws an error that names the field where something refers to what is not
 * there.
 */
export function loadTenant(tenant: Tenant, options: WorkspaceOptions): State {
  const state: State = {
    signedInAs: tenant.signedInAs ?? '',
    switches: readSwitches(tenant.switches),
    overrides: readSwitches(options.switches),
    accounts: {},
    users: {},
    deleted: {},
    returning: [],
    addresses: {},
    domains: {},
    aliasDomains: {},
    extraSkus: {},
    counters: {},
    windows: {},
    past: {},
    faults: options.faults === undefined ? null : { seed: options.faults >>> 0, runs: {} },
    failures: [],
    unknownFields: [],
    log: [],
  };
  const now = options.clock.now();
  tenant.accounts.forEach((file, index) => loadAccount({ state, now }, file, `accounts[${index}]`));
  for (const [index, file] of tenant.accounts.entries()) {
    if (file.resoldBy !== undefined && !state.accounts[file.resoldBy]?.reseller)
      loadFailure(`accounts[${index}].resoldBy`, `names no reseller account: ${file.resoldBy}`);
    const account = Object.values(state.accounts)[index];
    if (account) loadAllMembers({ state, now, account }, file, `accounts[${index}]`);
  }
  return state;
}

function loadAllMembers(place: Place, file: TenantAccount, where: string): void {
  (file.groups ?? []).forEach((group, index) => loadMembers(place, group, `${where}.groups[${index}]`));
}

function loadAccount(loading: Loading, file: TenantAccount, where: string): void {
  const { state } = loading;
  const account = emptyAccount(file, loading.now);
  if (state.accounts[account.id]) loadFailure(`${where}.customer.id`, `stands twice: ${account.id}`);
  state.accounts[account.id] = account;
  for (const domain of account.domains) enterDomain(state, domain.name, account.id);
  const domainAliases = [
    ...(file.domainAliases ?? []),
    ...(file.domains ?? []).flatMap((domain) => domain.domainAliases ?? []),
  ];
  domainAliases.forEach((alias, index) =>
    loadDomainAlias({ ...loading, account }, alias, `${where}.domainAliases[${index}]`),
  );
  loadOrgUnits(account, file.orgUnits ?? [], where);
  loadRoles(state, account, file);
  const place = { ...loading, account };
  (file.groups ?? []).forEach((group, index) => loadGroup(place, group, `${where}.groups[${index}]`));
  (file.schemas ?? []).forEach((schema, index) => loadSchema(place, schema, `${where}.schemas[${index}]`));
  (file.users ?? []).forEach((user, index) => loadUser(place, user, `${where}.users[${index}]`));
  (file.deletedUsers ?? []).forEach((user, index) => loadDeleted(place, user, `${where}.deletedUsers[${index}]`));
  (file.roleAssignments ?? []).forEach((assignment, index) =>
    loadAssignment(place, assignment, `${where}.roleAssignments[${index}]`),
  );
  (file.licences ?? []).forEach((licence, index) => loadLicence(place, licence, `${where}.licences[${index}]`));
  (file.seatsHeld ?? []).forEach((held, index) => loadSeatHeld(place, held, `${where}.seatsHeld[${index}]`));
  loadAutoLicensing(state, account, { file, where });
  account.subscriptions = (file.subscriptions ?? []).map((subscription, index) =>
    loadSubscription(subscription, { ...loading, seed: `${account.id}/${index}` }),
  );
  fillArchived(place);
}

function emptyAccount(file: TenantAccount, now: number): Account {
  const { customer } = file;
  const domain = customer.customerDomain.toLowerCase();
  const id = customer.id ?? customerId(domain);
  const createdAt =
    customer.customerCreationTime === undefined ? now - year : Date.parse(customer.customerCreationTime);
  const root = orgUnitId(`${id}/`);
  return {
    id,
    createdAt,
    domain,
    type: customer.customerType ?? 'domain',
    language: customer.language ?? 'en',
    postalAddress: { ...customer.postalAddress },
    ...(customer.alternateEmail !== undefined && { alternateEmail: customer.alternateEmail }),
    ...(customer.phoneNumber !== undefined && { phoneNumber: customer.phoneNumber }),
    ...(customer.primaryAdmin && { primaryAdmin: customer.primaryAdmin.primaryEmail.toLowerCase() }),
    reseller: file.reseller ?? false,
    resoldBy: file.resoldBy ?? null,
    apiAccess: file.apiAccess ?? true,
    acceptedTerms: file.acceptedTerms ?? true,
    domains: domainsOf(file, domain, createdAt),
    rootOrgUnit: root,
    orgUnits: { [root]: { id: root, name: '', description: '', parent: null, version: 1 } },
    domainAliases: [],
    groups: [],
    schemas: [],
    privileges: [...(file.privileges ?? [])],
    roles: {},
    assignments: {},
    licences: {},
    licensed: {},
    seatsHeld: [],
    autoLicensing: [],
    subscriptions: [],
    transferTokens: (file.transferTokens ?? []).map(({ token, reseller, expires }) => ({
      token,
      reseller,
      expires: Date.parse(expires),
    })),
    takenElsewhere: (file.takenElsewhere ?? []).map((address) => address.toLowerCase()),
    switches: readSwitches(file.switches),
    version: 1,
  };
}

function domainsOf(file: TenantAccount, primary: string, createdAt: number): Account['domains'] {
  const listed = (file.domains ?? []).map(({ domainName, isPrimary, verified, creationTime }) => ({
    name: domainName.toLowerCase(),
    primary: isPrimary ?? domainName.toLowerCase() === primary,
    verified: verified ?? true,
    createdAt: creationTime === undefined ? createdAt : Number(creationTime),
  }));
  if (listed.some((domain) => domain.name === primary)) return listed;
  return [{ name: primary, primary: true, verified: true, createdAt }, ...listed];
}

/** Enters a domain alias. Throws where its name is a domain already, or its parent none of the account's. */
function loadDomainAlias({ state, now, account }: Place, file: TenantDomainAlias, where: string): void {
  const [name, parent] = [file.domainAliasName.toLowerCase(), file.parentDomainName.toLowerCase()];
  if (!account.domains.some((domain) => domain.name === parent))
    loadFailure(`${where}.parentDomainName`, `is no domain of the account: ${parent}`);
  if (account.domains.some((domain) => domain.name === name) || name in state.aliasDomains)
    loadFailure(`${where}.domainAliasName`, `is a domain already: ${name}`);
  const { verified = true, creationTime = String(now) } = file;
  account.domainAliases.push({ name, parent, verified, createdAt: Number(creationTime) });
  if (verified) state.aliasDomains[name] = parent;
}

function loadOrgUnits(account: Account, units: readonly TenantOrgUnit[], where: string): void {
  const root = units.find((unit) => unit.orgUnitPath === '/');
  if (root?.orgUnitId !== undefined) renameRoot(account, root.orgUnitId.replace(/^id:/, ''));
  const placed = units.map((unit, index) => ({
    unit,
    place: `${where}.orgUnits[${index}]`,
    ...placeOf(unit, `${where}.orgUnits[${index}]`),
  }));
  const depth = ({ parentPath }: { readonly parentPath: string }): number =>
    parentPath.split('/').filter((part) => part !== '').length;
  placed
    .sort((a, b) => depth(a) - depth(b))
    .forEach(({ unit, place, parentPath, name }) => {
      if (name === '') return;
      const parent =
        unitAt(account, parentPath) ?? loadFailure(place, `stands below an org unit that is not listed: ${parentPath}`);
      const id = unit.orgUnitId?.replace(/^id:/, '') ?? orgUnitId(`${account.id}${parentPath}/${name}`);
      account.orgUnits[id] = { id, name, description: unit.description ?? '', parent: parent.id, version: 1 };
    });
}

function renameRoot(account: Account, id: string): void {
  account.orgUnits = { [id]: { id, name: '', description: '', parent: null, version: 1 } };
  account.rootOrgUnit = id;
}

function placeOf(unit: TenantOrgUnit, place: string): { parentPath: string; name: string } {
  if (unit.orgUnitPath !== undefined) {
    const names = unit.orgUnitPath.split('/').filter((part) => part !== '');
    const name = names.pop() ?? '';
    return { parentPath: `/${names.join('/')}`, name };
  }
  if (unit.name === undefined) loadFailure(place, 'needs orgUnitPath, or name and parentOrgUnitPath');
  return { parentPath: unit.parentOrgUnitPath ?? '/', name: unit.name ?? '' };
}

function loadRoles(state: State, account: Account, file: TenantAccount): void {
  const legacySupport = switchValue(state, 'legacySupportRoles', account) === 'present';
  const names = switchValue(state, 'resellerPrivileges', account) === 'telling' ? 'telling' : 'opaque';
  if (!file.privileges)
    account.privileges = standardPrivileges(account.reseller ? { account: account.id, names } : undefined);
  for (const role of systemRoles({
    account: account.id,
    privileges: account.privileges,
    reseller: account.reseller,
    legacySupport,
  }))
    account.roles[role.id] = role;
  for (const role of file.roles ?? []) {
    const standing = Object.values(account.roles).find((known) => known.name === role.roleName);
    if (standing) Reflect.deleteProperty(account.roles, standing.id);
    const id = role.roleId ?? standing?.id ?? roleId(`${account.id}/${role.roleName}`);
    const privileges = (role.rolePrivileges ?? standing?.privileges ?? []).map(({ privilegeName, serviceId }) => ({
      privilegeName,
      serviceId,
    }));
    account.roles[id] = {
      id,
      name: role.roleName,
      description: role.roleDescription ?? '',
      privileges,
      system: role.isSystemRole ?? standing?.system ?? false,
      superAdmin: role.isSuperAdminRole ?? standing?.superAdmin ?? false,
      version: 1,
    };
  }
}

function loadAutoLicensing(
  state: State,
  account: Account,
  from: { readonly file: TenantAccount; readonly where: string },
): void {
  (from.file.autoLicensing ?? []).forEach((rule, index) => {
    const unit =
      unitFor(account, rule.orgUnitPath) ??
      loadFailure(`${from.where}.autoLicensing[${index}].orgUnitPath`, `names no org unit: ${rule.orgUnitPath}`);
    if (rule.skuId && !catalogue.has(rule.skuId)) state.extraSkus[rule.skuId] = rule.productId;
    account.autoLicensing.push({ orgUnit: unit.id, productId: rule.productId, skuId: rule.skuId ?? '' });
  });
}
