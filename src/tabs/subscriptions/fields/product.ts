import { complaintOf } from '../../../google/find';
import { findSku, listing, type Sku } from '../../../google/products';
import type { Cell } from '../../../table/cell';
import { sold } from './sold';

/** What is sold. A row is about one product for as long as it lives, or switches from one edition to another. */
export const product = sold.entry({
  id: 'product',
  header: 'Product',
  required: true,
  choices: 'products',
  width: 220,
  synonyms: [
    'SKU',
    'SKU ID',
    'Edition',
    'Subscription',
    'Produkt',
    'Abonnement',
    'Abo',
    'Producto',
    'Suscripción',
    'Produit',
  ],
  note: 'Name or SKU id of the product. Another edition on the row of an existing subscription asks whether to switch.',
  blank: 'The row has no product. Choose one from the list of the cell, or empty the row.',
  dash: 'A - does not belong here: a row is about one product. To end a subscription use State.',
  find: (text, { skus }) => findProduct(text, skus),
  advise: adviseOn,
  shown: ({ name }) => name,
  kept: ({ productId, skuId }) => `${productId}:${skuId}`,
});

function findProduct(text: string, extra: readonly Sku[]): Cell<Sku> {
  const found = findSku(text, extra);
  if (!('found' in found)) return { kind: 'wrong', says: complaintOf('product', text, found) };
  const { productId, skuId, name, productName } = found.found;
  return { kind: 'value', value: { productId, skuId, name, productName } };
}

function adviseOn(sku: Sku): string | undefined {
  const listed = listing(sku);
  if (!listed) return `${sku.name} is not in Seatsheet’s list of products: what Google allows of it is not checked.`;
  return listed.reseller === 'unknown'
    ? `${listed.name} is not on Google’s list for resellers: whether it can be ordered is up to your contract.`
    : undefined;
}
