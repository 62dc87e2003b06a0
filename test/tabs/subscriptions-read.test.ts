import { findColumns } from '../../src/table/column';
import { fold } from '../../src/table/text';
import { subscriptionColumns } from '../../src/tabs/subscriptions/columns';
import {
  nameSubscriptions,
  readSubscriptions,
  wishDigestInput,
  type SubscriptionRowRead,
  type SubscriptionsReadWith,
} from '../../src/tabs/subscriptions/read';
import { namedRows } from '../../sandbox/cli/naming';
import { findPlan, findRenewal, planWord, planWords, renewalWord, renewalWords } from '../../src/google/plans';
import fc from '../property';

const around: SubscriptionsReadWith = {
  skus: [{ productId: '109999', skuId: '1099990001', name: 'Brand New Thing', productName: 'New Things' }],
  typeOf: (customer) => (customer === 'team.example' ? 'team' : undefined),
};

type Row = Readonly<Record<string, string>>;

const valuesOf = (rows: readonly Row[]): string[][] => {
  const headers = [...new Set(['Customer', 'Product', ...rows.flatMap((row) => Object.keys(row))])];
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
};
const readRows = (...rows: readonly Row[]): readonly SubscriptionRowRead[] =>
  readSubscriptions(valuesOf(rows), around).rows;
const starter = { Customer: 'acme.example', Product: 'Business Starter' };
const readOne = (row: Row): SubscriptionRowRead => readRows({ ...starter, ...row })[0]!;
const wrongs = (row: SubscriptionRowRead | undefined): readonly string[] =>
  row?.complaints.map(({ header, says }) => `${header}: ${says}`) ?? [];

