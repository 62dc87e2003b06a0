import type { Answer, Request } from './request';
import type { Words } from './words';

export type { Words };

/**
 * A procedure is the recipe for a row: a generator that asks for facts and requests and is resumed with the answers. It
 * knows nothing of checks, runs, waves or quotas; a refused request is thrown into it as a `Refusal`.
 */

/** Something known of Google: read, or changed by our own writes. `kind` is an entry of the fact table. */
export interface Fact<T> {
  readonly kind: string;
  readonly account: string;
  readonly key: string;
  /** Carries the type of the value; never set. */
  readonly type?: T;
}

/** A write with what it is called. */
export interface Write {
  readonly request: Request;
  readonly words: Words;
}

/** All that a procedure can ask for. */
export type Step =
  | { readonly kind: 'ask'; readonly fact: Fact<unknown>; readonly again: boolean }
  | { readonly kind: 'send'; readonly request: Request; readonly words: Words }
  | { readonly kind: 'batch'; readonly writes: readonly Write[] }
  | { readonly kind: 'allow'; readonly request: Request; readonly words: Words }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'pause'; readonly milliseconds: number }
  | { readonly kind: 'together'; readonly all: readonly Procedure<unknown>[] }
  | { readonly kind: 'after'; readonly rows: readonly number[] }
  | { readonly kind: 'once'; readonly key: string; readonly make: () => Procedure<unknown> };

/** A generator of steps that ends with a value, or by throwing. */
export type Procedure<T> = Generator<Step, T, unknown>;

type Results<P extends readonly Procedure<unknown>[]> = {
  -readonly [K in keyof P]: P[K] extends Procedure<infer T> ? T : never;
};

/** A fact: what is known already, or else what Google says, read singly or in bulk. Throws the Refusal of the read. */
export function* ask<T>(fact: Fact<T>): Procedure<T> {
  return (yield { kind: 'ask', fact, again: false }) as T;
}

/**
 * The fact read from Google once more, whatever is known. A check, whose writes were only planned, answers what is
 * planned.
 */
export function* confirm<T>(fact: Fact<T>): Procedure<T> {
  return (yield { kind: 'ask', fact, again: true }) as T;
}

/** A write that the row needs. Gives Google's answer (in a check: the planned object) or throws its Refusal. */
export function* send<T>(request: Request, words: Words): Procedure<T> {
  return (yield { kind: 'send', request, words }) as T;
}

/**
 * Writes of one API that Google carries out only as one HTTP batch. Gives the answer to each, in their order; nothing
 * is thrown for a refusal, because the others may have been accepted.
 */
export function* sendBatch(writes: readonly Write[]): Procedure<readonly Answer[]> {
  return (yield { kind: 'batch', writes }) as readonly Answer[];
}

/** Puts a write on the plan that is silent unless it turns out to be needed: the run may then send it. */
export function* allow(request: Request, words: Words): Procedure<void> {
  yield { kind: 'allow', request, words };
}

/** A remark for the row's Details. */
export function* say(text: string): Procedure<void> {
  yield { kind: 'say', text };
}

/**
 * Lets Google catch up before the next read. A check, which changes nothing, does not wait: it notes how long a run
 * will.
 */
export function* pause(milliseconds: number): Procedure<void> {
  yield { kind: 'pause', milliseconds };
}

/** Runs several procedures side by side. All are tried; the failures of all are thrown when every one has ended. */
export function* together<const P extends readonly Procedure<unknown>[]>(...all: P): Procedure<Results<P>> {
  return (yield { kind: 'together', all }) as Results<P>;
}

/** The same for a list, however long: as arguments of one call, those of some ten thousand rows would have no room. */
export function* allTogether<T>(all: readonly Procedure<T>[]): Procedure<readonly T[]> {
  return (yield { kind: 'together', all }) as readonly T[];
}

/**
 * Waits until these rows have ended, however they did; one that is not under way has. Rows that wait for each other in
 * a circle never end: a customer's row waits for its orders and first administrators, people for orders and roles,
 * orders and roles for nobody.
 */
export function* after(rows: readonly number[]): Procedure<void> {
  yield { kind: 'after', rows };
}

/** Work that rows share: done once per run for each key; its result or failure goes to every row that asks. */
export function* once<T>(key: string, make: () => Procedure<T>): Procedure<T> {
  return (yield { kind: 'once', key, make }) as T;
}
