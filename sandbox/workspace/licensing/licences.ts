import { accountOfDomain, enter } from '../access';
import { text } from '../body';
import { archivedUserProduct, cloudIdentityFree, productOf, workspaceProduct } from '../catalogue';
import type { Context, Handler } from '../context';
import { domainOf, onParentDomain, ownerOf } from '../directory/addresses';
import { accountOf } from '../directory/user-lookup';
import { backendError, conditionNotMet, duplicate, forbidden, invalid, notFound, required } from '../errors';
import { digits } from '../ids';
import { at } from '../json';
import { asRead, isComplete, remember } from '../propagation';
import type { Account, State, UserRecord } from '../state';
import { switchValue } from '../switch-values';
import { ruleFor } from './auto-licensing';
import { licenceResource } from './licence-resource';
import { dropLicence, freeSeats, setLicence } from './seats';

/**
 * Licence assignments (License Manager "Using": one SKU of a product per user; all refusals of state are 412 with a
 * text).
 */

interface Pair {
  readonly productId: string;
  readonly skuId: string;
}

/** The product that a SKU belongs to, as this Google files it; '' for a SKU that nobody knows. */
export function productFor(state: State, skuId: string): string {
  return at(state.extraSkus, skuId) ?? productOf(skuId, switchValue(state, 'essentialsProduct'));
}

/** Product and SKU of the URL. Throws 400 `invalid` where they do not belong together. */
function pairOf({ state, params }: Context): Pair {
  const { productId = '', skuId = '' } = params;
  if (productFor(state, skuId) !== productId) throw invalid(`Invalid product or SKU: ${productId}/${skuId}`);
  return { productId, skuId };
}

/**
 * Whether licences of a SKU exist at all: Cloud Identity Free can be an edition of the whole account, shown for nobody.
 */
export function isSiteWide(state: State, account: Account, skuId: string): boolean {
  return skuId === cloudIdentityFree.skuId && switchValue(state, 'cloudIdentityFree', account) === 'siteWide';
}

/** The user, by current primary address only. An alias, an id or an unknown address is 400 `invalid`. */
function userOf(context: Context, address: string): UserRecord {
  const owner = ownerOf(context.state, address);
  const user = owner?.kind === 'user' ? at(context.state.users, owner.id) : undefined;
  if (user && user.primaryEmail === address.toLowerCase()) {
    enter(context, accountOf(context, user), { user });
    return user;
  }
  const domain = domainOf(onParentDomain(context.state, address));
  const account = domain === '' ? context.actor.account : accountOfDomain(context, domain);
  if (!account) throw forbidden();
  enter(context, account);
  throw invalid(`Invalid userId: ${address}`);
}

/** A user whose creation is not complete is not known here yet: 400 for some, 404 for others. */
function mustBeKnown(context: Context, user: UserRecord): void {
  if (isComplete(context, user)) return;
  throw Number(digits(user.id, 2)) % 2 === 0
    ? invalid(`Invalid userId: ${user.primaryEmail}`)
    : notFound('Resource Not Found: userKey');
}

const noLicence = () => notFound('The user does not have the license for the specified product and SKU');

const skuHeld = (account: Account, user: UserRecord, productId: string): string | undefined => {
  const held = at(account.licences, productId);
  return held && at(held, user.id);
};

const place = (user: UserRecord, productId: string) => ['licence', `${productId}/${user.id}`] as const;

/** `licensing.licenseAssignments.get`. */
export const getLicence: Handler = (context) => {
  const pair = pairOf(context);
  const user = userOf(context, context.params['userId'] ?? '');
  const account = accountOf(context, user);
  const current = skuHeld(account, user, pair.productId);
  const held = asRead(
    context,
    place(user, pair.productId),
    current === undefined ? undefined : { user: user.id, skuId: current },
  );
  if (held?.skuId !== pair.skuId || isSiteWide(context.state, account, pair.skuId)) throw noLicence();
  return licenceResource(user, pair);
};

/** `licensing.licenseAssignments.insert`. */
export const insertLicence: Handler = (context) => {
  const pair = pairOf(context);
  const address = text(context.body, 'userId');
  if (address === undefined) throw required('userId');
  const user = userOf(context, address);
  mustBeKnown(context, user);
  const account = accountOf(context, user);
  mustBeAssignable(context, { account, user, ...pair });
  const held = skuHeld(account, user, pair.productId);
  if (held === pair.skuId) throw alreadyHeld(context, account);
  if (held !== undefined)
    throw conditionNotMet(`User already has a license of the product, but with a different SKU. Current SKU: ${held}`);
  mustHaveSeat(context, account, pair.skuId);
  remember(context, place(user, pair.productId), null);
  setLicence(account, { user: user.id, ...pair });
  return licenceResource(user, pair);
};

interface Asked extends Pair {
  readonly account: Account;
  readonly user: UserRecord;
}

/**
 * Inserting a site-wide edition has been seen to fail with `backendError` for ever (GAM issue 1176). Somebody who is
 * archived has no edition besides.
 */
