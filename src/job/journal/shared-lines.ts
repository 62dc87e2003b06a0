import type { Line } from '../../tabs/line';

/** Lines of work that rows share, beside those of rows. */

const sharedPrefix = 'Shared!';

/** The key of the line of shared work. */
export function sharedKey(name: string): string {
  return `${sharedPrefix}${name}`;
}

/** Whether a line is of shared work and not of a row. */
export function isShared({ key }: Pick<Line, 'key'>): boolean {
  return key.startsWith(sharedPrefix);
}

/** The name of the shared work of a line. */
export function sharedName({ key }: Pick<Line, 'key'>): string {
  return key.slice(sharedPrefix.length);
}
