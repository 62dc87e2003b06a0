import type { Carrier } from './reach/carrier';
import type { Values } from '../tabs/sheet';
import type { Tab } from '../tabs/tab';
import type { Secrets } from '../engine/secrets';

/**
 * All that a job needs of the world around it, by name. The platform gives it once per execution
 * (`apps-script/platform.ts`); nothing here names a platform. Sheets, ranges, properties, cache, lock and triggers are
 * the parts that we use of Google's own objects: they are handed over as they are, without an adapter.
 */

/** Everything that an execution is given. */
export interface Ports {
  readonly spreadsheet: {
    active(): Spreadsheet;
    /** Applies what was written so far. */
    apply(): void;
  };
  /** What all editors of the spreadsheet share, and what belongs to the person signed in alone. */
  readonly properties: { document(): Properties; user(): Properties };
  /** Of the person signed in; it may forget at any time. */
  cache(): Cache;
  /** Of everybody at the spreadsheet; it may forget at any time, too. */
  sharedCache(): Cache;
  /** One execution at a time for each spreadsheet. */
  lock(): Lock;
  readonly layout: {
    /** Makes the columns of ours that these tabs lack; says what was made. */
    makeMissing(
      sheets: readonly { readonly sheet: Sheet; readonly values: Values; readonly tab: Tab }[],
    ): readonly string[];
    /** Makes these columns of a tab, by id, where it lacks them. */
    makeColumns(
      sheet: { readonly sheet: Sheet; readonly values: Values; readonly tab: Tab },
      ids: readonly string[],
    ): void;
    /** Offers these words in the cells of a range, and takes others too. */
    offer(range: Range, words: readonly string[]): void;
    /**
     * Offers what stands in other ranges, and takes others too: one list for all cells, or one for each of a column.
     */
    offerLists(range: Range, lists: readonly Range[]): void;
  };
  readonly clock: Clock;
  readonly codec: Codec;
  readonly mail: {
    /** Mails that may be sent today. */
    left(): number;
    /** Plain text. Throws where the platform does not take it. */
    send(to: string, subject: string, text: string): void;
  };
  readonly triggers: {
    /** Those of the person signed in that call this function. */
    of(handler: string): readonly Trigger[];
    everyMinutes(handler: string, minutes: number): Trigger;
    everyHours(handler: string, hours: number): Trigger;
    remove(trigger: Trigger): void;
  };
  /** What the platform answers about rights when something did not work. */
  readonly rights: {
    /** Whether every permission was given that the manifest asks for. */
    granted(): boolean;
    /** The names of tabs with something that the person signed in must not edit. */
    protectedTabs(): readonly string[];
  };
  /** The two ways to Google. */
  readonly ways: Readonly<Record<'advanced' | 'parallel', (secrets: Secrets) => Carrier>>;
  /** The address under whose authority this execution runs; '' where the platform does not tell. */
  signedIn(): string;
}

/** Milliseconds since the epoch, waiting in milliseconds, and chance from 0 to 1. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): void;
  random(): number;
}

/** Identifiers and compression. */
export interface Codec {
  uuid(): string;
  zip(text: string): string;
  /** Throws for a text that `zip` did not make. */
  unzip(text: string): string;
}

/** The spreadsheet that the script is bound to. */
export interface Spreadsheet {
  getId(): string;
  getUrl(): string;
  getSpreadsheetLocale(): string;
  getSheetByName(name: string): Sheet | null;
  getSheets(): readonly Sheet[];
  insertSheet(name: string, at: number): Sheet;
  getActiveSheet(): Sheet;
  setActiveSheet(sheet: Sheet): unknown;
  getActiveRangeList(): { getRanges(): readonly Range[]; activate(): unknown } | null;
}

/** One sheet; rows and columns are counted from 1. */
export interface Sheet {
  getName(): string;
  /** Stays the same whatever the sheet is called; never used again. */
  getSheetId(): number;
  getMaxRows(): number;
  getMaxColumns(): number;
  getDataRange(): Range;
  getRange(a1: string): Range;
  getRange(row: number, column: number, rows?: number, columns?: number): Range;
  insertRowsAfter(row: number, count: number): unknown;
  insertColumnsAfter(column: number, count: number): unknown;
  isSheetHidden(): boolean;
  hideSheet(): unknown;
  setFrozenRows(rows: number): void;
  getFilter(): unknown;
  isRowHiddenByFilter(row: number): boolean;
  isRowHiddenByUser(row: number): boolean;
}

/** A block of cells. */
export interface Range {
  getRow(): number;
  getLastRow(): number;
  getColumn(): number;
  getLastColumn(): number;
  /** Blocks of merged cells that share a cell with this one. */
  getMergedRanges(): readonly Range[];
  getDisplayValues(): string[][];
  getValues(): unknown[][];
  /** '' where a cell has none. */
  getFormulas(): string[][];
  setValues(values: unknown[][]): unknown;
  clearContent(): unknown;
  getNumberFormats(): string[][];
  setNumberFormat(format: string): unknown;
  getNotes(): string[][];
  setNotes(notes: string[][]): unknown;
  activate(): unknown;
}

/** Texts by name. */
export interface Properties {
  getProperty(name: string): string | null;
  getProperties(): Record<string, string>;
  getKeys(): string[];
  setProperty(name: string, value: string): unknown;
  setProperties(values: Readonly<Record<string, string>>): unknown;
  deleteProperty(name: string): unknown;
}

/** Texts by name, for some time. */
export interface Cache {
  get(name: string): string | null;
  getAll(names: string[]): unknown;
  put(name: string, value: string, seconds: number): void;
  putAll(values: Record<string, string>, seconds: number): void;
  remove(name: string): void;
  removeAll(names: string[]): void;
}

/** A lock of the document. */
export interface Lock {
  tryLock(milliseconds: number): boolean;
  releaseLock(): void;
}

/** An installable trigger. */
export interface Trigger {
  getHandlerFunction(): string;
}

let given: Ports | undefined;

/** Gives the ports of this execution. */
export function givePorts(ports: Ports): void {
  given = ports;
}

/** The ports of this execution. */
export function ports(): Ports {
  if (!given) throw new Error('Nobody gave this execution its ports.');
  return given;
}

/** The time in milliseconds since the epoch. */
export function now(): number {
  return ports().clock.now();
}
