import { isObject } from '../../engine/request';
import { now } from '../ports';
import { documentStore } from './stores';

/**
 * How often the background trigger comes. Whether a card in the manifest makes triggers of a bound script hourly, as an
 * add-on's are, stands nowhere: so it is seen, whenever it comes, and kept for everybody at the spreadsheet.
 */

/** What was seen. `how` is '' until two have come, or one came late; `on` is a day, `last` in milliseconds. */
interface Pace {
  readonly how: 'every 5 minutes' | 'hourly' | '';
  readonly on: string;
  readonly last: number;
}

const name = 'triggerPace';
/** One that was asked for every five minutes and comes after so long comes hourly. In milliseconds. */
const late = 20 * 60_000;

function isPace(value: unknown): value is Pace {
  return (
    isObject(value) &&
    ['every 5 minutes', 'hourly', ''].includes(String(value.how)) &&
    typeof value.on === 'string' &&
    typeof value.last === 'number'
  );
}

/** What was seen, and on which day; undefined before. */
export function triggerPace(): { readonly how: 'every 5 minutes' | 'hourly'; readonly on: string } | undefined {
  const seen = documentStore().steady(name, isPace);
  return seen && seen.how !== '' ? { how: seen.how, on: seen.on } : undefined;
}

/** A trigger has come that was made at `made` (milliseconds) to come every five minutes. */
export function noteComing(made: number): void {
  const before = documentStore().steady(name, isPace);
  const isFirst = !before || before.last < made;
  const isLate = now() - (isFirst ? made : before.last) > late;
  // The first may come at any time of its first hour (installable triggers guide): soon tells nothing.
  const how = isLate ? 'hourly' : isFirst ? (before?.how ?? '') : 'every 5 minutes';
  const on = how === before?.how ? before.on : new Date(now()).toISOString().slice(0, 10);
  documentStore().setShort(name, { how, on, last: now() } satisfies Pace);
}
