import type { Desk } from '../cli/desk';

/** Where the seconds from the click on Check to its plan go. */

/** Seconds of a check, step by step. */
export interface Steps {
  /** Until the first line of the script: the execution starts and loads the code. */
  readonly open: number;
  /** The lock, the properties and all tabs are read. */
  readonly readSheets: number;
  /** From the first request to Google until the check has its place: accounts, domains, people. */
  readonly lookAround: number;
  /** Every row gets its plan, with what has to be asked of Google for it. */
  readonly checkRows: number;
  /** Journal, Status columns and the plan itself. */
  readonly writePlan: number;
}

/**
 * Runs a check of one execution and tells its steps, by what it does first at Google, with properties and with cells;
 * with what the check gives. `opening`: milliseconds until its first line.
 */
export function stepsOf<T>(desk: Desk, opening: number, check: () => T): { readonly steps: Steps; readonly value: T } {
  const { host, clock, workspace } = desk;
  const begun = clock.now();
  const opened = begun + opening;
  const requests = workspace.log.length;
  const kept: Record<'property' | 'sheet', number[]> = { property: [], sheet: [] };
  host.onEffect = ({ kind, when }) => {
    if (kind !== 'google' && when === 'before') kept[kind].push(clock.now());
  };
  const value = orOff(host, check);
  const first = workspace.log[requests];
  const google = first ? Date.parse(first.at) : opened;
  const place = kept.property.find((at) => at >= google) ?? google;
  const written = kept.sheet.find((at) => at >= place) ?? place;
  const seconds = (from: number, to: number): number => (to - from) / 1000;
  const steps = {
    open: seconds(begun, opened),
    readSheets: seconds(opened, google),
    lookAround: seconds(google, place),
    checkRows: seconds(place, written),
    writePlan: seconds(written, clock.now()),
  };
  return { steps, value };
}

/** Whatever becomes of the work, nothing is told afterwards. */
function orOff<T>(host: Desk['host'], work: () => T): T {
  try {
    return work();
  } finally {
    host.onEffect = undefined;
  }
}
