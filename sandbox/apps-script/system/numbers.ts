import { monthNames } from '../format-date';

/** Dates and numbers as Sheets keeps and shows them: a date is a day number with a date's number format, in UTC. */

const dayMilliseconds = 86_400_000;
/** Day 0 of Sheets is 30 December 1899 (Sheets API, DateTimeRenderOption). */
const dayZero = Date.UTC(1899, 11, 30);

/** The day number of an instant. */
export function serialOf(milliseconds: number): number {
  return (milliseconds - dayZero) / dayMilliseconds;
}

/** The instant of a day number, to the millisecond. */
export function instantOf(serial: number): number {
  return Math.round(serial * dayMilliseconds) + dayZero;
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  return format !== '@' && /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

/**
 * A number as its format shows it. Formats beyond dates, percentages, decimals, thousands and leading zeros are shown
 * plainly.
 */
export function showNumber(value: number, format: string): string {
  if (isDateFormat(format)) return showDate(instantOf(value), format);
  if (/^0\.0+E\+00$/.test(format)) return scientific(value, format.indexOf('E') - 2);
  const match = /^([^0#]*)([0#,]+)(?:\.([0#]+))?(%?)$/.exec(format);
  if (!match) return plain(value);
  const [, prefix = '', whole = '', decimals = '', percent = ''] = match;
  if (decimals.length > 12) return plain(value);
  const least = (decimals.match(/0/g) ?? []).length;
  const fixed = Math.abs(percent ? value * 100 : value)
    .toFixed(decimals.length)
    .replace(/\.?$/, '');
  const trimmed = trim(fixed, decimals.length, least);
  return `${value < 0 ? '-' : ''}${prefix.replace(/"/g, '')}${wholePart(trimmed, whole)}${percent}`;
}

function scientific(value: number, decimals: number): string {
  return value
    .toExponential(decimals)
    .replace(/e([+-])(\d)$/, 'e$10$2')
    .toUpperCase();
}

function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function trim(fixed: string, decimals: number, least: number): string {
  let text = fixed;
  for (let left = decimals; left > least && text.endsWith('0'); left--) text = text.slice(0, -1);
  return text.replace(/\.$/, '');
}

function wholePart(text: string, pattern: string): string {
  const [digits = '', rest] = text.split('.');
  const padded = digits.padStart((pattern.match(/0/g) ?? []).length, '0');
  const grouped = pattern.includes(',') ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** An instant by a date format of Sheets. `m` next to hours or seconds means minutes. */
function showDate(milliseconds: number, format: string): string {
  const date = new Date(milliseconds);
  const twelve = /am\/pm/i.test(format);
  let afterHours = false;
  return format.replace(
    /"([^"]*)"|am\/pm|y+|m+(?=:?s)|m+|d+|h+|s+|\.0+/gi,
    (token: string, quoted: string | undefined, at: number) => {
      if (quoted !== undefined) return quoted;
      const kind = token[0]?.toLowerCase() ?? '';
      const minutes = kind === 'm' && (afterHours || format[at + token.length] === ':');
      afterHours = kind === 'h';
      return minutes ? pad(date.getUTCMinutes(), token.length) : datePart(date, token.toLowerCase(), twelve);
    },
  );
}

function datePart(date: Date, token: string, twelve: boolean): string {
  switch (token[0]) {
    case 'y':
      return token.length <= 2 ? pad(date.getUTCFullYear() % 100, 2) : String(date.getUTCFullYear());
    case 'm':
      return token.length <= 2
        ? pad(date.getUTCMonth() + 1, token.length)
        : named(monthNames, date.getUTCMonth(), token.length);
    case 'd':
      return token.length <= 2 ? pad(date.getUTCDate(), token.length) : named(dayNames, date.getUTCDay(), token.length);
    case 'h':
      return pad(twelve ? date.getUTCHours() % 12 || 12 : date.getUTCHours(), token.length);
    case 's':
      return pad(date.getUTCSeconds(), token.length);
    case 'a':
      return date.getUTCHours() < 12 ? 'AM' : 'PM';
    default:
      return `.${pad(date.getUTCMilliseconds(), 3).slice(0, token.length - 1)}`;
  }
}

function named(names: readonly string[], index: number, letters: number): string {
  const name = names[index] ?? '';
  return letters === 3 ? name.slice(0, 3) : name;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
