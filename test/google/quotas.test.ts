import type { JsonObject, Request } from '../../src/engine/request';
import { operations } from '../../src/google/operations';
import { lanes, lanesOf } from '../../src/google/quotas';

function request(op: string, body?: JsonObject): Request {
  return { op, params: {}, account: 'C0123', ...(body && { body }) };
}

function keys(op: string, body?: JsonObject): readonly string[] {
  return lanesOf(request(op, body)).map((toll) => toll.key);
}

test('every operation counts against a quota', () => {
  for (const op of Object.keys(operations)) expect([op, keys(op).length > 0]).toEqual([op, true]);
});

test('creating people counts for the directory and for the domain', () => {
  expect(keys('directory.users.insert', { primaryEmail: 'Ana@ACME.example' })).toEqual([
    'directory',
    'userCreations:acme.example',
  ]);
  expect(keys('directory.users.insert', { primaryEmail: { secret: 'x' } })).toEqual([
    'directory',
    'userCreations:C0123',
  ]);
  expect(keys('directory.users.update', { primaryEmail: 'ana@acme.example' })).toEqual(['directory']);
});

test('changing org units counts for the account, reading them does not', () => {
  expect(keys('directory.orgunits.insert')).toEqual(['directory', 'orgUnits:C0123']);
  expect(keys('directory.orgunits.patch')).toEqual(['directory', 'orgUnits:C0123']);
  expect(keys('directory.orgunits.list')).toEqual(['directory']);
});

test('licences, reads too, and orders have lanes of their own', () => {
  expect(keys('licensing.licenseAssignments.listForProduct')).toEqual(['licences']);
  expect(keys('licensing.licenseAssignments.insert')).toEqual(['licences']);
  expect(keys('reseller.subscriptions.insert')).toEqual(['reseller']);
});

test("a mail counts against none of Google's admin quotas", () => {
  expect(keys('mail.send')).toEqual([]);
});

test('no lane is faster than Google documents', () => {
  expect(lanes.directory.perSecond * 60).toBeLessThanOrEqual(2400);
  expect(lanes.userCreations).toMatchObject({ perSecond: 10, burst: 10 });
  expect(lanes.licences).toMatchObject({ perSecond: 1, burst: 1 });
  expect(lanes.orgUnits).toMatchObject({ perSecond: 1, burst: 1 });
});

test('every lane says what goes on in it and where its number comes from', () => {
  for (const lane of Object.values(lanes)) {
    expect(lane.says).toMatch(/^[A-Z][a-z ]+$/);
    expect(lane.source.length).toBeGreaterThan(20);
    expect(lane.burst).toBeGreaterThanOrEqual(1);
  }
});
