import { catalogue } from './catalogue';
import { enterUser, ownerOf } from './directory/addresses';
import { unitFor } from './directory/org-unit-tree';
import { storePassword } from './directory/passwords';
import { seedAdminRole } from './directory/system-roles';
import { assignmentId, userId } from './ids';
import { isObject, type Json } from './json';
import { heldLicences, setLicence } from './licensing/seats';
import { loadFailure, type Place } from './loading';
import type { Account, UserRecord } from './state';
import type { TenantLicence, TenantRoleAssignment, TenantUser } from './tenant';

/** Users, assignments and licences of a tenant file as records. */

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** Fields of a User that have a place of their own in the record, or that Google works out. */
const known = new Set([
  'primaryEmail',
  'id',
  'name',
  'passwordHash',
  'password',
  'hashFunction',
  'deletionTime',
  'isAdmin',
  'isDelegatedAdmin',
  'suspended',
  'suspensionReason',
  'suspensionTime',
  'archived',
  'orgUnitPath',
  'aliases',
  'nonEditableAliases',
  'emails',
  'changePasswordAtNextLogin',
  'includeInGlobalAddressList',
  'agreedToTerms',
  'languages',
  'recoveryEmail',
  'recoveryPhone',
  'creationTime',
  'lastLoginTime',
  'kind',
  'etag',
  'customerId',
  'isMailboxSetup',
  'isEnrolledIn2Sv',
  'isEnforcedIn2Sv',
  'former',
]);

function profileOf(file: TenantUser): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(file).flatMap(([field, value]) =>
      known.has(field) || value === undefined ? [] : [[field, value as Json]],
    ),
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function optionalFields(file: TenantUser): Partial<UserRecord> {
  const { passwordHash, name } = file;
  const texts = ['suspensionReason', 'recoveryEmail', 'recoveryPhone', 'lastLoginTime'].map(
    (field) => [field, file[field]] as const,
  );
  const given = [...texts, ['displayName', name?.displayName] as const].filter(
    ([, value]) => textOf(value) !== undefined,
  );
  return { ...Object.fromEntries(given), ...(passwordHash && { passwordHash }) };
}

function recordOf(place: Place, file: TenantUser, where: string): UserRecord {
  const { account, now } = place;
  const email = file.primaryEmail.toLowerCase();
  const path = textOf(file['orgUnitPath']) ?? '/';
  const unit = unitFor(account, path) ?? loadFailure(`${where}.orgUnitPath`, `names no org unit: ${path}`);
  const created = textOf(file['creationTime']);
  const user: UserRecord = {
    id: file.id ?? userId(email),
    account: account.id,
    primaryEmail: email,
    givenName: file.name?.givenName ?? '',
    familyName: file.name?.familyName ?? '',
    isAdmin: file['isAdmin'] === true,
    suspended: file['suspended'] === true,
    archived: file['archived'] === true,
    orgUnit: unit.id,
    aliases: Array.isArray(file['aliases']) ? file['aliases'].map((alias) => String(alias).toLowerCase()) : [],
    changePasswordAtNextLogin: file['changePasswordAtNextLogin'] === true,
    includeInGlobalAddressList: file['includeInGlobalAddressList'] !== false,
    agreedToTerms: file['agreedToTerms'] !== false,
    languages: (file['languages'] as Json | undefined) ?? [{ languageCode: account.language, preference: 'preferred' }],
    createdAt: created === undefined ? now - thirtyDays : Date.parse(created),
    profile: profileOf(file),
    version: 1,
    ...optionalFields(file),
  };
  if (textOf(file['password']) !== undefined) user.passwordHash = storePassword(user, String(file['password']));
  return user;
}

/** Enters a living user. Throws where an address is taken or the org unit is missing. */
export function loadUser(place: Place, file: TenantUser, where: string): void {
  const { state, account } = place;
  const user = recordOf(place, file, where);
  for (const address of [user.primaryEmail, ...user.aliases]) {
    if (ownerOf(state, address)) loadFailure(where, `has an address that is taken: ${address}`);
  }
  if (!account.domains.some((domain) => user.primaryEmail.endsWith(`@${domain.name}`)))
    loadFailure(`${where}.primaryEmail`, `is on no domain of the account: ${user.primaryEmail}`);
  if (state.users[user.id]) loadFailure(`${where}.id`, `stands twice: ${user.id}`);
  state.users[user.id] = user;
  enterUser(state, user);
  if (user.isAdmin) enterSeedAssignment(account, user.id);
}

/** Gives a super administrator the role assignment that goes with it. */
export function enterSeedAssignment(account: Account, user: string): void {
  const role = Object.values(account.roles).find((known) => known.name === seedAdminRole);
  if (!role) return;
  const id = assignmentId(`${account.id}/${role.id}/${user}`);
  account.assignments[id] = { id, role: role.id, assignedTo: user, assigneeType: 'user', orgUnit: null };
}

/** Enters a user who can be restored for 20 days. */
export function loadDeleted(place: Place, file: TenantUser, where: string): void {
  const user = recordOf(
    place,
    { ...file, id: file.id ?? userId(`deleted/${file.primaryEmail}/${file.deletionTime ?? ''}`) },
    where,
  );
  const former = isObject(file['former'])
    ? Object.fromEntries(Object.entries(file['former']).map(([product, sku]) => [product, String(sku)]))
    : {};
  place.state.deleted[user.id] = { ...user, deletedAt: Date.parse(file.deletionTime ?? ''), former };
}

/** Enters a role assignment, by the names in it. */
export function loadAssignment({ state, account }: Place, file: TenantRoleAssignment, where: string): void {
  const role =
    Object.values(account.roles).find((known) => known.name === file.roleName) ??
    loadFailure(`${where}.roleName`, `names no role: ${file.roleName}`);
  const owner = ownerOf(state, file.assignedTo);
  if (!owner || owner.account !== account.id)
    return loadFailure(`${where}.assignedTo`, `names nobody in the account: ${file.assignedTo}`);
  const unit =
    file.scopeType === 'ORG_UNIT'
      ? (unitFor(account, file.orgUnitPath ?? '') ??
        loadFailure(`${where}.orgUnitPath`, `names no org unit: ${file.orgUnitPath ?? ''}`))
      : null;
  const id = file.roleAssignmentId ?? assignmentId(`${account.id}/${role.id}/${owner.id}/${unit?.id ?? ''}`);
  account.assignments[id] = {
    id,
    role: role.id,
    assignedTo: owner.id,
    assigneeType: owner.kind === 'group' ? 'group' : 'user',
    orgUnit: unit?.id ?? null,
  };
  const user = state.users[owner.id];
  if (user && role.superAdmin) user.isAdmin = true;
}

/** Enters a licence. Throws where the user is unknown or has another SKU of the product. */
export function loadLicence({ state, account }: Place, file: TenantLicence, where: string): void {
  const owner = ownerOf(state, file.userId);
  if (!owner || owner.account !== account.id || owner.kind === 'group')
    return loadFailure(`${where}.userId`, `names nobody in the account: ${file.userId}`);
  const held = heldLicences(account, owner.id)[file.productId];
  if (held !== undefined && held !== file.skuId)
    loadFailure(where, `gives ${file.userId} a second SKU of ${file.productId}`);
  setLicence(account, { user: owner.id, productId: file.productId, skuId: file.skuId });
  if (!catalogue.has(file.skuId)) state.extraSkus[file.skuId] = file.productId;
}
