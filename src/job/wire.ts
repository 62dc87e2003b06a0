import type { Outcome } from '../engine/outcome';
import type { Answer, Question } from '../engine/question';
import type { Letterhead } from '../tabs/users/mails/letterhead';
import type { ProposedAddress, ProposedAddresses } from './addresses/wire';
import type { AccountsServer } from './accounts/wire';
import type { ReadinessLine, SaidOfSeats } from './cloud-identity/wire';
import type { CoverageServer } from './coverage/wire';
import type { CustomersServer, FieldComplaint } from './customers/wire';
import type { Envelope } from './envelope';
import type { GuidesServer } from './guides/wire';
import type { InstructionsServer, TeamPage } from './instructions/wire';
import type { ImportsServer } from './imports/wire';
import type { HandedBy, HandOffLine, HandOffServer, NotSignedIn } from './secrets/wire';
import type { PeoplePage, PeopleServer } from './people/wire';
import type { Stage } from './stage';

/**
 * What crosses google.script.run between the sidebar and the server: plain JSON only, because one Date in an answer
 * makes the browser receive nothing at all. The sidebar imports these types and nothing else from the server.
 */

/** How a row stands, the list of which is the engine’s, and what every answer comes in. */
export type { Envelope, Outcome, Stage };

/** Of handing off: who waits, what signs the letters, and who has not signed in. */
export type { HandedBy, HandOffLine, Letterhead, NotSignedIn, ReadinessLine, SaidOfSeats };

/** Which rows a check takes. `rows` holds keys (`Users!ana@shop.example`). */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'customer'; readonly customer: string }
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  | { readonly kind: 'selected' }
  | { readonly kind: 'visible' }
  | { readonly kind: 'retry' };

/** How many rows stand at each outcome; outcomes without a row are left out. */
export type Counts = Readonly<Partial<Record<Outcome, number>>>;

/** Who is signed in, as the first look at Google showed it. */
export interface Who {
  readonly email: string;
  readonly account: string;
  readonly primaryDomain: string;
  readonly superAdmin: boolean;
  readonly reseller: boolean;
}

/** The start page. */
export interface StartPage {
  readonly who: Who | null;
  readonly rows: number;
  readonly counts: Counts;
  /** Customers to choose from: id and the name to show. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
  /** What can be done with chosen rows beside what they wish: name and words. */
  readonly actions: readonly { readonly id: string; readonly label: string }[];
  /** What is under way, whoever started it. */
  readonly work: Progress | null;
  /** A checked plan that may be run now. */
  readonly hasPlan: boolean;
  /** People whose first password is waiting to be handed off by the person signed in. */
  readonly handOff: number;
  /** People of the Team tab who have all their accounts and were not told of them. */
  readonly instructions: number;
  readonly lastRun: string;
  /** It was to be quick, so nobody looked into the sheets: of rows, customers and people nothing is known. */
  readonly uncounted?: true;
  /** Where the menu entry that opened the sidebar leads: told once. */
  readonly opens?: {
    readonly page:
      | 'check'
      | 'plan'
      | 'handOff'
      | 'readiness'
      | 'needs'
      | 'newCustomer'
      | 'customers'
      | 'customerSettings'
      | 'letterhead'
      | 'addresses'
      | 'importFile'
      | 'importTab'
      | 'peopleList'
      | TeamPage
      | PeoplePage;
    readonly scope?: Scope;
    /** In a dialog, which is wider than the sidebar. */
    readonly wide?: boolean;
    /** The action to check for; left out: what the rows wish. */
    readonly action?: string;
  };
  /** What stops everything, with its remedy: no Users tab, a missing header, a consumer account. */
  readonly stops: readonly { readonly message: string; readonly remedy: string; readonly offersSetUp: boolean }[];
}

/**
 * One line of the plan's totals: `280`, `give licences`, `Business Plus 219 · Business Standard 61`. A `may` is sent
 * only where the run finds that it is needed.
 */
export interface PlanLine {
  readonly need: 'must' | 'may';
  readonly count: number;
  readonly says: string;
  readonly detail: string;
}

