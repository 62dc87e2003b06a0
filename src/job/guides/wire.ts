import type { ConsolePage } from '../../google/consoles';
import type { Envelope } from '../envelope';

/** What the page Set up by hand is sent: what no API does or shows. */

/** Who said on the page that something is done. */
export interface Ticked {
  readonly by: string;
  /** RFC 3339. */
  readonly at: string;
  /** Of an org unit: those below it too. */
  readonly below: boolean;
}

/**
 * How something stands: `open`; `done`, a person ticked it; `seen`, Google showed it; `against`, Google shows that it
 * is not so, whatever was ticked.
 */
export type GuideState = 'open' | 'done' | 'seen' | 'against';

/** One thing to do by hand. */
export interface GuideLine {
  /** Its name within the account: `cloud-identity`, `licensing /support`. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly page: ConsolePage;
  /** The clicks there. */
  readonly todo: string;
  /** What is pasted there, or ''. */
  readonly paste: string;
  /** The page with lists to paste has what this needs. */
  readonly lists: boolean;
  /** An org unit, which those below it can be ticked with. */
  readonly unit: boolean;
  readonly state: GuideState;
  /** What Google showed, and when; '' for nothing. */
  readonly seen: string;
  /** Left out where nobody ticked it. */
  readonly ticked?: Ticked;
}

/** An account in reach, with what is done by hand in it. */
export interface GuidesOfAccount {
  /** Customer id. */
  readonly account: string;
  readonly name: string;
  readonly lines: readonly GuideLine[];
}

/** The page. `elsewhere`: accounts whose own administrators see and tick theirs. */
export interface GuidesView {
  readonly accounts: readonly GuidesOfAccount[];
  readonly elsewhere: readonly string[];
}

/** What the page Set up by hand calls. */
export interface GuidesServer {
  getGuides(): Envelope<GuidesView>;
  /** Notes that something is done, or takes the note back. `below`: the units below it too. */
  tickGuide(ask: {
    readonly account: string;
    readonly id: string;
    readonly on: boolean;
    readonly below: boolean;
  }): Envelope<GuidesView>;
}
