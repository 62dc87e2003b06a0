import path from 'node:path';
import { loadBundle } from '../../sandbox/apps-script/host';
import type { Bundle } from '../../sandbox/apps-script/port';
import { ask, openDesk } from '../../sandbox/cli/desk';
import type { Desk, DeskOptions } from '../../sandbox/cli/desk';
import { sheetsOf } from '../../sandbox/cli/sheets';
import { readWorkbook } from '../../sandbox/cli/workbook';
import type { Workbook } from '../../sandbox/cli/workbook';
import type { Clock } from '../../sandbox/clock';
import { parseTenant } from '../../sandbox/workspace/tenant';
import type { Tenant } from '../../sandbox/workspace/tenant';
import { cutGrids } from '../grids';

/** Jobs at desks that can be set to any instant of them. */

const root = path.resolve(__dirname, '..', '..');

/** A workbook with its tenant, and what is built to work on it. */
export interface Job {
  readonly bundle: Bundle;
  readonly workbook: Workbook;
  readonly tenant: Tenant;
  /**
   * When the work of the workbook's earlier run began, where there was one: it still shows until the next one has
   * begun.
   */
  readonly earlier: string | undefined;
}

/** The job of a folder, by its path in the project. */
export function jobIn(...folder: readonly string[]): Job {
  const workbook = readWorkbook(path.join(root, ...folder));
  const { startedAt: earlier } = JSON.parse(workbook.host?.properties.document['work'] ?? '{}') as {
    startedAt?: string;
  };
  return { bundle: loadBundle(path.join(root, 'dist')), workbook, tenant: parseTenant(workbook.tenant), earlier };
}

/** How a desk differs from the usual one. */
export interface JobOptions extends Partial<Omit<DeskOptions, 'bundle' | 'tenant' | 'sheets' | 'state' | 'clock'>> {
  readonly transport?: 'parallel' | 'advanced';
  /** The domain that is typed to arm deleting; left out: it is not armed. */
  readonly arm?: string;
  /** Which rows of the Users tab; left out: every row. */
  readonly rows?: (row: readonly string[], place: number) => boolean;
}

/** A clock that can be put back. */
export interface MovableClock extends Clock {
  set(time: number): void;
}

/** A desk that can be put back to what it was. */
export interface JobDesk extends Desk {
  readonly clock: MovableClock;
  /** As in `Job`. */
  readonly earlier: string | undefined;
}

/** Everything of a desk that outlives an execution. */
export interface Instant {
  readonly host: unknown;
  readonly workspace: unknown;
  readonly time: number;
}

/** Opens the workbook, set up and with a summary mail wished. */
export function openJob(
  { bundle, workbook, tenant, earlier }: Job,
  { transport = 'parallel', rows = () => true, arm, ...options }: JobOptions = {},
): JobDesk {
  const tabs = workbook.tabs.map((tab) =>
    tab.name === 'Users' ? { ...tab, rows: tab.rows.filter((row, place) => place === 0 || rows(row, place)) } : tab,
  );
  const clock = movableClock(Date.parse(tenant.now ?? ''));
  const desk = openDesk({
    ...options,
    // A job that dies takes longer: what comes to people by itself and late would be at another point in each.
    switches: { autoLicensingDelay: '0', ...options.switches },
    clock,
    bundle,
    tenant,
    sheets: sheetsOf(tabs),
    ...(workbook.host ? { state: workbook.host } : {}),
  });
  const { properties } = desk.host.state;
  properties.document['setting:transport'] = transport;
  (properties.users[tenant.signedInAs ?? ''] ??= {})['settings'] = JSON.stringify({ mailWhenDone: true });
  ask(desk.host, 'setUpSpreadsheet');
  if (arm !== undefined) {
    desk.host.answers.push(arm);
    desk.host.call('askArming', [], 'menu');
  }
  cutGrids(desk.host);
  return { ...desk, clock, earlier };
}

function movableClock(start: number): MovableClock {
  let now = start;
  return {
    now: () => now,
    sleep: (milliseconds) => {
      now += Math.max(0, milliseconds);
    },
    set: (time) => {
      now = time;
    },
  };
}

/**
 * A desk as it is at the moment, also in the middle of an execution; `lost`: without writes that the spreadsheet has
 * not applied yet.
 */
export function instantOf({ host, workspace, clock }: JobDesk, unapplied: 'kept' | 'lost' = 'kept'): Instant {
  return { host: host.snapshot(unapplied), workspace: workspace.snapshot(), time: clock.now() };
}

/** Puts a desk to an instant. No execution is under way then: one that was is dead. */
export function putTo({ host, workspace, clock }: JobDesk, instant: Instant): void {
  host.restore(instant.host);
  workspace.restore(instant.workspace);
  clock.set(instant.time);
}
