import { archivedUserProduct, archivedUserSkus, catalogue, workspaceProduct } from '../catalogue';
import type { Context } from '../context';
import { conditionNotMet, limitExceeded, Refused } from '../errors';
import { at } from '../json';
import { dropLicence, freeSeats, setLicence } from '../licensing/seats';
import { switchMillis, switchValue } from '../switch-values';
import type { Account, UserRecord } from '../state';

/**
 * Archived people (Google Workspace help, "Archive users"): the edition's licence gives way to its Archived User
 * licence and is free again within 24 hours; all other licences stay.
 */

interface Archiving {
  readonly context: Context;
  readonly account: Account;
  readonly user: UserRecord;
}

const skuHeld = ({ account, user }: Archiving, product: string): string | undefined =>
  at(at(account.licences, product) ?? {}, user.id);

/**
 * Throws 412 where no Archived User licence of the person's edition is free, or the edition has none: text without a
 * reason, as GAM reads it.
 */
export function mayBeArchived(archiving: Archiving): void {
  const sku = archivedUserSkus[skuHeld(archiving, workspaceProduct) ?? ''];
  if (sku === undefined || freeSeats(archiving.context, archiving.account, { sku }) < 1)
    throw new Refused(412, '', 'Insufficient archived user licenses');
}

/** Throws 412 where no licence of the person's edition is free. Google's text is not public. */
export function mayComeBack(archiving: Archiving): void {
  if (editionBack(archiving) !== undefined) return;
  const says = 'There are not enough licenses to unarchive the user.';
  const reason = switchValue(archiving.context.state, 'unarchiveRefusal', archiving.account);
  throw reason === 'limitExceeded' ? limitExceeded(says) : conditionNotMet(says);
}

/**
 * The edition that somebody gets back: that of their Archived User licence, or any Workspace edition for somebody who
 * has none. Undefined where no seat of it is free.
 */
function editionBack(archiving: Archiving): string | undefined {
  const held = skuHeld(archiving, archivedUserProduct);
  const editions = held === undefined ? editionsOf(archiving.account) : editionsArchivedBy(held);
  return editions.find(
    (sku) => freeSeats(archiving.context, archiving.account, { sku, except: archiving.user.id }) > 0,
  );
}

const editionsArchivedBy = (archived: string): string[] =>
  Object.keys(archivedUserSkus).filter((sku) => archivedUserSkus[sku] === archived);

const editionsOf = ({ subscriptions }: Account): string[] =>
  subscriptions.map(({ sku }) => sku).filter((sku) => catalogue.get(sku)?.productId === workspaceProduct);

/** Moves the licence of somebody whose archiving has been allowed. */
export function archiveLicence(archiving: Archiving): void {
  const { context, account, user } = archiving;
  const edition = skuHeld(archiving, workspaceProduct) ?? '';
  const skuId = archivedUserSkus[edition];
  if (skuId === undefined) return;
  dropLicence(account, user.id, workspaceProduct);
  setLicence(account, { user: user.id, productId: archivedUserProduct, skuId });
  const until = context.now + switchMillis(context.state, 'archiveFreesSeat', account);
  account.seatsHeld = [...heldByOthers(archiving), { user: user.id, sku: edition, until }];
}

/** Gives the edition back to somebody whose coming back has been allowed. */
export function unarchiveLicence(archiving: Archiving): void {
  const { account, user } = archiving;
  const skuId = editionBack(archiving);
  if (skuId === undefined) return;
  dropLicence(account, user.id, archivedUserProduct);
  setLicence(account, { user: user.id, productId: workspaceProduct, skuId });
  account.seatsHeld = heldByOthers(archiving);
}

/** Held seats that still count, without this person's. */
const heldByOthers = ({ context, account, user }: Archiving): Account['seatsHeld'] =>
  account.seatsHeld.filter((held) => held.until > context.now && held.user !== user.id);
