import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Script, createContext } from 'node:vm';
import type { Measured, Promised } from './measure';
import type { Steps } from './steps';

/** The bench for people. */

/** A column: its header, and its text for one line of the bench. */
type Column = readonly [header: string, text: (one: Measured) => string];

const columns: readonly Column[] = [
  ['rows', (one) => String(one.rows)],
  ['way', (one) => (one.baseline ? 'plain script' : one.transport)],
  ['seconds', (one) => one.seconds.toFixed(1)],
  ['bound', (one) => one.boundSeconds.toFixed(1)],
  ['share', (one) => `${(one.shareOfBound * 100).toFixed(1)} %`],
  ['estimate', (one) => (one.promised ? offBy(one.promised) : '')],
  ['reads', (one) => String(one.reads)],
  ['writes', (one) => String(one.writes)],
  ['refused', (one) => String(one.refused)],
  ['doc calls', (one) => String(one.documentCalls)],
  ['waves', (one) => String(one.waves)],
  ['execs', (one) => String(one.executions)],
  ['MB', (one) => String(one.peakMemoryMB)],
  ['ended well', (one) => String(one.well)],
];

function planAfter({ open, readSheets, lookAround, checkRows, writePlan }: Steps): number {
  return open + readSheets + lookAround + checkRows + writePlan;
}

const step =
  (name: keyof Steps) =>
  ({ steps }: Measured): string =>
    (steps?.[name] ?? 0).toFixed(1);

const stepColumns: readonly Column[] = [
  ['rows', (one) => String(one.rows)],
  ['open', step('open')],
  ['read tabs', step('readSheets')],
  ['look around', step('lookAround')],
  ['check rows', step('checkRows')],
  ['write plan', step('writePlan')],
  ['plan after', ({ steps }) => (steps ? planAfter(steps) : 0).toFixed(1)],
];

/**
 * How far the promise was off; where only `at most` so long was promised, a promise that is too long is none broken.
 */
function offBy({ seconds, took, atMost }: Promised): string {
  return `${atMost ? '≤ ' : ''}${((seconds / took - 1) * 100).toFixed(0)} %`;
}

/**
 * The tables, and what loading the bundle costs. Seconds are virtual; `estimate` is how far the plan's promise was off.
 * The second one tells where the seconds from Check to the plan go.
 */
export function table(measured: readonly Measured[], root: string): string {
  const checked = measured.filter(({ steps, transport }) => steps && transport === 'parallel');
  return [
    ...laidOut('job', columns, measured),
    '',
    ...laidOut('to the plan', stepColumns, checked),
    '',
    bundleLine(root),
    '',
  ].join('\n');
}

/** Headers and rows as lines of equal columns; `first` heads their names. */
export function lines(
  headers: readonly string[],
  rows: readonly { readonly name: string; readonly cells: readonly string[] }[],
  first = 'job',
): readonly string[] {
  const name = Math.max(...rows.map((row) => row.name.length), first.length);
  const widths = headers.map((header, i) => Math.max(header.length, ...rows.map(({ cells }) => cells[i]?.length ?? 0)));
  const line = (head: string, rest: readonly string[]): string =>
    [head.padEnd(name), ...rest.map((text, i) => text.padStart(widths[i] ?? 0))].join('  ');
  return [line(first, headers), ...rows.map((row) => line(row.name, row.cells))];
}

/**
 * One job on both clocks. The real one has this machine's computing in it, of the script and of the simulated Google:
 * `computing`, in seconds.
 */
export function realTable(virtual: Measured, real: Measured, computing: number): string {
  const percent = (seconds: number): string => `${((seconds / virtual.seconds - 1) * 100).toFixed(1)} %`;
  const both = [virtual, real].map((one, at) => ({ ...one, name: at ? 'real clock' : 'virtual clock' }));
  const says = `the real clock is off by ${percent(real.seconds)}, of which this machine computed ${computing.toFixed(1)} s`;
  const without = `without them ${percent(real.seconds - computing)}`;
  return [...laidOut(virtual.name, columns, both), '', `${says}: ${without}`, ''].join('\n');
}

function laidOut(first: string, all: readonly Column[], measured: readonly Measured[]): readonly string[] {
  const rows = measured.map((one) => ({ name: one.name, cells: all.map(([, text]) => text(one)) }));
  return lines(
    all.map(([header]) => header),
    rows,
    first,
  );
}

/** Size of the server bundle, and how long a bare context takes to evaluate it: the median of nine times. */
function bundleLine(root: string): string {
  const code = readFileSync(path.join(root, 'dist', 'Code.js'), 'utf8');
  const script = new Script(code);
  const times = Array.from({ length: 9 }, () => {
    const context = createContext({});
    const begun = performance.now();
    script.runInContext(context);
    return performance.now() - begun;
  }).sort((a, b) => a - b);
  return `server bundle: ${(Buffer.byteLength(code) / 1000).toFixed(0)} KB, evaluated in ${(times[4] ?? 0).toFixed(1)} ms`;
}
