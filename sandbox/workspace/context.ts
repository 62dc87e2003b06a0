import type { OperationId } from './operations';
import type { JsonObject } from './json';
import type { Call } from './port';
import type { Account, State, UserRecord } from './state';

/** What a handler is given, and what it may answer. */

/** Who makes a request: somebody with an account of ours, or a stranger (`account` is null). */
export interface Actor {
  readonly email: string;
  readonly user: UserRecord | null;
  readonly account: Account | null;
}

/** One request on its way through a handler. */
export interface Context {
  readonly state: State;
  readonly now: number;
  readonly actor: Actor;
  readonly op: OperationId;
  /** Path and query parameters alike. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  /** The calls that came in the same HTTP batch, this one among them. */
  readonly together: readonly Call[];
  readonly batched: boolean;
}

/** Carries out one operation: gives the value to answer (undefined: nothing) or throws `Refused`. */
export type Handler = (context: Context) => unknown;

/** An answer with a status other than the usual one. */
export class Answered {
  constructor(
    readonly status: number,
    readonly value: unknown,
  ) {}
}
