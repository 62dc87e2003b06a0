import type { Plan } from '../engine/plan';
import type { Fact, Procedure } from '../engine/procedure';
import type { Answer } from '../engine/question';
import type { Request } from '../engine/request';
import type { CustomerAsked } from '../ensure/customer';
import type { GroupsInReach } from '../ensure/group';
import type { ServingCustomer } from '../ensure/people-may-come';
import type { RefusalContext } from '../google/refusals';
import type { ScopedRole } from '../google/scoped-roles';
import type { Column } from '../table/column';
import type { Complaint } from '../table/row';
import type { Outcome } from '../engine/outcome';
import type { CustomerSettings } from './customers/settings';
import type { Action } from './action';
import type { Approval, Ended } from './ended';
import type { Line, Lines, Memory } from './line';
import type { DomainElsewhere, KnownDomains, Reach } from './reach';
import type { Letterhead } from './users/mails/letterhead';
import type { Rewrites } from './rewrites';
import type { Secrets } from './secrets';
import type { NamedSheet, Seeks, Values } from './sheet';
import type { LeaveTo } from './users/leaving';
import type { CloudIdentityMode } from './users/row';
import type { UnitsKnown } from './users/units';

/**
 * What a tab is: everything that check, run, journal, set-up and sidebar ask of it. Generic code names no tab, no
 * operation and no prefix of a key; the types of a tab's wish, memory and ending are closed inside its definition.
 */

/** One tab. */
export interface Tab {
  /**
   * A filled column that is none of these means nothing, and is told; on other tabs people head columns with domains.
   */
  readonly tellsUnused?: true;
  readonly name: string;
  /** Nothing goes without this tab; of others it is enough that they are not there. */
  readonly required?: true;
  readonly columns: readonly Column[];
  /**
   * The columns that show which row stands where; the first is where a click goes that has no better place.
   */
  readonly keyColumns: readonly [string, ...string[]];
  /** The column that names what the row made at Google, under which memories hold it too; '' where there is none. */
  readonly idColumn: string;
  /** The column whose cells are emptied once what stands in them was used; '' where there is none. */
  readonly secretColumn: string;
  /** Secrets are taken out of their cells by the check already: what a run finds there was typed later. */
  readonly secretsAtCheck?: true;
  /** Secrets of an import are kept with whoever imported them; without this they go into their cells. */
  readonly keepsGiven?: true;
  /** Rows that a new sheet has ready, with boxes to tick and drop-downs. */
  readonly rowsReady: number;
  /** The rows by name, without judging them. */
  nameRows(values: Values): NamedSheet;
  seeks(values: Values): Seeks;
  /** The domain that the title of a row tells, or ''. */
  domainOf(title: string): string;
  /** What stands in the columns of ours beside Status, Details and Updated; '' leaves the cell as it is. */
  shows(memory: Memory): Readonly<Record<string, string>>;
  /** Reads the rows, each with its line of the journal. */
  open(values: Values, at: OpenAt): OpenTab;
  /** Shared work that stands in the plans of this tab's rows alone, though rows of others wait for it. */
  owns?(shared: string): boolean;
  /** The columns that writes come from, by operation; of others the key column is as good. */
  readonly writesOf?: Readonly<Record<string, string>>;
  /** Whether others go by what a row plans, so that every slice of a check has to plan it anew. */
  othersGoBy?(plan: Plan): boolean;
  /** After this write journal and sheet are written before anything else happens. */
  keepsAtOnce?(request: Request): boolean;
  /** What must never be repeated stays noted as begun though it was done: where no memory of the row tells more. */
  readonly staysBegun?: true;
  /**
   * The name under which a creation is noted before it goes out; undefined for any other write. What is there
   * afterwards without an answer is the row's own.
   */
  creates?(request: Request): string | undefined;
  /** Texts that are still to be written into cells of the row which people fill in; undefined where there are none. */
  rewrites?(memory: Memory): Rewrites | undefined;
  /** The memory once they stand there. */
  rewritten?(memory: Memory): Memory;
  /** What a row that was not finished had done already, as a sentence; '' where nothing is known. */
  left?(memory: Memory): string;
}

