import type { SheetSettings } from '../host-state';
import { limits } from '../limits';
import { PlatformError } from '../exceptions';
import { localeOf, typedDay, typedNumber, type SheetLocale } from './locales';
import { serialOf } from './numbers';

/**
 * What becomes of a text that is put into a cell. Sheets reads it as it reads what a person types, in the spreadsheet's
 * locale: `007` becomes 7 unless the cell's format is plain text (`@`).
 */

/** What a cell holds after an entry; `format` where the entry brings one along. */
export interface Entered {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly format?: string;
}

/** Who enters: a person's `=` in a plain-text cell stays text, and a person's `+` or `-` may begin a formula. */
export type By = 'script' | 'person';

/** Reads a text into a cell with this number format. Throws where the text is longer than a cell may be. */
export function enter(text: string, { format, by, settings = {} }: Entering): Entered {
  if (text.length > limits.cellText)
    throw new PlatformError('Your input contains more than the maximum of 50000 characters in a single cell.');
  const plainText = format === '@';
  if (text.startsWith("'")) return { value: plainText && settings.apostropheInText === 'kept' ? text : text.slice(1) };
  if (text.startsWith('=') && text.length > 1 && !(plainText && by === 'person'))
    return { value: computed(text), formula: text };
  if (plainText) return { value: text };
  return enterLoose(text, by, localeOf(settings.locale));
}

/** How a text is entered: into a cell of which number format, by whom, in a spreadsheet with which settings. */
export interface Entering {
  readonly format: string;
  readonly by: By;
  readonly settings?: SheetSettings;
}

function enterLoose(text: string, by: By, locale: SheetLocale): Entered {
  const trimmed = text.trim();
  // Whether the English words are read in every locale is UNCONFIRMED: they are not.
  const word = locale.words.indexOf(trimmed.toUpperCase());
  if (word >= 0) return { value: word === 0 };
  const number = readNumber(typedNumber(trimmed, locale)) ?? readDate(trimmed, locale);
  if (number) return number;
  // Typed `+49 30 1234` is read as a formula that makes no sense; this is why phone columns are plain text.
  if (by === 'person' && /^[+-]./.test(trimmed)) return { value: '#ERROR!', formula: `=${trimmed}` };
  return { value: text };
}

const amount = /^(\()?([+-])?(\$)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?(%)?(\))?$/i;

function readNumber(text: string): Entered | undefined {
  const match = amount.exec(text);
  if (!match) return undefined;
  const [, open, sign, dollar, digits = '', exponent = '', percent, close] = match;
  if (Boolean(open) !== Boolean(close)) return undefined;
  const size = Number(digits.replace(/,/g, '') + exponent) / (percent ? 100 : 1);
  const value = sign === '-' || open ? -size : size;
  if (percent) return { value, format: digits.includes('.') ? '0.00%' : '0%' };
  if (dollar) return { value, format: digits.includes('.') ? '$#,##0.00' : '$#,##0' };
  // A power of ten is shown as one.
  if (exponent) return { value, format: '0.00E+00' };
  return digits.includes(',') ? { value, format: '#,##0' } : { value };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readDate(text: string, locale: SheetLocale): Entered | undefined {
  const match = /^(.+?)(?:[ ]+(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text);
  const day = readDay(match?.[1] ?? '', locale);
  const time = readTime(match?.[2] ?? '');
  if (day)
    return time === undefined
      ? { value: day.serial, format: day.format }
      : { value: day.serial + time, format: `${day.format} h:mm:ss` };
  const alone = readTime(text);
  return alone === undefined ? undefined : { value: alone, format: 'h:mm' };
}

function readDay(text: string, locale: SheetLocale): { serial: number; format: string } | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return day([iso[1], iso[2], iso[3]], 'yyyy-mm-dd');
  const own = typedDay(text, locale);
  if (own) return day(own, locale.date);
  const worded = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (worded) return day([worded[3], monthOf(worded[1]), worded[2]], 'mmm d, yyyy');
  const dayFirst = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i.exec(text);
  return dayFirst ? day([dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]], 'd mmm yyyy') : undefined;
}

function monthOf(name = ''): string {
  return String(months.indexOf(name.toLowerCase()) + 1);
}

function day(parts: readonly (string | undefined)[], format: string): { serial: number; format: string } | undefined {
  const [year = 0, month = 0, date = 0] = parts.map(Number);
  const instant = Date.UTC(year, month - 1, date);
  const same = new Date(instant).getUTCDate() === date && new Date(instant).getUTCMonth() === month - 1;
  return same ? { serial: serialOf(instant), format } : undefined;
}

function readTime(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** What a formula shows. Only links and bare literals are computed; anything else is a name that is not known here. */
function computed(formula: string): string | number | boolean {
  const link = /^=\s*hyperlink\(\s*"((?:[^"]|"")*)"(?:\s*[,;]\s*"((?:[^"]|"")*)")?\s*\)\s*$/i.exec(formula);
  if (link) return (link[2] ?? link[1] ?? '').replace(/""/g, '"');
  const text = /^=\s*"((?:[^"]|"")*)"\s*$/.exec(formula);
  if (text) return (text[1] ?? '').replace(/""/g, '"');
  return readNumber(formula.slice(1).trim())?.value ?? '#NAME?';
}
