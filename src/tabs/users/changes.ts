import { Blocked } from '../../engine/outcome';
import type { Words } from '../../engine/procedure';
import type { JsonObject } from '../../engine/request';
import { foldName } from '../../google/names';
import type { User } from '../../google/resources';
import { madeInFlight } from './find';
import { differenceOf, type Difference } from './compare';
import type { UserRow } from './row';
import type { PasswordWish } from './wish';

/**
 * What a row changes at an account: the body of an update, what is left as drift, and what overrides a change made at
 * Google.
 */

/** The result of the comparison. */
export interface Changes {
  readonly body: JsonObject;
  readonly drift: readonly { readonly field: string; readonly says: string }[];
  readonly overrides: readonly string[];
  /** `change last name, org unit`. */
  readonly words: Words;
}

/**
 * The body of a new user, without the address. Throws Blocked where the names are missing that only a new person needs.
 */
export function newUserBody(row: UserRow, orgUnitPath: string): JsonObject {
  const { wish } = row;
  refuseWithoutPassword(row);
  if (wish.firstName === undefined || wish.lastName === undefined) {
    throw new Blocked(`${wish.email} does not exist yet.`, 'A new person needs a first name and a last name.', {
      column: wish.firstName === undefined ? 'firstName' : 'lastName',
    });
  }
  return {
    name: { givenName: wish.firstName, familyName: wish.lastName },
    ...passwordBody(wish.email, wish.password),
    changePasswordAtNextLogin: wish.changePassword ?? true,
    orgUnitPath,
    ...(wish.language === undefined ? {} : { languages: [{ languageCode: wish.language, preference: 'preferred' }] }),
    ...(wish.recoveryEmail ? { recoveryEmail: wish.recoveryEmail } : {}),
    ...(wish.recoveryPhone ? { recoveryPhone: wish.recoveryPhone } : {}),
  };
}

function refuseWithoutPassword({ passwordGone }: UserRow): void {
  if (passwordGone)
    throw new Blocked('The Password cell was changed after the row was checked.', 'Check the row again.', {
      column: 'password',
    });
}

/** A password as a reference that only the transport resolves. */
function passwordBody(email: string, password: PasswordWish | undefined): JsonObject {
  const reference = { password: { secret: `password of ${email}` } };
  return password?.kind === 'hash' ? { ...reference, hashFunction: password.hashFunction } : reference;
}

interface Field {
  readonly name: string;
  readonly wish: string | undefined;
  readonly agreed: string | undefined;
  readonly google: string;
  readonly body: JsonObject;
}

/** Compares a row with an account. `orgUnit` is the wished path as Google spells it. */
export function changesOf(row: UserRow, user: User, orgUnit: string | undefined): Changes {
  const judged = fieldsOf(row, user, orgUnit).map((field) => ({
    field,
    difference: differenceOf({ ...field, putBack: row.putBack }),
  }));
  const changed = judged
    .filter((one) => one.difference === 'change' || one.difference === 'override')
    .map((one) => one.field);
  const secret = passwordReset(row, user);
  const names = [...changed.map((field) => field.name.toLowerCase()), ...(secret.password ? ['password'] : [])];
  return {
    body: { ...joined(changed), ...secret },
    drift: pick(judged, 'drift').map((field) => ({
      field: field.name,
      says: `${field.name} is “${field.google}” at Google (changed there since). Left as it is; “Put back” restores “${field.wish ?? ''}”.`,
    })),
    overrides: pick(judged, 'override').map(
      (field) => `${field.name} “${field.wish ?? ''}” overrides “${field.google}”, a change made at Google.`,
    ),
    words: { plan: `change ${names.join(', ')}`, many: 'change users', done: `changed ${names.join(', ')}` },
  };
}

function pick(
  judged: readonly { readonly field: Field; readonly difference: Difference }[],
  difference: Difference,
): readonly Field[] {
  return judged.filter((one) => one.difference === difference).map((one) => one.field);
}

/** Every field in Google's shape. Given and family name share one object. */
function joined(fields: readonly Field[]): JsonObject {
  const name = fields.reduce<JsonObject>(
    (all, field) => ({ ...all, ...((field.body.name as JsonObject | undefined) ?? {}) }),
    {},
  );
  const rest = fields.reduce<JsonObject>((all, field) => (field.body.name ? all : { ...all, ...field.body }), {});
  return Object.keys(name).length ? { ...rest, name } : rest;
}

/** A given password resets that of an existing account; one that was made in this run with it has it already. */
function passwordReset(row: UserRow, user: User): JsonObject {
  const { wish } = row;
  if (row.passwordUsed !== false && madeInFlight(row, user)) return {};
  refuseWithoutPassword(row);
  if (!wish.password) return {};
  return { ...passwordBody(wish.email, wish.password), changePasswordAtNextLogin: wish.changePassword ?? true };
}

function fieldsOf(row: UserRow, user: User, orgUnit: string | undefined): readonly Field[] {
  const { wish } = row;
  const agreed = row.memory.agreed ?? {};
  return [
    {
      name: 'Email',
      wish: wish.email,
      agreed: agreed.email,
      google: user.primaryEmail,
      body: { primaryEmail: wish.email },
    },
    {
      name: 'First name',
      wish: wish.firstName,
      agreed: agreed.firstName,
      google: user.name.givenName,
      body: { name: { givenName: wish.firstName ?? '' } },
    },
    {
      name: 'Last name',
      wish: wish.lastName,
      agreed: agreed.lastName,
      google: user.name.familyName,
      body: { name: { familyName: wish.lastName ?? '' } },
    },
    {
      name: 'Org unit',
      wish: orgUnit,
      agreed: spelledAs(orgUnit, agreed.orgUnit),
      google: user.orgUnitPath,
      body: { orgUnitPath: orgUnit ?? '' },
    },
    {
      name: 'State',
      wish: wish.state,
      agreed: agreed.state,
      google: user.suspended ? 'Suspended' : 'Active',
      body: { suspended: false },
    },
    languageField(row, user),
    {
      name: 'Recovery email',
      wish: cleared(wish.recoveryEmail),
      agreed: agreed.recoveryEmail,
      google: user.recoveryEmail,
      body: { recoveryEmail: wish.recoveryEmail ?? null },
    },
    {
      name: 'Recovery phone',
      wish: cleared(wish.recoveryPhone),
      agreed: agreed.recoveryPhone,
      google: user.recoveryPhone,
      body: { recoveryPhone: wish.recoveryPhone ?? null },
    },
  ];
}

/** Google keeps the capitals of an org unit's first maker: paths that differ in nothing else are the same. */
function spelledAs(path: string | undefined, agreed: string | undefined): string | undefined {
  return path !== undefined && agreed?.toLowerCase() === path.toLowerCase() ? path : agreed;
}

/** The preferred language is Google's first; case does not count. */
function languageField(row: UserRow, user: User): Field {
  const { language } = row.wish;
  const held = user.languages.find((one) => language !== undefined && foldName(one) === foldName(language));
  return {
    name: 'Language',
    wish: language,
    agreed: row.memory.agreed?.language,
    google: held ? (language ?? '') : (user.languages[0] ?? ''),
    body: { languages: [{ languageCode: language ?? '', preference: 'preferred' }] },
  };
}

function cleared(value: string | null | undefined): string | undefined {
  return value === null ? '' : value;
}
