import { sampleOr } from '../sweep';
import { mixed, sampled } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

test('a job that dies at any state ends as if it had not: advanced services (a sample)', () => {
  const found = sweep({ job: mixed, desk: { transport: 'advanced', ...sampled }, share: 3, of: sampleOr(60, 10) });
  tell('advanced services', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(sampleOr(1, 30));
}, 600_000);
