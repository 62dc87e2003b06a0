import { isObject } from '../../engine/request';
import { documentStore } from '../keeping/stores';

/** What was measured of this spreadsheet's surroundings, for everybody at it: no names, no addresses, no secrets. */

/** One measuring. */
export interface Environment {
  /** Day of it. */
  readonly on: string;
  /** In words, to be shown and copied. */
  readonly lines: readonly string[];
  /** The most requests that were taken at once; left out where that was not found out. */
  readonly width?: number;
  /** What a call from the sidebar takes, in milliseconds; left out where the sidebar did not say. */
  readonly roundTrip?: number;
}

const name = 'environment';

const isMaybeNumber = (value: unknown): boolean => value === undefined || typeof value === 'number';

function isEnvironment(value: unknown): value is Environment {
  return (
    isObject(value) &&
    typeof value.on === 'string' &&
    Array.isArray(value.lines) &&
    value.lines.every((line) => typeof line === 'string') &&
    isMaybeNumber(value.width) &&
    isMaybeNumber(value.roundTrip)
  );
}

/** What was measured last; undefined before. */
export function environment(): Environment | undefined {
  return documentStore().steady(name, isEnvironment);
}

/** Keeps what was measured. */
export function keepEnvironment(measured: Environment): void {
  documentStore().set(name, measured);
}

/**
 * Milliseconds between two looks of a sidebar; a look is an execution of its own, and takes a third of the time at
 * most.
 */
const [lookEvery, longestLookEvery] = [2_000, 15_000];

/** How long sidebars wait between two looks, in milliseconds, where calls are so slow that it is longer than usual. */
export function slowLooks(): { readonly lookEvery?: number } {
  const wait = Math.min(longestLookEvery, 2 * (environment()?.roundTrip ?? 0));
  return wait > lookEvery ? { lookEvery: wait } : {};
}
