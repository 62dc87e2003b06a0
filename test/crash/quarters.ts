import { sampleOr } from '../sweep';
import { mixed } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

/**
 * Four files together try every point of 200 rows, so that all cores are used. In the sample `one-of-each` tries points
 * with a row of each kind, and these try nothing.
 */
export function tryQuarter(nth: 1 | 2 | 3 | 4): void {
  const tries = sampleOr(test.skip, test);
  tries(
    `a job of 200 rows that dies at any point ends as if it had not: parallel transport, quarter ${nth}`,
    () => {
      const found = sweep({ job: mixed, desk: { transport: 'parallel' }, share: nth - 1, of: 4 });
      tell(`200 rows, parallel transport, quarter ${nth}`, found);
      expect(found.failures).toEqual([]);
      expect(found.tried).toBeGreaterThan(100);
    },
    900_000,
  );
}
