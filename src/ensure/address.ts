import { ask, confirm, type Procedure } from '../engine/procedure';
import { Blocked } from '../engine/outcome';
import { Refusal } from '../engine/request';
import { deletedUsersFact, groupFact, userFact } from '../google/facts';
import type { Group, User } from '../google/resources';

/** Who has an address that Google says is taken (409 `duplicate`): the API does not tell, so we look. */

const restoreDays = 20;
const dayInMilliseconds = 86_400_000;

/** Ends the row with who has the address and what to do; gives the user if it is the primary address of one. */
export function* holderOf(account: string, address: string): Procedure<User> {
  const user = yield* lookUp(account, address);
  if (user?.primaryEmail === address) return user;
  if (user)
    throw new Blocked(
      `${address} is an alias of ${user.primaryEmail}.`,
      'Choose another address, or remove that alias first.',
    );
  const group = yield* ask(groupFact(account, address));
  if (group) throw heldByGroup(address, group);
  const [deleted] = newestFirst((yield* ask(deletedUsersFact(account))).filter((one) => one.primaryEmail === address));
  if (deleted) throw heldByDeleted(address, deleted);
  throw new NotSeen(...outside(address));
}

/** Throws Blocked where a group of the account has the address, or has it as an alias. */
export function* refuseGroupAt(account: string, address: string, column: string): Procedure<void> {
  const group = yield* groupAt(account, address);
  if (group) throw heldByGroup(address, group, column);
}

/**
 * The group of the account that has the address. Groups that whoever works may not read speak against nothing: Google's
 * refusal tells then.
 */
export function* groupAt(account: string, address: string): Procedure<Group | undefined> {
  try {
    return yield* ask(groupFact(account, address));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
    return undefined;
  }
}

function heldByGroup(address: string, { email, name }: Group, column = 'email'): Blocked {
  const named = name === '' || name === email ? email : `“${name}”`;
  return new Blocked(
    email === address
      ? `${address} is the address of the group ${named}.`
      : `${address} is an alias of the group ${named === email ? email : `${named} (${email})`}.`,
    'Choose another address, or rename the group in the Admin console: Directory › Groups.',
    { column },
  );
}

/**
 * Nobody was seen at the address. It is somebody's outside of the account, or a user's who is so new that reads do not
 * show it.
 */
export class NotSeen extends Blocked {}

/**
 * An address of this account's domain that somebody has at Google all the same (Directory API common errors, 409 and
 * 403).
 */
export function heldOutside(address: string): Blocked {
  return new Blocked(...outside(address));
}

function outside(address: string): [string, string] {
  return [
    `${address} is in use outside this account, most likely by a personal Google Account (“unmanaged”), else by another Google customer.`,
    'Verify the domain, then let its owner move it (Admin console: Account › Account settings › Conflicting accounts), or create the person under another address and rename later. Another customer has to rename or delete whoever has it first.',
  ];
}

function* lookUp(account: string, address: string): Procedure<User | undefined> {
  try {
    return yield* confirm(userFact(account, address));
  } catch (refusal) {
    // 403 here means that the address lives in another account (Directory API, common errors).
    if (refusal instanceof Refusal && refusal.status === 403) throw heldOutside(address);
    throw refusal;
  }
}

/** Deleted people, whoever was deleted last first. */
export function newestFirst(users: readonly User[]): readonly User[] {
  return [...users].sort((a, b) => b.deletionTime.localeCompare(a.deletionTime));
}

function heldByDeleted(address: string, deleted: User): Blocked {
  const until = new Date(Date.parse(deleted.deletionTime) + restoreDays * dayInMilliseconds);
  const says = `${address} is still held by a deleted user${isNaN(until.getTime()) ? '' : ` until ${until.toISOString().slice(0, 10)}`}.`;
  return new Blocked(
    says,
    'Restore that user in the Admin console (Directory › Users › Recently deleted), wait, or choose another address.',
  );
}
