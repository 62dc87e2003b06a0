import { shop } from '../workspace/google';
import { Desk, resold, type Wish } from './subscriptions-by-hand';

const flexible = (skuId: string, seats = 10): object => ({
  skuId,
  plan: { planName: 'FLEXIBLE' },
  seats: { maximumNumberOfSeats: seats },
});
const starter: Wish = { product: 'Business Starter', plan: 'FLEXIBLE', seats: 10 };
const vault: Wish = { product: 'Vault', plan: 'FLEXIBLE', seats: 10 };
const sent = (desk: Desk): readonly { readonly status: number; readonly body?: unknown }[] =>
  desk.google.google.log.filter(({ op }) => op === 'reseller.subscriptions.insert');

/** A customer of Google's own with these subscriptions, and a token that somebody gave. */
function direct(subscriptions: readonly object[], switches: Record<string, string> = {}): Desk {
  const desk = new Desk([shop({ subscriptions })], switches);
  desk.secrets['token of shop.example'] = desk.google.google.control.makeTransferToken('C0shop001', 'C0resell1');
  return desk;
}
const token = { token: 'token of shop.example' };

test.each(['allowed', 'refused'])(
  'one subscription goes by itself, or as a batch of one where Google wants that (single transfers %s)',
  (singleTransfer) => {
    const desk = direct([flexible('1010020027')], { singleTransfer });
    expect(desk.one({ ...starter, dealCode: 'D1', purchaseOrder: 'PO 7' }, token)).toMatchObject({
      outcome: 'done',
      planned: ['transfer Google Workspace Business Starter (to you, flexible plan, 10 seats, PO number PO 7)'],
      details: expect.stringContaining('Transferred Google Workspace Business Starter.'),
    });
    expect(desk.batches).toEqual(singleTransfer === 'allowed' ? [] : [1]);
    expect(desk.list()).toMatchObject([{ skuId: '1010020027', purchaseOrderId: 'PO 7' }]);
    expect(sent(desk).every(({ body }) => !JSON.stringify(body).includes('D1'))).toBe(true);
    expect(
      desk.writes(() => {
        expect(desk.one(starter, token)).toMatchObject({ outcome: 'done' });
      }),
    ).toEqual([]);
  },
);

