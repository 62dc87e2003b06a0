import { Blocked, Waiting } from '../engine/outcome';
import { allow, ask, once, pause, say, send, type Procedure, type Words } from '../engine/procedure';
import { Refusal, type Request } from '../engine/request';
import { licencesFact } from '../google/facts';
import { cloudIdentityFree, listing, workspaceProduct } from '../google/products';
import { isDuplicate, isQuotaText, isTransient, licenceAlreadyThere, noLicencesLeft } from '../google/retry';
import { raiseCap } from './cloud-identity-seats';
import { heldNow, licencesOf, removeLicence } from './licence';
import type { Person } from './person';

/**
 * Cloud Identity Free. Google's pages disagree whether it is assigned per user (License Manager product list) or covers
 * the whole account without a licence to be seen (Reseller product page, help article 7384684). So each account is
 * probed once with the first user that wants it, and both ways end well.
 */

/** How an account has Cloud Identity Free, and the date on which that was found out. */
export interface CloudIdentity {
  readonly mode: 'assignable' | 'siteWide';
  readonly on: string;
}

/** What is known before, and whether the row wants nothing but Cloud Identity. */
interface Wish {
  readonly person: Person;
  readonly remembered?: CloudIdentity;
  readonly only: boolean;
  readonly today: string;
}

/**
 * A user with Cloud Identity Free; where the row wants that only, without the paid licence that automatic licensing
 * gave.
 */
export function* ensureCloudIdentity(wish: Wish): Procedure<CloudIdentity> {
  const found = yield* give(wish);
  if (wish.only) yield* ensureNothingPaid(wish.person);
  return found;
}

function* give(wish: Wish): Procedure<CloudIdentity> {
  const { person, remembered } = wish;
  if (remembered?.mode === 'siteWide') {
    yield* say(`Cloud Identity Free covers the whole account (found out on ${remembered.on}).`);
    return remembered;
  }
  if (yield* holdsIt(person)) return { mode: 'assignable', on: wish.today };
  const known = remembered ?? (yield* probed(person, wish.today));
  if (known.mode === 'siteWide') yield* say(`Cloud Identity Free covers the whole account (found out on ${known.on}).`);
  else yield* assign(person, assigning(person));
  return known;
}

function* holdsIt(person: Person): Procedure<boolean> {
  return (yield* licencesOf(person, cloudIdentityFree.productId)).includes(cloudIdentityFree.skuId);
}

/**
 * Whoever is first in the run is the probe, which need not be who was first in the check: so each row may send its own.
 */
function* probed(person: Person, today: string): Procedure<CloudIdentity> {
  yield* allow(...assigning(person));
  return yield* once(`canary:cloud-identity:${person.account}`, () => probe(person, today));
}

/** Seconds between tries. */
const patience: readonly number[] = [2, 3, 5, 10, 20];
/** A fault may also pass, and what is found out is remembered: it is believed when it comes this many times. */
const faultsBelieved = 3;

/** A back-end fault that stays is Google's way of saying that this SKU is not assigned to users (GAM issue 1176). */
function* probe(person: Person, today: string): Procedure<CloudIdentity> {
  const [request, words] = assigning(person);
  const first: Request = { ...request, retry: false, named: { userId: 'the first person with Cloud Identity Free' } };
  let faults = 0;
  for (let tries = 0; ; tries++) {
    try {
      yield* assign(person, [first, words]);
      return { mode: 'assignable', on: today };
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || !passes(refusal)) throw refusal;
      if (isFault(refusal)) faults += 1;
      if (faults === faultsBelieved) return { mode: 'siteWide', on: today };
      const seconds = patience[tries];
      if (seconds === undefined) throw refusal;
      yield* pause(seconds * 1000);
    }
  }
}

function isFault(refusal: Refusal): boolean {
  return isTransient(refusal) && !isQuotaText(refusal);
}

function passes(refusal: Refusal): boolean {
  return isTransient(refusal) || isQuotaText(refusal);
}

