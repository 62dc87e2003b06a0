import type { Sweep } from './points';

/** Says how many points a sweep tried: that the set is complete can only be seen where it is counted. */
export function tell(what: string, { points, tried, states, failures }: Sweep): void {
  process.stderr.write(
    `crash points, ${what}: ${tried} of ${points} tried in ${states} states, ${failures.length} failures\n`,
  );
}
