import type { Stock } from './stocks';
import type { Lanes, Toll } from './lanes';
import type { Fact, Step, Write } from './procedure';
import type { Pause } from './queue';
import type { Answer, Refusal, Request, Transport } from './request';

/** What the engine is driven with: the source of facts, the policy of a check or run, and the world around. */

/** What a row ended with. */
export type Result = { readonly value: unknown } | { readonly error: unknown };

/** A read that brings facts. `learn` takes the answer in and gives the reads that follow (the next page). */
export interface Read {
  readonly request: Request;
  learn(answer: Answer): readonly Read[];
}

/** What is known of Google and how to find out more. */
export interface FactSource {
  known(fact: Fact<unknown>): Answer | undefined;
  forget(fact: Fact<unknown>): void;
  /**
   * The reads that bring these facts, singly or in bulk where that is cheaper; none for facts whose reads are under
   * way.
   */
  reads(facts: readonly Fact<unknown>[]): readonly Read[];
}

/** Who asks for a write: the row, or the shared work that was begun for it. */
export interface Asker {
  readonly row: number;
  /** Key of the shared work, or `''` for the row itself. */
  readonly shared: string;
}

/** What becomes of a write. A check answers at once; a run lets through what was approved and queues it. */
export interface Policy {
  /** An answer, or undefined: send it. Throws NotApproved. */
  begin(write: Write, asker: Asker): Answer | undefined;
  /** Told of writes right before they go out, however long they had to wait for that. */
  sending?(writes: readonly { readonly write: Write; readonly asker: Asker }[]): void;
  /** Told when all answers to what went out together are in. */
  waveEnded?(): void;
  allow(step: Extract<Step, { kind: 'allow' }>, asker: Asker): void;
  answered(write: Write, asker: Asker, answer: Answer): void;
  say(text: string, asker: Asker): void;
  /** Told of a pause that is not made, where nothing is read again. */
  rests?(milliseconds: number, asker: Asker): void;
  shares(key: string, asker: Asker): void;
  /** Whether `confirm` reads again. */
  readonly readsAgain: boolean;
}

/** What goes on between two waves. */
export interface Tick {
  /** Requests that wait, by lane. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly pause?: Pause;
  /**
   * Until this time nothing can be sent that the whole work waits for: what takes no longer than that costs nothing.
   */
  readonly freeUntil: number;
  /** Seconds that what waits will take at least. */
  readonly secondsLeft: number;
}

/** The world around the engine, handed in. Times in milliseconds. */
export interface Surroundings {
  readonly transport: Transport & {
    /** The most requests that go in one wave. */
    readonly width: number;
  };
  readonly lanes: Lanes;
  tollsOf(request: Request): readonly Toll[];
  /** Whether a request is sent by itself instead of in a wave. Left out: none is. */
  goesAlone?(request: Request): boolean;
  /** Milliseconds to wait before this request goes again; undefined: the refusal stands. */
  retryAfter(request: Request, refusal: Refusal, attempt: number): number | undefined;
  /** The lane of a request that a refusal says was too fast; undefined: it says something else. */
  tooFast(request: Request, refusal: Refusal): Toll | undefined;
  /** When the object that a request is about was made, if that was a short time ago. Left out: nothing is new. */
  bornAt?(request: Request): number | undefined;
  /** Whether a refusal says that its object is too new. */
  isTooEarly?(request: Request, refusal: Refusal): boolean;
  now(): number;
  sleep(milliseconds: number): void;
  /** How long a row waits for those before it where seats of this kind may be short. Left out: rows do not wait. */
  seatPatience?(seat: string): number;
  /** What Google may run out of. Left out: whatever is asked for is asked of Google. */
  readonly stock?: Stock;
  /** No wave begins at or after this time. */
  readonly deadline: number;
  /** Whether somebody wants the work to stop; looked for by `freeUntil` where that can wait. */
  stopRequested(freeUntil: number): boolean;
  rowEnded(row: number, result: Result): void;
  /**
   * A whole window of a lane goes in one wave, which leaves the rest of its time free for other work than sending. Left
   * out: it is spread evenly over as many waves as there is time for.
   */
  readonly wholeWindows?: boolean;
  /** Called between waves: what waits, and why nothing moves where nothing does. */
  tick(state: Tick): void;
}
