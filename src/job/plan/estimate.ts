import type { PlannedWrite } from '../../engine/plan';
import { laneReason, lanesOf, type LaneName } from '../../google/quotas';
import { mayBeFaster, perSecondNow } from '../reach/pace';
import { waySetting } from '../reach/transport';
import type { PlanView } from '../wire';

/** How long a plan will take, before it is run. */

/** Seconds that one request of the advanced services takes: they go one after another. */
const secondsPerRequest = 0.27;
/** Seconds of a slice, and what beginning and ending one costs. */
const sliceSeconds = 270;
const aroundSlice = 7;

/**
 * How long triggers may run in a day, in minutes, without Google Workspace; with it, four times as long (Apps Script
 * quotas page). Which of both an account has is not to be seen.
 */
const triggerDay = 90;

interface Planning {
  /** Rows of the plan. */
  readonly rows: number;
  /** Whose pace counts. */
  readonly me: string;
  /** Seconds to see what Google does, before the rows that go by it. */
  readonly waits: number;
  /** The background trigger was seen to come once an hour. */
  readonly hourly: boolean;
}

/**
 * The slowest lane at the pace that it has, or all requests one after another where they go so, whichever is
 * longer.
 */
export function estimateOf(
  writes: readonly PlannedWrite[],
  { rows, me, waits, hourly }: Planning,
): PlanView['estimate'] {
  const slowest = slowestLane(writes, me);
  const inWaves = waySetting(rows) === 'parallel';
  const work = Math.max(slowest.seconds, inWaves ? 0 : writes.length * secondsPerRequest);
  const whole = work + waits;
  const executions = Math.max(1, Math.ceil(whole / sliceSeconds));
  const seconds = Math.round(whole + executions * aroundSlice);
  const isLanes = slowest.seconds >= work && slowest.seconds > 10;
  // Only what is documented, or was seen, can be promised.
  const atMost = isLanes && mayBeFaster(slowest.lane, me);
  const faster = atMost ? ' It is faster if Google takes more.' : '';
  const reason = isLanes ? ` ${laneReason(slowest.lane, slowest.perSecond)}${faster}` : '';
  const rest = waits ? ` ${inWords(waits)} of it to see what Google does with those who come first.` : '';
  const closed = closedSays({ seconds, executions, hourly });
  const fetches = inWaves
    ? ` It sends about ${writes.length} of the 20,000 or more requests that Apps Script allows a day.`
    : '';
  const parts = executions > 1 ? `, in ${executions} executions` : '';
  return {
    seconds,
    executions,
    ...(atMost ? { atMost } : {}),
    says: `About ${inWords(seconds)}${parts}.${rest}${reason}${closed}${fetches}`,
  };
}

/** What becomes of it where nobody looks: nothing is said of what is over soon. */
function closedSays({
  seconds,
  executions,
  hourly,
}: {
  readonly seconds: number;
  readonly executions: number;
  readonly hourly: boolean;
}): string {
  const pace =
    hourly && executions > 1 ? ` With the sidebar closed it goes on once an hour: about ${executions - 1} h.` : '';
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= triggerDay) return pace;
  return `${pace} With the sidebar closed it takes ${minutes} min of triggers. Google allows 6 h of them a day with Google Workspace, 90 min without it, less in a trial: where they end, the run rests until the next day. In an open sidebar it goes on at once.`;
}

interface Slowest {
  readonly lane: LaneName;
  readonly perSecond: number;
  readonly seconds: number;
}

function slowestLane(writes: readonly PlannedWrite[], me: string): Slowest {
  const counts = new Map<LaneName, number>();
  for (const write of writes) {
    const tolls = lanesOf({ op: write.op, params: {}, account: '' });
    const lane = tolls[tolls.length - 1]?.lane;
    if (lane) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  }
  const all = [...counts].map(([lane, count]) => {
    const perSecond = perSecondNow(lane, me);
    return { lane, perSecond, seconds: count / perSecond };
  });
  return all.sort((a, b) => b.seconds - a.seconds)[0] ?? { lane: 'directory', perSecond: 1, seconds: 0 };
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  return `${Math.round(seconds / 60)} min`;
}
