import { roleEvery } from './input';
import type { Wanted } from './input';

/**
 * The shortest time that Google's documented rates allow for an input. It is worked out from the input alone, never
 * from what was sent, so it stays the same whatever the engine does.
 */

/**
 * Requests a second. Sources: Directory API limits page (2,400 queries a minute; 10 creations a second), License
 * Manager API limits page.
 */
const perSecond = { directory: 40, userCreations: 10, licences: 1 } as const;

/**
 * How many accounts one page of users lists, and licences one page of assignments: those of its limits page, since
 * larger ones have come incomplete (GAM-team/GAM issue 1625).
 */
const page = { users: 500, licences: 100 } as const;

const others = 1_000;

/** What the input needs, lane by lane. `done`: everything is at Google as wished already, so there is only looking. */
export function needsOf(wanted: Wanted, done: boolean): Readonly<Record<keyof typeof perSecond, number>> {
  const { rows, licence, suspends } = wanted;
  const roles = licence ? Math.ceil(rows / roleEvery) : 0;
  const looks = Math.ceil((others + (done ? rows : 0)) / page.users);
  if (suspends) return { directory: looks + rows, userCreations: 0, licences: 0 };
  if (done) return { directory: looks, userCreations: 0, licences: licence ? Math.ceil(rows / page.licences) : 0 };
  return { directory: looks + rows + (licence ? rows : 0) + roles, userCreations: rows, licences: licence ? rows : 0 };
}

/** Writes that the input needs: no fewer do it, and more would be too many. */
export function writesOf(wanted: Wanted, done: boolean): number {
  if (wanted.suspends) return wanted.rows;
  if (done) return 0;
  const { rows, licence } = wanted;
  return licence ? rows * 3 + Math.ceil(rows / roleEvery) : rows;
}

/** Seconds: the slowest lane's requests at its documented rate. `without`: a lane whose quota is switched off. */
export function boundSeconds(wanted: Wanted, done: boolean, without?: keyof typeof perSecond): number {
  const needs = needsOf(wanted, done);
  const lanes = (Object.keys(perSecond) as (keyof typeof perSecond)[]).filter((lane) => lane !== without);
  return Math.max(...lanes.map((lane) => needs[lane] / perSecond[lane]));
}
