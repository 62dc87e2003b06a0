import { flag, has, object, text } from '../body';
import type { Context } from '../context';
import { conditionNotMet, invalid, Refused } from '../errors';
import type { Json, JsonObject } from '../json';
import { fieldPrivileges } from '../permits';
import { switchValue } from '../switch-values';
import type { Account, UserRecord } from '../state';
import { enterUser, leaveUser } from './addresses';
import { archiveLicence, mayBeArchived, mayComeBack, unarchiveLicence } from './archive';
import { customFieldsOf, mergedCustomFields } from './custom-fields';
import { checkPassword, keepPassword } from './passwords';
import { checkProfile } from './profile';
import { keptFields, repeatedFields } from './user-fields';
import { accountForAddress, addressOf, checkContact, checkName, checkOrgUnit, mustBeFree } from './user-validation';
import { mustNotBeLastAdmin, mustNotBeOneself } from './admins';

/** Changes to a user: all checks first, then all at once, so that a refused request changes nothing. */

/** Which privileges the fields of an update take, any one of which is needed where there are several fields. */
export function privilegesFor(body: JsonObject): string[] {
  const needed = new Set(Object.keys(body).map((field) => fieldPrivileges[field] ?? 'USERS_UPDATE'));
  return needed.size === 1 ? [...needed, 'USERS_UPDATE'] : ['USERS_UPDATE'];
}

/** A user who is to be changed. */
export interface Change {
  readonly context: Context;
  readonly account: Account;
  readonly user: UserRecord;
}

/**
 * The user as it would be after the body's changes. Throws `Refused` for a body that Google does not accept; changes
 * nothing.
 */
export function changedUser(change: Change): UserRecord {
  const { context, user } = change;
  const next: UserRecord = { ...structuredClone(user), version: user.version + 1 };
  checkContact(context.body);
  checkProfile(context);
  rename(change, next);
  applyNames(change, next);
  applyPassword(change, next);
  applyState(change, next);
  applyProfile(change, next);
  applyCustomFields(change, next);
  return next;
}

function rename({ context, account, user }: Change, next: UserRecord): void {
  if (!has(context.body, 'primaryEmail')) return;
  const email = addressOf(context.body, 'primaryEmail');
  if (email === user.primaryEmail) return;
  if (accountForAddress(context, email, 'primary_user_email').id !== account.id)
    throw invalid('Invalid Input: primary_user_email');
  const swaps = user.aliases.includes(email) && switchValue(context.state, 'renameToOwnAlias', account) === 'allowed';
  if (!swaps) mustBeFree(context, account, email);
  next.primaryEmail = email;
  next.aliases = [...user.aliases.filter((alias) => alias !== email), user.primaryEmail];
}

function applyNames({ context }: Change, next: UserRecord): void {
  const name = object(context.body, 'name');
  if (!name) return;
  if (has(name, 'givenName')) next.givenName = checkName(context, text(name, 'givenName'), 'GivenName');
  if (has(name, 'familyName')) next.familyName = checkName(context, text(name, 'familyName'), 'FamilyName');
  if (has(name, 'displayName')) setText(next, 'displayName', text(name, 'displayName'));
}

function applyPassword({ context: { body } }: Change, next: UserRecord): void {
  const password = text(body, 'password');
  if (password !== undefined) {
    const hashFunction = text(body, 'hashFunction');
    checkPassword(password, hashFunction);
    next.passwordHash = keepPassword(next, password, hashFunction);
  }
  next.changePasswordAtNextLogin = flag(body, 'changePasswordAtNextLogin') ?? next.changePasswordAtNextLogin;
}

function applyState(change: Change, next: UserRecord): void {
  const { context, account } = change;
  const path = text(context.body, 'orgUnitPath');
  if (path !== undefined) next.orgUnit = checkOrgUnit(account, path).id;
  suspend(change, next);
  archive(change, next);
  next.includeInGlobalAddressList = flag(context.body, 'includeInGlobalAddressList') ?? next.includeInGlobalAddressList;
}

function suspend({ context, account, user }: Change, next: UserRecord): void {
  const suspended = flag(context.body, 'suspended') ?? user.suspended;
  if (suspended === user.suspended) return;
  if (suspended && staysArchived(context, user) && switchValue(context.state, 'suspendArchived', account) === 'refused')
    throw conditionNotMet('An archived user cannot be suspended.');
  if (!suspended && (user.suspensionReason ?? 'ADMIN') !== 'ADMIN')
    throw new Refused(412, 'adminCannotUnsuspend', 'User account reinstatement not allowed.');
  if (suspended) mayBeShutOut({ context, account, user });
  next.suspended = suspended;
  if (suspended) Object.assign(next, { suspensionReason: 'ADMIN', suspendedAt: context.now });
  else {
    delete next.suspensionReason;
    delete next.suspendedAt;
  }
}

function mayBeShutOut({ context, account, user }: Change): void {
  mustNotBeLastAdmin(context, account, user);
  mustNotBeOneself(context, account, user);
}

const staysArchived = ({ body }: Context, user: UserRecord): boolean =>
  user.archived && (flag(body, 'archived') ?? true);

function archive(change: Change, next: UserRecord): void {
  const { context, user } = change;
  const archived = flag(context.body, 'archived') ?? user.archived;
  if (archived === user.archived) return;
  if (archived) {
    mayBeShutOut(change);
    mayBeArchived(change);
    next.archivedAt = context.now;
  } else {
    mayComeBack(change);
    delete next.archivedAt;
  }
  next.archived = archived;
}

function applyCustomFields({ context, account, user }: Change, next: UserRecord): void {
  if (!has(context.body, 'customSchemas')) return;
  const given = object(context.body, 'customSchemas');
  const values = given ? mergedCustomFields(account, customFieldsOf(user), given) : {};
  if (Object.keys(values).length > 0) next.profile['customSchemas'] = values;
  else Reflect.deleteProperty(next.profile, 'customSchemas');
}

function applyProfile({ context: { body, op } }: Change, next: UserRecord): void {
  for (const field of ['recoveryEmail', 'recoveryPhone'] as const)
    if (has(body, field)) setText(next, field, text(body, field) || undefined);
  for (const [field, value] of Object.entries(body)) {
    if (!keptFields.has(field) || (op === 'directory.users.patch' && clears(field, value))) continue;
    if (field === 'languages') next.languages = value ?? [];
    else keep(next, field, value);
  }
}

/** PATCH cannot clear repeated fields (Users reference, patch). */
const clears = (field: string, value: Json): boolean =>
  repeatedFields.has(field) && (value === null || (Array.isArray(value) && value.length === 0));

function keep(next: UserRecord, field: string, value: Json): void {
  if (value === null) Reflect.deleteProperty(next.profile, field);
  else next.profile[field] = structuredClone(value);
}

function setText(
  next: UserRecord,
  field: 'displayName' | 'recoveryEmail' | 'recoveryPhone',
  value: string | undefined,
): void {
  if (value === undefined) Reflect.deleteProperty(next, field);
  else next[field] = value;
}

/** Puts a changed user in the place of the old one: addresses, and the licence that archiving moves. */
export function replaceUser({ context, account, user }: Change, next: UserRecord): void {
  const { state } = context;
  leaveUser(state, user);
  state.users[next.id] = next;
  enterUser(state, next);
  if (next.archived && !user.archived) archiveLicence({ context, account, user });
  if (user.archived && !next.archived) unarchiveLicence({ context, account, user });
}
