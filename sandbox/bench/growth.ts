import { ask, type Desk } from '../cli/desk';
import { maxColumns, maxRows } from '../apps-script/system/grid';
import { checkOnly, openBench, runPlan, setUp } from './measure';
import type { Job } from './scenarios';
import { inColumns } from './in-columns';
import { countersOf, usedSince, type Used } from './used';

/**
 * How cost grows with the number of rows: the same work at several sizes, each in a process of its own. What costs more
 * a row at fifty thousand rows than at a thousand is not linear.
 */

/**
 * What is done. Of people to be made, of whom no more than some 6,000 find room for their first passwords: `check`
 * them, or check and `run`. Of people who are there as wished: `adopt` them. Of people who are there and get licence,
 * alias and role: `plan`, a check; `give`, check and run; `begin`, the first executions of the run, which are as all
 * others.
 */
export const growthKinds = ['check', 'adopt', 'plan', 'run', 'give', 'begin'] as const;

/** Executions that are measured of a run that is only begun: its first is none of them, in which rows are approved. */
const begun = 3;

/** One size of one kind. */
export interface Size {
  readonly kind: (typeof growthKinds)[number];
  readonly rows: number;
}

/** The sizes that `--growth` measures. A run of fifty thousand rows is fourteen hours of licences: it is only begun. */
export const sizes: readonly Size[] = [
  ...[100, 1_000, 5_000].map((rows): Size => ({ kind: 'check', rows })),
  ...[1_000, 10_000, 50_000].flatMap((rows): Size[] => [
    { kind: 'adopt', rows },
    { kind: 'plan', rows },
  ]),
  ...[100, 1_000, 2_500, 5_000].map((rows): Size => ({ kind: 'run', rows })),
  ...[1_000, 10_000].map((rows): Size => ({ kind: 'give', rows })),
  ...[2_500, 10_000, 50_000].map((rows): Size => ({ kind: 'begin', rows })),
];

/** A size as the command line names it: `check:1000`. Throws for anything else. */
export function readSize(text: string): Size {
  const [, name, rows] = /^([a-z]+):(\d+)$/.exec(text) ?? [];
  const kind = growthKinds.find((one) => one === name);
  if (kind === undefined) throw new Error(`"${text}" is not KIND:ROWS with one of ${growthKinds.join(', ')}.`);
  return { kind, rows: Number(rows) };
}

/** What one size took. `cpuSeconds` are those of this process: script, platform and Google together. */
export interface Grown extends Size, Used {
  /** The rows that the figures are of. */
  readonly of: number;
  readonly seconds: number;
  readonly requests: number;
  readonly cpuSeconds: number;
  readonly peakMemoryMB: number;
  /** Bytes of the two property stores, and cells of the spreadsheet, at the end. */
  readonly documentBytes: number;
  readonly userBytes: number;
  readonly cells: number;
}

/** Measures one size; `root` is the project's folder. */
export function measureGrowth(size: Size, root: string): Grown {
  const desk = openBench(jobOf(size), root);
  setUp(desk, 'parallel');
  if (size.kind === 'begin') return measureBegun(desk, size);
  return counted(desk, size, () => {
    const plan = checkOnly(desk);
    if (size.kind === 'run' || size.kind === 'give') runPlan(desk, plan);
    return size.rows;
  });
}

function measureBegun(desk: Desk, size: Size): Grown {
  const { planId } = checkOnly(desk);
  let progress = ask(desk.host, 'startRun', { planId, confirmed: true });
  const before = progress.done;
  return counted(desk, size, () => {
    for (let left = begun; left > 0 && progress.more; left--) progress = ask(desk.host, 'continueWork');
    return progress.done - before;
  });
}

/** What a piece of work takes, which gives how many rows it is of. */
function counted(desk: Desk, size: Size, work: () => number): Grown {
  const before = countersOf(desk.host.state);
  const [at, sent] = [desk.clock.now(), desk.workspace.log.length];
  const cpu = process.cpuUsage();
  const of = work();
  const { user, system } = process.cpuUsage(cpu);
  return {
    ...size,
    of,
    seconds: (desk.clock.now() - at) / 1000,
    requests: desk.workspace.log.length - sent,
    ...usedSince(before, desk.host.state, 0),
    cpuSeconds: (user + system) / 1e6,
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
    ...holds(desk),
  };
}

function jobOf({ kind, rows }: Size): Job {
  const job: Job = { name: kind, rows, transport: 'parallel', baseline: false, licence: 'Business Starter' };
  if (kind === 'adopt') return { ...job, exists: true };
  return kind === 'check' || kind === 'run' ? job : { ...job, exists: true, bare: true };
}

function holds({ host }: Desk): Pick<Grown, 'documentBytes' | 'userBytes' | 'cells'> {
  const { properties, sheets } = host.state;
  const [mine = {}] = Object.values(properties.users);
  return {
    documentBytes: bytesOf(properties.document),
    userBytes: bytesOf(mine),
    cells: sheets.reduce((sum, sheet) => sum + maxRows(sheet) * maxColumns(sheet), 0),
  };
}

function bytesOf(store: Readonly<Record<string, string>>): number {
  return Object.entries(store).reduce((sum, [name, value]) => sum + Buffer.byteLength(name + value), 0);
}

const each =
  (of: (one: Grown) => number, digits = 2) =>
  (one: Grown): string =>
    ((of(one) / one.of) * 1000).toFixed(digits);

const columns: readonly (readonly [string, (one: Grown) => string])[] = [
  ['rows', (one) => String(one.rows)],
  ['seconds', (one) => one.seconds.toFixed(1)],
  ['execs', (one) => String(one.executions)],
  ['s/1000', each((one) => one.seconds)],
  ['requests', each((one) => one.requests, 0)],
  ['doc calls', each((one) => one.documentCalls, 0)],
  ['properties', each((one) => one.propertyCalls, 0)],
  ['cells read', each((one) => one.cellsRead, 0)],
  ['written', each((one) => one.cellsWritten, 0)],
  ['KB read', each((one) => one.bytesRead / 1024, 0)],
  ['written', each((one) => one.bytesWritten / 1024, 0)],
  ['CPU ms/row', (one) => ((one.cpuSeconds / one.of) * 1000).toFixed(2)],
  ['MB', (one) => String(one.peakMemoryMB)],
  ['document KB', (one) => (one.documentBytes / 1024).toFixed(1)],
  ['user KB', (one) => (one.userBytes / 1024).toFixed(1)],
  ['cells', (one) => String(one.cells)],
];

/**
 * The sizes for people, beside what they leave in the stores and in the spreadsheet. From `s/1000` to `written` all is
 * of a thousand rows.
 */
export function growthTable(grown: readonly Grown[]): string {
  return inColumns(
    ['work', ...columns.map(([header]) => header)],
    grown.map((one) => [one.kind, ...columns.map(([, text]) => text(one))]),
  );
}
