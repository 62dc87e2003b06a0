import { sampleOr } from '../sweep';
import { mixed } from './mixed';
import { sweep } from './points';
import { tell } from './tell';

/**
 * Four files together try every point of 200 rows, so that all cores are used. In the sample the first alone tries some:
 * `one-of-each` tries more of them with a row of each kind.
 */
export function tryQuarter(nth: 1 | 2 | 3 | 4): void {
  const tries = nth === 1 ? test : sampleOr(test.skip, test);
  tries(
    `a job of 200 rows that dies at any point ends as if it had not: parallel transport, quarter ${nth}`,
    () => {
      const part = sampleOr({ share: 14, of: 60 }, { share: nth - 1, of: 4 });
      const found = sweep({ job: mixed, desk: { transport: 'parallel' }, ...part });
      tell(`200 rows, parallel transport, quarter ${nth}`, found);
      expect(found.failures).toEqual([]);
      expect(found.tried).toBeGreaterThan(sampleOr(4, 100));
    },
    900_000,
  );
}
