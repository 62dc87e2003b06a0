/** What outlives an execution, as plain data. */

/** A cell as plain data. `value` is what getValues gives, `formula` what was stored as one. */
export interface CellData {
  value: string | number | boolean;
  formula?: string;
  note?: string;
  format?: string;
  background?: string;
  /**
   * The cell's own font and alignment, by Google's names: `{ fontWeight: 'bold' }`. Formats of whole ranges stand in
   * the tab's furniture.
   */
  style?: Record<string, Style>;
}

/** One property of a cell's look. */
export type Style = string | number | boolean;

/** A tab as plain data: rows of cells; a missing cell is empty. */
export interface SheetData {
  name: string;
  id: number;
  hidden: boolean;
  cells: (CellData | null)[][];
  frozenRows: number;
  /** Left out: none. */
  frozenColumns?: number;
  /** 1-based rows hidden by hand or by a filter. */
  hiddenRows: number[];
  /** Validation by range, protections, conditional formats, column widths: whatever set-up made, as plain data. */
  furniture: Record<string, unknown>;
}

/** What was used of the platform since the spreadsheet was opened. */
export interface Counters {
  documentCalls: number;
  executions: number;
  urlFetches: number;
  /** How often something left for Google: a fetch, a fetchAll or a call of an advanced service. */
  waves: number;
  propertyCalls: number;
  cacheCalls: number;
  utilitiesCalls: number;
  triggersMade: number;
  /** Run time of executions that triggers started. */
  triggerMinutes: number;
  mailRecipients: number;
  cellsRead: number;
  cellsWritten: number;
  /** Bytes of the spreadsheet, as UTF-8 text. */
  bytesRead: number;
  bytesWritten: number;
}

/** How a spreadsheet reads what is typed and shows what it holds. */
export interface SheetSettings {
  /** Left out: `en_US`. */
  readonly locale?: string;
  /** What becomes of the apostrophe before a text in a plain-text cell; left out: hidden. */
  readonly apostropheInText?: 'hidden' | 'kept';
  /** What the limit of a property counts; left out: bytes. */
  readonly propertyLimit?: 'bytes' | 'characters';
}

/** What triggers, mails, properties and sheets there are: everything that outlives an execution, as plain data. */
export interface HostState {
  sheets: SheetData[];
  /** Id of the tab in front; an id that no tab has means the first. */
  activeSheet: number;
  /** What is selected on the tab in front, as A1 notation; several ranges are separated by commas. */
  selection: string;
  settings?: SheetSettings;
  /** Named ranges: the id of their tab and their A1 notation. */
  names?: Record<string, { sheet: number; a1: string }>;
  properties: {
    document: Record<string, string>;
    script: Record<string, string>;
    users: Record<string, Record<string, string>>;
  };
  cache: Record<string, { value: string; until: number }>;
  triggers: {
    id: string;
    handler: string;
    everyMinutes?: number;
    after?: number;
    owner: string;
    next: number;
    fired?: boolean;
  }[];
  mails: {
    at: string;
    from: string;
    to: string;
    subject: string;
    body: string;
    htmlBody?: string;
    cc?: string;
    bcc?: string;
    replyTo?: string;
    name?: string;
  }[];
  counters: Counters;
  /** What has been used of Google's daily quotas, by person and quota, and since when. */
  quotas?: Record<string, { since: number; used: number }>;
}
