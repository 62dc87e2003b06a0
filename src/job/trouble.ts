import { Blocked, Failures, failuresIn } from '../engine/outcome';
import { Refusal } from '../engine/request';
import { explain } from '../google/refusals';
import { toldByPlatform } from './platform-refusals';
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

function platformTrouble(error: Error): Trouble | undefined {
  const told = toldByPlatform(error);
  return told && new Trouble(told.code, told, told.passes === true);
}
