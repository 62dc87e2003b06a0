import { Blocked } from '../engine/outcome';
import { ask, once, send, type Procedure, type Words } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { consoles } from '../google/consoles';
import { customerFact } from '../google/facts';
import { languageName } from '../google/languages';
import { isNewAccount } from '../google/new-accounts';
import { isApiAccessOff, isForbidden } from '../google/retry';
import type { Customer } from '../google/resources';

/**
 * The default language of an account, which counts only for people who are created afterwards (Directory API guide,
 * "Manage customers"). Gives whether it was changed. Throws Blocked where the customer has turned the reseller's access
 * off.
 */
export function* ensureLanguage(
  customer: { readonly account: string; readonly domain: string },
  language: string,
): Procedure<boolean> {
  return yield* once(`language:${customer.account}`, () => setLanguage(customer, language));
}

/** What the row of a customer says of its language. */
export interface LanguageAsked {
  readonly wish: { readonly language?: string };
  /** `agreed`: what was written last or found as wished, by field id. */
  readonly memory: { readonly agreed?: Readonly<Record<string, string>> };
  readonly putBack: boolean;
}

/**
 * The language as the row wishes it. One that was agreed and differs now was changed at Google, and is left unless it
 * is to be put back. Gives whether it was changed.
 */
export function* languageAsWished(
  { wish: { language }, memory, putBack }: LanguageAsked,
  customer: { readonly account: string; readonly domain: string },
): Procedure<boolean> {
  const left = language === undefined || (memory.agreed?.language === language && !putBack);
  return left ? false : yield* ensureLanguage(customer, language);
}

function* setLanguage(
  { account, domain }: { readonly account: string; readonly domain: string },
  language: string,
): Procedure<boolean> {
  try {
    const before = (yield* ask(customerFact(account)))?.language ?? '';
    if (sameLanguage(before, language)) return false;
    yield* send(
      { op: 'directory.customers.patch', account, params: { customerKey: account }, body: { language } },
      {
        ...languageWords(isNewAccount(account) ? '' : before, languageName(language)),
        many: 'set languages',
        of: domain,
        done: `set the language to ${languageName(language)}`,
      },
    );
    return true;
  } catch (refusal) {
    if (!isClosed(refusal)) throw refusal;
    throw new Blocked(
      `${domain} has turned off your access to its account, so its language cannot be set.`,
      `The customer turns it on: ${consoles.resellerAccess.path}. Or empty Language in this row.`,
      { column: 'language' },
    );
  }
}

/** A new account says nothing of the language that it begins with. */
function languageWords(before: string, after: string): Pick<Words, 'plan' | 'what' | 'values'> {
  if (before === '') return { plan: 'set the language to', what: after };
  return { plan: 'change', values: [['language', languageName(before), after]] };
}

/**
 * The customer as its own Directory has it; undefined where it does not let the reseller in, which is a normal state.
 */
export function* customerIfOpen(account: string): Procedure<Customer | undefined> {
  try {
    return yield* ask(customerFact(account));
  } catch (refusal) {
    if (!isClosed(refusal)) throw refusal;
    return undefined;
  }
}

/** Whether two of Google's language codes are the same. */
export function sameLanguage(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function isClosed(error: unknown): boolean {
  return (
    error instanceof Refusal &&
    error.reason !== 'insufficientPermissions' &&
    (isForbidden(error) || isApiAccessOff(error))
  );
}
