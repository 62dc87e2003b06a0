import type { Counts, Outcome } from '../job/wire';

/** How a word is coloured; the word itself always says it too. */
export type Tone = 'plain' | 'ok' | 'wait' | 'stop' | 'act';

/** How many rows stand somewhere, in a word. */
export interface Tally {
  readonly count: number;
  readonly word: string;
  readonly tone: Tone;
}

/**
 * In the order in which they are shown. A row that changed since the check was not reached, so the two are counted
 * together.
 */
const shown: readonly { readonly of: readonly Outcome[]; readonly word: string; readonly tone: Tone }[] = [
  { of: ['notChecked'], word: 'not checked', tone: 'plain' },
  { of: ['planned'], word: 'ready', tone: 'act' },
  { of: ['running'], word: 'running', tone: 'act' },
  { of: ['done'], word: 'done', tone: 'ok' },
  { of: ['settled'], word: 'up to date', tone: 'ok' },
  { of: ['notReached', 'stale'], word: 'not reached', tone: 'plain' },
  { of: ['waiting'], word: 'waiting', tone: 'wait' },
  { of: ['blocked'], word: 'need you', tone: 'stop' },
  { of: ['failed'], word: 'failed', tone: 'stop' },
];

/** How many rows stand at any of these outcomes. */
export function sum(counts: Counts, ...outcomes: readonly Outcome[]): number {
  return outcomes.reduce((total, outcome) => total + (counts[outcome] ?? 0), 0);
}

/** Counts in words, those without a row left out. */
export function tallies(counts: Counts): readonly Tally[] {
  return shown
    .map(({ of, word, tone }) => ({ count: sum(counts, ...of), word, tone }))
    .filter(({ count }) => count > 0);
}

/** `106 done, 160 not reached, 34 need you`. */
export function inWords(counts: Counts): string {
  return tallies(counts)
    .map(({ count: rows, word }) => figure(rows) + ' ' + word)
    .join(', ');
}

const figures = new Intl.NumberFormat('en');

/** `1,246`. */
export function figure(value: number): string {
  return figures.format(value);
}

/** `1 row`, `287 rows`; an irregular plural is given. */
export function count(value: number, one: string, many = one + 's'): string {
  return figure(value) + ' ' + (value === 1 ? one : many);
}

/** `under a minute`, `about 3 min`, `about 1 h 20 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return 'under a minute';
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return 'about ' + minutes + ' min';
  const rest = minutes % 60;
  return 'about ' + Math.floor(minutes / 60) + ' h' + (rest ? ' ' + rest + ' min' : '');
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

function dated(text: string, format: Intl.DateTimeFormat): string {
  return /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)) ? format.format(new Date(text)) : text;
}

/** With its first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The time of day of an ISO instant; any other text as it is. */
export const timeOf = (text: string): string => dated(text, clock);

/** Day and time of an ISO instant; any other text as it is. */
export const dayOf = (text: string): string => dated(text, calendar);
