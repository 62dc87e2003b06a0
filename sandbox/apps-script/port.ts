import type { Clock } from '../clock';
import type { Arrival } from '../latency';
import type { Workspace } from '../workspace/port';
import type { Editing } from './editing';
import type { HostState } from './host-state';
import type { ErrorLanguage } from './languages';
import type { MenuEntry, Showing } from './showing';

/** The Apps Script host as the command line, the workbench and the tests use it. */

/** Where an execution comes from; decides limits, authorisation and what getUi may do. */
export type Surface = 'sidebar' | 'menu' | 'open' | 'trigger' | 'card' | 'editor';

/** The built project: what clasp would push. */
export interface Bundle {
  readonly code: Readonly<Record<string, string>>;
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: unknown;
}

/** What a host is opened with. */
export interface HostOptions {
  readonly bundle: Bundle;
  readonly workspace: Workspace;
  readonly clock: Clock;
  /** E-mail of the person at the sheet. */
  readonly user: string;
  /** Milliseconds one answer of Google's takes on average. */
  readonly latency: number;
  /** Standard deviation of that, in milliseconds; left out: 0. */
  readonly jitter?: number;
  /** How many times their price what Apps Script does itself takes; left out: 1. */
  readonly priced?: number;
  /** The part of a latency that has passed when a request is counted; left out: a tenth. */
  readonly arrival?: Arrival;
  readonly state?: Partial<HostState>;
  /** Seeds Utilities.getUuid and Math.random, so that two runs give the same bytes. */
  readonly seed?: number;
  /** Language of Apps Script's own error texts. */
  readonly errorLanguage?: ErrorLanguage;
  /** What Google shows a person instead of running anything, where it does not let the app in; '' where it does. */
  readonly turnedAway?: (user: string) => string;
  /** Scopes the person refused, and advanced services that are switched off. */
  readonly refusedScopes?: readonly string[];
  readonly disabledServices?: readonly string[];
  /** The spreadsheet's id and name; a copy of it has another id. */
  readonly spreadsheet?: { readonly id: string; readonly name: string };
  /** Under which authorisation onOpen runs: LIMITED, or NONE as a published add-on that is not enabled in this file. */
  readonly openMode?: 'LIMITED' | 'NONE';
  /** How the script is deployed; an add-on may have hourly triggers only. */
  readonly deployment?: 'bound' | 'addon';
  /** Whether triggers of a bound script with a card come hourly, however often they are asked for; left out: no. */
  readonly hourlyWithCard?: () => boolean;
  /** Whose daily quotas count. */
  readonly quotaTier?: 'workspace' | 'consumer';
  /** What becomes of waves; left out: they are answered. */
  readonly fetchAll?: () => FetchAll;
  /** How many requests a wave may hold; left out: any number. */
  readonly fetchAllMost?: () => number;
  /** Whether a day's quota of requests that ends in mid-wave lets its first requests go; left out: it does. */
  readonly fetchQuota?: () => 'midWave' | 'before';
  /** To how many people one may write a day; left out: as many as the quotas page says. */
  readonly mailQuota?: () => number;
  /**
   * Keeps what the spreadsheet was before writes that are not applied yet, for `snapshot('lost')`. It costs a copy of
   * the tabs for each flush.
   */
  readonly tracksUnapplied?: boolean;
  /** Answers multipart requests to `/batch`; left out: the simulated Google's own. */
  readonly batch?: BatchHandler;
}

/** A multipart batch as it is sent, and its answer. `workspace` handles the parts. */
export type BatchHandler = (
  workspace: Workspace,
  batch: {
    readonly body: string;
    readonly contentType: string;
    readonly as: string;
    readonly scopes?: readonly string[];
  },
) => { readonly status: number; readonly contentType: string; readonly body: string };

/** What becomes of waves: each is answered, or some are lost as a whole, before or after some of them went out. */
export type FetchAll = 'answers' | 'throwsBefore' | 'throwsAfter';

/** The kinds of effects that a crash can be placed at. */
export type EffectKind = 'google' | 'sheet' | 'property';

/** A host with one spreadsheet open. */
export interface Host {
  /**
   * Runs a top-level function of the bundle in a fresh context, as Google would for this surface, with the wire rules
   * of google.script.run where it is the sidebar. Throws what the platform would show: the script's error, or a
   * limit's.
   */
  call(name: string, args?: readonly unknown[], surface?: Surface): unknown;
  readonly state: HostState;
  /** Menu items added by onOpen, in order: path and function name. */
  readonly menu: readonly { readonly path: readonly string[]; readonly handler: string }[];
  /** What the last execution showed: sidebar or dialog HTML, alerts, toasts. */
  readonly shown: { sidebar: string; dialogs: string[]; alerts: string[]; toasts: string[] };
  /** Answers that alert() and prompt() get, first in first out; without one, alert answers OK. */
  readonly answers: string[];
  /** The menus as they stand, by their names: sub-menus and lines included. */
  readonly menus: readonly MenuEntry[];
  /** What Logger and console wrote, oldest first. */
  readonly logs: readonly string[];
  /** Executions that a trigger started and that failed, as Google's failure summary would list them. */
  readonly failures: readonly { readonly handler: string; readonly message: string }[];
  /** Called for everything that an execution shows, when it shows it. */
  onShow?: (showing: Showing) => void;
  /** Another person sits down at the same spreadsheet: later executions run as this address. */
  become(user: string): void;
  /** What a person does at the sheet by hand. */
  readonly edit: Editing;
  /** Lets triggers that are due at the clock's time run, each as its owner. */
  runDueTriggers(): void;
  /**
   * Called before and after each effect on Google, spreadsheet or properties; throwing `Killed` from it ends the
   * execution.
   */
  onEffect: ((effect: { kind: EffectKind; when: 'before' | 'after'; n: number }) => void) | undefined;
  /**
   * Deep copies of everything that outlives an execution, and back. `lost`: without writes to the spreadsheet that were
   * not applied yet, as a crash may leave it (reference of SpreadsheetApp.flush); needs the option `tracksUnapplied`.
   */
  snapshot(unapplied?: 'kept' | 'lost'): unknown;
  restore(snapshot: unknown): void;
}

/**
 * Thrown by an effect hook to end an execution as a crash of the platform would: nothing of the script runs afterwards.
 */
export class Killed extends Error {
  override readonly name = 'Killed';
}
