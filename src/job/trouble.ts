import { Blocked, Failures, failuresIn } from '../engine/outcome';
import { Refusal } from '../engine/request';
import { appNotLetIn } from '../google/app-access';
import { appBlocked } from '../google/predicates';
import { explain } from '../google/refusals';
import type { Envelope } from './wire';

/** Failures on their way to the person: what happened and what to do, as data. */

/** Something that stops a whole check, run or page, with its remedy. */
export class Trouble extends Error {
  override readonly name = 'Trouble';

  readonly says: string;
  readonly remedy: string;

  constructor(
    readonly code: string,
    words: { readonly says: string; readonly remedy: string },
    readonly retryable = false,
  ) {
    super(`${words.says} ${words.remedy}`.trim());
    this.says = words.says;
    this.remedy = words.remedy;
  }
}

/**
 * Runs an entry point of the sidebar: its failures become data. A mistake of our own still throws, so that it is seen.
 */
export function envelope<T>(work: () => T): Envelope<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    return {
      ok: false,
      code: trouble.code,
      message: trouble.says,
      remedy: trouble.remedy,
      retryable: trouble.retryable,
    };
  }
}

/** The trouble behind an error, or undefined where it is a mistake of our own. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof Trouble) return error;
  if (error instanceof Failures) return troubleOf(failuresIn(error)[0]);
  if (error instanceof Blocked) return new Trouble('nobodyServes', { says: error.says, remedy: error.remedy });
  if (error instanceof Refusal) {
    const { says, remedy, code } = explain(error, { op: error.options.op ?? '' });
    return new Trouble(code, { says, remedy }, error.status >= 500 || error.status === 429);
  }
  return error instanceof Error ? platformTrouble(error) : undefined;
}

/** The platform's own errors carry nothing but their text (Apps Script troubleshooting guide). */
const platformTroubles: readonly {
  readonly match: RegExp;
  readonly code: string;
  readonly says: string;
  readonly remedy: string;
}[] = [
  { match: appBlocked, code: 'appBlocked', ...appNotLetIn },
  {
    match: /Required permissions|Authorization is required|Se requiere autorización|permisos/i,
    code: 'scopeNotGranted',
    says: 'Seatsheet has not been given a permission that it needs.',
    remedy:
      'Open the Readiness page from the menu, or choose any menu item again and accept every permission that Google asks for.',
  },
  {
    match: /Service invoked too many times|Service using too much computer time/i,
    code: 'dailyQuota',
    says: 'A daily quota of Apps Script is used up.',
    remedy: 'Go on tomorrow: what was done stays done.',
  },
  {
    match: /Lock timeout|Could not obtain lock/i,
    code: 'locked',
    says: 'Seatsheet is working in this spreadsheet already.',
    remedy: 'Wait until that is finished, then try again.',
  },
  {
    match: /property storage quota|Argument too large: value/i,
    code: 'storeFull',
    says: 'The script’s own memory (its properties) is full.',
    remedy:
      'Another script bound to this spreadsheet has filled it, or very many first passwords wait: hand them off and erase them. Then start again: what was done stays done.',
  },
  {
    match: /protected/i,
    code: 'protectedRange',
    says: 'A protected range keeps Seatsheet from writing.',
    remedy: 'Remove the protection of the Seatsheet columns (Data › Protect sheets and ranges), then start again.',
  },
];

function platformTrouble(error: Error): Trouble | undefined {
  const known = platformTroubles.find((one) => one.match.test(error.message));
  return known && new Trouble(known.code, { says: known.says, remedy: known.remedy }, known.code === 'locked');
}
