import type { Question } from './question';

/** How a row ends, and the words that a procedure ends it with. */

/**
 * Every outcome of a row, in the order in which a row can come by them. The words of the sheet, the journal and the
 * wire follow from this list.
 */
export const outcomes = [
  'notChecked',
  'planned',
  'settled',
  'running',
  'done',
  'waiting',
  'blocked',
  'failed',
  'notReached',
  'stale',
] as const;

/** How a row stands. `planned` ends a check only; `stale` means that the row is no longer what was approved. */
export type Outcome = (typeof outcomes)[number];

/** A row that a person has to do something about: what is wrong, and what to do now. */
export class Blocked extends Error {
  override readonly name = 'Blocked';

  /** `question`: what a person may answer, so that the row can go on; `column`: id of the column to go to. */
  constructor(
    readonly says: string,
    readonly remedy: string,
    readonly options: { readonly question?: Question; readonly column?: string } = {},
  ) {
    super(`${says} ${remedy}`.trim());
  }
}

/** A row that goes on by itself once something outside has happened: what it waits for, and how to bring that about. */
export class Waiting extends Error {
  override readonly name = 'Waiting';

  constructor(
    readonly says: string,
    readonly remedy: string,
  ) {
    super(`${says} ${remedy}`.trim());
  }
}

/** Several things that a row asked for together failed; every one is kept. */
export class Failures extends Error {
  override readonly name = 'Failures';

  constructor(readonly all: readonly unknown[]) {
    super(all.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join(' '));
  }
}

/** A write that nobody approved. It ends the row and never reaches the procedure, which could otherwise catch it. */
export class NotApproved extends Error {
  override readonly name = 'NotApproved';

  constructor(readonly what: string) {
    super(`Needs a change that was not in the approved plan: ${what}.`);
  }
}

/** Every failure in an error, however deep it was thrown together. */
export function failuresIn(error: unknown): readonly unknown[] {
  if (!(error instanceof Failures)) return [error];
  return error.all.reduce<unknown[]>((all, one) => all.concat(failuresIn(one)), []);
}
