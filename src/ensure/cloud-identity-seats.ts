import { Waiting } from '../engine/outcome';
import { ask, say, type Fact, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { consoles } from '../google/consoles';
import { licencesFact, usersFact } from '../google/facts';
import { isSeatLimit } from '../google/predicates';
import { cloudIdentityFree, workspaceProduct } from '../google/products';

/**
 * Seats of Cloud Identity Free. Every user without a paid licence takes one, Google refuses the creation of whoever
 * finds none, and no API shows how many there are (Cloud Identity help, “Cloud Identity Free edition user cap”): so
 * what is taken is an estimate.
 */

/** What an account has that has ordered Cloud Identity Free, until Google raises it (the same page). */
export const seatsByDefault = 50;

/** The kind of seat that somebody new with Cloud Identity alone takes. */
export function seatOf(account: string): string {
  return `${account} ${cloudIdentityFree.skuId}`;
}

/** The account whose Cloud Identity seats a kind of seat is; undefined for seats of anything else. */
export function accountOfSeat(seat: string): string | undefined {
  const [account, skuId] = seat.split(' ');
  return skuId === cloudIdentityFree.skuId ? account : undefined;
}

/** Reads, for the whole account at once, what `takenSeats` goes by; nothing where that may not be read. */
export function* lookAtSeats(account: string): Procedure<void> {
  try {
    const [first] = yield* ask(usersFact(account));
    if (first) yield* ask(licencesFact(account, workspaceProduct, first.primaryEmail));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status !== 403) throw refusal;
  }
}

/** What is known of Google, for looking without asking. */
interface Known {
  valueOf<T>(fact: Fact<T>): T | undefined;
}

/** How many users without a paid licence an account has; undefined where not all of that was read. */
export function takenSeats(facts: Known, account: string): number | undefined {
  const users = facts.valueOf(usersFact(account))?.filter(({ more }) => more.archived !== true);
  const held = users?.map((user) => facts.valueOf(licencesFact(account, workspaceProduct, user.primaryEmail)));
  if (held?.some((skus) => skus === undefined)) return undefined;
  return held?.filter((skus) => skus?.length === 0).length;
}

/** What is asked of Google where seats are short. `domain`: the account's primary one; `needed`: users in all. */
export function raiseCap({ domain, needed }: { readonly domain: string; readonly needed?: number }): string {
  const { path, url } = consoles.cloudIdentityForm;
  const by = needed === undefined ? '' : ` to ${needed} users`;
  return `Ask Google for more: as a super administrator of ${domain}, signed out of all other accounts, open ${url} (${path}) and paste “Please raise the Cloud Identity Free user cap of ${domain}${by}. These people sign in with Cloud Identity alone, without a paid licence.” Then write the new number under Seatsheet › Readiness (Google shows what is left under ${consoles.cloudIdentityUsers.path}), and check again.`;
}

/** How to order it, where nobody knows whether that was done. */
export const orderIt = `To order it: ${consoles.orderCloudIdentity.path} (${consoles.orderCloudIdentity.url}).`;

/** Says that nobody knows whether the account has ordered it. */
export function* sayNobodyKnows(domain: string): Procedure<void> {
  yield* say(
    `Whether ${domain} has ordered Cloud Identity Free no program can read: tick it under Seatsheet › Readiness. ${orderIt}`,
  );
}

/** Creates somebody who takes a seat. Once Google has refused one for want of seats, the rows after it wait, too. */
export function* withinCap<T>(
  { domain, cap, orgUnit }: { readonly domain: string; readonly cap: { reached: boolean }; readonly orgUnit: string },
  create: Procedure<T>,
): Procedure<T> {
  if (cap.reached) throw capReached(domain, orgUnit);
  try {
    return yield* create;
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !isSeatLimit(refusal)) throw refusal;
    cap.reached = true;
    throw capReached(domain, orgUnit);
  }
}

function capReached(domain: string, orgUnit: string): Waiting {
  return new Waiting(
    `Google creates nobody else at ${domain}: all seats of Cloud Identity are taken, and the rows before this one came first (if automatic licensing is on for ${orgUnit}, it may be seats of its edition that are missing).`,
    raiseCap({ domain }),
  );
}
