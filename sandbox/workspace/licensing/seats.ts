import {
  archivedUserProduct,
  archivedUserSkus,
  catalogue,
  cloudIdentityFree,
  grantedArchivedUsers,
} from '../catalogue';
import { isRestorable } from '../directory/restorable';
import { at } from '../json';
import type { Account, State, SubscriptionRecord } from '../state';
import { switchMillis, switchValue } from '../switch-values';

/** Seats and who sits on them. A SKU without a subscription has no seats; Cloud Identity Free has 50 of its own. */

/** The state and the time at which a question is asked. */
export interface Moment {
  readonly state: State;
  readonly now: number;
}

/**
 * Whether a subscription's seats can be assigned. New Archived User licences on an annual plan take up to 48 hours
 * (Google Workspace help, "Archive users").
 */
function isUsable({ state, now }: Moment, account: Account, subscription: SubscriptionRecord): boolean {
  const archives = catalogue.get(subscription.sku)?.productId === archivedUserProduct && subscription.commitment;
  if (archives && now < subscription.createdAt + switchMillis(state, 'archivedSeats', account)) return false;
  if (subscription.status === 'ACTIVE') return true;
  return subscription.status === 'SUSPENDED' && switchValue(state, 'suspendedSeats', account) === 'usable';
}

/** All seats of a SKU in an account, free or not. */
function seatsOf(moment: Moment, account: Account, sku: string): number {
  if (sku === grantedArchivedUsers) return Infinity;
  const own = account.subscriptions.filter(
    (subscription) => subscription.sku === sku && subscription.status !== 'CANCELLED',
  );
  if (own.length === 0) return sku === cloudIdentityFree.skuId ? cloudIdentityFree.seats : 0;
  return own
    .filter((subscription) => isUsable(moment, account, subscription))
    .reduce((sum, subscription) => sum + subscription.seats, 0);
}

/** How many living users have a SKU: what `licensedNumberOfSeats` shows. */
export function licensedSeats(account: Account, sku: string): number {
  return at(account.licensed, sku) ?? 0;
}

/** A SKU, and the user whose own held seat does not count because it is they who come back. */
export interface SeatQuestion {
  readonly sku: string;
  readonly except?: string;
}

function heldByDeleted({ state, now }: Moment, account: Account, { sku, except = '' }: SeatQuestion): number {
  if (switchValue(state, 'deletedHoldSeats', account) === 'no') return 0;
  const holds = Object.values(state.deleted).filter(
    (user) => user.account === account.id && user.id !== except && isRestorable(user, now),
  );
  return holds.filter((user) => Object.values(user.former ?? {}).includes(sku)).length;
}

/** Seats of people who were archived a moment ago: an edition's licence is free again within 24 hours. */
function heldByArchived({ now }: Moment, { seatsHeld }: Account, { sku, except = '' }: SeatQuestion): number {
  return seatsHeld.filter((held) => held.sku === sku && held.user !== except && held.until > now).length;
}

/** Seats that nobody sits on. */
export function freeSeats(moment: Moment, account: Account, question: SeatQuestion): number {
  return (
    seatsOf(moment, account, question.sku) -
    licensedSeats(account, question.sku) -
    heldByDeleted(moment, account, question) -
    heldByArchived(moment, account, question)
  );
}

const add = (account: Account, sku: string, number: number): void => {
  account.licensed[sku] = licensedSeats(account, sku) + number;
};

/** Gives a user a SKU, in the place of any other of the same product. */
export function setLicence(
  account: Account,
  licence: { readonly user: string; readonly productId: string; readonly skuId: string },
): void {
  dropLicence(account, licence.user, licence.productId);
  (account.licences[licence.productId] ??= {})[licence.user] = licence.skuId;
  add(account, licence.skuId, 1);
}

/** Takes a user's licence of one product away, if there is one. */
export function dropLicence(account: Account, user: string, productId: string): void {
  const held = at(account.licences, productId);
  const sku = held && at(held, user);
  if (held === undefined || sku === undefined) return;
  Reflect.deleteProperty(held, user);
  add(account, sku, -1);
}

/** A user's SKUs by product. */
export function heldLicences(account: Account, user: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(account.licences).flatMap(([product, held]) =>
      at(held, user) === undefined ? [] : [[product, at(held, user) ?? '']],
    ),
  );
}

/** Takes all licences of a user away. */
export function dropLicences(account: Account, user: string): void {
  for (const product of Object.keys(account.licences)) dropLicence(account, user, product);
}

/**
 * Moves everybody from one SKU to another of the same product, as an upgrade of the subscription does; archived people
 * move along.
 */
export function moveLicences(
  account: Account,
  from: string,
  to: { readonly productId: string; readonly skuId: string },
): void {
  for (const [user, sku] of Object.entries(at(account.licences, to.productId) ?? {}))
    if (sku === from) setLicence(account, { user, ...to });
  const [archivedFrom, skuId] = [archivedUserSkus[from], archivedUserSkus[to.skuId]];
  if (archivedFrom !== undefined && skuId !== undefined)
    moveLicences(account, archivedFrom, { productId: archivedUserProduct, skuId });
}
