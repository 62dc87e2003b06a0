import { etag } from '../ids';
import { at, isObject, orAbsent, without } from '../json';
import type { Account, State, UserRecord } from '../state';
import type { Context } from '../context';
import { pathOf } from './org-unit-tree';
import { assignmentsOf } from '../access';
import { seedAdminRole } from './system-roles';
import { workspaceProduct } from '../catalogue';
import { switchValue } from '../switch-values';
import { aliasDomainAddresses, domainOf } from './addresses';
import { shownCustomFields } from './custom-fields';

/** Users as the Directory API shows them (Users reference). */

/** The resource, with what Google's Apps Script types do not know yet; checked against Google's Apps Script types. */
export type UserResource = GoogleAppsScript.AdminDirectory.Schema.User & {
  readonly archivalTime?: string;
  readonly suspensionTime?: string;
};

const rfc3339 = (time: number): string => new Date(time).toISOString();

/** Etags by the user and its version: every list shows everybody's, and few have changed since the last one. */
const etags = new Map<string, string>();

/** The etag that changes with every write to the user. */
export function userEtag({ id, version }: UserRecord): string {
  const key = `${id}/${version}`;
  const made = etags.get(key) ?? etag('user', id, version);
  etags.set(key, made);
  return made;
}

/** Whether a user has an admin role short of super administrator. */
export function isDelegatedAdmin(account: Account, user: UserRecord): boolean {
  return (
    !user.isAdmin &&
    assignmentsOf(account, user.id).some((assignment) => account.roles[assignment.role]?.name !== seedAdminRole)
  );
}

/** Whether an archived user reads as suspended is not public; GAM takes the two flags for independent. */
export function isShownSuspended(state: State, account: Account, user: UserRecord): boolean {
  return user.suspended || (user.archived && switchValue(state, 'archivedReads', account) === 'suspendedToo');
}

const mailboxDelay = 60_000;

function hasMailbox(account: Account, user: UserRecord, now: number): boolean {
  const licence = at(account.licences, workspaceProduct);
  const entitled = user.archived || (licence !== undefined && at(licence, user.id) !== undefined);
  return entitled && now >= user.createdAt + mailboxDelay;
}

/** Own addresses and those that were given besides; who sends the list back sends the own ones along. */
function emails(account: Account, user: UserRecord): object[] {
  const own = [user.primaryEmail, ...user.aliases, ...fixedAliases(account, user)];
  const given: readonly unknown[] = Array.isArray(user.profile['emails']) ? user.profile['emails'] : [];
  const more = given.filter(isObject).filter(({ address }) => !own.includes(String(address).toLowerCase()));
  return [...own.map((address) => ({ address, ...(address === user.primaryEmail && { primary: true }) })), ...more];
}

/** Aliases that nobody can change: those of domain aliases, and one that every user of the primary domain has. */
function fixedAliases(account: Account, { primaryEmail, aliases }: UserRecord): string[] {
  const test = domainOf(primaryEmail) === account.domain ? [`${primaryEmail}.test-google-a.com`] : [];
  return [...aliasDomainAddresses(account, [primaryEmail, ...aliases]), ...test];
}

/** The whole user, for administrators. */
export function userResource(state: State, user: UserRecord, now: number): UserResource {
  const account = at(state.accounts, user.account);
  if (!account) throw new Error(`User ${user.id} stands in no account.`);
  return {
    ...without(user.profile, 'emails', 'customSchemas'),
    kind: 'admin#directory#user',
    id: user.id,
    etag: userEtag(user),
    primaryEmail: user.primaryEmail,
    name: nameOf(user),
    isAdmin: user.isAdmin,
    isDelegatedAdmin: isDelegatedAdmin(account, user),
    lastLoginTime: user.lastLoginTime ?? '1970-01-01T00:00:00.000Z',
    creationTime: rfc3339(user.createdAt),
    agreedToTerms: user.agreedToTerms,
    suspended: isShownSuspended(state, account, user),
    archived: user.archived,
    changePasswordAtNextLogin: user.changePasswordAtNextLogin,
    ipWhitelisted: false,
    emails: emails(account, user),
    languages: user.languages as object[],
    aliases: orAbsent(user.aliases),
    nonEditableAliases: orAbsent(fixedAliases(account, user)),
    customerId: user.account,
    orgUnitPath: pathOf(account, user.orgUnit),
    isMailboxSetup: hasMailbox(account, user, now),
    isEnrolledIn2Sv: user.isEnrolledIn2Sv ?? false,
    isEnforcedIn2Sv: user.isEnforcedIn2Sv ?? false,
    includeInGlobalAddressList: user.includeInGlobalAddressList,
    ...optional(user),
  };
}

function nameOf(user: UserRecord): { givenName: string; familyName: string; fullName: string; displayName?: string } {
  const fullName = `${user.givenName} ${user.familyName}`.trim();
  return {
    givenName: user.givenName,
    familyName: user.familyName,
    fullName,
    ...(user.displayName !== undefined && { displayName: user.displayName }),
  };
}

function optional(user: UserRecord): UserResource {
  return {
    ...(user.suspended && { suspensionReason: user.suspensionReason ?? 'ADMIN' }),
    ...(user.suspendedAt !== undefined && { suspensionTime: rfc3339(user.suspendedAt) }),
    ...(user.archivedAt !== undefined && { archivalTime: rfc3339(user.archivedAt) }),
    ...(user.recoveryEmail !== undefined && { recoveryEmail: user.recoveryEmail }),
    ...(user.recoveryPhone !== undefined && { recoveryPhone: user.recoveryPhone }),
  };
}

/**
 * A deleted user: little more than id and address (the guide's sample), with the time of deletion that the reference
 * names, or everything.
 */
export function deletedResource({ state, now }: Context, user: UserRecord): UserResource {
  const shown = switchValue(state, 'deletedLists', at(state.accounts, user.account));
  const deletionTime = rfc3339(user.deletedAt ?? 0);
  if (shown === 'whole') return { ...userResource(state, user, now), deletionTime };
  const few = { kind: 'admin#directory#user', id: user.id, etag: userEtag(user), primaryEmail: user.primaryEmail };
  return shown === 'bare' ? few : { ...few, deletionTime };
}

/** Fields that colleagues see of each other. */
const publicFields = ['kind', 'id', 'etag', 'primaryEmail', 'name', 'emails', 'organizations', 'phones', 'locations'];

/** What the view and the projection that were asked for show: colleagues see no more than the public profile. */
export function shownUser(context: Context, user: UserRecord): UserResource {
  const account = at(context.state.accounts, user.account);
  const customSchemas = account && shownCustomFields(context, account, user);
  const whole = { ...userResource(context.state, user, context.now), ...(customSchemas && { customSchemas }) };
  if (context.params['viewType'] !== 'domain_public') return whole;
  const seen = Object.entries(whole).filter(([field]) => field === 'customSchemas' || publicFields.includes(field));
  return Object.fromEntries(seen);
}
