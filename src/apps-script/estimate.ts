import type { PlannedWrite } from '../engine/plan';
import { lanes, lanesOf } from '../google/quotas';
import type { PlanView } from './wire';

/** How long a plan will take, before it is run. */

/** Seconds that one request of the advanced services takes: they go one after another. */
const secondsPerRequest = 0.25;
/** Seconds of a slice, and what beginning and ending one costs. */
const sliceSeconds = 240;
const aroundSlice = 8;

/** The slowest lane or the requests one after another, whichever is longer. */
export function estimateOf(writes: readonly PlannedWrite[]): PlanView['estimate'] {
  const counts: Record<string, number> = {};
  for (const write of writes) {
    const toll = lanesOf({ op: write.op, params: {}, account: '' });
    const lane = toll[toll.length - 1]?.lane;
    if (lane) counts[lane] = (counts[lane] ?? 0) + 1;
  }
  const byLane = Object.entries(counts).map(([lane, count]) => ({ lane, seconds: count / (lanes[lane as keyof typeof lanes]?.perSecond ?? 1) }));
  const slowest = byLane.sort((a, b) => b.seconds - a.seconds)[0];
  const work = Math.max(slowest?.seconds ?? 0, writes.length * secondsPerRequest);
  const executions = Math.max(1, Math.ceil(work / sliceSeconds));
  const seconds = Math.round(work + executions * aroundSlice);
  const reason = slowest && slowest.seconds >= work && slowest.seconds > 10 ? ` ${lanes[slowest.lane as keyof typeof lanes].says}: Google allows ${lanes[slowest.lane as keyof typeof lanes].perSecond} a second.` : '';
  return { seconds, executions, requests: writes.length, says: `About ${inWords(seconds)}, ${executions} execution${executions > 1 ? 's' : ''}.${reason}` };
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  return `${Math.round(seconds / 60)} min`;
}
