import type { Outcome } from '../engine/outcome';
import type { Answer, Question } from '../engine/question';
import type { Letterhead } from '../tabs/users/mails/letterhead';
import type { ProposedAddress, ProposedAddresses } from './addresses/wire';
import type { AccountsServer } from './accounts/wire';
import type { ReadinessLine, SaidOfSeats } from './cloud-identity/wire';
import type { CoverageServer } from './coverage/wire';
import type { Envelope } from './envelope';
import type { GuidesServer } from './guides/wire';
import type { InstructionsServer, TeamPage } from './instructions/wire';
import type * as imports from './imports/wire';
import type { HandedBy, HandOffLine, NotSignedIn } from './secrets/wire';
import type * as people from './people/wire';
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
      | people.PeoplePage;
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
    readonly requests: number;
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
  /** True: no sign of life for so long that somebody else may take the work over by checking. */
  /** Milliseconds between two looks, where calls are slow. */
  readonly lookEvery?: number;
  readonly silent?: boolean;
  /** The plan of a check that this call has ended: whoever waits for it has not to ask. */
  readonly plan?: PlanView;
}

/** Fields of the New customer page; the first administrator and the subscription go to rows of their own. */
export type CustomerField =
  | 'type'
  | 'domain'
  | 'organisation'
  | 'contact'
  | 'alternateEmail'
  | 'primaryAdmin'
  | 'phone'
  | 'address'
  | 'address2'
  | 'city'
  | 'region'
  | 'postalCode'
  | 'country'
  | 'language'
  | 'adminEmail'
  | 'firstName'
  | 'lastName'
  | 'product'
  | 'plan'
  | 'seats'
  | 'renewal'
  | 'purchaseOrder';

/** A new customer as it was typed: every field as text, '' where it is left empty. */
export type CustomerForm = Readonly<Record<CustomerField, string>>;

/** What a field of a page lacks, as a sentence. */
export interface FieldComplaint<Field extends string = CustomerField> {
  readonly field: Field;
  readonly says: string;
}

/** What the drop-downs of the New customer page offer. */
export interface CustomerChoices {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly products: readonly { readonly name: string; readonly forTeams: boolean }[];
  readonly plans: readonly string[];
  readonly renewals: readonly string[];
}

/** What became of a form: complaints and nothing written, or the rows that it made. `keys` name them for a check. */
export interface NewRows {
  readonly complaints: readonly FieldComplaint[];
  readonly keys: readonly string[];
  /** Where they stand: `Customers`, row 7. */
  readonly places: readonly { readonly tab: string; readonly row: number }[];
  readonly says: string;
}

/** Which mail to a customer: how to make a transfer token for us, or to accept Google's terms. */
export type MailKind = 'token' | 'reminder';

/** One row of Customers as the sidebar shows it. */
export interface CustomerLine {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly row: number;
  readonly outcome: Outcome;
  /** `accepted`, `waiting 3 days`, or '' where nobody knows yet. */
  readonly terms: string;
  /** `yes`, `9 days left`, or ''. */
  readonly domainVerified: string;
  /** What the row needs, as its Details say it, or ''. */
  readonly needs: string;
  /** A transfer token is kept for it by the person signed in. */
  readonly hasToken: boolean;
  /** It may have to be transferred: a token can be asked for and kept. */
  readonly transfer: boolean;
  /** The terms wait: a reminder makes sense. */
  readonly remind: boolean;
  /** Link to the customer's Admin console, or ''. */
  readonly consoleUrl: string;
}

/** A mail to a customer before it is sent. `id` names exactly this one, for one sending within ten minutes. */
export interface CustomerMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly left: number;
}

/** Settings about customers, as typed: `countries` are codes or names, separated by commas. */
export interface CustomerRules {
  readonly publicId: string;
  readonly countries: string;
  readonly letPeopleThrough: boolean;
}

/** The settings with who changed them last, or what is wrong with those that were sent. */
export interface CustomerRulesView extends CustomerRules {
  readonly changedBy: string;
  readonly changedAt: string;
  readonly complaints: readonly FieldComplaint<keyof CustomerRules>[];
}

/** The letterhead with who changed it last, or what is wrong with the one that was sent. */
export interface LetterheadView extends Letterhead {
  readonly changedBy: string;
  readonly changedAt: string;
  readonly complaints: readonly FieldComplaint<keyof Letterhead>[];
}

