import type { ProposedAddresses } from '../job/addresses/wire';
import type {
  ImportChoices,
  ImportCounts,
  ImportDone,
  ImportGuess,
  ImportHow,
  ImportRecord,
  ImportView,
} from '../job/imports/wire';
import type { Invitation, OtherAdministrators } from '../job/accounts/wire';
import type { CoverageView } from '../job/coverage/wire';
import type { GuidesView } from '../job/guides/wire';
import type { InstructionsView, Letter, PasteView } from '../job/instructions/wire';
import type { DeletedLine, FoundPerson, PeopleChoices } from '../job/people/wire';
import type { CustomerChoices, CustomerLine, CustomerMail, CustomerRulesView, NewRows } from '../job/customers/wire';
import type {
  StartPage,
  HandOffLine,
  LetterheadView,
  HandedBy,
  NotSignedIn,
  PlanLine,
  PlanPage,
  PlanView,
  Progress,
  ReadinessLine,
  RowNote,
  Scope,
  Who,
} from '../job/wire';

/** The pages of the sidebar. */
export type Page =
  | 'start'
  | 'plan'
  | 'running'
  | 'finished'
  | 'needs'
  | 'handOff'
  | 'readiness'
  | 'newCustomer'
  | 'customers'
  | 'customerMail'
  | 'customerRules'
  | 'letterhead'
  | 'import'
  | 'peopleList'
  | 'addresses'
  | 'deletedPeople'
  | 'readPeople'
  | 'giveLicence'
  | 'administrators'
  | 'coverage'
  | 'guides'
  | 'instructions'
  | 'paste';

/** What to check: sent as it stands to startCheck. */
export interface Ask {
  readonly scope: Scope;
  readonly action: string;
}

/** Something that did not work, in words, and a way to try again where there is one. */
export interface Trouble {
  readonly message: string;
  readonly remedy: string;
  readonly again?: () => void;
}

/** A line of the totals that is open: its writes as far as they are here, and whether more are on their way. */
export type Opened = 'coming' | (PlanPage & { readonly coming: boolean });

/** Names a line of the totals of one plan. */
export function keyOfLine({ planId }: PlanView, { says, need }: PlanLine): string {
  return [planId, need, says].join(' ');
}

/** A file or tab on its way into the sheet. Passwords may stand in its records, which no page shows. */
export interface Importing {
  /** The name of the file or tab. */
  readonly source: string;
  readonly records: readonly ImportRecord[];
  readonly how: Partial<ImportHow>;
  readonly view: ImportView | null;
  /** How the columns may be meant, while somebody maps them. */
  readonly guess: ImportGuess | null;
  /** The parts that were written so far, of how many. */
  readonly written: { readonly id: string; readonly parts: readonly ImportDone[]; readonly of: number } | null;
  readonly result:
    | (ImportCounts & { readonly leftOut: number; readonly stopped: boolean; readonly says: string })
    | null;
  readonly stopping: boolean;
}