/** What the rows of a tab are read with. */
export interface OpenAt {
  readonly reach: Reach;
  /** Domains whose accounts others reach: told by earlier visits of theirs. */
  readonly others: readonly DomainElsewhere[];
  readonly settings: CustomerSettings;
  /** Id of the check or run under way. */
  readonly job: string;
  /** Secrets that came with an import, by row key: they count as if they stood in the row's cell. */
  readonly given: ReadonlyMap<string, string>;
  readonly lines: Lines;
  /** What the rows of tabs before this one bring. */
  readonly brought: Brought | undefined;
  /** The tabs before this one, as they were read. */
  readonly opened: readonly OpenTab[];
  /** Place of the first row among those of all tabs. */
  readonly first: number;
}

/** A role that a row makes. `account`: customer id. */
export interface RoleOfRow extends ScopedRole {
  readonly account: string;
  /** Where or under what people get it the row does not say clearly. */
  readonly unclear?: true;
}

/** A tab as it was read. */
export interface OpenTab {
  readonly tab: Tab;
  readonly values: Values;
  readonly rows: readonly Row[];
  readonly brings?: Brought;
  /** The roles that its rows make. */
  readonly roles?: readonly RoleOfRow[];
  /** The groups that its rows make. */
  groups?(job: Pick<JobAt, 'inScope'>): BroughtGroups;
  begin(job: JobAt): TabJob;
}

/** A row of any tab as it was read, beside its line in the journal. */
export interface Row {
  readonly tab: Tab;
  /** Its place among the rows of all tabs, in the order in which they are worked on. */
  readonly place: number;
  readonly key: string;
  /** 1-based. */
  readonly row: number;
  /** The account that serves the row, once that is known. */
  readonly account: string | undefined;
  /** What a refusal of the row is about. */
  readonly about: Omit<RefusalContext, 'op'>;
  /** Whether it wishes something that can be worked on: nothing is wrong with it and it waits for nothing. */
  readonly ready: boolean;
  readonly complaints: readonly Complaint[];
  readonly warnings: readonly string[];
  /** Why it cannot be worked on now, though nothing is wrong with it. */
  readonly waits?: string;
  /**
   * Whose administrator it waits for: an account out of reach, by its primary domain. It is none of this person's rows.
   */
  readonly elsewhere?: string;
  /** Why nothing is ever done for it, which is in order: what is said of it. */
  readonly rests?: string;
  readonly line: Line | undefined;
  /** What its Status cell showed. */
  readonly status: Outcome | undefined;
  /** Rows that are worked on side by side with it: what quotas they share. */
  readonly group: string;
  /**
   * What it is to other rows: `order` of a customer's row, `administrator` of a domain, the `person` of an address, the
   * `leaver` whom an address belongs to, the `role` of an account.
   */
  readonly belongs: readonly Belonging[];
  /** The text that a run takes out of its secret cell, '' where it takes none: never kept, only told from others. */
  readonly secret: string;
  /** Whether its id cell holds something: a person's, or its own. */
  readonly hasId: boolean;
  /**
   * Texts that its wish is known by, for digests; the first one is for a check. An id that Seatsheet wrote itself, as
   * `memory` tells, may count or not: what a run learns must not make a row look changed.
   */
  wishTexts(memory: Memory): readonly string[];
}

/**
 * That a row belongs to something. `what`: the part of it that matters there, such as a SKU id or an address; of a
 * leaver, `leaves` (as the setting says), `suspended`, `archived`, `deleted`, or `rests` where no account is to be made
 * any more.
 */
export interface Belonging {
  readonly as: 'order' | 'administrator' | 'person' | 'leaver' | 'role';
  readonly to: string;
  readonly what: string;
}