describe('columns', () => {
  test('stand in the order of the design, and only customer and product are indispensable', () => {
    expect(subscriptionColumns.map(({ header }) => header)).toEqual([
      'Customer',
      'Product',
      'Plan',
      'Seats',
      'Renewal',
      'PO number',
      'Deal code',
      'State',
      'Status',
      'Details',
      'Google says',
      'Updated',
    ]);
    expect(findColumns([], subscriptionColumns).missing).toEqual(['Customer', 'Product']);
  });

  test('no header or synonym means two columns', () => {
    const names = subscriptionColumns.flatMap(({ header, synonyms }) => [...new Set([header, ...synonyms].map(fold))]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    'Kunde;Produkt;Tarif;Plätze;Verlängerung;Bestellnummer',
    'Cliente;Producto;Plan de pago;Licencias;Renovación;Número de pedido',
    'Client;Produit;Forfait;Quantité;Renouvellement;Bon de commande',
  ])('%s are understood', (headers) => {
    expect(findColumns(headers.split(';'), subscriptionColumns).positions).toEqual({
      customer: 0,
      product: 1,
      plan: 2,
      seats: 3,
      renewal: 4,
      purchaseOrder: 5,
    });
  });
});

describe('a row that is right', () => {
  test('becomes a wish with everything in it', () => {
    const row = readOne({
      Customer: ' ACME.example',
      Plan: 'annual, paid monthly',
      Seats: '12',
      Renewal: 'renew, same seats, yearly',
      'PO number': "'0042",
      'Deal code': 'D-1',
      State: 'active',
    });
    expect(row).toMatchObject({
      row: 2,
      name: 'Subscriptions!acme.example/Business Starter',
      customer: 'acme.example',
      complaints: [],
      warnings: [],
    });
    expect(row.wish).toEqual({
      key: 'acme.example/Business Starter',
      customer: 'acme.example',
      plan: 'ANNUAL_MONTHLY_PAY',
      seats: 12,
      renewal: 'AUTO_RENEW_YEARLY_PAY',
      purchaseOrder: '0042',
      dealCode: 'D-1',
      state: 'Active',
      product: {
        productId: 'Google-Apps',
        skuId: '1010020027',
        name: 'Google Workspace Business Starter',
        productName: 'Google Workspace',
      },
    });
  });

  test('leaves out what is blank; - leaves the order number out', () => {
    expect(Object.keys(readOne({ Plan: ' ', Seats: '\u00A0' }).wish ?? {})).toEqual(['key', 'customer', 'product']);
    expect(readOne({ 'PO number': '-' }).wish?.purchaseOrder).toBe('');
  });

  test('may name the customer by its id, as it stands', () => {
    expect(readOne({ Customer: 'C01abcDEF' })).toMatchObject({
      name: 'Subscriptions!C01abcDEF/Business Starter',
      wish: { customer: 'C01abcDEF' },
    });
  });

  test.each([
    ['FLEXIBLE', 'FLEXIBLE'],
    ['Annual_Yearly_Pay', 'ANNUAL_YEARLY_PAY'],
    ['ANNUAL', 'ANNUAL_MONTHLY_PAY'],
    ['annual paid yearly', 'ANNUAL_YEARLY_PAY'],
    ['Trial', 'TRIAL'],
  ])('the plan %s is %s', (text, plan) => {
    expect(readOne({ Plan: text }).wish?.plan).toBe(plan);
  });

  test.each([
    ['1 200', 1200],
    ["1'200", 1200],
    ['12.00', 12],
    ['007', 7],
  ])('seats %s are %d', (text, seats) => {
    expect(readOne({ Product: 'Enterprise Plus', Seats: text }).wish?.seats).toBe(seats);
  });
});

test('every plan and renewal is found by its word, and shown by it', () => {
  expect(
    planWords.map((word) => ('found' in findPlan(word) ? planWord((findPlan(word) as { found: string }).found) : '')),
  ).toEqual(planWords);
  expect(
    renewalWords.map((word) =>
      'found' in findRenewal(word) ? renewalWord((findRenewal(word) as { found: string }).found) : '',
    ),
  ).toEqual(renewalWords);
});

describe('in German, Spanish and French', () => {
  const annualMonthly = 'ANNUAL_MONTHLY_PAY';
  const annualYearly = 'ANNUAL_YEARLY_PAY';

  test.each([
    ['Jährlich, monatlich bezahlt', annualMonthly],
    ['jährlich (monatliche Zahlung)', annualMonthly],
    ['Jahresabo mit monatlicher Zahlung', annualMonthly],
    ['Jahresplan, jährliche Abrechnung', annualYearly],
    ['Jährlich, jährlich bezahlt', annualYearly],
    ['Anual, pago mensual', annualMonthly],
    ['Plan anual (pago anual)', annualYearly],
    ['Annuel, paiement mensuel', annualMonthly],
    ['Forfait annuel avec paiement annuel', annualYearly],
    ['Annuel, payé annuellement', annualYearly],
    ['Flexibler Plan', 'FLEXIBLE'],
    ['Plan flexible', 'FLEXIBLE'],
    ['Forfait flexible', 'FLEXIBLE'],
    ['Testphase', 'TRIAL'],
    ['Prueba gratuita', 'TRIAL'],
    ['Essai gratuit', 'TRIAL'],
    ['Kostenlos', 'FREE'],
    ['Gratuit', 'FREE'],
  ])('the plan %s is understood', (Plan, plan) => {
    expect(findPlan(Plan)).toEqual({ found: plan });
  });

  test.each([
    ['Verlängern, aktuelle Nutzer, monatlich', 'RENEW_CURRENT_USERS_MONTHLY_PAY'],
    ['Renovar, mismas licencias, anual', 'AUTO_RENEW_YEARLY_PAY'],
    ['Renouveler, utilisateurs actuels, annuel', 'RENEW_CURRENT_USERS_YEARLY_PAY'],
    ['Auf flexibel umstellen', 'SWITCH_TO_PAY_AS_YOU_GO'],
    ['Nicht verlängern', 'CANCEL'],
    ['No renovar', 'CANCEL'],
    ['Ne pas renouveler', 'CANCEL'],
  ])('the renewal %s is understood', (Renewal, renewal) => {
    expect(findRenewal(Renewal)).toEqual({ found: renewal });
  });

  test.each([
    ['aktiv', 'Active'],
    ['Suspendida', 'Suspended'],
    ['Résilié', 'Cancelled'],
    ['Gekündigt', 'Cancelled'],
    ['Canceled', 'Cancelled'],
    ['An Google übergeben', 'Handed to Google'],
  ])('the state %s is understood', (State, state) => {
    expect(readOne({ Product: 'Google Vault', State }).wish?.state).toBe(state);
  });

  test('what can be two plans is asked about, and what says more than a plan is no plan', () => {
    for (const Plan of ['Jährlich', 'Anual', 'annuel', 'Jahresabo'])
      expect(wrongs(readOne({ Plan }))[0]).toBe(
        `Plan: "${Plan}" can be Annual, paid monthly or Annual, paid yearly. Write which one you mean.`,
      );
    for (const Plan of ['Monatlich', 'Mensual', 'Mensuel', 'Monthly'])
      expect(wrongs(readOne({ Plan }))[0]).toBe(
        `Plan: "${Plan}" can be Flexible or Annual, paid monthly. Write which one you mean.`,
      );
    for (const Plan of ['Monatlich kündbar, jährliche Zahlung', 'nicht jährlich, monatlich'])
      expect(findPlan(Plan)).toHaveProperty('says');
  });
});

describe('what is wrong with a row', () => {
  test('is said all at once', () => {
    expect(
      readOne({
        Customer: 'acme',
        Product: 'Busines Starter',
        Plan: 'Flexibl',
        Seats: '+5',
        Renewal: 'maybe',
        'PO number': 'x'.repeat(81),
        'Deal code': 'x'.repeat(101),
        State: 'Paused',
      })
        .complaints.map(({ column }) => column)
        .sort(),
    ).toEqual(['customer', 'dealCode', 'plan', 'product', 'purchaseOrder', 'renewal', 'seats', 'state']);
    expect(wrongs(readOne({ Product: 'Busines Starter' }))[0]).toContain(
      'Did you mean Google Workspace Business Starter',
    );
    expect(wrongs(readOne({ Plan: 'Flexibl' }))[0]).toContain('Did you mean Flexible?');
  });

  test.each<[string, Row, string]>([
    [
      'a plan that the product is not sold on',
      { Product: 'Essentials', Plan: 'Annual, paid monthly' },
      'Plan: Google Workspace Essentials is not sold on the plan “Annual, paid monthly”. Choose “Flexible”.',
    ],
    [
      'more than ten seats in a trial',
      { Plan: 'Trial', Seats: '11' },
      'Seats: 11 seats are too many: a trial has at most 10. Write at most 10.',
    ],
    [
      'more than fifty free ones',
      { Product: 'Cloud Identity Free', Plan: 'Free', Seats: '51' },
      'Seats: 51 seats are too many: a reseller gets at most 50 free ones, and more from Google only. Write at most 50.',
    ],
    [
      'more than 300 seats of a Business edition',
      { Seats: '301' },
      'Seats: 301 seats are too many: an account with Google Workspace Business Starter has at most 300 people. Write at most 300.',
    ],
    [
      'a renewal on a flexible plan',
      { Plan: 'Flexible', Renewal: 'CANCEL' },
      'Renewal: Only annual plans have a renewal. Empty this cell, or choose an annual plan.',
    ],
    [
      'cancelling a Workspace edition',
      { State: 'Cancelled' },
      'State: Google does not cancel Google Workspace Business Starter for a reseller. Write Handed to Google: the customer then pays Google directly and can cancel there.',
    ],
    [
      'a trial that is to be paid for',
      { Plan: 'Trial', State: 'Paid service' },
      'Plan: Paid service ends the trial: choose the plan that follows it.',
    ],
    [
      'no seats',
      { Seats: '0' },
      'Seats: "0" is no number of seats. Write the total as a whole number above zero, without + or −.',
    ],
    [
      'half a seat',
      { Seats: '1.5' },
      'Seats: "1.5" is no number of seats. Write the total as a whole number above zero, without + or −.',
    ],
    [
      'a Business edition for a team',
      { Customer: 'team.example' },
      'Product: team.example is a team customer, and Google sells it Essentials and Enterprise Essentials editions only. Choose one of them, or have the customer verify its domain first.',
    ],
    ['a dash for a plan', { Plan: '-' }, 'Plan: A - does not belong here: a subscription has a plan.'],
  ])('%s', (_, row, says) => {
    expect(wrongs(readOne(row))).toEqual([says]);
    expect(readOne(row).wish).toBeUndefined();
  });

  test('300 seats, ten in a trial, Essentials for a team and a renewal without a plan are right', () => {
    for (const row of [
      { Seats: '300' },
      { Plan: 'Trial', Seats: '10' },
      { Customer: 'team.example', Product: 'Essentials' },
      { Renewal: 'CANCEL' },
      { Product: 'Vault', State: 'Cancelled' },
    ])
      expect(wrongs(readOne(row))).toEqual([]);
  });

  test('a product that Google’s pages do not list for resellers, or at all, is only pointed out', () => {
    expect(readOne({ Product: 'Google Voice Starter' })).toMatchObject({
      complaints: [],
      warnings: [expect.stringContaining('not on Google’s list for resellers')],
    });
    expect(readOne({ Product: 'brand new thing' })).toMatchObject({
      complaints: [],
      warnings: [expect.stringContaining('not in Seatsheet’s list')],
    });
  });
});

describe('rows beside each other', () => {
  test('of two about one product the second is blocked, however it is spelled', () => {
    const [one, two] = readRows(starter, { Customer: 'Acme.Example', Product: '1010020027' });
    expect(wrongs(one)).toEqual([]);
    expect(wrongs(two)).toEqual([
      'Product: Row 2 is about the same product of this customer, and that row is the one that is worked on. Delete this row.',
    ]);
  });

  test('a second edition of Workspace asks to change the first row and answer “switch?”; add-ons and other customers are free', () => {
    const rows = readRows(
      starter,
      { ...starter, Product: 'Business Plus' },
      { ...starter, Product: 'Vault' },
      { Customer: 'other.example', Product: 'Business Plus' },
      { ...starter, Product: 'G Suite Lite' },
    );
    expect(rows.map((row) => row.complaints.length)).toEqual([0, 1, 0, 0, 0]);
    expect(wrongs(rows[1])[0]).toMatch(
      /^Product: Row 2 has another edition .* change the Product of that row, delete this one, and answer “switch\?”/,
    );
  });
});

describe('names', () => {
  const cells = fc.constantFrom(
    'acme.example',
    'ACME.example',
    'C01abc',
    ' ',
    '',
    'acme',
    'Business Starter',
    ' Vault ',
    '1010020027',
  );

  test('are those of the command line, whatever stands in the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells, fc.constantFrom('', '5'))), (lines) => {
        const values = [['Customer', 'Product', 'Seats', 'Status'], ...lines.map((line) => [...line, 'Done'])];
        const names = namedRows([{ name: 'Subscriptions', rows: values }]).map(({ key }) => key);
        expect(nameSubscriptions(values).rows.map(({ name }) => name)).toEqual(names);
        expect(readSubscriptions(values, around).rows.map(({ name }) => name)).toEqual(names);
      }),
    );
  });
});

test('the digest of a wish covers every field, and not what the product is called', () => {
  const wish = readOne({ Plan: 'Flexible', Seats: '5' }).wish!;
  expect(wishDigestInput(wish)).toBe(
    'acme.example/Business Starter\n[["customer","acme.example"],["plan","FLEXIBLE"],["product","Google-Apps:1010020027"],["seats","5"]]',
  );
  expect(wishDigestInput({ ...wish, product: { ...wish.product, name: 'Starter' } })).toBe(wishDigestInput(wish));
  expect(wishDigestInput({ ...wish, purchaseOrder: '' })).not.toBe(wishDigestInput(wish));
});