function assigning(person: Person): [Request, Words] {
  const { productId, skuId } = cloudIdentityFree;
  return [
    {
      op: 'licensing.licenseAssignments.insert',
      account: person.account,
      params: { productId, skuId },
      body: { userId: person.user.primaryEmail },
    },
    {
      plan: 'give',
      what: cloudIdentityFree.name,
      many: 'give licences',
      of: person.user.primaryEmail,
      done: `gave ${cloudIdentityFree.name} (assigned to the user)`,
    },
  ];
}

function* assign(person: Person, write: readonly [Request, Words]): Procedure<void> {
  if (yield* holdsIt(person)) return;
  try {
    yield* send(...write);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (noLicencesLeft(refusal)) throw noSeatLeft(person);
    if (!licenceAlreadyThere(refusal) && !isDuplicate(refusal)) throw refusal;
  }
}

function noSeatLeft({ user: { primaryEmail } }: Person): Waiting {
  const domain = primaryEmail.slice(primaryEmail.indexOf('@') + 1);
  return new Waiting(`No seat of ${cloudIdentityFree.name} is left for ${primaryEmail}.`, raiseCap({ domain }));
}

function* ensureNothingPaid(person: Person): Procedure<void> {
  const held = yield* licencesOf(person, workspaceProduct);
  if (held.length && !person.createdHere) throw keepsPaid(person, held);
  for (const skuId of held)
    yield* removeLicence({ person, productId: workspaceProduct, skuId, named: automatic, shown: shownSku(skuId) });
  if (held.length === 0 && person.untouched) yield* dropAutomaticLicence(person);
}

const automatic = { skuId: 'paid licence given by automatic licensing' };

/**
 * Automatic licensing goes by org unit, so the first new user of each shows whether it is on: one look instead of one a
 * user.
 */
function* dropAutomaticLicence(person: Person): Procedure<void> {
  const params = { productId: workspaceProduct, skuId: '', userId: person.user.primaryEmail };
  yield* allow(
    { op: 'licensing.licenseAssignments.delete', account: person.account, params, named: automatic },
    {
      plan: 'take away',
      what: 'the paid licence of automatic licensing',
      many: 'take licences away',
      done: 'took the automatic paid licence away',
    },
  );
  const unit = `${person.account}:${person.user.orgUnitPath.toLowerCase()}`;
  const skuId = yield* once(`canary:automatic-licence:${unit}`, () => automaticLicence(person));
  if (!skuId) return;
  yield* removeLicence({ person, productId: workspaceProduct, skuId, named: automatic, shown: shownSku(skuId) });
}

function* automaticLicence(person: Person): Procedure<string> {
  const held = yield* heldNow(person, workspaceProduct);
  if (held === undefined) return '';
  yield* tellAutomaticLicence(person, held);
  return held;
}

/** Says that automatic licensing gave somebody new a paid licence, and where it is turned off. */
export function* tellAutomaticLicence({ user }: Person, skuId: string): Procedure<void> {
  yield* say(
    `Automatic licensing is on for ${user.orgUnitPath}: it gave ${shownSku(skuId)}. Turn it off in Admin console › Billing › License settings.`,
  );
}

function keepsPaid(person: Person, held: readonly string[]): Blocked {
  const shown = held.map(shownSku).join(', ');
  return new Blocked(
    `${person.user.primaryEmail} holds ${shown}, which Seatsheet did not give and so does not take away.`,
    `Admin console › Directory › Users › ${person.user.primaryEmail} › Licenses › remove it; or write it into the Licences cell.`,
  );
}

function shownSku(skuId: string): string {
  return listing({ skuId })?.name ?? skuId;
}

/**
 * Reads what a row would need to know of licences before an address changes: License Manager goes by the present
 * address.
 */
export function* knowLicences(ask_: { account: string; email: string; products: readonly string[] }): Procedure<void> {
  for (const productId of ask_.products) yield* ask(licencesFact(ask_.account, productId, ask_.email));
}
