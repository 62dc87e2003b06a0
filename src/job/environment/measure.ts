import { defined } from '../../engine/defined';
import { triggerPace } from '../keeping/trigger-pace';
import { documentStore } from '../keeping/stores';
import { storeSize } from '../platform-refusals';
import { now, ports } from '../ports';
import { apostropheStays, scratchSheet } from '../rows/scratch';
import { troubleOf } from '../trouble';
import type { Environment } from './kept';
import { cleanScratch, fillProperty, shownTick } from './scratch-cells';
import { sendWave, widestWave, type WavesFound } from './waves';

/** Measures what no page of Google's says, or pages say differently. What cannot be measured is a line that says so. */

/**
 * Measures everything and leaves nothing behind but its answer. `roundTrip`: what a call from the sidebar takes, in
 * milliseconds, 0 where nobody said. Needs the lock.
 */
export function measure(roundTrip: number): Environment {
  const cleaned = line('Scratch cells', () => (cleanScratch(), 'clean'));
  const [waves, waveLine] = measuredWaves();
  const lines = [
    line('Locale', () => ports().spreadsheet.active().getSpreadsheetLocale()),
    line('A tick is shown as', shownTick),
    line('Apostrophe before a text', () => (apostropheStays() ? 'stays in the cell' : 'is gone from the cell')),
    line('Write of a property', () => milliseconds(1, () => fillProperty('x', 10))),
    line('Limit of a property', propertyLimit),
    line('50 calls of Utilities', () => milliseconds(50, () => ports().codec.uuid())),
    line('Question whether a row is hidden', hiddenRow),
    line('One request to Google', oneRequest),
    waveLine,
    line('Background triggers', pace),
    `One call from the sidebar: ${roundTrip ? `${roundTrip} ms, the start of the script included` : 'not measured: the sidebar did not say'}`,
    'Start of the script alone: not measured: an execution does not see its own start',
    'Request to write without a body: not measured: there is none that does no harm',
  ];
  const left = line('Scratch cells', () => (cleanScratch(), 'clean'));
  const on = new Date(now()).toISOString().slice(0, 10);
  const untidy = [cleaned, left].filter((one) => !one.endsWith(': clean')).slice(0, 1);
  const { width } = waves;
  return { ...{ on, lines: [...lines, ...untidy] }, ...defined({ width }), ...(roundTrip ? { roundTrip } : {}) };
}

/** A line, whatever the platform does. Of its errors only the code is told: their texts may hold addresses. */
function line(title: string, look: () => string): string {
  try {
    return `${title}: ${look()}`;
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return `${title}: not measured: ${trouble.code}`;
  }
}

function measuredWaves(): readonly [WavesFound, string] {
  let found: WavesFound = { says: '' };
  const said = line('Requests at once', () => (found = widestWave()).says);
  return [found, said];
}

/** What so many calls take together. */
function milliseconds(count: number, work: () => unknown): string {
  const began = now();
  for (let i = 0; i < count; i++) work();
  return `${now() - began} ms`;
}

function hiddenRow(): string {
  const sheet = scratchSheet();
  // What was written before is not applied at the price of the question.
  ports().spreadsheet.apply();
  return milliseconds(1, () => sheet.isRowHiddenByUser(1));
}

function oneRequest(): string {
  let fate = '';
  const took = milliseconds(1, () => (fate = sendWave(1)));
  return fate === 'taken' ? took : 'not measured: no answer came';
}

/** The limit is 9 KB (Apps Script quotas page): so many signs of two bytes fit where characters are counted. */
const signs = 8_000;

function propertyLimit(): string {
  if (documentStore().size() > storeSize / 2) return 'not measured: too little room';
  fillProperty('x', signs);
  const counted = isTaken(() => fillProperty('\u00e9', signs)) ? 'characters' : 'bytes';
  // Only properties that still answer have refused it for its size.
  fillProperty('x', signs);
  return `counted in ${counted}`;
}

function isTaken(write: () => void): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (!troubleOf(error)) throw error;
    return false;
  }
}

function pace(): string {
  const seen = triggerPace();
  return seen ? `${seen.how} (seen on ${seen.on})` : 'not measured: no two of them have come yet';
}
