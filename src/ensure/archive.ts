import { Blocked, Waiting } from '../engine/outcome';
import { ask, type Procedure } from '../engine/procedure';
import { Refusal } from '../engine/request';
import { licencesFact } from '../google/facts';
import { archivedFor, archivedProduct, editionOf, listing, workspaceProduct, type Sku } from '../google/products';
import type { User } from '../google/resources';
import { isNotComplete } from '../google/retry';

/** The licence that moves with somebody into the archive and out of it (Google Workspace help, "Archive users"). */

/**
 * The licence whose seat is taken when somebody is archived, or comes back; undefined where nothing tells it. Throws
 * Blocked where there is no archive for what the person holds.
 */
export function* licenceToTake(account: string, user: User, archived: boolean): Procedure<Sku | undefined> {
  const held = (product: string) => ask(licencesFact(account, product, user.primaryEmail));
  if (!archived) return (yield* held(archivedProduct)).map((skuId) => editionOf({ skuId }))[0];
  const [edition] = yield* held(workspaceProduct);
  const taken = edition === undefined ? undefined : archivedFor({ skuId: edition });
  if (taken) return taken;
  const holds = edition === undefined ? 'no Google Workspace edition' : (listing({ skuId: edition })?.name ?? edition);
  throw new Blocked(
    `${user.primaryEmail} cannot be archived: the archive has no licence for people with ${holds}.`,
    'Write Suspended instead, or give the person an edition with an archive first (Business, Enterprise Standard or Plus).',
    { column: 'state' },
  );
}

/**
 * Does `work`, a change into the archive or out of it. Where no seat is left, the row waits for the person who buys:
 * Google says so with a 412, out of the archive with a text that is not public. `user` as before: who is not archived
 * for want of a seat is not shut out either, which is said.
 */
export function* withSeat<T>(user: User, taken: Sku | undefined, work: Procedure<T>): Procedure<T> {
  try {
    return yield* work;
  } catch (refusal) {
    if (!taken || !(refusal instanceof Refusal) || refusal.status !== 412 || isNotComplete(refusal)) throw refusal;
    const open = taken.productId === archivedProduct && !user.suspended;
    throw new Waiting(
      `No seat of ${taken.name} is left.`,
      `Raise the seats of that subscription in the Partner Sales Console or Admin console › Billing (new seats take up to 48 hours), or write Suspended; then check this row again.${open ? ` Until then ${user.primaryEmail} can sign in.` : ''}`,
    );
  }
}