function mustBeAssignable(context: Context, { account, user, productId, skuId }: Asked): void {
  mustNotBeArchiving(productId);
  mustBeSold(context, account, skuId);
  if (isSiteWide(context.state, account, skuId)) throw backendError('Backend Error');
  if (user.archived && productId === workspaceProduct) throw conditionNotMet('The user is archived.');
}

/** A reseller gives and takes licences only of subscriptions that it sold (Partner Sales Console help). */
function mustBeSold({ state, actor }: Context, account: Account, skuId: string): void {
  const verdict = switchValue(state, 'foreignLicences', account);
  const own = account.subscriptions.filter(({ sku, status }) => sku === skuId && status !== 'CANCELLED');
  const foreign = own.length > 0 && own.every(({ direct }) => direct);
  if (!foreign || actor.account?.id === account.id || verdict === 'allowed') return;
  throw verdict === '403' ? forbidden() : conditionNotMet('The subscription belongs to another seller.');
}

/** Archived User licences follow `archived`; by themselves they fail for ever (GAMADV-XTD3 issue 314). */
function mustNotBeArchiving(productId: string): void {
  if (productId === archivedUserProduct) throw backendError('Backend Error', 500);
}

function alreadyHeld({ state }: Context, account: Account): Error {
  return switchValue(state, 'licenceExists', account) === '409'
    ? duplicate()
    : conditionNotMet('User already has a license for the specified product and SKU');
}

function mustHaveSeat(context: Context, account: Account, sku: string): void {
  if (freeSeats(context, account, { sku }) < 1)
    throw conditionNotMet("There aren't enough available licenses for the specified product-SKU pair");
}

function mustNotBeAutomatic(
  { state }: Context,
  account: Account,
  asked: { readonly user: UserRecord; readonly productId: string; readonly says: string },
): void {
  if (switchValue(state, 'autoLicensingRemoval', account) === 'allowed') return;
  if (ruleFor(account, asked.user.orgUnit, asked.productId) !== undefined) throw conditionNotMet(asked.says);
}

/** `licensing.licenseAssignments.update` and `.patch`: the old SKU in the URL, the new one in the body. */
export const switchLicence: Handler = (context) => {
  const pair = pairOf(context);
  const user = userOf(context, context.params['userId'] ?? '');
  mustBeKnown(context, user);
  const account = accountOf(context, user);
  const skuId = newSku(context, user, pair);
  mustNotBeArchiving(pair.productId);
  for (const sku of [pair.skuId, skuId]) mustBeSold(context, account, sku);
  const held = skuHeld(account, user, pair.productId);
  if (held !== pair.skuId || isSiteWide(context.state, account, pair.skuId)) throw noLicence();
  mustNotBeAutomatic(context, account, {
    user,
    productId: pair.productId,
    says: 'Auto License switching is not allowed.',
  });
  mustHaveSeat(context, account, skuId);
  remember(context, place(user, pair.productId), { user: user.id, skuId: held });
  setLicence(account, { user: user.id, productId: pair.productId, skuId });
  return licenceResource(user, { productId: pair.productId, skuId });
};

function newSku({ state, body }: Context, user: UserRecord, from: Pair): string {
  const skuId = text(body, 'skuId') ?? from.skuId;
  const productId = text(body, 'productId') ?? from.productId;
  const address = text(body, 'userId')?.toLowerCase() ?? user.primaryEmail;
  if (address !== user.primaryEmail)
    throw conditionNotMet(`Reassign operation can't be performed on different users: ${user.primaryEmail}, ${address}`);
  const itsProduct = productFor(state, skuId);
  const elsewhere = productId !== from.productId || (itsProduct !== '' && itsProduct !== from.productId);
  if (elsewhere)
    throw conditionNotMet(
      `Reassign operation can't be performed on different products: ${from.productId}, ${itsProduct || productId}`,
    );
  if (skuId === from.skuId)
    throw conditionNotMet(`For reassign operations, the new SKU should be different from the old SKU: ${skuId}`);
  if (itsProduct === '') throw invalid(`Invalid product or SKU: ${productId}/${skuId}`);
  return skuId;
}

/** `licensing.licenseAssignments.delete`. Answers nothing. */
export const deleteLicence: Handler = (context) => {
  const pair = pairOf(context);
  const user = userOf(context, context.params['userId'] ?? '');
  mustBeKnown(context, user);
  const account = accountOf(context, user);
  mustNotBeArchiving(pair.productId);
  mustBeSold(context, account, pair.skuId);
  const held = skuHeld(account, user, pair.productId);
  if (held !== pair.skuId || isSiteWide(context.state, account, pair.skuId)) throw noLicence();
  mustNotBeAutomatic(context, account, {
    user,
    productId: pair.productId,
    says: 'Auto License un-assignment is not allowed.',
  });
  remember(context, place(user, pair.productId), { user: user.id, skuId: held });
  dropLicence(account, user.id, pair.productId);
};
