import { sampleOr } from '../sweep';
import { customers, onceAtMost } from './customers';
import { sweep } from './points';
import { tell } from './tell';

/** The same job one request after another, quickly and in slices. */

const rules = { job: customers, expected: onceAtMost };

test('a job of customers that dies at any point ends as if it had not: advanced transport (in the whole sweep every one)', () => {
  const found = sweep({ ...rules, desk: { transport: 'advanced' }, share: 0, of: sampleOr(24, 1) });
  tell('customers, advanced transport', found);
  expect(found.failures).toEqual([]);
  expect(found.points).toBeGreaterThan(100);
  expect(found.tried).toBeGreaterThanOrEqual(sampleOr(4, found.points));
}, 600_000);

/** At this pace a run takes several slices, which hand on what they know. */
const slow = { transport: 'advanced', latency: 12_000 } as const;

test('nor does it matter between and in the slices of a long run (a sample)', () => {
  const found = sweep({ ...rules, desk: slow, share: 2, of: sampleOr(80, 8) });
  tell('customers in slices, a sample', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(1, 25));
}, 600_000);
