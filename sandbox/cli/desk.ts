import type { Server } from '../../src/job/wire';
import type { HostState, SheetData, SheetSettings } from '../apps-script/host-state';
import type { Bundle, Host, HostOptions } from '../apps-script/port';
import { openHost } from '../apps-script/host';
import { errorLanguageIn } from '../apps-script/languages';
import type { Clock } from '../clock';
import { realClock, virtualClock } from '../clock';
import { arrivalIn } from '../latency';
import { handleBatch } from '../workspace/batch';
import type { Tenant } from '../workspace/tenant';
import { openWorkspace, type SimulatedWorkspace } from '../workspace/workspace';

/** A spreadsheet on the host, before the simulated Google: what the command line, the tests and the benches work at. */

/** What a desk is opened with. Everything but the first three has a default. */
export interface DeskOptions {
  readonly bundle: Bundle;
  readonly tenant: Tenant;
  readonly sheets: SheetData[];
  /** What outlived earlier executions. */
  readonly state?: Partial<HostState>;
  /** The person at the sheet; left out: `signedInAs` of the tenant. */
  readonly as?: string;
  /** Virtual unless it says otherwise; a test may hand in one of its own. */
  readonly clock?: 'virtual' | 'real' | Clock;
  /** Milliseconds one answer of Google's takes on average, and their standard deviation. */
  readonly latency?: number;
  readonly jitter?: number;
  /** How many times their price what Apps Script does itself takes; left out: 1. */
  readonly priced?: number;
  readonly quotas?: string;
  readonly switches?: Readonly<Record<string, string>>;
  readonly faults?: number;
  /** How the script is deployed; left out: bound to the sheet. */
  readonly deployment?: 'bound' | 'addon';
  /** Scopes the person refused, and advanced services that are switched off. */
  readonly refusedScopes?: readonly string[];
  readonly disabledServices?: readonly string[];
  /** A desk whose Google and clock this one shares: the spreadsheet is another copy of its own. */
  readonly beside?: Desk;
  /** Whatever else of the platform a test turns. */
  readonly platform?: Partial<Pick<HostOptions, 'quotaTier' | 'spreadsheet' | 'tracksUnapplied'>>;
}

/** An open desk. */
export interface Desk {
  readonly workspace: SimulatedWorkspace;
  readonly host: Host;
  readonly clock: Clock;
  /**
   * Another desk at a spreadsheet as it stood once, of the same script and person: what is read there is not counted
   * here.
   */
  at(state: HostState): Desk;
}

/** When a tenant says nothing of the time, it is this instant. */
const someMorning = '2026-03-02T08:00:00.000Z';

/**
 * Opens a desk. Throws what the simulated Google and the host throw for options they do not take, and where nobody is
 * signed in.
 */
export function openDesk(options: DeskOptions): Desk {
  const user = options.as ?? options.tenant.signedInAs;
  if (!user) throw new Error('The tenant does not say who is signed in: "signedInAs" is missing.');
  const start = startOf(options.tenant);
  const { switches = {}, beside } = options;
  const clock = beside?.clock ?? clockOf(options.clock, start);
  const workspace = beside?.workspace ?? workspaceOf(options, clock);
  const host = openHost({
    ...(beside ? { spreadsheet: { id: '1anotherCopyOfTheSpreadsheet', name: 'Copy of Seatsheet' } } : {}),
    ...options.platform,
    bundle: options.bundle,
    workspace,
    clock,
    user,
    latency: options.latency ?? 250,
    jitter: options.jitter ?? 0,
    priced: options.priced ?? 1,
    arrival: arrivalIn(switches),
    deployment: options.deployment ?? 'bound',
    state: { settings: settingsIn(workspace), ...options.state, sheets: options.sheets },
    // A run that takes up an earlier one must not draw its ids again: the seed follows the time.
    seed: (Math.floor(start / 1000) + (beside ? 1 : 0)) % 2147483647,
    batch: handleBatch,
    refusedScopes: options.refusedScopes ?? [],
    disabledServices: options.disabledServices ?? [],
    errorLanguage: errorLanguageIn(workspace.control.valueOf('errorLanguage')),
    turnedAway: turningAway(workspace),
    fetchAll: () => oneOf(['answers', 'throwsBefore', 'throwsAfter'], workspace.control.valueOf('fetchAll')),
    fetchAllMost: () => Number(workspace.control.valueOf('fetchAllMost').replace('any', 'Infinity')),
    fetchQuota: () => oneOf(['midWave', 'before'], workspace.control.valueOf('fetchQuota')),
    hourlyWithCard: () => workspace.control.valueOf('triggersWithCard') === 'hourly',
    mailQuota: () => Number(workspace.control.valueOf('mailQuota')),
  });
  formatAsText(host, options.sheets);
  const at = (then: HostState): Desk =>
    openDesk({ ...options, sheets: then.sheets, state: then, clock: virtualClock(clock.now()) });
  return { workspace, host, clock, at };
}