/** One write of the plan: whom it is about, what it does, and the row that it is for, where that is now. */
export interface PlanWrite {
  readonly key: string;
  readonly tab: string;
  /** 1-based; 0 and '' where the row is gone. */
  readonly row: number;
  readonly cell: string;
  /** The header of the column that it comes from, where that is not the one that names the row. */
  readonly column?: string;
  /** Google's id of the operation. */
  readonly op: string;
  readonly need: 'must' | 'may';
  /** The line of the totals that counts it. */
  readonly kind: string;
  readonly of: string;
  readonly says: string;
  /** A text that is sent as it stands here: a mail. */
  readonly text?: string;
}

/** Some writes of a plan, of so many. */
export interface PlanPage {
  readonly total: number;
  readonly writes: readonly PlanWrite[];
}

/** A row that needs a person, or waits. `cell` is where the click goes (`B17`), `column` the header. */
export interface RowNote {
  readonly key: string;
  readonly tab: string;
  readonly row: number;
  readonly cell: string;
  readonly column?: string;
  readonly title: string;
  readonly says: string;
  readonly outcome: Outcome;
  /** What the row asks; answered with `answerQuestion`. */
  readonly question?: Question;
  /** True where a field differs from what Seatsheet wrote and can be put back. */
  readonly drift?: boolean;
}

/** The checked plan, before it is approved. */
export interface PlanView {
  /** Names exactly this plan; Run sends it back. */
  readonly planId: string;
  readonly rows: number;
  readonly hiddenRows: number;
  /** Hidden rows that the scope of visible rows leaves out; left out for any other scope. */
  readonly leftOut?: number;
  /** Rows in the scope that are other administrators', and none of the plan; left out where there are none. */
  readonly others?: number;
  /** Rows of Users that the Team tab added right before the check. */
  readonly added?: number;
  readonly changes: number;
  readonly lines: readonly PlanLine[];
  readonly needs: readonly RowNote[];
  readonly counts: Counts;
  readonly estimate: {
    readonly seconds: number;
    readonly executions: number;
    /** Google may take more than it documents: then it is faster. */
    readonly atMost?: true;
    readonly says: string;
  };
  /** Seats that the plan needs, beside those that are left, where that is known. */
  readonly seats: readonly SeatLine[];
  /** What is asked once more before the plan is run: above a limit of this person's, or not to be taken back. */
  readonly asks: readonly Question[];
  /** Columns of a tab that hold something and mean nothing here: a sentence, and all of them where it names a few. */
  readonly unused?: readonly { readonly says: string; readonly columns?: readonly string[] }[];
  /** Why nothing of it can be run: an API that is not switched on, or a permission that was not given. */
  readonly lacks?: { readonly says: string; readonly remedy: string };
}

/** Seats of one product in one account. `bought`, `used` and `left` undefined: nobody here can tell. */
export interface SeatLine {
  readonly seat: string;
  readonly says: string;
  /** Bought, with what the plan itself orders. */
  readonly bought?: number;
  readonly used?: number;
  readonly needed: number;
  readonly left?: number;
}

/** What a check or a run is doing. `more`: call continueWork again. */
export interface Progress {
  readonly phase: 'checking' | 'checked' | 'running' | 'finished' | 'stopped';
  /** What it is, or was when it was stopped. */
  readonly job: 'check' | 'run';
  readonly more: boolean;
  readonly startedBy: string;
  /** When its check began: names the work from the check to the end of its run. */
  readonly startedAt: string;
  /** When this check, or this run, began and ended. */
  readonly since: string;
  readonly endedAt?: string;
  /** Rows in scope, and how all of them stand. */
  readonly rows: number;
  readonly counts: Counts;
  /** Rows in the scope that are other administrators', beside those; left out where there are none. */
  readonly others?: number;
  /** Rows that this check or run is at, and how far they are: what was so before it is not counted. */
  readonly due: number;
  readonly own: Counts;
  /** Those of them that are done or as wished; in a check, those that are checked. */
  readonly done: number;
  readonly left: number;
  readonly stages: readonly Stage[];
  /** What goes on now, in words, with figures: `Giving licences`, `1.0 / s`. */
  readonly now: readonly { readonly says: string; readonly figure: string }[];
  /** Why nothing moves at the moment, or ''. */
  readonly waitsFor: string;
  readonly perMinute: number;
  readonly secondsLeft: number;
  readonly needs: readonly RowNote[];
  /** Why the whole work was stopped, or ''. */
  readonly stopped: string;
  /** Rows in and outcomes out do not add up: shown red. */
  readonly adrift: string;
  /** How a run goes on when the sidebar is closed. */
  readonly background?: 'every 5 minutes' | 'unseen' | 'hourly' | 'none';
  /** Milliseconds between two looks, where calls are slow. */
  readonly lookEvery?: number;
  /** True: no sign of life for so long that somebody else may take the work over by checking. */
  readonly silent?: boolean;
  /** The plan of a check that this call has ended: whoever waits for it has not to ask. */
  readonly plan?: PlanView;
}

