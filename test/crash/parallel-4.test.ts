import { mixed } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

/** One of four files that together try every point, so that both cores are used. */

test('a job of 200 rows that dies at any point ends as if it had not: parallel transport, quarter 4', () => {
  const found = sweep({ job: mixed, desk: { transport: 'parallel' }, share: 3, of: 4 });
  tell('parallel transport, quarter 4', found);
  expect(found.failures).toEqual([]);
  expect(found.tried).toBeGreaterThan(100);
}, 600_000);
