import { sampleOr } from '../sweep';
import { customers, onceAtMost } from './customers';
import { sweep } from './points';
import { byTrigger, dyingAgain } from './take-up';
import { tell } from './tell';

/**
 * Customers, their orders and their people: nothing is ordered, made or mailed twice. A team and a mail, which nothing
 * tells from a second one, are left undone where nobody knows, and their rows say where to look.
 */

const rules = { job: customers, expected: onceAtMost };

test('a job of customers that dies at any point ends as if it had not: parallel transport', () => {
  const found = sweep({ ...rules, desk: { transport: 'parallel' }, of: sampleOr(32, 1) });
  tell('customers, parallel transport', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThanOrEqual(sampleOr(3, found.points));
}, 600_000);

test('nor what the spreadsheet has not applied when the execution dies (a sample)', () => {
  const found = sweep({ ...rules, unapplied: 'lost', of: sampleOr(36, 3) });
  tell('customers, unapplied writes lost', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(0, 10));
}, 600_000);

test('nor a second death (a sample)', () => {
  const found = sweep({ ...rules, share: 3, of: sampleOr(60, 6), diesAgain: dyingAgain(17, 90) });
  tell('customers, dying twice', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(1, 15));
}, 600_000);

test('nor that the trigger alone carries it on (a sample)', () => {
  const found = sweep({ ...rules, share: 5, of: sampleOr(80, 8), takeUp: byTrigger });
  tell('customers, carried on by the trigger', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(0, 10));
}, 600_000);
