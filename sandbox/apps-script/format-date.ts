import { PlatformError } from './exceptions';

/** Dates by the letters of Java's SimpleDateFormat, as Utilities.formatDate takes them. */

type Parts = Readonly<Record<string, string>>;

/** A date in a time zone by a pattern. Throws for a zone that is none and for letters that are not simulated. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const parts = partsOf(date, zoneName(zone));
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    return letter(token, parts, { date, zone: zoneName(zone) });
  });
}

function zoneName(zone: string): string {
  return zone === 'GMT' || zone === 'Z' ? 'Etc/UTC' : zone;
}

function partsOf(date: Date, timeZone: string): Parts {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      weekday: 'long',
    });
    return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  } catch {
    throw new PlatformError(`Invalid argument: timeZone. Should be of type: String`);
  }
}

/** In English, as formats show them. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function letter(token: string, parts: Parts, { date, zone }: { date: Date; zone: string }): string {
  const number = (name: string): number => Number(parts[name]);
  const padded = (value: number): string => String(value).padStart(token.length, '0');
  switch (token[0]) {
    case 'y':
      return token.length === 2 ? String(number('year') % 100).padStart(2, '0') : padded(number('year'));
    case 'M':
      return token.length < 3 ? padded(number('month')) : shortened(monthNames[number('month') - 1] ?? '', token);
    case 'd':
      return padded(number('day'));
    case 'E':
      return shortened(parts['weekday'] ?? '', token);
    case 'H':
      return padded(number('hour'));
    case 'h':
      return padded(number('hour') % 12 || 12);
    case 'a':
      return number('hour') < 12 ? 'AM' : 'PM';
    case 'm':
      return padded(number('minute'));
    case 's':
      return padded(number('second'));
    case 'S':
      return padded(date.getMilliseconds());
    case 'Z':
    case 'X':
      return offset(token, offsetMinutes(date, parts));
    case 'z':
      return zone === 'Etc/UTC' ? 'UTC' : zone;
    default:
      throw new Error(`Utilities.formatDate: letter ${token[0] ?? ''} is not simulated`);
  }
}

function shortened(name: string, token: string): string {
  return token.length > 3 ? name : name.slice(0, 3);
}

function offsetMinutes(date: Date, parts: Parts): number {
  const { year, month, day, hour, minute, second } = Object.fromEntries(
    Object.entries(parts).map(([key, value]) => [key, Number(value)]),
  );
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return Math.round((local - Math.floor(date.getTime() / 1000) * 1000) / 60_000);
}

function offset(token: string, minutes: number): string {
  if (token.startsWith('X') && minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  const sign = minutes < 0 ? '-' : '+';
  if (token === 'X') return `${sign}${hours}`;
  return token.length === 3 && token.startsWith('X') ? `${sign}${hours}:${rest}` : `${sign}${hours}${rest}`;
}