/** All that the sidebar knows and shows. Passwords are never in it, but in a list while it is imported. */
export interface State {
  readonly page: Page;
  /** Null until the first answer of the server. */
  readonly desk: StartPage | null;
  /** What the scope picker shows; the customer counts for the kind `customer` only. */
  readonly scopeKind: Scope['kind'];
  readonly customer: string;
  /** What is done with the chosen rows, by its name. */
  readonly action: string;
  /** What this sidebar asked to check last, so that it can be checked again. */
  readonly lastAsk: Ask | null;
  readonly progress: Progress | null;
  /** This sidebar carries the work on, or watches somebody else's. */
  readonly working: boolean;
  readonly stopping: boolean;
  /** Progress could not be read several times running. */
  readonly noNews: boolean;
  readonly plan: PlanView | null;
  /** Lines of the plan's totals that are open, by `keyOfLine`. */
  readonly opened: Readonly<Record<string, Opened>>;
  /** What became of copying the plan to a tab, or ''. */
  readonly copied: string;
  /** Limits that the plan exceeds, while the person is asked whether to run it all the same. */
  readonly asking: readonly string[];
  readonly needs: readonly RowNote[] | null;
  /** Keys whose `Same person?` was answered since the last check. */
  readonly answered: readonly string[];
  readonly handOff: readonly HandOffLine[] | null;
  /** Who got slips or a file and is to be erased once that is handed on. */
  readonly handing: { readonly by: HandedBy; readonly emails: readonly string[] } | null;
  /** Who was handed off and has not signed in since; null: nobody looked yet. */
  readonly notSignedIn: readonly NotSignedIn[] | null;
  readonly readiness: readonly ReadinessLine[] | null;
  /** What the New customer page offers. */
  readonly choices: CustomerChoices | null;
  /** The rows of the customer that was written last. */
  readonly made: NewRows | null;
  readonly customers: readonly CustomerLine[] | null;
  /** A mail to a customer that is shown before it is sent. */
  readonly mail: CustomerMail | null;
  readonly rules: CustomerRulesView | null;
  readonly letterhead: LetterheadView | null;
  /** Where an import comes from. */
  readonly from: 'file' | 'tab';
  readonly importChoices: ImportChoices | null;
  readonly importing: Importing | null;
  /** Addresses for people who have none, before they are written. */
  readonly addresses: ProposedAddresses | null;
  /** Customers and products that the pages about people offer. */
  readonly peopleChoices: PeopleChoices | null;
  readonly deleted: readonly DeletedLine[] | null;
  /** Whom a licence is for, as they were found last. */
  readonly found: readonly FoundPerson[] | null;
  /** Whom rows wait for, and the invitation that is read before it is sent. */
  readonly administrators: OtherAdministrators | null;
  readonly invitation: Invitation | null;
  /** Reading people, with what was said of the customers that are read. */
  readonly read: { readonly done: readonly string[]; readonly stopping: boolean; readonly over?: boolean } | null;
  readonly coverage: CoverageView | null;
  /** This page stands in a dialog. */
  readonly wide: boolean;
  readonly guides: GuidesView | null;
  readonly instructions: InstructionsView | null;
  /** The mail with instructions that is read. */
  readonly letter: Letter | null;
  readonly paste: PasteView | null;
  /** What the sidebar waits for, in words, or ''. Buttons rest meanwhile. */
  readonly busy: string;
  readonly trouble: Trouble | null;
  /** A sentence about what was just done, or ''. */
  readonly notice: string;
}

/** The sidebar as it opens. */
export const atFirst: State = {
  page: 'start',
  desk: null,
  scopeKind: 'everything',
  customer: '',
  action: 'provision',
  lastAsk: null,
  progress: null,
  working: false,
  stopping: false,
  noNews: false,
  plan: null,
  opened: {},
  copied: '',
  asking: [],
  needs: null,
  answered: [],
  handOff: null,
  handing: null,
  notSignedIn: null,
  readiness: null,
  choices: null,
  made: null,
  customers: null,
  mail: null,
  rules: null,
  letterhead: null,
  from: 'file',
  importChoices: null,
  importing: null,
  addresses: null,
  peopleChoices: null,
  deleted: null,
  found: null,
  administrators: null,
  invitation: null,
  read: null,
  coverage: null,
  wide: false,
  guides: null,
  instructions: null,
  letter: null,
  paste: null,
  busy: '',
  trouble: null,
  notice: '',
};

/** Whether work is somebody else's. */
export function isOthers({ startedBy }: Progress, who: Who | null): boolean {
  return startedBy !== '' && startedBy.toLowerCase() !== who?.email.toLowerCase();
}

/** Whether a check or a run goes on. */
export function underWay(progress: Progress | null): progress is Progress & { readonly phase: 'checking' | 'running' } {
  return progress?.phase === 'checking' || progress?.phase === 'running';
}
