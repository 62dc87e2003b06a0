import { Blocked } from '../engine/outcome';
import { ask, together, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { customerFact, subscriptionsFact, userFact } from '../google/facts';
import { isAppBlocked } from '../google/predicates';
import type { Subscription } from '../google/reseller-resources';
import { isApiDisabled } from '../google/retry';

/** Who is signed in, and what Google is that person's: asked before anything else. */

/** Who is signed in. */
export interface Identity {
  readonly email: string;
  /** Customer id. */
  readonly account: string;
  readonly primaryDomain: string;
  readonly superAdmin: boolean;
  readonly reseller: boolean;
}

/** What stops everything: nobody could serve any row. */
export class NobodyServes extends Blocked {}

/** The literal that means the caller's own account (Directory API reference). */
export const ownAccount = 'my_customer';

/** Who is signed in. Throws NobodyServes for somebody who administers no Google account. */
export function* whoAmI(email: string): Procedure<Identity> {
  const me = yield* own(email);
  const account = me.customerId || ((yield* ask(customerFact(ownAccount)))?.id ?? '');
  if (!me.isAdmin && !me.isDelegatedAdmin) {
    throw new NobodyServes(
      `${email} is not an administrator.`,
      'Sign in as an administrator of the account, or ask one for an admin role (Admin console › Account › Admin roles).',
    );
  }
  const [customer, sold] = yield* together(ask(customerFact(account)), subscriptionsOf(account));
  return {
    email,
    account,
    primaryDomain: customer?.customerDomain ?? '',
    superAdmin: me.isAdmin,
    reseller: sold !== undefined,
  };
}

function* own(
  email: string,
): Procedure<{ readonly customerId: string; readonly isAdmin: boolean; readonly isDelegatedAdmin: boolean }> {
  try {
    const me = yield* ask(userFact(ownAccount, email));
    if (me) return me;
  } catch (refusal) {
    // A consumer account, and somebody without any admin role, is refused here; set-up errors are not about the person.
    if (!(refusal instanceof Refusal) || !isAboutThePerson(refusal)) throw refusal;
  }
  throw new NobodyServes(
    `${email} is not an administrator of a Google Workspace or Cloud Identity account.`,
    'Open this spreadsheet as a reseller’s or customer’s administrator (not with a personal Google Account).',
  );
}

function isAboutThePerson(refusal: Refusal): boolean {
  if (isAppBlocked(refusal)) return false;
  return (
    (refusal.status === 403 && (refusal.reason === 'forbidden' || refusal.reason === '')) ||
    refusal.status === 404 ||
    refusal.status === 400
  );
}

/** The reseller's subscriptions; undefined for an account that is none (the Reseller API refuses it). */
export function* subscriptionsOf(account: string): Procedure<readonly Subscription[] | undefined> {
  try {
    return yield* ask(subscriptionsFact(account));
  } catch (refusal) {
    if (refusal instanceof Refusal && refusal.status === 403 && !isSetUp(refusal)) return undefined;
    // The rows that need the list say what became of it; the others can do without.
    if (refusal instanceof Refusal && isUnread(refusal)) return [];
    throw refusal;
  }
}

/** A list that Google gave no sensible answer to, though nobody forbids it. */
export function isUnread(refusal: Refusal): boolean {
  return refusal.status === 404 || refusal.reason === 'badAnswer';
}

/** The API is not switched on for the script, or not allowed to it: whoever asks, and of whatever account. */
export function isSetUp(refusal: Refusal): boolean {
  return isApiDisabled(refusal) || refusal.reason === 'insufficientPermissions';
}
