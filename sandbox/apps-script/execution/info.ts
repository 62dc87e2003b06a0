import type { Latency } from '../../latency';
import type { ErrorLanguage } from '../languages';
import type { Manifest } from '../manifest';
import type { Surface } from '../port';

/** What an execution knows from its start: plain data, so that it can be handed to a thread. */
export interface ExecutionInfo {
  /** Counts executions of this host. */
  readonly number: number;
  readonly surface: Surface;
  /** How much the execution may do (editor add-on authorisation lifecycle). */
  readonly mode: 'NONE' | 'LIMITED' | 'FULL';
  /** Under whose authority it runs, and who is at the keyboard: nobody for a trigger. */
  readonly effectiveUser: string;
  readonly activeUser: string;
  /** The scopes the execution has: declared ones that were not refused. */
  readonly scopes: readonly string[];
  /** The advanced services that are enabled. */
  readonly services: readonly string[];
  readonly manifest: Manifest;
  readonly language: ErrorLanguage;
  /** How long Google's answers take. */
  readonly latency: Latency;
  /** How many times their price what Apps Script does itself takes: 1, or another one for a comparison. */
  readonly priced: number;
  /** Seeds Utilities.getUuid and Math.random of this execution alone. */
  readonly seed: number;
  readonly token: string;
}
