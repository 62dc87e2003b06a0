/** What passes between the workbench's server and its page: plain JSON, types only. Rows and columns count from 1. */

/** A cell that is more than its text. */
export interface CellView {
  readonly text: string;
  readonly formula?: string;
  readonly note?: string;
  /** Background and text colour, `#rrggbb`: the cell's own, or a colour rule's. */
  readonly ground?: string;
  readonly ink?: string;
}

/** One row from its first column on; a cell that is only text stands as that text. */
export type RowView = readonly (string | CellView)[];

/** A block of cells. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells with a drop-down. Whether other values are refused shows when one is entered. */
export interface ChoiceView extends Block {
  readonly values: readonly string[];
}

/** What changed of one tab: everything about its shape, and the rows that are new, by their number. */
export interface SheetView {
  readonly id: number;
  readonly frozenRows: number;
  readonly rowCount: number;
  /** Pixels, by column; a column that is left out is as wide as its content asks. */
  readonly widths: Readonly<Record<string, number>>;
  readonly hiddenRows: readonly number[];
  readonly choices: readonly ChoiceView[];
  /** Cells that are tick boxes; ticked ones have the text `TRUE`. */
  readonly ticks: readonly Block[];
  readonly rows: Readonly<Record<string, RowView>>;
}

/** A tab as the bar at the bottom shows it. */
export interface TabView {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
}

/** An entry of the menu that onOpen built: a function, or a submenu. */
export type MenuView =
  | { readonly label: string; readonly handler: string }
  | { readonly label: string; readonly items: readonly MenuView[] }
  | { readonly separator: true };

/** Somebody who can sit at the spreadsheet: an administrator or user of the example's accounts. */
export interface PersonView {
  readonly email: string;
  readonly says: string;
}

/** HTML that a script showed. The page loads it from `/frame/<serial>` of the other loopback name. */
export interface FrameView {
  readonly serial: number;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** A question of `Ui.alert` or `Ui.prompt`: the script stands still until it is answered. */
export interface AskView {
  readonly id: number;
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  /** `OK`, `CANCEL`, `YES`, `NO`, as Ui.Button names them. */
  readonly buttons: readonly string[];
}

/** A short message: a toast of the script's, or an execution's error. */
export interface MessageView {
  readonly id: number;
  readonly kind: 'toast' | 'error';
  readonly text: string;
}

/** Everything but the cells. */
export interface Head {
  readonly example: string;
  readonly examples: readonly string[];
  readonly tabs: readonly TabView[];
  readonly menu: readonly MenuView[];
  readonly person: string;
  readonly people: readonly PersonView[];
  readonly clock: { readonly now: number; readonly speed: number };
  /** Functions that run at the moment and that a person waits for; the sidebar's own calls are left out. */
  readonly running: readonly string[];
  readonly sidebar: FrameView | null;
  readonly dialog: FrameView | null;
  readonly asks: readonly AskView[];
  readonly messages: readonly MessageView[];
  readonly mails: number;
  /** Counts how often a script moved the selection; the page follows when it grows. */
  readonly jumps: number;
  readonly activeSheet: number;
  /** What is selected on that tab; null: whatever was selected there before. */
  readonly selection: Block | null;
}

/** One answer of `/api/state`. `era` changes when the server or the example starts afresh: then everything is sent. */
export interface Update {
  readonly era: string;
  readonly version: number;
  readonly head: Head;
  readonly sheets: readonly SheetView[];
}

/** Something a person does to the cells. */
export type Edit =
  | {
      readonly kind: 'set';
      readonly sheet: number;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | {
      readonly kind: 'paste';
      readonly sheet: number;
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly string[])[];
    }
  | ({ readonly kind: 'clear'; readonly sheet: number } & Block)
  | { readonly kind: 'insertRows' | 'deleteRows'; readonly sheet: number; readonly row: number; readonly rows: number }
  | { readonly kind: 'sort'; readonly sheet: number; readonly column: number; readonly ascending: boolean }
  | { readonly kind: 'hideRows'; readonly sheet: number; readonly rows: readonly number[]; readonly filter: boolean }
  | { readonly kind: 'showRows'; readonly sheet: number }
  | ({ readonly kind: 'select'; readonly sheet: number } & Block);

/** The outcome of a `google.script.run` call. `value` is left out where the browser would receive nothing. */
export type CallResult =
  | { readonly ok: true; readonly value?: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** One sent mail. */
export interface MailView {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** A user of the simulated Google, as the page lists it. */
export interface GoogleUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly orgUnit: string;
  /** `active`, or what keeps the person out, and since when. */
  readonly state: string;
  readonly licences: string;
  readonly roles: string;
  /** When the person signed in last; empty: never. */
  readonly lastSignIn: string;
  readonly canSignIn: boolean;
  /** Whether the person is enrolled in 2-step verification. */
  readonly twoStep: boolean;
}

/** A group of the simulated Google, with whom it holds. */
export interface GoogleGroup {
  readonly email: string;
  readonly name: string;
  readonly dynamic: boolean;
  readonly members: readonly { readonly who: string; readonly role: string }[];
}

/** One account of the simulated Google. */
export interface GoogleAccount {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly termsAccepted: boolean;
  /** Org units in which new people get a licence by themselves. */
  readonly automaticLicensing: readonly string[];
  readonly domains: readonly { readonly name: string; readonly verified: boolean; readonly primary: boolean }[];
  readonly users: readonly GoogleUser[];
  readonly groups: readonly GoogleGroup[];
  readonly orgUnits: readonly string[];
  readonly roles: readonly string[];
  readonly subscriptions: readonly {
    readonly sku: string;
    readonly plan: string;
    readonly seats: string;
    readonly status: string;
  }[];
}

/** One request to the simulated Google. */
export interface RequestView {
  readonly at: string;
  readonly op: string;
  readonly about: string;
  readonly status: number;
  readonly reason: string;
  readonly lane: string;
}

/** A named quirk of the simulated Google. */
export interface SwitchView {
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly says: string;
}

/** A look inside the simulated Google. */
export interface GoogleView {
  readonly accounts: readonly GoogleAccount[];
  readonly requests: readonly RequestView[];
  readonly switches: readonly SwitchView[];
}

/** What a person does inside the simulated Google. */
export type GoogleAct =
  | { readonly kind: 'switch'; readonly name: string; readonly value: string }
  | { readonly kind: 'acceptTerms'; readonly account: string }
  | { readonly kind: 'signIn' | 'enrol'; readonly address: string }
  | { readonly kind: 'licenseNobody'; readonly account: string }
  | { readonly kind: 'verifyDomain'; readonly account: string; readonly domain: string }
  | { readonly kind: 'transferToken'; readonly account: string; readonly reseller: string }
  | { readonly kind: 'failNext'; readonly op: string; readonly status: number };
