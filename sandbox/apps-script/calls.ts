import type { Style } from './host-state';
import type { MenuEntry, Showing } from './showing';

/**
 * The system calls: everything that Apps Script's classes can ask of what outlives an execution. Arguments and answers
 * are plain data, so that they may cross between threads. Rows and columns count from 1; `sheet` is a tab's id.
 */

/** A block of cells. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell's value as it crosses: a date is its milliseconds since the epoch. */
export type Cell = string | number | boolean | { readonly date: number };

/** What the script keeps at hand of a tab. */
export interface SheetInfo {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly index: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

/** What can be set of a tab as a whole. */
export interface SheetChange {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
}

/** What can be read of a range beside its values. Anything else named here is a style (`fontWeight`). */
export type Aspect = 'values' | 'display' | 'formulas' | 'notes' | 'format' | 'background' | 'validation' | StyleName;

/** The looks a cell may have, by Google's names. */
export type StyleName =
  | 'fontWeight'
  | 'fontStyle'
  | 'fontColor'
  | 'fontSize'
  | 'wrap'
  | 'wrapStrategy'
  | 'verticalAlignment'
  | 'horizontalAlignment';

/** A validation rule as plain data: Google's criterion and what it was given. */
export interface Rule {
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly help: string;
}

/** A trigger as the script may see it. */
export interface TriggerInfo {
  readonly id: string;
  readonly handler: string;
}

/** A mail as MailApp is given it. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly name?: string;
}

/** One HTTP request of UrlFetchApp. */
export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly payload?: string;
}

/** Its response. Status 0: no answer came. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A request of an advanced service. */
export interface ServiceRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Its answer, as the simulated Google gave it. */
export interface ServiceReply {
  readonly status: number;
  readonly body?: unknown;
}

/** A wave that is lost as a whole: how many of its requests reach Google all the same, and what is thrown. */
export interface WaveFault {
  readonly goOut: number;
  readonly message: string;
}

/** What a person answered to an alert or a prompt. */
export interface PersonSays {
  readonly button: string;
  readonly text: string;
}

/** What an execution used of the platform beside calls. */
export interface Spent {
  readonly utilitiesCalls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Bytes of the spreadsheet, as UTF-8 text. */
  readonly bytesRead: number;
  readonly bytesWritten: number;
}

/** Where a property or a cached value is kept. */
export type Store = 'document' | 'script' | 'user';

interface OfSheet {
  readonly sheet: number;
}
interface OfRange extends OfSheet {
  readonly rect: Rect;
}