/** What a check or a run hands to the tabs. */
export interface JobAt {
  readonly id: string;
  readonly running: boolean;
  readonly action: Action;
  /** The address of whoever works. */
  readonly me: string;
  /** Addresses of people whom that person protects. */
  readonly protect: readonly string[];
  /** What people hold beyond a filled list of their row is taken away. */
  readonly exact: boolean;
  /** What becomes of people who leave. */
  readonly leaveTo: LeaveTo;
  readonly reach: Reach;
  readonly settings: CustomerSettings;
  /** What mails with sign-in details are signed with. */
  readonly letterhead: Letterhead;
  readonly facts: Facts;
  readonly secrets: Secrets;
  readonly brought: BroughtNow | undefined;
  /** Groups of rows; undefined where no tab has any. */
  readonly groups: BroughtGroups | undefined;
  /** How accounts have Cloud Identity Free, as far as that was found out. */
  readonly cloudIdentity: {
    of(account: string): CloudIdentityMode | undefined;
    remember(account: string, mode: CloudIdentityMode): void;
    /** How many seats an account has, as far as anybody said. */
    seatsOf(account: string): number | undefined;
  } & UnitsKnown;
  /** What administrators said yes to for all of an account, whichever row asked. */
  answersOf(account: string): readonly Answer[];
  /** RFC 3339. */
  now(): string;
  /** When a run sent the creation of this without an answer so far, in milliseconds since the epoch. */
  sentAt(run: string, created: string): number | undefined;
  /** What the journal remembers of a row at the moment. */
  memoryOf(row: Row): Memory;
  inScope(row: Row): boolean;
  /** Mails that whoever works may send today. */
  mailsLeft(): number;
  /** Whether what cannot be taken back may be planned. */
  armed(): boolean;
  belonging(as: Belonging['as'], to: string): readonly { readonly place: number; readonly what: string }[];
}

/** What is known of Google, for looking without asking. */
export interface Facts {
  valueOf<T>(fact: Fact<T>): T | undefined;
  /** Whether nothing was read or written of something that was made a moment ago. */
  assumes(fact: Fact<unknown>): boolean;
}

/** A tab at work. Rows are its own, as `open` gave them. */
export interface TabJob {
  /** What the row needs, with what the journal remembers of it. Only for rows that are ready. */
  procedure(row: Row, memory: Memory): Procedure<Ended>;
  /** The memory of a row that did not end well. */
  failed(row: Row, memory: Memory, error: unknown): Memory;
  /** The memory after a write that Google accepted in the row's name. */
  wrote(row: Row, memory: Memory, write: { readonly request: Request; readonly value: unknown }): Memory;
  /** The text of a cell that has to be wiped now that the row stands so. */
  wipe?(row: Row, outcome: Outcome): string | undefined;
  /** The row that a write of shared work is about. */
  owner?(request: Request): Row | undefined;
  /** The memory to keep before a request goes out that must never be repeated; undefined for any other. */
  sending?(memory: Memory, request: Request, now: string): Memory | undefined;
  /** Takes secrets out of these rows before anything is asked of Google. */
  takeSecrets?(rows: readonly Row[]): void;
  /** Keeps the secrets of rows that are approved now. */
  approveSecrets?(): void;
  /** The memory of a row with its approval, before anything is sent. */
  approved?(row: Row, memory: Memory, approval: Approval): Memory;
  /** A secret by the name that requests have for it; undefined for one that is not this tab's. */
  secret?(name: string): string | undefined;
  /** Cells whose secret this run has used, though their rows have ended: text by row key. */
  leftovers?(lineOf: (key: string) => Line | undefined): ReadonlyMap<string, string>;
}

/** What rows read before mean for rows of later tabs: the customers that there are, or will be. */
export interface Brought {
  /** The account that a customer's domain or id means; undefined where nobody knows it. */
  accountOf(customer: string): string | undefined;
  /** The type of a customer, where a row tells it. */
  typeOf(customer: string): 'domain' | 'team' | undefined;
  /** Why it means no customer that can be ordered for; undefined where nothing speaks against it. */
  unclear(customer: string): 'several' | 'notReady' | undefined;
  /** The key of the one row that it means. */
  keyOf(customer: string): string | undefined;
  /** The domain of the customer that a row tells. */
  domainOf(customer: string): string | undefined;
  /** The domains that people may be on, with those of rows. */
  domains(known: KnownDomains): KnownDomains;
  begin(job: JobAt): BroughtNow;
}

/** Groups of rows, for rows that name them. */
export type BroughtGroups = Pick<GroupsInReach, 'asked' | 'takesOutsiders'>;

/** The same for a job: customers as procedures take them. */
export interface BroughtNow {
  /** The customer of the one row that a domain or id means. */
  customer(named: string): CustomerAsked | undefined;
  /** The customer whose row serves an account. */
  serving(account: string): ServingCustomer | undefined;
}
