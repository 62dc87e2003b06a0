import { ask, type Procedure } from '../../engine/procedure';
import { freeAddresses } from '../../ensure/free-addresses';
import { checkPattern, domainInPattern, localPart, usualPattern, type Called } from '../../google/address-pattern';
import { customerFact } from '../../google/facts';
import { checkDomain } from '../../google/limits';
import { reachOf, type Reach } from '../../tabs/reach';
import { identity, signedIn } from '../reach/identity';
import { documentStore } from '../keeping/stores';
import { Slice } from '../slice';
import { Trouble } from '../trouble';

/** Addresses for people who have none, by a pattern; nothing is written. */

const name = 'addressPattern';

const isText = (value: unknown): value is string => typeof value === 'string';

/** The pattern that was used last at this sheet. */
export function patternSet(): string {
  return documentStore().get(name, isText) ?? usualPattern;
}

/** Keeps the pattern for the next time. */
export function keepPattern(pattern: string): void {
  if (pattern !== patternSet()) documentStore().set(name, pattern);
}

/** What is asked for. '' is the pattern of last time, and the domain of whoever is signed in. */
export interface ByPattern {
  readonly pattern: string;
  readonly domain: string;
}

/** How addresses are made. */
export interface Made extends ByPattern {
  /** In the order of the people; '' for a name that no address can be made of, or where all are taken. */
  readonly addresses: readonly string[];
  readonly unseen: string;
}

/**
 * An address for each of these people that nobody has, at Google or among `taken`. Throws Trouble for a pattern that is
 * none, and for a domain out of reach.
 */
export function addressesFor(people: readonly Called[], taken: ReadonlySet<string>, by: ByPattern): Made {
  const slice = new Slice(signedIn());
  slice.prepare(people.length);
  const pattern = by.pattern.trim() || patternSet();
  const wrong = checkPattern(pattern);
  if (wrong !== undefined) throw new Trouble('notAPattern', { says: wrong, remedy: `What is usual: ${usualPattern}` });
  const domain = domainInPattern(pattern) || by.domain.trim().toLowerCase() || identity(slice).primaryDomain;
  const notDomain = checkDomain(domain);
  if (notDomain !== undefined) throw new Trouble('noDomain', { says: notDomain, remedy: '' });
  const reach = slice.answer(reachOf(slice.me, { domains: [domain], withRoles: [] }));
  const account = accountOf(domain, reach);
  return { pattern, domain, ...slice.answer(proposed(people, { account, domain, pattern, taken })) };
}

function accountOf(domain: string, { domains }: Reach): string {
  const found = domains.find(({ name: one }) => one === domain);
  if (found) return found.account;
  throw new Trouble('noDomain', {
    says: `No account in reach has the domain ${domain}.`,
    remedy: 'Correct the domain, or sign in as an administrator of its account.',
  });
}

function* proposed(
  people: readonly Called[],
  at: {
    readonly account: string;
    readonly domain: string;
    readonly pattern: string;
    readonly taken: ReadonlySet<string>;
  },
): Procedure<Pick<Made, 'addresses' | 'unseen'>> {
  const language = (yield* ask(customerFact(at.account)))?.language ?? '';
  const locals = people.map((one) => localPart(at.pattern, { ...one, language: one.language || language }));
  const wanted = locals.flatMap((local) => local ?? []);
  const { addresses, unseen } = yield* freeAddresses({ ...at, locals: wanted });
  const free = addresses[Symbol.iterator]();
  return {
    addresses: locals.map((local) => (local === undefined ? '' : String(free.next().value ?? ''))),
    unseen: unseen.length
      ? `You may not see ${unseen.join(' and ')} of the account: addresses may be taken there.`
      : '',
  };
}
