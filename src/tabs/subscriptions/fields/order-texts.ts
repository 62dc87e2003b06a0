import { doubtOfText } from '../../../engine/stand-in';
import { checkDealCode, checkPurchaseOrder } from '../../../google/limits';
import { sold } from './sold';

/**
 * Texts that go along with an order or a change of plan. No call changes them by themselves (Reseller API reference,
 * Subscriptions), so they are not compared with Google's.
 */

/** The reseller's own order number. */
export const purchaseOrder = sold.text({
  id: 'purchaseOrder',
  header: 'PO number',
  width: 110,
  synonyms: [
    'PO',
    'Purchase order',
    'Purchase order ID',
    'Purchase order number',
    'Bestellnummer',
    'Número de pedido',
    'Orden de compra',
    'Bon de commande',
    'Numéro de commande',
  ],
  note: 'Your own order number, which Google prints on invoices; at most 80 characters. Sent with an order or a change of plan; - leaves it out.',
  clearable: true,
  check: (text) => doubtOfText(text) ?? checkPurchaseOrder(text),
});

/** A code from Google for a special price. */
export const dealCode = sold.text({
  id: 'dealCode',
  header: 'Deal code',
  width: 110,
  synonyms: [
    'Promo code',
    'Promotion code',
    'Aktionscode',
    'Rabattcode',
    'Código de oferta',
    'Código promocional',
    'Code promo',
    'Code promotionnel',
  ],
  note: 'A code from Google for a special price. Sent with an order or a change of plan, never with a transfer.',
  dash: 'A - does not belong here: empty the cell.',
  check: (text) => doubtOfText(text) ?? checkDealCode(text),
});
