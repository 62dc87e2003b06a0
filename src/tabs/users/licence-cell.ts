import { findSku, sameSku, type Sku } from '../../google/products';
import { readList } from '../../table/cell';
import { licencesToWrite, skuInCell } from './seen';

/** The Licences cell of somebody who is to have a product, or to have it no longer. */

/** What the cell shows, what the person holds, and what is to be done about which product. */
export interface LicenceCell {
  readonly text: string;
  readonly held: readonly Sku[];
  readonly sku: Sku;
  readonly does: 'give' | 'take';
}

/**
 * The cell's new text; undefined where it stays as it is. A blank cell leaves licences as they are, so it then says all
 * that the person holds: nothing else changes by it, whether lists are exact or not.
 */
export function licenceCell({ text, held, sku, does }: LicenceCell): string | undefined {
  const cell = readList(text);
  if (cell.kind === 'wrong') return undefined;
  const names = cell.kind === 'blank' ? licencesToWrite(held).map(skuInCell) : cell.kind === 'none' ? [] : cell.value;
  const next = does === 'give' ? given(names, sku) : names.filter((name) => !isCalled(name, sku));
  const written = next.join(', ') || '-';
  return cell.kind !== 'blank' && next.length === names.length && next.every((name, at) => name === names[at])
    ? undefined
    : written;
}

/** One SKU of a product: another one in the cell gives way. */
function given(names: readonly string[], sku: Sku): readonly string[] {
  if (names.some((name) => isCalled(name, sku))) return names;
  return [...names.filter((name) => skuOf(name)?.productId !== sku.productId), skuInCell(sku)];
}

function isCalled(name: string, sku: Sku): boolean {
  const found = skuOf(name);
  return found !== undefined && sameSku(found, sku);
}

function skuOf(name: string): Sku | undefined {
  const found = findSku(name);
  return 'found' in found ? found.found : undefined;
}
