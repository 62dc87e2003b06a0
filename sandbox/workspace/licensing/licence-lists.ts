import { accountFor, accountOfDomain, enter } from '../access';
import type { Context, Handler } from '../context';
import { conditionNotMet, invalid, notFound, required } from '../errors';
import { etag } from '../ids';
import { at, orAbsent } from '../json';
import { byText, page } from '../paging';
import { asListed } from '../propagation';
import type { Account, UserRecord } from '../state';
import { switchValue } from '../switch-values';
import { isUsable } from '../directory/user-validation';
import { isSiteWide, productFor } from './licences';
import { licenceResource } from './licence-resource';

/**
 * Lists of licences, by product or SKU. Ids and primary domains name the customer: discovery says the one, the guide
 * the other.
 */

function accountOf(context: Context): Account {
  const key = context.params['customerId'];
  if (!key) throw required('customerId');
  const account = key.includes('.') ? accountOfDomain(context, key) : accountFor(context, key);
  if (!account) throw notFound('Resource Not Found: customerId');
  enter(context, account);
  if (!isUsable(account, account.domain, context.now)) throw conditionNotMet('The customer is suspended.');
  return account;
}

interface Held {
  readonly user: UserRecord;
  readonly skuId: string;
}

function holders(context: Context, account: Account, productId: string): Held[] {
  const held = at(account.licences, productId) ?? {};
  const current = Object.entries(held).map(([user, skuId]) => [`${productId}/${user}`, { user, skuId }] as const);
  const belongs = (was: { readonly user: string }) => at(context.state.users, was.user)?.account === account.id;
  return asListed(context, 'licence', { current, keep: belongs }).flatMap(({ user, skuId }) => {
    const record = at(context.state.users, user);
    return record === undefined ? [] : [{ user: record, skuId }];
  });
}

function list(context: Context, fits: (skuId: string) => boolean): unknown {
  const account = accountOf(context);
  const productId = context.params['productId'] ?? '';
  const shown = holders(context, account, productId).filter(
    ({ skuId }) => fits(skuId) && !isSiteWide(context.state, account, skuId),
  );
  const sorted = shown.map((held) => [held.user.primaryEmail, held] as const).sort(([a], [b]) => byText(a, b));
  const given = Number(switchValue(context.state, 'licencePageSize', account));
  const { items, nextPageToken } = page(context, sorted, { key: ([email]) => email, most: 1000, usual: 100, given });
  const resources = items.map(([, { user, skuId }]) => licenceResource(user, { productId, skuId }));
  return {
    kind: 'licensing#licenseAssignmentList',
    etag: etag('licences', account.id, productId, resources.length),
    items: orAbsent(resources),
    nextPageToken,
  };
}

/** `licensing.licenseAssignments.listForProduct`. */
export const listForProduct: Handler = (context) => list(context, () => true);

/** `licensing.licenseAssignments.listForProductAndSku`. */
export const listForProductAndSku: Handler = (context) => {
  const { productId = '', skuId = '' } = context.params;
  if (productFor(context.state, skuId) !== productId) throw invalid(`Invalid product or SKU: ${productId}/${skuId}`);
  return list(context, (held) => held === skuId);
};
