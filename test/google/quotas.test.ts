import type { JsonObject, Request } from '../../src/engine/request';
import { allOperations } from '../../src/google/operations';
import { Refusal } from '../../src/engine/request';
import { laneReason, lanes, lanesOf, refusedLane, tollOf } from '../../src/google/quotas';

function request(op: string, body?: JsonObject): Request {
  return { op, params: {}, account: 'C0123', ...(body && { body }) };
}

function keys(op: string, body?: JsonObject): readonly string[] {
  return lanesOf(request(op, body)).map((toll) => toll.key);
}

test('every operation counts against a quota', () => {
  for (const op of Object.keys(allOperations())) expect([op, keys(op).length > 0]).toEqual([op, true]);
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

describe('a refusal speaks of one lane', () => {
  const spoken = (op: string, ...[status, reason, message = '']: [number, string, string?]): string | undefined =>
    refusedLane(request(op, { primaryEmail: 'ana@acme.example' }), new Refusal(status, reason, { message, op }))?.lane;

  test('creations that are too fast are 503, queries 403, concurrent ones 429', () => {
    expect(spoken('directory.users.insert', 503, 'backendError')).toBe('userCreations');
    expect(spoken('directory.users.insert', 403, 'userRateLimitExceeded')).toBe('directory');
    expect(spoken('directory.users.insert', 403, 'PERMISSION_DENIED', 'Request rate higher than configured.')).toBe(
      'directory',
    );
    expect(spoken('directory.users.insert', 429, 'rateLimitExceeded')).toBe('directory');
    expect(spoken('directory.orgunits.insert', 403, 'quotaExceeded')).toBe('orgUnits');
    expect(spoken('licensing.licenseAssignments.insert', 503, 'backendError')).toBe('licences');
  });

  test('or of none', () => {
    expect(spoken('directory.users.insert', 409, 'duplicate')).toBeUndefined();
    expect(spoken('directory.users.update', 503, 'backendError')).toBeUndefined();
  });
});

test('a lane is known again by its key', () => {
  expect(tollOf('userCreations:acme.example')).toEqual({ lane: 'userCreations', key: 'userCreations:acme.example' });
  expect(tollOf('licences')).toEqual({ lane: 'licences', key: 'licences' });
  expect(tollOf('fax')).toBeUndefined();
});

test('the reason of a wait says the number that counts: the documented one, or what was learned', () => {
  expect(laneReason('licences')).toBe('Giving licences: Google allows 1 a second.');
  expect(laneReason('licences', 0.97)).toBe('Giving licences: Google allows 1 a second.');
  expect(laneReason('licences', 8.8)).toBe('Giving licences: 8.8 a second, as many as Google was found to take.');
  expect(laneReason('userCreations', 4.7)).toBe('Creating people: Google takes only 4.7 a second at the moment.');
  expect(laneReason('reseller')).toContain('2 a second, so that Google takes them all');
});
