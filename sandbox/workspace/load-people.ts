import { enterUser, ownerOf } from './directory/addresses';
import { enterSeedAssignment } from './directory/admins';
import { unitFor } from './directory/org-unit-tree';
import { setAside } from './directory/returning';
import { storePassword } from './directory/passwords';
import { userId } from './ids';
import { isObject, type Json } from './json';
import { checkCustomFields } from './load-schemas';
import { loadFailure, type Place } from './loading';
import type { AspRecord, FormerGroup, TokenRecord, UserRecord } from './state';
import type { TenantMember, TenantUser } from './tenant';

/** Users of a tenant file, living and deleted, as records. */

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
  'archivalTime',
  'orgUnitPath',
  'aliases',
  'nonEditableAliases',
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
  'tokens',
  'asps',
  'hold',
  'returning',
  'formerGroups',
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

const timeOf = (value: unknown): number | undefined => (typeof value === 'string' ? Date.parse(value) : undefined);

function optionalFields(file: TenantUser): Partial<UserRecord> {
  const { passwordHash, name } = file;
  const [suspendedAt, archivedAt] = [timeOf(file['suspensionTime']), timeOf(file['archivalTime'])];
  const texts = ['suspensionReason', 'recoveryEmail', 'recoveryPhone', 'lastLoginTime'].map(
    (field) => [field, file[field]] as const,
  );
  const given = [...texts, ['displayName', name?.displayName] as const].filter(
    ([, value]) => textOf(value) !== undefined,
  );
  return {
    ...Object.fromEntries(given),
    ...(passwordHash && { passwordHash }),
    ...(suspendedAt !== undefined && { suspendedAt }),
    ...(archivedAt !== undefined && { archivedAt }),
  };
}

/** What the person has let in. */
function securityOf({ tokens = [], asps = [] }: TenantUser): Pick<UserRecord, 'tokens' | 'asps'> {
  const letIn = tokens.map(({ clientId, displayText = clientId, scopes = [], ...flags }): TokenRecord => {
    const { anonymous = false, nativeApp = false } = flags;
    return { clientId, displayText, scopes: [...scopes], anonymous, nativeApp };
  });
  const devices = asps.map(({ codeId, name, creationTime = '0', lastTimeUsed = '0' }): AspRecord => {
    return { codeId, name, createdAt: Number(creationTime), usedAt: Number(lastTimeUsed) };
  });
  return { ...(letIn.length > 0 && { tokens: letIn }), ...(devices.length > 0 && { asps: devices }) };
}

/** Marks of a person that are either set or not there. */
const marks = ['hold', 'isEnrolledIn2Sv', 'isEnforcedIn2Sv'] as const;

function marksOf(file: TenantUser): Partial<UserRecord> {
  return Object.fromEntries(marks.filter((mark) => file[mark] === true).map((mark) => [mark, true]));
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
    ...marksOf(file),
    ...securityOf(file),
  };
  if (textOf(file['password']) !== undefined) user.passwordHash = storePassword(user, String(file['password']));
  return user;
}

/** Groups by their addresses; those that are gone are forgotten. */
function formerGroupsOf({ state }: Place, files: readonly TenantMember[] = []): FormerGroup[] {
  return files.flatMap(({ email = '', role = 'MEMBER', delivery_settings: delivery = 'ALL_MAIL' }) => {
    const owner = ownerOf(state, email);
    return owner?.kind === 'group' ? [{ group: owner.id, role, delivery }] : [];
  });
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
  if (user.profile['customSchemas'] !== undefined) checkCustomFields(place, user, where);
  if (state.users[user.id]) loadFailure(`${where}.id`, `stands twice: ${user.id}`);
  state.users[user.id] = user;
  enterUser(state, user);
  if (user.isAdmin) enterSeedAssignment(account, user.id);
  if (!file.returning) return;
  const { time, aliases = [], groups } = file.returning;
  const lower = aliases.map((alias) => alias.toLowerCase());
  setAside(state, user, { at: Date.parse(time), aliases: lower, groups: formerGroupsOf(place, groups) });
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
  const formerGroups = formerGroupsOf(place, file.formerGroups);
  place.state.deleted[user.id] = {
    ...user,
    deletedAt: Date.parse(file.deletionTime ?? ''),
    former,
    ...(formerGroups.length > 0 && { formerGroups }),
  };
}
