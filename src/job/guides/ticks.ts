import { isObject } from '../../engine/request';
import { documentStore } from '../keeping/stores';
import type { Ticked } from './wire';

/**
 * What people said is done by hand, for everybody at the spreadsheet: a property for each account, so that two
 * administrators write over nothing of each other's. No secrets.
 */

type Ticks = Readonly<Record<string, Ticked>>;

/**
 * So many stay of an account, the latest: some 30 KB of the 500 KB that properties may take (Apps Script quotas page).
 */
const mostTicks = 200;

const nameOf = (account: string): string => `guides:${account}`;

function isTicks(value: unknown): value is Ticks {
  return isObject(value) && Object.values(value).every(isTicked);
}

function isTicked(one: unknown): boolean {
  return isObject(one) && typeof one.by === 'string' && typeof one.at === 'string' && typeof one.below === 'boolean';
}

/** What was ticked of an account, by the names of the lines. */
export function ticksOf(account: string): Ticks {
  return documentStore().steady(nameOf(account), isTicks) ?? {};
}

/** Keeps a tick; undefined takes it back. Needs the lock. */
export function keepTick(account: string, id: string, ticked: Ticked | undefined): void {
  const others = Object.entries(ticksOf(account)).filter(([name]) => name !== id);
  const latest = others.sort(([, one], [, other]) => (one.at < other.at ? 1 : -1)).slice(0, mostTicks - 1);
  documentStore().set(nameOf(account), Object.fromEntries([...(ticked ? [[id, ticked] as const] : []), ...latest]));
}

/** The name of an org unit's line about automatic licensing. */
export const licensingOf = (orgUnit: string): string => `licensing ${orgUnit.toLowerCase()}`;

/** Who said that automatic licensing is off for an org unit: of it, or of a unit above with those below. */
export function licensingTick(account: string, orgUnit: string): Ticked | undefined {
  const ticks = ticksOf(account);
  const own = ticks[licensingOf(orgUnit)];
  const above = unitsAbove(orgUnit).map((unit) => ticks[licensingOf(unit)]);
  return own ?? above.find((one) => one?.below);
}

/** The units above a unit, the nearest first, the top last. */
export function unitsAbove(orgUnit: string): readonly string[] {
  const levels = orgUnit.split('/').filter(Boolean);
  return levels.map((_, at) => `/${levels.slice(0, levels.length - 1 - at).join('/')}`);
}
