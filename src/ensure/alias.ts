import { Blocked } from '../engine/outcome';
import { ask, confirm, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { userFact } from '../google/facts';
import type { User } from '../google/resources';
import { isDuplicate, isForbidden } from '../google/retry';
import { heldOutside, holderOf } from './address';
import type { Person } from './person';

/** Gives a user one more address. One that the user has already is left alone; one that somebody else has is said. */
export function* ensureAlias(person: Person, alias: string): Procedure<void> {
  if (person.user.aliases.includes(alias)) return;
  refuseIfTaken(person, alias, yield* userAt(person.account, alias));
  try {
    yield* send(
      {
        op: 'directory.users.aliases.insert',
        account: person.account,
        params: { userKey: person.user.id },
        body: { alias },
        named: { userKey: person.name },
      },
      { plan: 'add the alias', what: alias, many: 'add aliases', done: `added the alias ${alias}` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !isDuplicate(refusal)) throw refusal;
    // A repeated request may find its own first effect: then the holder is the person, and nothing is wrong.
    refuseIfTaken(person, alias, yield* lookAgain(person, alias));
  }
}

/**
 * The account lets us read its people, so a refused read means that the address lives elsewhere (Directory API, common
 * errors).
 */
function* userAt(account: string, address: string): Procedure<User | undefined> {
  try {
    return yield* ask(userFact(account, address));
  } catch (refusal) {
    if (refusal instanceof Refusal && isForbidden(refusal)) throw heldOutside(address);
    throw refusal;
  }
}

function* lookAgain(person: Person, alias: string): Procedure<User> {
  const user = yield* confirm(userFact(person.account, alias));
  return user ?? (yield* holderOf(person.account, alias));
}

function refuseIfTaken(person: Person, alias: string, holder: User | undefined): void {
  if (!holder || holder.id === person.user.id) return;
  const how = holder.primaryEmail === alias ? 'the address of another user' : `an alias of ${holder.primaryEmail}`;
  throw new Blocked(`${alias} is ${how}.`, 'Choose another alias, or free that address first.');
}

/** Takes an address away that a user has besides; one that is not there any more is as good. */
export function* takeAlias(person: Person, alias: string): Procedure<void> {
  try {
    yield* send(
      {
        op: 'directory.users.aliases.delete',
        account: person.account,
        params: { userKey: person.user.id, alias },
        named: { userKey: person.name },
      },
      { plan: 'remove the alias', what: alias, many: 'remove aliases', done: `removed the alias ${alias}` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 404) throw refusal;
  }
}

/**
 * The addresses of a user that Google manages itself: nobody can take them (Directory API, users: nonEditableAliases).
 */
export function fixedAliases({ more: { nonEditableAliases } }: User): readonly string[] {
  return Array.isArray(nonEditableAliases) ? nonEditableAliases.map((one) => String(one).toLowerCase()) : [];
}
