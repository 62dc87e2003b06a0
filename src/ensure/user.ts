import { defined } from '../engine/defined';
import { Blocked } from '../engine/outcome';
import { pause, send, type Procedure, type Words } from '../engine/procedure';
import { Refusal, type JsonObject, type Request } from '../engine/request';
import type { Told } from '../engine/words';
import { patchedUser } from '../google/patched-user';
import { asUser, type User } from '../google/resources';
import { isDuplicate } from '../google/retry';
import { samePersonName } from '../google/names';
import { holderOf, NotSeen } from './address';

/** Creating and changing a user of the Directory API. */

/** A user to be made. `body` is Google's User; a password stands in it as a reference. */
export interface NewUser {
  readonly account: string;
  readonly email: string;
  readonly body: JsonObject;
  /** What the body says, in words. */
  readonly values: readonly Told[];
  /** When this was last sent without an answer, in milliseconds since the epoch. */
  readonly sentAt?: number;
  /** The kind of seat that the person takes. */
  readonly seat?: string;
}

/**
 * Makes a user. One that is there already is ours only where a creation of our own went out without an answer; anything
 * else needs a person.
 */
export function* createUser(wanted: NewUser): Procedure<User> {
  const { account, email, body, seat } = wanted;
  const named = namedUnit(body);
  try {
    return asUser(
      yield* send<unknown>(
        { op: 'directory.users.insert', account, params: {}, body, named, ...defined({ seat }) },
        { plan: 'create the user', values: wanted.values, many: 'create users', done: 'created the user' },
      ),
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !isDuplicate(refusal)) throw refusal;
    const user = yield* holderWhenKnown(account, email);
    const { sentAt = wanted.sentAt } = refusal.options;
    if (madeBy({ name: nameIn(body), ...defined({ sentAt }) }, user)) return user;
    throw new Blocked(
      `${email} was created by somebody else in the meantime.`,
      'Check this row again: it then adopts that account.',
    );
  }
}

/** Milliseconds between looks: a user made by a request whose answer was lost is not known everywhere at once. */
const looks: readonly number[] = [2_000, 4_000, 8_000];

function* holderWhenKnown(account: string, email: string): Procedure<User> {
  for (const milliseconds of looks) {
    try {
      return yield* holderOf(account, email);
    } catch (error) {
      if (!(error instanceof NotSeen)) throw error;
    }
    yield* pause(milliseconds);
  }
  return yield* holderOf(account, email);
}

/**
 * Google's clock and the script's may differ a little, and creation times are whole seconds. A wave of requests that go
 * one after another takes as long as an execution may, six minutes, and what nobody answered may be carried out a while
 * later. In milliseconds.
 */
const [early, late] = [5_000, 7 * 60_000];

/** Whether an account that was met was made by a request that went out without an answer. */
export function madeBy({ name, sentAt }: { readonly name: Name; readonly sentAt?: number }, user: User): boolean {
  if (sentAt === undefined) return false;
  const after = Date.parse(user.creationTime) - sentAt;
  return after >= -early && after <= late && samePersonName(fullName(name), fullName(user.name));
}

/**
 * Changes fields of a user. `update` has patch semantics and is the one that can clear (Directory API reference,
 * users.update).
 */
export function* updateUser(ask: {
  account: string;
  user: User;
  name: string;
  body: JsonObject;
  words: Words;
  /** The kind of seat that the change takes. */
  seat?: string;
}): Procedure<User> {
  const { account, user, body } = ask;
  if (Object.keys(body).length === 0) return user;
  const request: Request = {
    op: 'directory.users.update',
    account,
    params: { userKey: user.id },
    body,
    named: { userKey: ask.name, ...namedUnit(body) },
    ...defined({ seat: ask.seat }),
  };
  try {
    return yield* sendUpdate(user, request, ask.words);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !isDuplicate(refusal)) throw refusal;
    // `update` has answered 409 although the change was applied (google-api-go-client issue 556). What takes no address
    // is sent once more.
    return yield* typeof body.primaryEmail === 'string'
      ? renamedAfterAll(account, user, body.primaryEmail)
      : sendUpdate(user, request, ask.words);
  }
}

function* sendUpdate(user: User, request: Request, words: Words): Procedure<User> {
  const value = yield* send<unknown>(request, words);
  return value === undefined ? patchedUser(user, request.body ?? {}) : asUser(value);
}

function* renamedAfterAll(account: string, user: User, address: string): Procedure<User> {
  const holder = yield* holderOf(account, address);
  if (holder.id === user.id) return holder;
  throw new Blocked(`${address} is the address of another user.`, 'Choose another address for this row.');
}

/**
 * Google keeps the capitals of whoever made an org unit first, perhaps after the check: the plan names it without them.
 */
function namedUnit({ orgUnitPath }: JsonObject): Readonly<Record<string, string>> {
  return typeof orgUnitPath === 'string' ? { orgUnitPath: orgUnitPath.toLowerCase() } : {};
}

/** A name as far as it is known. */
export interface Name {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
}

/** A user's whole name as one text. */
export function fullName(name: Name): string {
  return `${name.givenName ?? ''} ${name.familyName ?? ''}`.trim();
}

function nameIn(body: JsonObject): Name {
  const name = body.name;
  return typeof name === 'object' && name !== null && !Array.isArray(name) ? (name as Name) : {};
}