/** Every system call: its argument and its answer. */
export interface SystemCalls {
  'book.info'(ask: object): { id: string; name: string; activeSheet: number; selection: string; locale: string };
  'book.sheets'(ask: object): SheetInfo[];
  'book.insertSheet'(ask: { readonly name?: string; readonly index?: number }): number;
  'book.deleteSheet'(ask: OfSheet): void;
  /** `index` counts from 1. */
  'book.moveSheet'(ask: OfSheet & { readonly index: number }): void;
  'book.activate'(ask: OfSheet & { readonly selection?: string }): void;
  'book.names'(ask: object): Record<string, { sheet: number; a1: string }>;
  'book.setName'(ask: {
    readonly name: string;
    readonly place: { readonly sheet: number; readonly a1: string } | null;
  }): void;
  'book.flush'(ask: object): void;
  'sheet.info'(ask: OfSheet): SheetInfo | null;
  'sheet.extent'(ask: OfSheet): { lastRow: number; lastColumn: number };
  'sheet.set'(ask: OfSheet & { readonly set: SheetChange }): void;
  /** Inserts or deletes whole rows or columns from `at` on. */
  'sheet.lines'(
    ask: OfSheet & {
      readonly lines: 'rows' | 'columns';
      readonly action: 'insert' | 'delete';
      readonly at: number;
      readonly count: number;
    },
  ): void;
  'sheet.append'(ask: OfSheet & { readonly values: readonly Cell[] }): void;
  'sheet.furniture'(ask: OfSheet & { readonly key: string }): unknown;
  /**
   * The same for a setter of the simulation. The platform's setters send one change and read nothing, so it costs
   * nothing.
   */
  'sheet.kept'(ask: OfSheet & { readonly key: string }): unknown;
  'sheet.furnish'(ask: OfSheet & { readonly key: string; readonly value: unknown }): void;
  'sheet.rowHidden'(ask: OfSheet & { readonly row: number }): { byUser: boolean; byFilter: boolean };
  'sheet.hideRows'(ask: OfSheet & { readonly row: number; readonly count: number; readonly hidden: boolean }): void;
  'range.read'(ask: OfRange & { readonly what: Aspect }): unknown[][];
  /** One value for the whole range, or a matrix of its shape. */
  'range.write'(
    ask: OfRange & {
      readonly what: Exclude<Aspect, 'display' | 'validation'>;
      readonly values: Style | Cell | null | readonly (readonly (Style | Cell | null)[])[];
    },
  ): void;
  'range.clear'(ask: OfRange & { readonly parts: readonly ('contents' | 'formats' | 'notes' | 'validations')[] }): void;
  'range.validate'(ask: OfRange & { readonly rules: Rule | null | readonly (readonly (Rule | null)[])[] }): void;
  'range.sort'(
    ask: OfRange & { readonly by: readonly { readonly column: number; readonly ascending: boolean }[] },
  ): void;
  'properties.all'(ask: { readonly store: Store }): Record<string, string>;
  'properties.get'(ask: { readonly store: Store; readonly key: string }): string | null;
  'properties.set'(ask: {
    readonly store: Store;
    readonly values: Readonly<Record<string, string>>;
    readonly deleteOthers: boolean;
  }): void;
  'properties.delete'(ask: { readonly store: Store; readonly key?: string }): void;
  'cache.get'(ask: { readonly store: Store; readonly keys: readonly string[] }): Record<string, string>;
  'cache.put'(ask: {
    readonly store: Store;
    readonly values: Readonly<Record<string, string>>;
    readonly seconds: number;
  }): void;
  'cache.remove'(ask: { readonly store: Store; readonly keys: readonly string[] }): void;
  'lock.try'(ask: { readonly lock: Store }): boolean;
  'lock.release'(ask: { readonly lock: Store }): void;
  'lock.has'(ask: { readonly lock: Store }): boolean;
  'triggers.list'(ask: object): TriggerInfo[];
  'triggers.create'(ask: {
    readonly handler: string;
    readonly everyMinutes?: number;
    readonly after?: number;
  }): TriggerInfo;
  'triggers.delete'(ask: { readonly id: string }): void;
  'mail.send'(ask: Mail): void;
  'mail.remaining'(ask: object): number;
  /** A request of an advanced service arrives at Google. */
  'google.call'(ask: ServiceRequest): ServiceReply;
  /** A wave is about to leave: throws where the platform does not let it. */
  /** How many of them go out, and what the platform throws then instead of answering. */
  'google.leave'(ask: { readonly requests: readonly HttpRequest[] }): WaveFault | undefined;
  /** One request of a wave arrives at Google. */
  'google.fetch'(ask: HttpRequest): HttpReply;
  'ui.menu'(ask: { readonly label: string; readonly items: readonly MenuEntry[] }): void;
  'ui.show'(ask: Showing): void;
  'ui.ask'(ask: Extract<Showing, { kind: 'alert' | 'prompt' }>): PersonSays;
  'log.write'(ask: { readonly line: string }): void;
  /** What an execution used without a call, told at its end. */
  'execution.spent'(ask: Spent): void;
}

/** The name of a system call. */
export type CallName = keyof SystemCalls;

/** The system-call function: all that the execution side has of the outside. Throws what the platform throws. */
export type Invoke = <N extends CallName>(name: N, ask: Parameters<SystemCalls[N]>[0]) => ReturnType<SystemCalls[N]>;

/** The system's side of some of the calls. */
export type Handlers<P extends string> = { [N in CallName & `${P}.${string}`]: SystemCalls[N] };
