import { applyPlanned, applyWrite } from '../../src/google/effects';
import { FactTable } from '../../src/google/fact-table';
import { subscriptionsFact } from '../../src/google/facts';
import type { Request } from '../../src/engine/request';

const fact = subscriptionsFact('C0resell1');
const order: Request = {
  op: 'reseller.subscriptions.insert',
  account: 'C0resell1',
  params: { customerId: 'C1' },
  body: { skuId: '1010020027', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 5 } },
  named: { domain: 'acme.example' },
};

test('an order answered while the list is being read does not pass for the whole list', () => {
  const table = new FactTable();
  table.set(fact, []);
  table.forget(fact);
  applyWrite(table, order, { subscriptionId: 'S1', customerId: 'C1', skuId: '1010020027' });
  expect(table.known(fact)).toBeUndefined();
});

test('a planned order stands in the list with its customer, and waits for the terms of a customer who has nothing active', () => {
  const table = new FactTable();
  table.set(fact, []);
  applyPlanned(table, order);
  expect(table.valueOf(fact)).toMatchObject([
    { customerId: 'C1', customerDomain: 'acme.example', skuId: '1010020027', seats: 5, status: 'SUSPENDED' },
  ]);
});
