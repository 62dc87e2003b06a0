import { numberIn } from '../arguments';
import { locked } from '../carry-on';
import { signedIn } from '../reach/identity';
import { envelope } from '../trouble';
import type { Server } from '../wire';
import { keepEnvironment } from './kept';
import { measure } from './measure';

/** Longer calls are no measure of a call, in milliseconds. */
const longest = 60_000;

/**
 * Measures what no page of Google's says, and keeps it. Everybody who can open the spreadsheet can call this: it reads
 * who they are, and writes nothing but what it takes away again.
 */
export const checkEnvironment: Server['checkEnvironment'] = (ask: unknown) =>
  envelope(() => {
    const roundTrip = Math.min(longest, numberIn(ask, 'roundTrip'));
    signedIn();
    return locked(() => {
      const measured = measure(roundTrip);
      keepEnvironment(measured);
      return `${measured.lines.length} things measured.`;
    });
  });
