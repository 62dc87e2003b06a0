import { allTogether, ask, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { freeAddresses } from '../../ensure/free-addresses';
import { domainsFact } from '../../google/facts';
import { isSetUp } from '../../tabs/identity';
import type { RosterPerson } from '../../tabs/team/roster';
import { isTheirs } from '../../tabs/team/theirs';

/** Addresses for people of the roster on a domain of an account. */

/** Whose address it is to be. */
export type Rostered = Pick<RosterPerson, 'userName' | 'given' | 'family'>;

/**
 * Where addresses are looked for. `isOwn`: the account is that of whoever works. `taken`: addresses that rows of Users
 * have already, in small letters.
 */
export interface Where {
  readonly account: string;
  readonly isOwn: boolean;
  readonly domain: string;
  readonly taken: ReadonlySet<string>;
}

/**
 * An address for each person: that of an account of theirs which is there under the user name already, else the first
 * that nobody has, with a number behind the user name. '' where the first fifty are taken. In an account that is closed
 * to us the first address, whose row then says so.
 */
export function* rosterAddressesFor(people: readonly Rostered[], where: Where): Procedure<readonly string[]> {
  const first = people.map(({ userName }) => `${userName}@${where.domain}`);
  if (!where.isOwn && (yield* isClosed(where.account)))
    return first.map((email) => (where.taken.has(email) ? '' : email));
  const theirs = yield* theirsOf(people, where);
  const others = people.filter((_, at) => !theirs[at]);
  const locals = others.map(({ userName }) => userName);
  if (!locals.length) return first;
  const own = first.filter((_, at) => theirs[at]);
  const { addresses } = yield* freeAddresses({ ...where, locals, taken: new Set([...where.taken, ...own]) });
  const free = addresses[Symbol.iterator]();
  return first.map((email, at) => (theirs[at] ? email : String(free.next().value ?? '')));
}

/** Whether a customer gives no access: its domains are refused then. */
function* isClosed(account: string): Procedure<boolean> {
  try {
    yield* ask(domainsFact(account));
    return false;
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403 && !isSetUp(refusal)) return true;
    throw refusal;
  }
}

/**
 * Which of these people, who have no row, have an account there under the user name. In an account that is closed to us
 * nobody.
 */
export function* accountsThere(people: readonly Rostered[], where: Where): Procedure<readonly boolean[]> {
  if (!where.isOwn && (yield* isClosed(where.account))) return people.map(() => false);
  return yield* theirsOf(people, where);
}

function theirsOf(people: readonly Rostered[], { account, domain, taken }: Where): Procedure<readonly boolean[]> {
  return allTogether(
    people.map(function* (one) {
      const email = `${one.userName}@${domain}`;
      return !taken.has(email) && (yield* isTheirs(one, email, account));
    }),
  );
}
