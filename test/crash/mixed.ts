import path from 'node:path';
import { loadBundle } from '../../sandbox/apps-script/host';
import { ask, openDesk } from '../../sandbox/cli/desk';
import type { Desk, DeskOptions } from '../../sandbox/cli/desk';
import { sheetsOf } from '../../sandbox/cli/sheets';
import { readWorkbook } from '../../sandbox/cli/workbook';
import type { Clock } from '../../sandbox/clock';
import { parseTenant } from '../../sandbox/workspace/tenant';

/** The job of `examples/mixed-200` at desks that can be set to any instant of it. */

const root = path.resolve(__dirname, '..', '..');
const bundle = loadBundle(path.join(root, 'dist'));
const workbook = readWorkbook(path.join(root, 'examples', 'mixed-200'));
const tenant = parseTenant(workbook.tenant);

/** How a desk differs from the usual one. */
export interface MixedOptions extends Partial<Omit<DeskOptions, 'bundle' | 'tenant' | 'sheets' | 'state' | 'clock'>> {
  readonly transport?: 'parallel' | 'advanced';
  /** Left out: every row. */
  readonly rows?: (row: readonly string[], place: number) => boolean;
}

/** Whoever is signed in. */
export const me = tenant.signedInAs ?? '';

/** When the work of the workbook's earlier run began: it still shows until the next one has begun. */
export const earlier = (JSON.parse(workbook.host?.properties.document['work'] ?? '{}') as { startedAt?: string }).startedAt;

/** A clock that can be put back. */
export interface MovableClock extends Clock { set(time: number): void }

/** A desk that can be put back to what it was. */
export interface MixedDesk extends Desk { readonly clock: MovableClock }

/** Everything of a desk that outlives an execution. */
export interface Instant { readonly host: unknown; readonly workspace: unknown; readonly time: number }

/** Opens the workbook, set up and with a summary mail wished. */
export function openMixed({ transport = 'parallel', rows = () => true, ...options }: MixedOptions = {}): MixedDesk {
  const tabs = workbook.tabs.map((tab) => (tab.name === 'Users' ? { ...tab, rows: tab.rows.filter((row, place) => place === 0 || rows(row, place)) } : tab));
  const clock = movableClock(Date.parse(tenant.now ?? ''));
  const desk = openDesk({ ...options, clock, bundle, tenant, sheets: sheetsOf(tabs), ...(workbook.host ? { state: workbook.host } : {}) });
  const { properties } = desk.host.state;
  properties.document['setting:transport'] = transport;
  (properties.users[me] ??= {})['settings'] = JSON.stringify({ mailWhenDone: true });
  ask(desk.host, 'setUpSpreadsheet');
  return { ...desk, clock };
}

function movableClock(start: number): MovableClock {
  let now = start;
  return {
    now: () => now,
    sleep: (milliseconds) => { now += Math.max(0, milliseconds); },
    set: (time) => { now = time; },
  };
}

/** A desk as it is at the moment, also in the middle of an execution; `lost`: without writes that the spreadsheet has not applied yet. */
export function instantOf({ host, workspace, clock }: MixedDesk, unapplied: 'kept' | 'lost' = 'kept'): Instant {
  return { host: host.snapshot(unapplied), workspace: workspace.snapshot(), time: clock.now() };
}

/** Puts a desk to an instant. No execution is under way then: one that was is dead. */
export function putTo({ host, workspace, clock }: MixedDesk, instant: Instant): void {
  host.restore(instant.host);
  workspace.restore(instant.workspace);
  clock.set(instant.time);
}
