import { sampleOr } from '../sweep';
import type { JobOptions } from './job';
import { jobIn } from './job';

/** The job of `examples/mixed-200`: people of all kinds. */
export const mixed = jobIn('examples', 'mixed-200');

/** By their numbers in the sheet. `kinds.test.ts` says which kinds are missing after the example has changed. */
const chosen = new Set([
  2, 4, 5, 6, 8, 10, 11, 12, 15, 18, 20, 25, 27, 28, 29, 31, 37, 38, 41, 42, 45, 47, 48, 54, 55, 62, 70, 73, 75, 76, 77,
  79, 82, 83, 84, 90, 92, 98, 105, 110, 111, 113, 117, 120, 121, 124, 126, 127, 134, 141, 142, 146, 153, 155, 159, 162,
  172, 177, 198,
]);

/** One row of each kind of it, with the rows that these name: small enough to die at every point. */
export const oneOfEach: JobOptions = { rows: (_row, place) => chosen.has(place + 1) };

/** What samples are taken of: one row of each kind, in the whole sweep all 200. */
export const sampled: JobOptions = sampleOr(oneOfEach, {});
