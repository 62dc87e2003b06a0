import { heldByAutomaticLicensing, licencesOf, takeLicence } from '../../ensure/licence';
import type { Person } from '../../ensure/person';
import { say, type Procedure } from '../../engine/procedure';
import {
  archivedProduct,
  cloudIdentityFree,
  isWorkspaceSku,
  licenceProducts,
  listing,
  sameSku,
  workspaceProduct,
  type Sku,
} from '../../google/products';
import { stateOf } from './fields/state';
import type { Spare, Whose } from './grants';

/** Licences that somebody holds beyond what a row lists. */

/**
 * Those of products that are not wished at all: within one of them a licence is switched, without a gap. Cloud Identity
 * Free is nobody's to take, those of the archive go by State, and what automatic licensing gave to people made here
 * goes with Cloud Identity Free.
 */
export function* spareLicences(wished: readonly Sku[], { person }: Whose): Procedure<readonly Spare[]> {
  const spares: Spare[] = [];
  const goesByItself = person.createdHere && wantsNothingPaid(wished) ? [workspaceProduct] : [];
  // Of somebody in the archive the edition has given way, or is about to.
  const archived = stateOf(person.user) === 'Archived' ? [workspaceProduct] : [];
  const kept = [archivedProduct, ...archived, ...goesByItself, ...wished.map(({ productId }) => productId)];
  for (const productId of licenceProducts().filter((one) => !kept.includes(one)))
    for (const skuId of yield* licencesOf(person, productId)) spares.push(spare(person, { productId, skuId }));
  return spares;
}

function spare(person: Person, { productId, skuId }: Pick<Sku, 'productId' | 'skuId'>): Spare {
  const shown = nameOf(skuId);
  return {
    kept: skuId,
    shown,
    *take() {
      if (yield* takeLicence({ person, productId, skuId, shown })) return;
      const { says, remedy } = heldByAutomaticLicensing(person, shown);
      yield* say(`${says} ${remedy}`);
    },
  };
}

/** Whether Cloud Identity Free is wished, and no edition that is paid. */
export function wantsNothingPaid(wished: readonly Sku[]): boolean {
  return wished.some(isCloudIdentityFree) && !wished.some(isWorkspaceSku);
}

/** Whether a SKU is Cloud Identity Free. */
export function isCloudIdentityFree(sku: Sku): boolean {
  return sameSku(sku, cloudIdentityFree);
}

/** The name of a SKU; its id, where no page of Google's lists it. */
export function nameOf(skuId: string): string {
  return listing({ skuId })?.name ?? skuId;
}
