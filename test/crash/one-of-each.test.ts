import { mixed, oneOfEach } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

test('a job with a row of each kind that dies at any point ends as if it had not: parallel transport', () => {
  const found = sweep({ job: mixed, desk: { transport: 'parallel', ...oneOfEach } });
  tell('one row of each kind, parallel transport', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBe(found.points);
  expect(found.tried).toBeGreaterThan(150);
}, 600_000);
