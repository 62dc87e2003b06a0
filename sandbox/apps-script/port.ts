import type { Clock } from '../clock';
import type { Workspace } from '../workspace/port';

/** The Apps Script host as the command line, the workbench and the tests use it. */

/** Where an execution comes from; decides limits, authorisation and what getUi may do. */
export type Surface = 'sidebar' | 'menu' | 'open' | 'trigger' | 'card' | 'editor';

/** The built project: what clasp would push. */
export interface Bundle {
  readonly code: Readonly<Record<string, string>>;
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: unknown;
}

/** A cell as plain data. `value` is what getValues gives, `formula` what was stored as one. */
export interface CellData {
  value: string | number | boolean;
  formula?: string;
  note?: string;
  format?: string;
  background?: string;
}

/** A tab as plain data: rows of cells; a missing cell is empty. */
export interface SheetData {
  name: string;
  id: number;
  hidden: boolean;
  cells: (CellData | null)[][];
  frozenRows: number;
  /** 1-based rows hidden by hand or by a filter. */
  hiddenRows: number[];
  /** Validation by range, protections, conditional formats, column widths: whatever set-up made, as plain data. */
  furniture: Record<string, unknown>;
}

/** What triggers, mails, properties and sheets there are: everything that outlives an execution, as plain data. */
export interface HostState {
  sheets: SheetData[];
  activeSheet: number;
  selection: string;
  properties: { document: Record<string, string>; script: Record<string, string>; users: Record<string, Record<string, string>> };
  cache: Record<string, { value: string; until: number }>;
  triggers: { id: string; handler: string; everyMinutes?: number; after?: number; owner: string; next: number }[];
  mails: { at: string; from: string; to: string; subject: string; body: string; htmlBody?: string }[];
  counters: { documentCalls: number; executions: number; urlFetches: number; propertyCalls: number };
}

/** What a host is opened with. */
export interface HostOptions {
  readonly bundle: Bundle;
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** E-mail of the person at the sheet. */
  readonly user: string;
  /** Milliseconds one answer of Google's takes. */
  readonly latency: number;
  readonly state?: Partial<HostState>;
  /** Seeds Utilities.getUuid and Math.random, so that two runs give the same bytes. */
  readonly seed?: number;
  /** Language of Apps Script's own error texts. */
  readonly errorLanguage?: 'en' | 'es';
  /** Scopes the person refused, and advanced services that are switched off. */
  readonly refusedScopes?: readonly string[];
  readonly disabledServices?: readonly string[];
}

/** A host with one spreadsheet open. */
export interface Host {
  /**
   * Runs a top-level function of the bundle in a fresh context, as Google would for this surface, with the wire rules of
   * google.script.run where it is the sidebar. Throws what the platform would show: the script's error, or a limit's.
   */
  call(name: string, args?: readonly unknown[], surface?: Surface): unknown;
  readonly state: HostState;
  /** Menu items added by onOpen, in order: path and function name. */
  readonly menu: readonly { readonly path: readonly string[]; readonly handler: string }[];
  /** What the last execution showed: sidebar or dialog HTML, alerts, toasts. */
  readonly shown: { sidebar: string; dialogs: string[]; alerts: string[]; toasts: string[] };
  /** Answers that alert() and prompt() get, first in first out; without one, alert answers OK. */
  readonly answers: string[];
  /** Lets triggers that are due at the clock's time run, each as its owner. */
  runDueTriggers(): void;
  /** Called before and after each effect on Google, spreadsheet or properties; throwing `Killed` from it ends the execution. */
  onEffect?: (effect: { kind: 'google' | 'sheet' | 'property'; when: 'before' | 'after'; n: number }) => void;
  /** Deep copies of everything that outlives an execution, and back. */
  snapshot(): unknown;
  restore(snapshot: unknown): void;
}

/** Thrown by an effect hook to end an execution as a crash of the platform would: nothing of the script runs afterwards. */
export class Killed extends Error {
  override readonly name = 'Killed';
}
