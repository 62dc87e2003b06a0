import type { UserWish } from './wish';

/**
 * The wish as canonical JSON, to take a digest of: fields in alphabetical order, lists sorted, licences by their ids,
 * and no word about the password, whose cell is wiped while a run goes on. Equal wishes give equal text.
 */
export function wishDigestInput(wish: UserWish): string {
  const fields: [string, unknown][] = Object.entries(wish).filter(
    ([field, value]) => field !== 'password' && value !== undefined,
  );
  return JSON.stringify(
    Object.fromEntries(fields.map(([field, value]): [string, unknown] => [field, plain(field, value)]).sort(byName)),
  );
}

function plain(field: string, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (field === 'licences' ? skuKey(item) : item)).sort();
}

function skuKey(sku: unknown): unknown {
  if (typeof sku !== 'object' || sku === null || !('productId' in sku) || !('skuId' in sku)) return sku;
  return `${String(sku.productId)}:${String(sku.skuId)}`;
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
