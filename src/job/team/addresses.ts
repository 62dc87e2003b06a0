import { allTogether, ask, type Procedure } from '../../engine/procedure';
import { Refusal } from '../../engine/request';
import { freeAddresses } from '../../ensure/free-addresses';
import { domainsFact, userFact } from '../../google/facts';
import { samePersonName } from '../../google/names';
import { isSetUp } from '../../tabs/reach';
import type { RosterPerson } from '../../tabs/team/roster';

/** Addresses for people of the roster on a domain of an account. */

/** Whose address it is to be. */
export type Rostered = Pick<RosterPerson, 'userName' | 'given' | 'family'>;

/** Where addresses are looked for. `isOwn`: the account is that of whoever works. `taken`: addresses that rows of Users have already, in small letters. */
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
  const theirs = yield* allTogether(people.map((one, at) => isTheirs(one, first[at] ?? '', where)));
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

/** Whether there is an account of this name already under exactly this address. */
function* isTheirs({ given, family }: Rostered, email: string, { account, taken }: Where): Procedure<boolean> {
  if (taken.has(email)) return false;
  try {
    const user = yield* ask(userFact(account, email));
    if (user?.primaryEmail !== email) return false;
    return samePersonName(`${user.name.givenName} ${user.name.familyName}`, `${given} ${family}`);
  } catch (refusal) {
    // A look that is refused says that somebody outside of the account has the address (Directory API, common errors).
    if (refusal instanceof Refusal && refusal.status === 403 && refusal.reason === 'forbidden') return false;
    throw refusal;
  }
}
