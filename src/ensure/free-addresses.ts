import { ask, together, type Fact, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { numbered } from '../google/address-pattern';
import { deletedUsersFact, groupsFact, userFact } from '../google/facts';

/** Addresses that nobody has: no person, alias or group of the account, nobody deleted of late, nobody of the sheet. */

/** So many people of one name are looked for. */
const mostOfAName = 50;

/**
 * For each local part, in their order, the first address that is free: `ana.ruiz@…`, `ana.ruiz2@…`. '' where all of the
 * first fifty are taken. `taken`: addresses in small letters that are to be left free besides. `unseen`: what a
 * delegated administrator may not list, where addresses may be taken, too.
 */
export function* freeAddresses(wanted: {
  readonly account: string;
  readonly domain: string;
  readonly locals: readonly string[];
  readonly taken: ReadonlySet<string>;
}): Procedure<{ readonly addresses: readonly string[]; readonly unseen: readonly string[] }> {
  const { account, domain, locals } = wanted;
  const others = yield* heldByOthers(account);
  const taken = new Set([...wanted.taken, ...others.addresses]);
  const tries = locals.map(() => 0);
  const found = locals.map(() => '');
  let open = [...locals.keys()];
  while (open.length) {
    // Of several people of one name the first is served before the next one asks.
    const first = new Set(new Map([...open].reverse().map((at) => [locals[at], at])).values());
    const asked = open.flatMap((at) => {
      if (!first.has(at)) return [];
      const address = nextFree(locals[at] ?? '', { domain, taken, from: (tries[at] ?? 0) + 1 });
      if (!address) return [];
      taken.add(address.email);
      tries[at] = address.n;
      return [{ at, email: address.email }];
    });
    const held = yield* together(...asked.map(({ email }) => isHeld(account, email)));
    asked.forEach(({ at, email }, nth) => {
      if (!held[nth]) found[at] = email;
    });
    const free = new Set(asked.flatMap(({ at }, nth) => (held[nth] ? [] : [at])));
    const tried = new Set(asked.map(({ at }) => at));
    open = open.filter((at) => !free.has(at) && (tried.has(at) || !first.has(at)));
  }
  return { addresses: found, unseen: others.unseen };
}

interface HeldByOthers {
  readonly addresses: readonly string[];
  readonly unseen: readonly string[];
}

/** Of groups, and of people deleted in the last 20 days, who could not be restored to an address that is taken. */
function* heldByOthers(account: string): Procedure<HeldByOthers> {
  const [groups, deleted] = yield* together(seen(groupsFact(account)), seen(deletedUsersFact(account)));
  return {
    addresses: [
      ...(groups ?? []).flatMap(({ email, aliases }) => [email, ...aliases]),
      ...(deleted ?? []).flatMap(({ primaryEmail, aliases }) => [primaryEmail, ...aliases]),
    ],
    unseen: [...(groups ? [] : ['groups']), ...(deleted ? [] : ['deleted people'])],
  };
}

/** Undefined for what this administrator may not list. */
function* seen<T>(fact: Fact<T>): Procedure<T | undefined> {
  try {
    return yield* ask(fact);
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403 && refusal.reason === 'forbidden') return undefined;
    throw refusal;
  }
}

function nextFree(
  local: string,
  { domain, taken, from }: { readonly domain: string; readonly taken: ReadonlySet<string>; readonly from: number },
): { readonly email: string; readonly n: number } | undefined {
  for (let n = from; n <= mostOfAName; n++) {
    const email = `${numbered(local, n)}@${domain}`;
    if (!taken.has(email)) return { email, n };
  }
  return undefined;
}

/** A refused look means that somebody outside of the account has the address (Directory API, common errors: 403). */
function* isHeld(account: string, email: string): Procedure<boolean> {
  try {
    return (yield* ask(userFact(account, email))) !== undefined;
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403) return true;
    throw refusal;
  }
}