/** The letterhead with who changed it last, or what is wrong with the one that was sent. */
export interface LetterheadView extends Letterhead {
  readonly changedBy: string;
  readonly changedAt: string;
  readonly complaints: readonly FieldComplaint<keyof Letterhead>[];
}

/** The functions of the server that the sidebar may call, each with one argument or none. */
export interface Server
  extends AccountsServer,
    CoverageServer,
    CustomersServer,
    GuidesServer,
    HandOffServer,
    ImportsServer,
    InstructionsServer,
    PeopleServer {
  /** `opens`: the sidebar was opened just now, and is told once where it is to begin. `quick`: see `uncounted`. */
  getStartPage(ask?: { readonly opens?: boolean; readonly quick?: boolean }): Envelope<StartPage>;
  startCheck(ask: { readonly scope: Scope; readonly action: string }): Envelope<Progress>;
  continueWork(): Envelope<Progress>;
  getProgress(): Envelope<Progress>;
  getPlan(): Envelope<PlanView>;
  /** The writes of this plan from the `from`th on, a page of them: of one line of its totals, or of all. */
  getPlanLines(ask: {
    readonly planId: string;
    readonly kind?: Pick<PlanLine, 'says' | 'need'>;
    readonly from: number;
  }): Envelope<PlanPage>;
  /** Writes the whole plan to a tab of its own, to read and to share; nothing is ever taken from there. */
  writePlan(ask: { readonly planId: string }): Envelope<{ readonly says: string }>;
  /** `confirmed`: the person was shown what the plan `asks` and said yes. */
  startRun(approval: { readonly planId: string; readonly confirmed?: boolean }): Envelope<Progress>;
  stopWork(): Envelope<null>;
  /** Answers what these rows asked with yes or no; they are checked again afterwards. */
  answerQuestion(answer: Pick<Answer, 'yes' | 'choice'> & { readonly keys: readonly string[] }): Envelope<null>;
  /** Selects a cell of a row, wherever the row is now: by the column's header, else where the row needs a person. */
  goToRow(where: { readonly key: string; readonly column?: string }): Envelope<null>;
  getNeeds(): Envelope<readonly RowNote[]>;
  getReadiness(): Envelope<readonly ReadinessLine[]>;
  /** Says what was taken. */
  setCloudIdentity(said: SaidOfSeats): Envelope<string>;
  /** Measures what Google does not say, and says that it did. `roundTrip`: whole milliseconds that a call took. */
  checkEnvironment(ask: { readonly roundTrip: number }): Envelope<string>;
  getLetterhead(): Envelope<LetterheadView>;
  setLetterhead(letterhead: Letterhead): Envelope<LetterheadView>;
  setUpSpreadsheet(): Envelope<{ readonly says: string }>;
  /** Fills the tab of a report. */
  makeReport(ask: { readonly id: string }): Envelope<{ readonly says: string }>;
  /**
   * Addresses for people on Users who have none; nothing is written. '' is the pattern of last time, one's own domain.
   */
  proposeAddresses(ask: { readonly pattern: string; readonly domain: string }): Envelope<ProposedAddresses>;
  /** Writes addresses that were shown into their Email cells; nothing goes to Google. */
  writeAddresses(ask: {
    readonly pattern: string;
    readonly lines: readonly Pick<ProposedAddress, 'row' | 'name' | 'email'>[];
  }): Envelope<{ readonly written: number; readonly says: string }>;
}
