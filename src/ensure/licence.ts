import { Blocked, Waiting } from '../engine/outcome';
import { allow, allTogether, ask, confirm, pause, send, type Procedure, type Words } from '../engine/procedure';
import { Refusal, type Request } from '../engine/request';
import { licencesFact, productLicencesFact } from '../google/facts';
import { archivedProduct, editionOf, licenceProducts, listing, type Sku } from '../google/products';
import { autoLicenceFixed, isDuplicate, licenceAlreadyThere, licenceOtherSku, noLicencesLeft } from '../google/retry';
import type { Person } from './person';

/** The SKU ids of a product that a user holds. */
export function* licencesOf(person: Person, productId: string): Procedure<readonly string[]> {
  return yield* ask(licencesFact(person.account, productId, person.user.primaryEmail));
}

/**
 * The SKU ids of all that a user holds, of whoever is in the archive the edition that comes back from there. License
 * Manager tells them product by product.
 */
export function* allLicences(person: Person): Procedure<readonly string[]> {
  const held = yield* allTogether(
    licenceProducts().map(function* (productId): Procedure<readonly string[]> {
      const skuIds = yield* licencesOf(person, productId);
      return productId === archivedProduct ? skuIds.flatMap((skuId) => editionOf({ skuId })?.skuId ?? []) : skuIds;
    }),
  );
  return held.flat();
}

/**
 * A user with one licence of a product: assigned, or switched from another SKU of the same product (License Manager API
 * guide: one SKU per product and user). Where no seat is left the row waits for the person who buys.
 */
export function* ensureLicence(person: Person, wanted: Sku): Procedure<void> {
  const held = yield* licencesOf(person, wanted.productId);
  if (held.includes(wanted.skuId)) return;
  try {
    const other = held[0];
    if (other) yield* switchLicence(person, other, wanted);
    else yield* assignLicence(person, wanted);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    handleRefusal(refusal, person, wanted);
  }
}

/** The SKU id of a product that a user holds now, also one that nobody else in the account has. */
export function* heldNow(person: Person, productId: string): Procedure<string | undefined> {
  const all = yield* confirm(productLicencesFact(person.account, productId));
  return all.find((one) => one.userId === person.user.primaryEmail)?.skuId;
}

/** A licence to be taken. `named`: how plans call what is known in the run only. */
interface ToTake {
  readonly person: Person;
  readonly productId: string;
  readonly skuId: string;
  readonly named?: Readonly<Record<string, string>>;
  readonly shown: string;
}

/** Takes a licence away; one that is not there is as good. Throws Blocked where automatic licensing holds it fast. */
export function* removeLicence(ask: ToTake): Procedure<void> {
  if (!(yield* takeLicence(ask))) throw heldByAutomaticLicensing(ask.person, ask.shown);
}

/** The same; false where automatic licensing holds it fast. */
export function* takeLicence(ask: ToTake): Procedure<boolean> {
  const { person, productId, skuId, shown } = ask;
  const params = { productId, skuId, userId: person.user.primaryEmail };
  try {
    yield* send(
      { op: 'licensing.licenseAssignments.delete', account: person.account, params, named: ask.named ?? {} },
      { plan: 'take away', what: shown, many: 'take licences away', done: `took ${shown} away` },
    );
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (autoLicenceFixed(refusal)) return false;
    if (refusal.status !== 404) throw refusal;
  }
  return true;
}

/** A licence that automatic licensing holds fast. */
export class HeldFast extends Blocked {}

/**
 * What a person does about a licence that automatic licensing holds fast: no API can (License Manager API guide, 412
 * texts).
 */
export function heldByAutomaticLicensing(person: Person, shown: string): HeldFast {
  return new HeldFast(
    `${shown} of ${person.user.primaryEmail} is held by automatic licensing.`,
    `Admin console › Billing › License settings › choose the org unit ${person.user.orgUnitPath} › turn automatic licensing off, then Directory › Users › ${person.user.primaryEmail} › Licenses › remove it. Check this row again afterwards.`,
  );
}

function* assignLicence(person: Person, wanted: Sku): Procedure<void> {
  if (person.createdHere) yield* allow(...switching(person, undefined, wanted));
  try {
    yield* send(...assigning(person, wanted));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || !licenceOtherSku(refusal)) throw refusal;
    // Automatic licensing was faster: what the new user got is switched.
    const held = yield* heldInstead(person, wanted.productId);
    if (held === undefined) throw refusal;
    if (held !== wanted.skuId) yield* switchLicence(person, held, wanted);
  }
}

/** Reads lag behind what automatic licensing does, so it is looked more than once. */
const looks = 5;
const pauseMilliseconds = 3_000;

function* heldInstead(person: Person, productId: string): Procedure<string | undefined> {
  for (let look = 0; look < looks; look++) {
    if (look > 0) yield* pause(pauseMilliseconds);
    const held = yield* heldNow(person, productId);
    if (held !== undefined) return held;
  }
  return undefined;
}

function* switchLicence(person: Person, from: string, wanted: Sku): Procedure<void> {
  yield* send(...switching(person, from, wanted));
}

function assigning(person: Person, wanted: Sku): [Request, Words] {
  const { productId, skuId } = wanted;
  const body = { userId: person.user.primaryEmail };
  return [
    {
      op: 'licensing.licenseAssignments.insert',
      account: person.account,
      params: { productId, skuId },
      body,
      seat: `${person.account} ${skuId}`,
    },
    { plan: 'give', what: wanted.name, many: 'give licences', done: `gave ${wanted.name}` },
  ];
}

/** The old SKU goes into the URL, the new one into the body; which SKU a new user got is known only in the run. */
function switching(person: Person, from: string | undefined, wanted: Sku): [Request, Words] {
  const params = { productId: wanted.productId, skuId: from ?? '', userId: person.user.primaryEmail };
  const named = person.createdHere ? { skuId: `licence of ${wanted.productId} to switch` } : {};
  return [
    {
      op: 'licensing.licenseAssignments.update',
      account: person.account,
      params,
      body: { skuId: wanted.skuId },
      named,
    },
    { ...switchWords(from, wanted), many: 'switch licences', done: `switched to ${wanted.name}` },
  ];
}

/** What a new user got of automatic licensing is not known when the plan is made. */
function switchWords(from: string | undefined, { name }: Sku): Pick<Words, 'plan' | 'what' | 'values'> {
  if (from === undefined) return { plan: 'switch from what automatic licensing gave to', what: name };
  return { plan: 'switch', values: [['licence', listing({ skuId: from })?.name ?? from, name]] };
}

function handleRefusal(refusal: Refusal, person: Person, wanted: Sku): void {
  if (licenceAlreadyThere(refusal) || isDuplicate(refusal)) return;
  if (autoLicenceFixed(refusal)) throw heldByAutomaticLicensing(person, wanted.productName);
  if (noLicencesLeft(refusal)) throw noSeats(wanted);
  throw refusal;
}

/** What a person does where a seat is missing. */
export const raiseSeats =
  'Raise the seats of that subscription (annual plans: number of seats; flexible and trial: maximum number of seats) in the Partner Sales Console or Admin console › Billing, then check this row again.';

function noSeats(wanted: Sku): Waiting {
  return new Waiting(`No seat of ${wanted.name} is left.`, raiseSeats);
}
