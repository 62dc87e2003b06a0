import { editionOf, listing, archivedProduct, type Sku } from '../../google/products';
import type { User } from '../../google/resources';
import { roleShown } from '../../google/scoped-roles';
import { judge, toChange } from '../../table/compare';
import type { UserColumn } from './columns';
import { placedFields } from './fields';
import { aliases as aliasesField } from './fields/aliases';
import { licences as licencesField } from './fields/licences';
import { roles as rolesField } from './fields/roles';
import { stateOf } from './fields/state';
import type { UserWish } from './wish';

/** Somebody as Google has them, beside what a row says. */

/** A person with what they hold. What Google did not show is left out. */
export interface SeenUser {
  readonly user: User;
  readonly licences?: readonly Sku[];
  /** Roles, as texts that cells can say. */
  readonly roles?: readonly string[];
  /** Further addresses that somebody gave them. */
  readonly aliases: readonly string[];
}

/**
 * The licences that a cell says of somebody: in the archive an edition has given way to one of the archive, and comes
 * back with the person. What is counted by device is nobody's.
 */
export function licencesToWrite(held: readonly Sku[]): readonly Sku[] {
  const wished = held.map((sku) => (sku.productId === archivedProduct ? (editionOf(sku) ?? sku) : sku));
  return wished.filter((sku) => sku.productId !== archivedProduct && listing(sku)?.perDevice !== true);
}

/** What a cell calls a SKU: its name, or both ids where Google's pages list none. */
export function skuInCell(sku: Sku): string {
  return listing(sku)?.name ?? `${sku.productId}:${sku.skuId}`;
}

/** A name that would be read as two cannot stand in a list. */
function inCell(names: readonly string[]): string {
  return names.filter((name) => !/[,;\n]/.test(name)).join(', ');
}

/** The cells of a row that says of somebody what Google has; what is blank is left out. */
export function cellsOfSeen(seen: SeenUser): Readonly<Partial<Record<UserColumn, string>>> {
  const { user, licences = [], roles = [], aliases } = seen;
  const cells: Partial<Record<UserColumn, string>> = {
    email: user.primaryEmail,
    firstName: user.name.givenName,
    lastName: user.name.familyName,
    orgUnit: user.orgUnitPath,
    licences: inCell(licencesToWrite(licences).map(skuInCell)),
    roles: roles.map(roleShown).join(', '),
    superAdmin: user.isAdmin ? 'TRUE' : '',
    aliases: inCell(aliases),
    state: stateOf(user),
    userId: user.id,
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}

/** How Google differs from what a row says, as a sentence. */
export function differencesIn(wish: UserWish, seen: SeenUser): string {
  const placed = judge(placedFields, { wish, agreed: {}, thing: seen.user, putBack: false });
  const says = [
    ...toChange(placed).map(({ field, google }) => `${field.header} “${google}”`),
    ...listsThatDiffer(wish, seen),
  ];
  return says.length ? `Google has ${says.join(', ')}.` : 'Google has it as the row says.';
}

/** Lists whose members differ, and the box for super administrators. */
function listsThatDiffer(wish: UserWish, { user, licences, roles, aliases }: SeenUser): readonly string[] {
  const held = licences && licencesToWrite(licences);
  const lists = [
    listDiffers(licencesField, wish.licences, held),
    listDiffers(rolesField, wish.roles, roles),
    listDiffers(aliasesField, wish.aliases, aliases),
  ];
  return [...lists.flat(), ...(wish.superAdmin && !user.isAdmin ? ['no super administrator rights'] : [])];
}

interface List<Value> {
  readonly header: string;
  shown(value: readonly Value[]): string;
  kept(value: readonly Value[]): string;
}

function listDiffers<Value>(
  { header, shown, kept }: List<Value>,
  wished: readonly Value[] | undefined,
  held: readonly Value[] | undefined,
): readonly string[] {
  const differs = wished !== undefined && held !== undefined && kept(wished) !== kept(held);
  return differs ? [`${header} “${shown(held)}”`] : [];
}
