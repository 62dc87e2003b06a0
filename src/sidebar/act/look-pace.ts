const lookEvery = 2_000;
const longest = 10_000;

/**
 * Milliseconds from one look at the progress to the next: a little longer after each look that found nothing new, for
 * it costs an execution. `every`: the server asks for no more looks than this.
 */
export function waitBeforeLook(unchanged: number, every = lookEvery): number {
  return Math.max(every, Math.min(longest, every + unchanged * lookEvery));
}
