import { planWords, renewalWords, stateWords } from '../../google/plans';
import type { Column } from '../../table/column';

/** Ids of the columns of the Subscriptions tab. */
export type SubscriptionColumn =
  | 'customer'
  | 'product'
  | 'plan'
  | 'seats'
  | 'renewal'
  | 'purchaseOrder'
  | 'dealCode'
  | 'state'
  | 'status'
  | 'details'
  | 'googleSays'
  | 'updated';

const input = { ours: false, required: false, format: '@', width: 140 } as const;
const result = { synonyms: [], ours: true, required: false, format: '@', width: 140 } as const;

/**
 * The columns of the Subscriptions tab, in the order in which set-up makes them. Synonyms are common words in English,
 * German, Spanish and French. Our own result columns have none, so that nothing of a person's is written over because
 * it sounds like them.
 */
export const subscriptionColumns: readonly Column<SubscriptionColumn>[] = [
  {
    ...input,
    id: 'customer',
    header: 'Customer',
    required: true,
    width: 180,
    synonyms: [
      'Customer domain',
      'Customer ID or domain',
      'Kunde',
      'Kundendomain',
      'Cliente',
      'Dominio del cliente',
      'Client',
      'Domaine du client',
    ],
    note: 'The customer’s domain, such as acme.example, or its customer id (C…). A new customer has a row on the Customers tab.',
  },
  {
    ...input,
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
  },
  {
    ...input,
    id: 'plan',
    header: 'Plan',
    choices: planWords,
    synonyms: ['Payment plan', 'Plan name', 'Tarif', 'Zahlungsplan', 'Plan de pago', 'Forfait', 'Mode de paiement'],
    note: 'How it is paid. Needed for a new subscription. An annual plan cannot be left before it renews.',
  },
  {
    ...input,
    id: 'seats',
    header: 'Seats',
    width: 80,
    synonyms: [
      'Number of seats',
      'Total seats',
      'Licences',
      'Licenses',
      'Quantity',
      'Plätze',
      'Lizenzen',
      'Anzahl',
      'Licencias',
      'Cantidad',
      'Asientos',
      'Nombre de licences',
      'Quantité',
    ],
    note: 'The total number of seats, never a difference: 14 means fourteen in all. On an annual plan the number can fall only at renewal.',
  },
  {
    ...input,
    id: 'renewal',
    header: 'Renewal',
    choices: renewalWords,
    width: 200,
    synonyms: ['Renewal type', 'Renewal setting', 'Renewal settings', 'Verlängerung', 'Renovación', 'Renouvellement'],
    note: 'What happens at the end of an annual term. Only for annual plans; empty leaves it as it is.',
  },
  {
    ...input,
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
  },
  {
    ...input,
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
  },
  {
    ...input,
    id: 'state',
    header: 'State',
    choices: stateWords,
    width: 120,
    synonyms: ['Subscription state', 'Zustand', 'Estado', 'État'],
    note: 'What it should be; empty leaves it as it is. Paid service ends a trial now. Cancelled (not for Workspace editions) and Handed to Google end it for good and have to be armed.',
  },
  { ...result, id: 'status', header: 'Status', note: 'Written by Seatsheet: how the row stands.' },
  {
    ...result,
    id: 'details',
    header: 'Details',
    width: 360,
    note: 'Written by Seatsheet: what was done, what not, and what to do.',
  },
  {
    ...result,
    id: 'googleSays',
    header: 'Google says',
    width: 260,
    note: 'Written by Seatsheet: the subscription as Google had it when it was looked at last.',
  },
  { ...result, id: 'updated', header: 'Updated', note: 'Written by Seatsheet: when it last worked on the row.' },
];
