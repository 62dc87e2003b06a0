import { lineage } from '../directory/org-unit-tree';
import type { Account } from '../state';

/**
 * Automatic licensing, which the Admin console sets per org unit (License Manager "Key concepts"); no API shows or
 * changes it.
 */

/**
 * The SKU that users of an org unit get of a product, by the nearest rule: units inherit from those above them.
 * Undefined: none.
 */
export function ruleFor(account: Account, orgUnit: string, productId: string): string | undefined {
  for (const { id } of lineage(account, orgUnit)) {
    const rule = account.autoLicensing.find((known) => known.orgUnit === id && known.productId === productId);
    if (rule) return rule.skuId || undefined;
  }
  return undefined;
}

/** The licences that a new user in this org unit gets without being given them. */
export function autoLicences(account: Account, orgUnit: string): { productId: string; skuId: string }[] {
  const products = [...new Set(account.autoLicensing.map((rule) => rule.productId))];
  return products.flatMap((productId) => {
    const skuId = ruleFor(account, orgUnit, productId);
    return skuId === undefined ? [] : [{ productId, skuId }];
  });
}
