import type { Clock } from '../clock';
import type { Tenant } from './tenant';

/** How a request reaches the simulated Google, and what comes back: HTTP as plain data. */

/**
 * One HTTP request. `as` is the e-mail address under whose authority it is made; `scopes` what that token was granted.
 */
export interface Call {
  readonly method: string;
  /** Path below the host, percent-encoded, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON body, if there is one. */
  readonly body?: unknown;
  readonly as: string;
  /** Granted scopes in full; undefined: everything is granted. */
  readonly scopes?: readonly string[];
  /** The access token that it came with, where it came over HTTP. */
  readonly token?: string;
}

/**
 * One HTTP response. `body` is parsed JSON, or a string where Google answers in plain text; undefined for 204 and empty
 * answers.
 */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * One line of `requests.jsonl`: secrets are masked already. `lane` names the quota that the request counted against.
 */
export interface LoggedRequest {
  readonly at: string;
  readonly op: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  readonly reason: string;
  readonly lane: string;
}

/** The simulated Google. Synchronous; its state is plain data. */
export interface Workspace {
  handle(call: Call): Reply;
  /**
   * Carries out the calls of one HTTP batch; answers in their order. Some things Google does only for a whole batch.
   * Throws `Refused` where Google refuses the batch itself.
   */
  handleAll(calls: readonly Call[]): readonly Reply[];
  /** The state as a tenant file: what `--out` writes and a later run takes up. */
  tenant(): Tenant;
  /** Every request that arrived, oldest first. */
  readonly log: readonly LoggedRequest[];
  /** A deep copy of everything (state, quota windows, propagation, counters), and back. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

/** What a simulated Google is opened with. */
export interface WorkspaceOptions {
  readonly clock: Clock;
  /** Overrides of the tenant's switches: `{ cloudIdentityFree: 'siteWide' }`. */
  readonly switches?: Readonly<Record<string, string>>;
  /** `documented`, `off`, or quota by quota: `licences=off,orgUnits=documented`. */
  readonly quotas?: string;
  /** Seed for refusals thrown in at random; undefined: none. */
  readonly faults?: number;
}