test('several go in one batch; what cannot be transferred is ordered after that', () => {
  const desk = direct([flexible('Google-Apps-For-Business'), flexible('Google-Vault')]);
  const rows = desk.provision([starter, { product: 'AppSheet Core', plan: 'FLEXIBLE', seats: 3 }, vault], token);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  expect(rows[1]?.planned).toContain('order AppSheet Core (flexible plan, 3 seats)');
  expect(desk.batches).toEqual([2]);
  expect(sent(desk).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(
    desk
      .list()
      .map(({ skuId }) => skuId)
      .sort(),
  ).toEqual(['1010020027', '1010380001', 'Google-Vault']);
  expect(desk.writes(() => desk.provision([starter, { product: 'AppSheet Core' }, vault], token))).toEqual([]);
});

test('plan, seats and renewal that a row leaves open stay as the customer has them', () => {
  const desk = direct([
    {
      skuId: '1010020027',
      plan: { planName: 'ANNUAL' },
      seats: { numberOfSeats: 12 },
      renewalSettings: { renewalType: 'CANCEL' },
    },
  ]);
  expect(desk.one({ product: 'Business Starter' }, token)).toMatchObject({ outcome: 'done' });
  expect(sent(desk).map(({ body }) => body)).toEqual([
    {
      skuId: '1010020027',
      plan: { planName: 'ANNUAL_MONTHLY_PAY' },
      seats: { numberOfSeats: 12 },
      renewalSettings: { renewalType: 'CANCEL' },
    },
  ]);
});

test('the token stands in no plan and no sentence', () => {
  const desk = direct([flexible('1010020027')]);
  const text = JSON.stringify([
    desk.check([starter], token).became,
    [...desk.check([starter], token).approved('transfer:shop.example')],
  ]);
  expect(text).toContain('transfer Google Workspace Business Starter');
  expect(text).not.toContain(desk.secrets['token of shop.example']);
});

test('a token that is wrong or has run out asks for a new one', () => {
  const desk = direct([flexible('1010020027')]);
  desk.google.wait(31 * 24 * 3600);
  for (const secret of [desk.secrets['token of shop.example']!, 'guess']) {
    desk.secrets['token of shop.example'] = secret;
    expect(desk.one(starter, token)).toMatchObject({
      outcome: 'blocked',
      details: expect.stringMatching(
        /token of shop\.example is wrong, has run out, .* Ask the customer for a new token/,
      ),
    });
  }
  expect(sent(desk)).toEqual([]);
});

test('every subscription that has no row is said, with its least seats and until when', () => {
  const desk = direct([flexible('1010020027'), flexible('Google-Vault'), flexible('Google-Drive-storage-1TB')]);
  const [one] = desk.provision([starter], token);
  expect(one).toMatchObject({ outcome: 'blocked', column: 'product' });
  expect(one?.details).toContain(
    'Add rows for: Google Vault (at least 1 seat), Google Drive storage 1TB (at least 1 seat). Google takes all of them together, until 2026-03-16.',
  );
  expect(sent(desk)).toEqual([]);
});

test('too few seats are said with the number, at the seats', () => {
  const desk = direct([{ skuId: '1010020027', plan: { planName: 'ANNUAL' }, seats: { numberOfSeats: 12 } }]);
  expect(desk.one({ ...starter, plan: 'ANNUAL_MONTHLY_PAY', seats: 11 }, token)).toMatchObject({
    outcome: 'blocked',
    column: 'seats',
    details: expect.stringContaining('Google Workspace Business Starter at least 12 (the row says 11)'),
  });
  expect(sent(desk)).toEqual([]);
});

test('nothing that could be transferred is said', () => {
  expect(direct([]).one(starter, token)).toMatchObject({
    outcome: 'blocked',
    details: expect.stringContaining('shop.example has no subscription that can be transferred to you'),
  });
});

test('a part that Google refused is named; the rest has come over, and the next run takes what is left', () => {
  const desk = direct([flexible('1010020027'), flexible('Google-Vault')]);
  desk.google.google.control.failNext('reseller.subscriptions.insert', {
    status: 412,
    reason: 'conditionNotMet',
    message: 'Condition not met',
    after: 1,
  });
  const [, second] = desk.provision([starter, vault], token);
  expect(second).toMatchObject({
    outcome: 'blocked',
    details: expect.stringContaining(
      'Google Workspace Business Starter of shop.example came over to you; not transferred: Google Vault (Google says: “Condition not met”)',
    ),
  });
  expect(desk.list()).toMatchObject([{ skuId: '1010020027' }]);
  expect(desk.provision([starter, vault], token).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  expect(desk.list()).toHaveLength(2);
});

test('an answer that was lost is looked for, and nothing is transferred twice', () => {
  const desk = direct([flexible('1010020027'), flexible('Google-Vault')]);
  desk.google.google.control.failNext('reseller.subscriptions.insert', { status: 0, applied: true, after: 1 });
  expect(desk.provision([starter, vault], token).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
  expect([desk.batches, sent(desk).length, desk.list().length]).toEqual([[2], 2, 2]);
  const single = direct([flexible('1010020027')]);
  single.google.google.control.failNext('reseller.subscriptions.insert', { status: 0 });
  expect(single.one(starter, token)).toMatchObject({ outcome: 'done' });
  expect([sent(single).length, single.list().length]).toEqual([2, 1]);
});

test('an edition is transferred first and switched on the same row afterwards', () => {
  const desk = direct([flexible('1010020027')]);
  expect(desk.one({ product: 'Business Plus', plan: 'FLEXIBLE', seats: 10 }, token)).toMatchObject({
    outcome: 'blocked',
    details: expect.stringContaining('transfer the present one first and switch afterwards'),
  });
  desk.one({ ...starter, key: 'row' }, token);
  expect(desk.one({ product: 'Business Plus', key: 'row' }, token)).toMatchObject({
    outcome: 'blocked',
    question: 'switch from Google Workspace Business Starter to Google Workspace Business Plus',
  });
});

test('the token of a customer that is ours already is no hindrance, run out or not', () => {
  const desk = new Desk([resold()]);
  desk.secrets['token of shop.example'] = 'ran out long ago';
  expect(desk.one(starter, token)).toMatchObject({
    outcome: 'done',
    planned: ['order Google Workspace Business Starter (flexible plan, 10 seats)'],
  });
});
