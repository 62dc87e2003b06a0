import { Blocked, Waiting } from '../engine/outcome';
import { ask, confirm, pause, say, send, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { consoles } from '../google/consoles';
import { deletedUsersFact, orgUnitsFact, subscriptionsFact, userFact } from '../google/facts';
import { isSeatLimit } from '../google/predicates';
import { listing } from '../google/products';
import { raiseSeats } from './licence';
import { ensureOrgUnit } from './org-unit';

/** Restoring somebody (Directory API "Manage users": by id, within 20 days). Licences and rights do not come back. */

/** Whom to restore, and where to. `email`: the address as the row has it. */
export interface ToRestore {
  readonly account: string;
  readonly email: string;
  readonly userId: string;
  readonly orgUnit: string;
  /** The reseller's account, where whoever works belongs to one: its subscriptions tell where a seat is missing. */
  readonly seller?: string;
  /** SKU ids that the person held, as far as that is known. */
  readonly held: readonly string[];
}

/**
 * Sees to it that a deleted user is there again. Throws Blocked where the 20 days are over or the address is taken, and
 * Waiting where a seat is missing or Google does not show the account yet.
 */
export function* restoreUser(wanted: ToRestore): Procedure<void> {
  const { account, email, userId, orgUnit } = wanted;
  if (yield* ask(userFact(account, userId))) return;
  const deleted = (yield* ask(deletedUsersFact(account))).find(({ id }) => id === userId);
  if (!deleted)
    throw new Blocked(
      `${email} cannot be restored: Google keeps deleted people for 20 days, and has this one no longer.`,
      'To make a new account, clear the User ID cell and write the names.',
      { column: 'state' },
    );
  if (yield* ask(userFact(account, deleted.primaryEmail)))
    throw new Blocked(
      `${email} cannot be restored, because somebody else has the address ${deleted.primaryEmail} by now.`,
      `Rename or delete the person or alias that has it (${consoles.users.path}), then check this row again.`,
      { column: 'email' },
    );
  const domain = deleted.primaryEmail.slice(deleted.primaryEmail.indexOf('@') + 1);
  yield* undelete({ ...wanted, orgUnit: yield* ensureOrgUnit({ account, domain }, orgUnit) });
  yield* say('Mail, files and what Google licenses automatically come back within a day.');
}

/**
 * Where somebody goes who is restored: to the row's org unit, which is made where it is missing, else to the one that
 * they were in. One that is gone by now is not made again for it.
 */
export function* placeToRestore(account: string, row: string | undefined, former = '/'): Procedure<string> {
  if (row !== undefined || former === '/') return row ?? '/';
  const units = yield* ask(orgUnitsFact(account));
  if (units.some(({ orgUnitPath }) => orgUnitPath.toLowerCase() === former.toLowerCase())) return former;
  yield* say(`The org unit ${former} is gone: the account comes back to /.`);
  return '/';
}

function* undelete(wanted: ToRestore): Procedure<void> {
  const { account, email, userId, orgUnit } = wanted;
  try {
    yield* send(
      {
        op: 'directory.users.undelete',
        account,
        params: { userKey: userId },
        body: { orgUnitPath: orgUnit },
        named: { userKey: `user:${email}`, orgUnitPath: orgUnit.toLowerCase() },
      },
      { plan: 'restore the user', values: [`org unit ${orgUnit}`], many: 'restore users', done: 'restored the user' },
    );
  } catch (refusal) {
    if (refusal instanceof Refusal && isSeatLimit(refusal)) throw noSeat(email, yield* fullProducts(wanted));
    // An answer that was lost, or a second try of what was done: whoever is there was restored.
    if (!(refusal instanceof Refusal) || !(yield* confirm(userFact(account, userId)))) throw refusal;
  }
  yield* lookUntilThere(wanted);
}

/** Names of what has no seat left in the account, as far as anybody here can tell. */
function* fullProducts({ account, seller, held }: ToRestore): Procedure<readonly string[]> {
  const sold = seller === undefined ? [] : yield* ask(subscriptionsFact(seller));
  const full = sold.filter((one) => one.customerId === account && one.seats > 0 && one.licensed >= one.seats);
  const own = full.filter(({ skuId }) => held.length === 0 || held.includes(skuId));
  const names = own.map(({ skuId, skuName }) => listing({ skuId })?.name ?? (skuName || skuId));
  return names.length ? names : held.map((skuId) => listing({ skuId })?.name ?? skuId);
}

function noSeat(email: string, products: readonly string[]): Waiting {
  const of = products.length ? ` of ${products.join(' or ')}` : ' of an edition that the person had';
  return new Waiting(`No seat${of} is left, so ${email} was not restored.`, raiseSeats);
}

/** Milliseconds between looks: the guide speaks of up to a day for all that comes back, of nothing for the account. */
const looks: readonly number[] = [0, 2_000, 4_000, 8_000, 16_000];

function* lookUntilThere({ account, email, userId }: ToRestore): Procedure<void> {
  for (const milliseconds of looks) {
    if (milliseconds > 0) yield* pause(milliseconds);
    if (yield* confirm(userFact(account, userId))) return;
  }
  throw new Waiting(
    `Google has restored ${email}, and does not show the account yet.`,
    'Check this row again in some minutes.',
  );
}
