import type { JsonObject, Request } from '../../src/engine/request';
import { afterSubscriptionEnd, afterSubscriptionWrite, memoryIn } from '../../src/tabs/subscriptions/memory';

const write = (call: string, body?: JsonObject, params: Readonly<Record<string, string>> = {}): Request => ({
  op: `reseller.subscriptions.${call}`,
  account: 'C0resell1',
  params,
  ...(body ? { body } : {}),
});
const before = {
  skuId: 'A',
  agreed: { plan: 'FLEXIBLE', seats: '5', renewal: 'CANCEL' },
  answers: [{ kind: 'switch', about: { from: 'A', to: 'B' }, yes: true, by: 'boss@resell.example' }],
};

test('an order begins what is agreed anew, and spends the answer to “switch?”', () => {
  const body = {
    skuId: 'B',
    plan: { planName: 'ANNUAL_YEARLY_PAY' },
    seats: { numberOfSeats: 7 },
    renewalSettings: { renewalType: 'AUTO_RENEW_YEARLY_PAY' },
    purchaseOrderId: 'PO 7',
    dealCode: 'D1',
  };
  expect(afterSubscriptionWrite(before, write('insert', body))).toEqual({
    skuId: 'B',
    agreed: {
      plan: 'ANNUAL_YEARLY_PAY',
      seats: '7',
      renewal: 'AUTO_RENEW_YEARLY_PAY',
      purchaseOrder: 'PO 7',
      dealCode: 'D1',
    },
  });
});

test.each<[string, JsonObject | undefined, Record<string, string>, Record<string, string>]>([
  ['changeSeats', { maximumNumberOfSeats: 9 }, {}, { seats: '9' }],
  [
    'changePlan',
    { planName: 'ANNUAL_MONTHLY_PAY', seats: { numberOfSeats: 6 }, purchaseOrderId: 'PO 8' },
    {},
    { plan: 'ANNUAL_MONTHLY_PAY', seats: '6', purchaseOrder: 'PO 8' },
  ],
  ['changeRenewalSettings', { renewalType: 'AUTO_RENEW_MONTHLY_PAY' }, {}, { renewal: 'AUTO_RENEW_MONTHLY_PAY' }],
  ['suspend', undefined, {}, { state: 'Suspended' }],
  ['activate', undefined, {}, { state: 'Active' }],
  ['startPaidService', undefined, {}, { state: 'Paid service' }],
  ['delete', undefined, { deletionType: 'cancel' }, { state: 'Cancelled' }],
  ['delete', undefined, { deletionType: 'transfer_to_direct' }, { state: 'Handed to Google' }],
])('%s %j is remembered, and nothing else is forgotten', (...[call, body, params, change]) => {
  expect(afterSubscriptionWrite(before, write(call, body, params))).toEqual({
    ...before,
    agreed: { ...before.agreed, ...change },
  });
});

test('a write of another API changes nothing', () => {
  expect(afterSubscriptionWrite(before, { op: 'directory.users.insert', account: 'C1', params: {} })).toBe(before);
});

test('a row that ended keeps what it agreed before where Google was left as it is', () => {
  expect(
    afterSubscriptionEnd(before, {
      skuId: 'A',
      agreed: { plan: 'FLEXIBLE' },
      drift: ['Seats'],
      made: '',
      googleSays: '',
    }),
  ).toEqual({ skuId: 'A', agreed: before.agreed, drift: ['Seats'] });
});

test('what nobody understands is left out', () => {
  expect(memoryIn({ skuId: 7, agreed: 'all', drift: 'Seats', switchTo: { from: 'A' } })).toEqual({
    agreed: {},
    drift: [],
  });
});
