import { isObject } from '../../engine/request';
import { Lanes, type Learned } from '../../engine/lanes';
import { lanes as rates, tollOf, type LaneName } from '../../google/quotas';
import { documentStore } from '../keeping/stores';
import { now } from '../ports';
import { spreadsheet } from '../rows/spreadsheet';

/**
 * How fast lanes go: as Google documents it, or as fast as Google was found to take it. What was found is kept for this
 * script and account, and forgotten after some days: quotas are raised and lowered.
 */

/** The setting: lanes try more than is documented where more is wanted, or never. */
export type PaceSetting = 'learned' | 'documented';

const settingName = 'setting:pace';

/** The setting, kept for everybody in document properties. */
export function paceSetting(): PaceSetting {
  return documentStore().text(settingName) === 'documented' ? 'documented' : 'learned';
}

/** Changes the setting for everybody. What was learned before is not forgotten. */
export function setPace(setting: PaceSetting): PaceSetting {
  documentStore().setText(settingName, setting);
  return setting;
}

/** What the settings mean. */
export const paceSays: Readonly<Record<PaceSetting, string>> = {
  learned: 'Seatsheet starts at the rates that Google documents, and sends more where Google takes more.',
  documented: 'Seatsheet never sends more than Google documents.',
};

const forgottenAfter = 3 * 24 * 60 * 60 * 1000;
/** One property of 9 KB holds them (Apps Script quotas page). */
const mostLanes = 40;

interface Kept {
  /** The spreadsheet: a script belongs to one, and a copy of it has quotas of its own. */
  readonly project: string;
  readonly lanes: Readonly<Record<string, Learned>>;
}

/** Lanes that go on from what was found for the account of this person. */
export function openLanes(me: string): Lanes {
  const lanes = new Lanes(rates, paceSetting() === 'learned');
  for (const [key, learned] of Object.entries(learnedBy(me))) {
    const toll = tollOf(key);
    if (toll) lanes.remember(toll, learned);
  }
  return lanes;
}

/** What to keep of these lanes, by the name of its property. */
export function learnedIn(lanes: Lanes, me: string): Readonly<Record<string, unknown>> {
  const all = Object.entries({ ...learnedBy(me), ...lanes.learned() }).sort(([, a], [, b]) => b.at - a.at);
  const kept: Kept = { project: spreadsheet().getId(), lanes: Object.fromEntries(all.slice(0, mostLanes)) };
  return { [nameFor(me)]: kept };
}

/** Requests a second that a lane will send to begin with, for the person signed in. */
export function perSecondNow(lane: LaneName, me: string): number {
  const keys = Object.keys(learnedBy(me)).filter((key) => tollOf(key)?.lane === lane);
  const lanes = openLanes(me);
  return Math.min(...keys.map((key) => lanes.perSecond({ lane, key })), keys.length ? Infinity : rates[lane].perSecond);
}

/** Whether a lane will try more than is documented, and nothing is known of where Google ends that. */
export function mayBeFaster(lane: LaneName, me: string): boolean {
  const known = Object.entries(learnedBy(me)).filter(([key]) => tollOf(key)?.lane === lane);
  return paceSetting() === 'learned' && known.every(([, { ceiling }]) => ceiling === undefined);
}

function learnedBy(me: string): Readonly<Record<string, Learned>> {
  const kept = documentStore().steady(nameFor(me), isKept);
  if (kept?.project !== spreadsheet().getId()) return {};
  return Object.fromEntries(Object.entries(kept.lanes).filter(([, { at }]) => at > now() - forgottenAfter));
}

/** People of one domain are of one account. */
function nameFor(me: string): string {
  return `pace:${me.slice(me.lastIndexOf('@') + 1).toLowerCase()}`;
}

function isKept(value: unknown): value is Kept {
  return (
    isObject(value) &&
    typeof value.project === 'string' &&
    isObject(value.lanes) &&
    Object.values(value.lanes).every(isLearned)
  );
}

function isLearned(value: unknown): value is Learned {
  if (!isObject(value) || !(isObject(value.ceiling) || value.ceiling === undefined)) return false;
  const numbers = [
    value.margin,
    value.good,
    value.at,
    ...(value.ceiling ? [value.ceiling.count, value.ceiling.at] : []),
  ];
  return numbers.every((one) => typeof one === 'number' && one >= 0);
}
