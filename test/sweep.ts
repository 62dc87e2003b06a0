/**
 * How much is tried of what has more cases than anybody waits for: a sample in `npm test`, all of it in `npm run
 * test:full`, which sets SWEEP=whole. CI runs the tests that import this file both ways, and all others once.
 */

const wished = process.env['SWEEP'] ?? 'sample';
if (wished !== 'sample' && wished !== 'whole') throw new Error(`SWEEP is “sample” or “whole”, not “${wished}”.`);

/** The first in `npm test`, the second in `npm run test:full`. */
export function sampleOr<T>(sample: T, whole: T): T {
  return wished === 'whole' ? whole : sample;
}

/** As many seeds of chance as SEEDS says; left out: the first in `npm test`, the second in `npm run test:full`. */
export function seedsOr(sample: number, whole: number): number {
  return Number(process.env['SEEDS'] ?? sampleOr(sample, whole));
}

/** So many of a kind, spread evenly over them all, in `npm test`; all of them in `npm run test:full`. */
export function someOf<T>(all: readonly T[], many: number): readonly T[] {
  const every = sampleOr(Math.max(1, all.length / many), 1);
  return all.filter((_, at) => at === 0 || Math.floor(at / every) !== Math.floor((at - 1) / every));
}
