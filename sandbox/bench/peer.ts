import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadBundle } from '../apps-script/host';
import { writeCsv } from '../cli/csv';
import { openDesk, type Desk } from '../cli/desk';
import { sheetsOf, type TextTab } from '../cli/sheets';
import { isRefused, isWrite } from '../cli/summary';
import { tenantOf, usersTab, type Wanted } from './input';
import { checkOnly, runPlan, setUp, wellOf } from './measure';
import { inColumns } from './in-columns';

/**
 * How fast we are where another tool can be put beside us: people with one licence each, from Check to the last row,
 * before the simulated Google as `npm run sandbox -- workspace` serves it over HTTP with the same options.
 */

/** What Google allows and how long one answer takes. */
export interface Setting {
  readonly quotas: string;
  /** Milliseconds. */
  readonly latency: number;
}

/** Every setting that `--peer` measures. */
export const settings: readonly Setting[] = ['documented', 'licences=off', 'off'].flatMap((quotas) =>
  [50, 250, 1_000].map((latency) => ({ quotas, latency })),
);

/** What one setting took. Seconds are virtual, `perSecond` is rows. */
export interface BesidePeer extends Setting {
  readonly rows: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly requests: number;
  readonly writes: number;
  readonly refused: number;
  /** Rows that ended as wished. */
  readonly well: number;
}

const licence = 'Business Starter';
/** What the rows of other jobs wish beside. */
const left: readonly string[] = ['Aliases', 'Roles'];

const wantedBy = (rows: number): Wanted => ({ rows, licence });

/** The sheet: address, names, org unit and one licence. */
export function peerTab(rows: number): TextTab {
  const { name, rows: lines } = usersTab(wantedBy(rows));
  const [headers = []] = lines;
  const kept = headers.flatMap((header, place) => (left.includes(header) ? [] : [place]));
  return { name, rows: lines.map((line) => kept.map((place) => line[place] ?? '')) };
}

/** Measures one setting; `root` is the project's folder. */
export function measureBesidePeer(setting: Setting, { rows, root }: { rows: number; root: string }): BesidePeer {
  const desk = openPeer(setting, { rows, root });
  setUp(desk, 'parallel');
  const [at, sent] = [desk.clock.now(), desk.workspace.log.length];
  runPlan(desk, checkOnly(desk));
  const seconds = (desk.clock.now() - at) / 1000;
  const log = desk.workspace.log.slice(sent);
  return {
    ...setting,
    rows,
    seconds,
    perSecond: rows / seconds,
    requests: log.length,
    writes: log.filter(isWrite).length,
    refused: log.filter(isRefused).length,
    well: wellOf(desk),
  };
}

function openPeer(setting: Setting, { rows, root }: { rows: number; root: string }): Desk {
  return openDesk({
    bundle: loadBundle(path.join(root, 'dist')),
    tenant: tenantOf(wantedBy(rows)),
    sheets: sheetsOf([peerTab(rows)]),
    ...setting,
  });
}

/** The same accounts and people for another tool: `tenant.json` for `--tenant`, and the sheet as CSV. */
export function writePeerInput(folder: string, rows: number): void {
  mkdirSync(folder, { recursive: true });
  const { name, rows: lines } = peerTab(rows);
  writeFileSync(path.join(folder, 'tenant.json'), `${JSON.stringify(tenantOf(wantedBy(rows)), null, 2)}\n`);
  writeFileSync(path.join(folder, `${name}.csv`), writeCsv(lines));
}

const columns: readonly (readonly [string, (one: BesidePeer) => string])[] = [
  ['seconds', (one) => one.seconds.toFixed(1)],
  ['rows/s', (one) => one.perSecond.toFixed(2)],
  ['requests', (one) => String(one.requests)],
  ['writes', (one) => String(one.writes)],
  ['refused', (one) => String(one.refused)],
  ['ended well', (one) => String(one.well)],
];

/** The settings for people, each by the options that give it. */
export function peerTable(measured: readonly BesidePeer[]): string {
  return inColumns(
    ['options of the sandbox', ...columns.map(([header]) => header)],
    measured.map((one) => [`--quotas ${one.quotas} --latency ${one.latency}`, ...columns.map(([, text]) => text(one))]),
  );
}
