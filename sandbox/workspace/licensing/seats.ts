import { cloudIdentityFree } from '../catalogue';
import { isRestorable } from '../directory/restorable';
import { at } from '../json';
import type { Account, State, SubscriptionRecord } from '../state';
import { switchValue } from '../switch-values';

/** Seats and who sits on them. A SKU without a subscription has no seats; Cloud Identity Free has 50 of its own. */

/** Whether a subscription's seats can be assigned. */
function isUsable(state: State, account: Account, subscription: SubscriptionRecord): boolean {
  if (subscription.status === 'ACTIVE') return true;
  return subscription.status === 'SUSPENDED' && switchValue(state, 'suspendedSeats', account) === 'usable';
}

/** All seats of a SKU in an account, free or not. */
export function seatsOf(state: State, account: Account, sku: string): number {
  const own = account.subscriptions.filter(
    (subscription) => subscription.sku === sku && subscription.status !== 'CANCELLED',
  );
  if (own.length === 0) return sku === cloudIdentityFree.skuId ? cloudIdentityFree.seats : 0;
  return own
    .filter((subscription) => isUsable(state, account, subscription))
    .reduce((sum, subscription) => sum + subscription.seats, 0);
}

/** How many living users have a SKU: what `licensedNumberOfSeats` shows. */
export function licensedSeats(account: Account, sku: string): number {
  return at(account.licensed, sku) ?? 0;
}

/** A SKU, and the deleted user whose held seat does not count because it is they who come back. */
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

/** The state and the time at which a question is asked. */
export interface Moment {
  readonly state: State;
  readonly now: number;
}

/** Seats that nobody sits on. */
export function freeSeats(moment: Moment, account: Account, question: SeatQuestion): number {
  return (
    seatsOf(moment.state, account, question.sku) -
    licensedSeats(account, question.sku) -
    heldByDeleted(moment, account, question)
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

/** Moves everybody from one SKU to another of the same product, as an upgrade of the subscription does. */
export function moveLicences(
  account: Account,
  from: string,
  to: { readonly productId: string; readonly skuId: string },
): void {
  for (const [user, sku] of Object.entries(at(account.licences, to.productId) ?? {}))
    if (sku === from) setLicence(account, { user, ...to });
}
