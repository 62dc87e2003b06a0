import { Waiting } from '../engine/outcome';
import { after, type Procedure } from '../engine/procedure';
import { languageName } from '../google/languages';
import { Apart, ensureCustomer, type CustomerAsked, type CustomerFound } from './customer';
import { boughtBy, isTransferred, settingsOf, termsArePending } from './customer-state';
import { customerIfOpen, languageAsWished, sameLanguage, type LanguageAsked } from './language';

/** People come once their account is there, in its language, and the customer has done what only the customer can. */

/** The row of the customer whose account serves people, as far as it concerns them. */
export interface ServingCustomer extends CustomerAsked, LanguageAsked {
  readonly wish: CustomerAsked['wish'] & LanguageAsked['wish'];
  readonly memory: CustomerAsked['memory'] & LanguageAsked['memory'];
  readonly settings: CustomerAsked['settings'] & {
    /** People may be created before terms and domain are in order. */
    readonly letPeopleThrough: boolean;
  };
  /** The rows (numbers of the drive) that order subscriptions for the customer. */
  readonly orders: readonly { readonly row: number }[];
}

/**
 * A customer that takes people: there, in its language, with its orders placed, and past terms and verification unless
 * the settings let people through. A super administrator comes before all that. Throws Waiting otherwise, whatever the
 * cause is.
 */
export function* peopleMayCome(customer: ServingCustomer, superAdmin: boolean): Procedure<CustomerFound> {
  const found = yield* ready(customer);
  yield* after(customer.orders.map((order) => order.row));
  if (!found.ours && !(yield* isTransferred(customer, found))) throw notReady(customer);
  if (superAdmin || customer.settings.letPeopleThrough) return { ...found, ours: true };
  const { domain } = found;
  if (termsArePending(yield* boughtBy(customer, found))) throw notYet(`${domain} has not accepted Google’s terms yet.`);
  if (found.type === 'domain' && !(yield* settingsOf(customer, found)).domainVerified)
    throw notYet(`${domain} is not verified yet.`);
  return { ...found, ours: true };
}

function* ready(customer: ServingCustomer): Procedure<CustomerFound> {
  try {
    const found = yield* ensureCustomer(customer);
    if (found.ours) yield* customer.underWay ? languageAsWished(customer, found) : languageIsSet(customer, found);
    return found;
  } catch (error) {
    if (error instanceof Apart) throw error;
    // The customer's own row says what failed, and what to do about it.
    throw notReady(customer);
  }
}

/** People get the language that their account has when they come. */
function* languageIsSet(
  { wish: { language }, memory }: LanguageAsked,
  { account, domain }: CustomerFound,
): Procedure<void> {
  if (language === undefined || memory.agreed?.language === language) return;
  const now = (yield* customerIfOpen(account))?.language;
  if (now !== undefined && !sameLanguage(now, language))
    throw new Apart(`${domain} gets the language ${languageName(language)} first.`);
}

function notReady({ wish }: CustomerAsked): Waiting {
  return new Waiting(`${wish.domain} is not ready: see its row on Customers.`, '');
}

function notYet(says: string): Waiting {
  return new Waiting(
    says,
    'People are created after that; check this row again then. To create them before, tick “Let people through early” in Seatsheet’s settings.',
  );
}
