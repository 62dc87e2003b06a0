import type { AccountState, Lack } from '../../reports/coverage/cover';
import type { Envelope } from '../envelope';

/** What the Coverage page is sent: people by domains. */

export type { Lack };

/** How somebody stands on one domain. Texts as on the tab of the report; '' where nobody knows. */
export interface CoverCell {
  /** Its place among the domains. */
  readonly domain: number;
  readonly address: string;
  readonly account: AccountState;
  readonly cloudIdentity: string;
  readonly role: string;
  readonly firstSignIn: string;
  readonly twoStep: string;
  /** The day on which it was seen. */
  readonly seen: string;
  /** The first is the one to begin with; nothing is missing where there is none. */
  readonly lacks: readonly Lack[];
  /** The key of the row on Users, or ''. */
  readonly userRow: string;
}

/** Somebody of the support team, with the domains that are ticked. */
export interface CoverPerson {
  /** The key of the row on Team. */
  readonly key: string;
  readonly row: number;
  readonly name: string;
  readonly workAddress: string;
  readonly left: boolean;
  readonly cells: readonly CoverCell[];
}

/**
 * A domain of the roster. `waitsFor`: who could look at it, where whoever is signed in cannot; `seen`: the last look.
 */
export interface CoverDomain {
  readonly name: string;
  readonly waitsFor: string;
  readonly seen: string;
}

/** How many addresses use 2-step, of those that were seen. */
export interface TwoStepCount {
  readonly on: number;
  readonly off: number;
  readonly notSeen: number;
}

/** Who can work where. `lacks`: what ends each. */
export interface CoverageView {
  readonly domains: readonly CoverDomain[];
  readonly people: readonly CoverPerson[];
  readonly lacks: Readonly<Record<Lack, { readonly todo: string }>>;
  readonly twoStep: {
    readonly team: TwoStepCount;
    /** First administrators of customers, as the report 2-step saw them last. */
    readonly customers: TwoStepCount;
  };
}

/** What the Coverage page calls. */
export interface CoverageServer {
  /** Who of the support team can work on which domain; kept on the tab Coverage. */
  getCoverage(): Envelope<CoverageView>;
  /** Opens the page in a dialog. */
  showCoverage(): Envelope<null>;
}
