import { flag, object, text } from '../body';
import { Answered, type Context, type Handler } from '../context';
import { conditionNotMet, invalid, limitExceeded } from '../errors';
import { userId } from '../ids';
import { type Json, type JsonObject } from '../json';
import { autoLicences } from '../licensing/auto-licensing';
import { freeSeats, setLicence } from '../licensing/seats';
import { mayHaveOneMore } from '../licensing/user-cap';
import { remember } from '../propagation';
import { count, type Account, type UserRecord } from '../state';
import { switchMillis, switchValue } from '../switch-values';
import { setAside } from './returning';
import { enterUser, ownerOf } from './addresses';
import { mergedCustomFields } from './custom-fields';
import { checkPassword, keepPassword } from './passwords';
import { checkProfile } from './profile';
import { keptFields } from './user-fields';
import { changedUser, privilegesFor, replaceUser } from './user-changes';
import { accountOf, changeableUser, readUser } from './user-lookup';
import { shownUser, userResource } from './user-resource';
import { accountForAddress, addressOf, checkContact, checkName, checkOrgUnit, mustBeFree } from './user-validation';

/** `directory.users.get`. */
export const getUser: Handler = (context) => shownUser(context, readUser(context, context.params['userKey'] ?? ''));

/** `directory.users.update` and `.patch`: both change only the fields that are sent; patch cannot clear lists. */
export const updateUser: Handler = (context) => {
  const user = changeableUser(context, context.params['userKey'] ?? '', { need: privilegesFor(context.body) });
  const change = { context, account: accountOf(context, user), user };
  const next = changedUser(change);
  remember(context, ['user', user.id], user);
  replaceUser(change, next);
  return userResource(context.state, next, context.now);
};

/**
 * `directory.users.insert`. Limits and texts: Users reference, Directory API limits page, Reseller API "Directory API
 * common errors".
 */
export const insertUser: Handler = (context) => {
  const email = addressOf(context.body, 'primaryEmail');
  const account = accountForAddress(context, email, 'primary_user_email');
  const user = newUser(context, account, email);
  mayHaveUsers(context, account);
  if (isInvited(context, account, email))
    return new Answered(202, {
      kind: 'admin#directory#user',
      primaryEmail: email,
      name: { givenName: user.givenName, familyName: user.familyName },
    });
  mustBeFree(context, account, email);
  mayHaveOneMore(context.state, account);
  const licences = seatsFor(context, account, user);
  remember(context, ['user', user.id], null);
  context.state.users[user.id] = user;
  enterUser(context.state, user);
  const delay = switchMillis(context.state, 'autoLicensingDelay', account);
  if (delay > 0 && licences.length > 0)
    setAside(context.state, user, { at: context.now + delay, aliases: [], groups: [] });
  else for (const licence of licences) setLicence(account, { user: user.id, ...licence });
  return userResource(context.state, user, context.now);
};

/** With `resolveConflictAccount` a personal account with the address is invited instead of refused. */
function isInvited({ params, state }: Context, account: Account, email: string): boolean {
  return (
    params['resolveConflictAccount'] === 'true' && account.takenElsewhere.includes(email) && !ownerOf(state, email)
  );
}

function mayHaveUsers({ state }: Context, account: Account): void {
  if (account.type !== 'team' || switchValue(state, 'teamUsers', account) === 'allowed') return;
  const confirmed = account.primaryAdmin === undefined || ownerOf(state, account.primaryAdmin) !== undefined;
  if (!confirmed) throw conditionNotMet('The primary administrator has not confirmed the account.');
}

function newUser(context: Context, account: Account, email: string): UserRecord {
  const { body, state, now } = context;
  const name: JsonObject = object(body, 'name') ?? {};
  checkContact(body);
  checkProfile(context);
  const user: UserRecord = {
    id: userId(`${account.id}/${(state.counters['users'] ?? 0) + 1}/${email}`),
    account: account.id,
    primaryEmail: email,
    givenName: checkName(context, text(name, 'givenName'), 'GivenName'),
    familyName: checkName(context, text(name, 'familyName'), 'FamilyName'),
    isAdmin: false,
    suspended: flag(body, 'suspended') ?? false,
    archived: false,
    orgUnit: checkOrgUnit(account, text(body, 'orgUnitPath') ?? '/').id,
    aliases: [],
    changePasswordAtNextLogin: flag(body, 'changePasswordAtNextLogin') ?? false,
    includeInGlobalAddressList: flag(body, 'includeInGlobalAddressList') ?? true,
    agreedToTerms: false,
    languages: body['languages'] ?? [{ languageCode: account.language, preference: 'preferred' }],
    createdAt: now,
    profile: profileOf(account, body),
    version: 1,
  };
  setPassword(body, user);
  for (const field of ['recoveryEmail', 'recoveryPhone'] as const) {
    const value = text(body, field);
    if (value) user[field] = value;
  }
  const displayName = text(name, 'displayName');
  if (displayName) user.displayName = displayName;
  count(state, 'users');
  return user;
}

function setPassword(body: JsonObject, user: UserRecord): void {
  const password = text(body, 'password');
  if (password === undefined) throw invalid('Invalid Password');
  const hashFunction = text(body, 'hashFunction');
  checkPassword(password, hashFunction);
  user.passwordHash = keepPassword(user, password, hashFunction);
}

function profileOf(account: Account, body: JsonObject): Record<string, Json> {
  const kept = [...keptFields].flatMap((field): [string, Json][] =>
    field === 'languages' || body[field] === undefined || body[field] === null
      ? []
      : [[field, structuredClone(body[field])]],
  );
  const custom = mergedCustomFields(account, {}, object(body, 'customSchemas') ?? {});
  return { ...Object.fromEntries(kept), ...(Object.keys(custom).length > 0 && { customSchemas: custom }) };
}

/**
 * The licences that the org unit gives of itself. Without a seat for one the user is refused, unless the switch says
 * otherwise.
 */
function seatsFor(context: Context, account: Account, user: UserRecord): { productId: string; skuId: string }[] {
  const wanted = autoLicences(account, user.orgUnit);
  const seated = wanted.filter(({ skuId }) => freeSeats(context, account, { sku: skuId }) > 0);
  if (seated.length < wanted.length && switchValue(context.state, 'seatlessUsers', account) === 'refused')
    throw limitExceeded('Domain user limit reached. Buy more seats to create more users.');
  return seated;
}
