import type { Counters, HostState } from '../apps-script/host-state';

/** What a piece of work used of the platform. */
export interface Used extends Counters {
  /** Looks at the progress while slices worked; each is one of the executions. */
  readonly looks: number;
}

/** A host's counters as they stand. */
export function countersOf({ counters }: HostState): Counters {
  return { ...counters };
}

/** What was used since the counters stood so. */
export function usedSince(before: Counters, { counters }: HostState, looks: number): Used {
  const names = Object.keys(counters) as (keyof Counters)[];
  const since = names.map((name) => [name, counters[name] - before[name]] as const);
  return { ...counters, ...Object.fromEntries(since), looks };
}
