import { catalogue } from '../catalogue';
import { etag } from '../ids';
import type { UserRecord } from '../state';

const productNames: Readonly<Record<string, string>> = {
  'Google-Apps': 'Google Workspace',
  '101001': 'Cloud Identity Free',
  '101005': 'Cloud Identity Premium',
  '101047': 'Gemini',
  'Google-Vault': 'Google Vault',
};

/** A LicenseAssignment as License Manager shows it. */
export type LicenceResource = GoogleAppsScript.AdminLicenseManager.Schema.LicenseAssignment;

/** The licence of a user; `etags` is plural in this API alone. */
export function licenceResource(
  user: UserRecord,
  { productId, skuId }: { readonly productId: string; readonly skuId: string },
): LicenceResource {
  const selfLink = `https://licensing.googleapis.com/apps/licensing/v1/product/${productId}/sku/${skuId}/user/${user.primaryEmail}`;
  return {
    kind: 'licensing#licenseAssignment',
    etags: etag('licence', user.id, skuId),
    selfLink,
    userId: user.primaryEmail,
    productId,
    skuId,
    productName: productNames[productId] ?? productId,
    skuName: catalogue.get(skuId)?.name ?? skuId,
  };
}