/** A switch's value, which the table of switches has checked. */
function oneOf<const V extends string>(values: readonly V[], value: string): V {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`No switch has the value "${value}" here.`);
  return found;
}

/** What the pages say that Google shows in the place of an app (support.google.com/a/answer/7281227; OAuth consent). */
const shownInstead: Readonly<Partial<Record<string, string>>> = {
  unverified: 'Google hasn’t verified this app. Authorization is required to perform that action.',
  blocked: 'Access blocked: your institution’s admin needs to review Seatsheet. Error 400: admin_policy_enforced.',
};

function settingsIn({ control }: SimulatedWorkspace): SheetSettings {
  const kept = control.valueOf('apostropheInText') === 'kept';
  const propertyLimit = oneOf(['bytes', 'characters'], control.valueOf('propertyLimit'));
  return { locale: control.valueOf('locale'), apostropheInText: kept ? 'kept' : 'hidden', propertyLimit };
}

/**
 * What Google shows a person in the place of the app, as the switch of their account stands; '' where it lets it in.
 */
export function turningAway({ control }: SimulatedWorkspace): (person: string) => string {
  return (person) => shownInstead[control.valueFor('appAccess', person)] ?? '';
}

function workspaceOf({ tenant, switches = {}, quotas = 'documented', faults }: DeskOptions, clock: Clock) {
  return openWorkspace(tenant, { clock, switches, quotas, ...(faults === undefined ? {} : { faults }) });
}

function clockOf(wanted: DeskOptions['clock'], start: number): Clock {
  if (typeof wanted === 'object') return wanted;
  return wanted === 'real' ? realClock(start) : virtualClock(start);
}

/** The empty cells of a loaded tab are text as well: a User ID that is written there later must not become a number. */
function formatAsText(host: Host, sheets: readonly SheetData[]): void {
  for (const { name, cells } of sheets) {
    const columns = cells[0]?.length ?? 0;
    if (columns > 0) host.edit.format(name, { row: 1, column: 1, rows: Math.max(1000, cells.length), columns }, '@');
  }
}

function startOf(tenant: Tenant): number {
  const start = Date.parse(tenant.now ?? someMorning);
  if (Number.isNaN(start)) throw new Error(`"now" of the tenant is no instant: ${tenant.now ?? ''}`);
  return start;
}

/** The server said no: its message, with the remedy. */
export class ServerSaidNo extends Error {
  override readonly name = 'ServerSaidNo';

  constructor(
    readonly code: string,
    message: string,
    remedy: string,
  ) {
    super([message, remedy].filter((text) => text !== '').join(' '));
  }
}

type ValueOf<N extends keyof Server> = Extract<ReturnType<Server[N]>, { ok: true }>['value'];

/**
 * Calls a function of the server as the sidebar does. Throws ServerSaidNo for a failure, and what the platform would
 * throw.
 */
export function ask<N extends keyof Server>(host: Host, name: N, ...args: Parameters<Server[N]>): ValueOf<N> {
  const answer: unknown = host.call(name, args, 'sidebar');
  if (!isEnvelope(answer)) throw new Error(`${name} gave the sidebar no answer.`);
  if (!answer.ok) throw new ServerSaidNo(answer.code, answer.message, answer.remedy);
  return answer.value as ValueOf<N>;
}

type AnyEnvelope = { ok: true; value: unknown } | { ok: false; code: string; message: string; remedy: string };

function isEnvelope(answer: unknown): answer is AnyEnvelope {
  return typeof answer === 'object' && answer !== null && typeof (answer as { ok?: unknown }).ok === 'boolean';
}
