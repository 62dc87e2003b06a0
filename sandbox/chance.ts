/** Chance that two runs share: numbers that depend on a seed alone. */

/** Numbers between 0 and 1 that only depend on the seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One number of several, so that executions that differ in any of them draw differently. */
export function mixSeeds(...parts: readonly number[]): number {
  return parts.reduce(
    (mixed, part) => (Math.imul(mixed ^ Math.floor(part % 4_294_967_296), 0x9e3779b1) + (mixed >>> 13)) >>> 0,
    0x811c9dc5,
  );
}
