import type { ReadinessLine } from '../wire';
import { environment } from './kept';

/** The line of Readiness that holds what was measured. */
export function environmentLine(): ReadinessLine {
  const found = environment();
  if (!found)
    return {
      state: 'note',
      title: 'Environment not checked',
      says: 'Measures once what Google does not say of this spreadsheet, and goes by it. Takes about half a minute; changes nothing.',
      measured: [],
    };
  return { state: 'ok', title: 'Environment', says: `Measured on ${found.on}`, measured: found.lines };
}
