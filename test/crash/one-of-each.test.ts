import { sampleOr } from '../sweep';
import { mixed, oneOfEach } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

test('a job with a row of each kind that dies at any point ends as if it had not: parallel transport', () => {
  const found = sweep({ job: mixed, desk: { transport: 'parallel', ...oneOfEach }, of: sampleOr(20, 1) });
  tell('one row of each kind, parallel transport', found);
  expect(found.failures).toEqual([]);
  expect(found.points).toBeGreaterThan(150);
  expect(found.tried).toBeGreaterThanOrEqual(sampleOr(7, found.points));
}, 600_000);
