import { isResellerStaff } from '../access';
import type { Context } from '../context';
import { accountsOfDomain } from '../directory/addresses';
import type { ResellerRight } from '../directory/reseller-privileges';
import { forbidden, notFound, Refused } from '../errors';
import { at } from '../json';
import type { Account } from '../state';
import { switchValue } from '../switch-values';

/** Who may order what for whom. A customer who closes the Directory to the reseller can still be ordered for. */

/** The reseller's account, when the actor has these rights there. Throws 403 otherwise. */
export function resellerOf(context: Context, ...rights: ResellerRight[]): Account {
  const { account } = context.actor;
  if (!account?.reseller || !isResellerStaff(context, rights)) throw forbidden();
  return account;
}

/**
 * The customer for an id or a primary domain; undefined when there is none. Throws where only teams have the domain.
 */
export function customerByKey(context: Context, key: string): Account | undefined {
  const byId = at(context.state.accounts, key);
  if (byId) return byId;
  const named = accountsOfDomain(context.state, key).filter((account) => account.domain === key.toLowerCase());
  const whole = named.find((account) => account.type === 'domain');
  if (!whole && named.length > 0)
    throw new Refused(
      Number(switchValue(context.state, 'multipleTeams')),
      'conditionNotMet',
      'Multiple teams exist on this domain',
    );
  return whole;
}

/** A customer that this reseller resells. Throws 404 for an unknown one and 403 for somebody else's. */
export function ownCustomer(context: Context, reseller: Account): Account {
  const account = customerByKey(context, context.params['customerId'] ?? '');
  if (!account) throw notFound('Resource Not Found: customerId');
  if (account.resoldBy !== reseller.id) throw forbidden();
  return account;
}

/** Whether a transfer token opens a customer to this reseller now. */
export function opens(
  account: Account,
  reseller: Account,
  asked: { readonly token: string | undefined; readonly now: number },
): boolean {
  return account.transferTokens.some(
    ({ token, reseller: to, expires }) =>
      token === asked.token && (to === reseller.id || to === reseller.domain) && asked.now < expires,
  );
}