/** The functions of the server that the sidebar may call, each with one argument or none. */
export interface Server extends AccountsServer, CoverageServer, GuidesServer, InstructionsServer {
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
  getHandOff(): Envelope<readonly HandOffLine[]>;
  /** The passwords of these people, for the person who made them; nobody else gets any. */
  showPasswords(ask: {
    readonly emails: readonly string[];
  }): Envelope<readonly { readonly email: string; readonly password: string }[]>;
  /** `handedOff`: they were handed on so, which is dated with their rows. */
  erasePasswords(ask: { readonly emails: readonly string[]; readonly handedOff?: HandedBy }): Envelope<null>;
  /** Who was handed sign-in details and has not signed in since: asked of Google. */
  getNotSignedIn(): Envelope<readonly NotSignedIn[]>;
  /** Shows slips of these people in a dialog, for printing: to the person who made their passwords. */
  showSlips(ask: { readonly emails: readonly string[] }): Envelope<{ readonly slips: number }>;
  getLetterhead(): Envelope<LetterheadView>;
  setLetterhead(letterhead: Letterhead): Envelope<LetterheadView>;
  setUpSpreadsheet(): Envelope<{ readonly says: string }>;
  /** Fills the tab of a report. */
  makeReport(ask: { readonly id: string }): Envelope<{ readonly says: string }>;
  getImportChoices(): Envelope<imports.ImportChoices>;
  readTabForImport(ask: { readonly name: string }): Envelope<readonly imports.ImportRecord[]>;
  guessImport(ask: { readonly records: readonly imports.ImportRecord[] }): Envelope<imports.ImportGuess>;
  /** What a file would do; nothing is written. */
  lookAtImport(ask: imports.ImportAsk): Envelope<imports.ImportView>;
  /** Writes one part of a file whole; the same part again is not written twice. */
  writeImport(ask: imports.ImportAsk & { readonly id: string; readonly part: number }): Envelope<imports.ImportDone>;
  /** Lists what was left out on a tab. */
  endImport(ask: imports.ImportEnd): Envelope<{ readonly says: string }>;
  /** A blank list for a customer, given by a domain; `tab`: also as a tab. */
  makePeopleList(ask: { readonly customer: string; readonly tab: boolean }): Envelope<imports.PeopleListMade>;
  /** Addresses for people on Users who have none; nothing is written. '' is the pattern of last time, one's own domain. */
  proposeAddresses(ask: { readonly pattern: string; readonly domain: string }): Envelope<ProposedAddresses>;
  /** Writes addresses that were shown into their Email cells; nothing goes to Google. */
  writeAddresses(ask: {
    readonly pattern: string;
    readonly lines: readonly Pick<ProposedAddress, 'row' | 'name' | 'email'>[];
  }): Envelope<{ readonly written: number; readonly says: string }>;
  getPeopleChoices(): Envelope<people.PeopleChoices>;
  /** The deleted people of an account. */
  getDeletedPeople(ask: { readonly customer: string }): Envelope<readonly people.DeletedLine[]>;
  /** Writes rows that wish these people back, by User ID; nothing is sent to Google. */
  restorePeople(ask: { readonly customer: string; readonly ids: readonly string[] }): Envelope<people.RowsWritten>;
  /** Reads the people of an account into rows, one execution's share of it. */
  readPeople(ask: { readonly customer: string }): Envelope<people.PeopleRead>;
  /** Whom a licence is given to, or taken from: those from the `from`th on. */
  findPeople(ask: people.FindAsk): Envelope<people.FoundPeople>;
  /** Writes the Licences cells of these people; nothing is sent to Google. */
  giveLicence(ask: people.GiveAsk): Envelope<people.RowsWritten>;
  getCustomerChoices(): Envelope<CustomerChoices>;
  newCustomer(form: CustomerForm): Envelope<NewRows>;
  getCustomers(): Envelope<readonly CustomerLine[]>;
  /** Keeps a transfer token with the person who typed it; '' forgets it. */
  keepTransferToken(ask: { readonly key: string; readonly token: string }): Envelope<null>;
  /** Writes a mail to the customer of a row and sends nothing. */
  customerMail(ask: { readonly key: string; readonly kind: MailKind }): Envelope<CustomerMail>;
  /** Sends the mail that was shown, once. */
  sendCustomerMail(ask: { readonly id: string }): Envelope<{ readonly says: string }>;
  readCustomers(): Envelope<{ readonly says: string; readonly more: boolean }>;
  refreshCustomers(): Envelope<{ readonly says: string; readonly more: boolean }>;
  getCustomerRules(): Envelope<CustomerRulesView>;
  setCustomerRules(rules: CustomerRules): Envelope<CustomerRulesView>;
}
