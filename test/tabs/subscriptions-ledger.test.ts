import { asSubscription } from '../../src/google/reseller-resources';
import { googleSays } from '../../src/tabs/subscriptions/google-says';
import { seatsShort, type SeatNeed } from '../../src/tabs/subscriptions/ledger';

const bought = (skuId: string, ...[seats, licensed, more = {}]: [number, number, object?]) =>
  asSubscription({
    customerId: 'C1',
    customerDomain: 'acme.example',
    skuId,
    status: 'ACTIVE',
    plan: { planName: 'FLEXIBLE' },
    seats: { maximumNumberOfSeats: seats, licensedNumberOfSeats: licensed },
    ...more,
  });
const needs = (count: number, skuId = '1010020027', account = 'C1'): readonly SeatNeed[] =>
  Array.from({ length: count }, (_, at) => ({ account, skuId, key: `Users!p${String(at)}@acme.example` }));

describe('the seat ledger', () => {
  test('lets the first rows have what is left, and says to the others what to raise to how much', () => {
    const short = seatsShort([bought('1010020027', 10, 8)], needs(6));
    expect([...short.keys()]).toEqual([2, 3, 4, 5].map((at) => `Users!p${String(at)}@acme.example`));
    expect(new Set([...short.values()].flat())).toEqual(
      new Set([
        'acme.example has 10 seats of Google Workspace Business Starter, and they are all taken with the rows before this one. Raise Seats of its row on Subscriptions to 14.',
      ]),
    );
  });

  test('goes by customer and SKU', () => {
    const subscriptions = [
      bought('1010020027', 1, 0),
      bought('1010050001', 1, 1),
      bought('1010020027', 9, 0, { customerId: 'C2' }),
    ];
    expect(
      [
        ...seatsShort(subscriptions, [
          ...needs(1),
          ...needs(2, '1010020027', 'C2'),
          ...needs(1, '1010050001'),
        ]).values(),
      ].flat(),
    ).toEqual([expect.stringContaining('Cloud Identity Premium')]);
  });

  test('says nothing where nothing is known or counted: no subscription of ours, a cancelled one, Cloud Identity Free', () => {
    const subscriptions = [bought('1010020027', 1, 1, { status: 'CANCELLED' }), bought('1010010001', 1, 1)];
    expect(seatsShort(subscriptions, [...needs(3), ...needs(3, '1010010001'), ...needs(3, '1010050001')]).size).toBe(0);
  });

  test('says to one row all that it will not get, and goes on where more is used than bought', () => {
    expect(
      seatsShort(
        [bought('1010020027', 2, 5), bought('1010050001', 1, 1)],
        [...needs(1), ...needs(1, '1010050001')],
      ).get('Users!p0@acme.example'),
    ).toEqual([expect.stringContaining('to 6.'), expect.stringContaining('to 2.')]);
  });
});

test.each<[object, string]>([
  [{}, 'Active, flexible, 12 of 20 seats used'],
  [
    {
      plan: { planName: 'ANNUAL', commitmentInterval: { endTime: '1803945600000' } },
      renewalSettings: { renewalType: 'RENEW_CURRENT_USERS_MONTHLY_PAY' },
    },
    'Active, annual, paid monthly, 12 of 20 seats used, renews 2027-03-02 (current users, monthly)',
  ],
  [{ plan: { planName: 'ANNUAL_YEARLY_PAY' } }, 'Active, annual, paid yearly, 12 of 20 seats used'],
  [
    { trialSettings: { isInTrial: true, trialEndTime: '1772323200000' }, plan: { planName: 'TRIAL' } },
    'Trial until 2026-03-01, 12 of 20',
  ],
  [{ trialSettings: { isInTrial: true }, plan: { planName: 'FLEXIBLE' } }, 'Trial, then flexible, 12 of 20'],
  [
    { status: 'SUSPENDED', suspensionReasons: ['PENDING_TOS_ACCEPTANCE', 'RESELLER_INITIATED'] },
    'Waiting for the terms and Suspended by you, flexible, 12 of 20 seats used',
  ],
  [{ status: 'SUSPENDED', suspensionReasons: ['NEW_REASON'] }, 'Suspended by Google, flexible, 12 of 20 seats used'],
  [{ status: 'BILLING_ACTIVATION_PENDING' }, 'Billing activation pending, flexible, 12 of 20 seats used'],
])('Google says %j in one line', (more, says) => {
  expect(googleSays(bought('1010020027', 20, 12, more))).toBe(says);
});
