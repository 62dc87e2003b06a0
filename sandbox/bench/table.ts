import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Script, createContext } from 'node:vm';
import type { Measured } from './measure';

/** The bench for people. */

const columns: readonly (readonly [string, (one: Measured) => string])[] = [
  ['rows', (one) => String(one.rows)],
  ['way', (one) => (one.baseline ? 'plain script' : one.transport)],
  ['seconds', (one) => one.seconds.toFixed(1)],
  ['bound', (one) => one.boundSeconds.toFixed(1)],
  ['share', (one) => `${(one.shareOfBound * 100).toFixed(1)} %`],
  ['estimate', (one) => (one.promised ? `${((one.promised.seconds / one.promised.took - 1) * 100).toFixed(0)} %` : '')],
  ['reads', (one) => String(one.reads)],
  ['writes', (one) => String(one.writes)],
  ['refused', (one) => String(one.refused)],
  ['doc calls', (one) => String(one.documentCalls)],
  ['waves', (one) => String(one.waves)],
  ['execs', (one) => String(one.executions)],
  ['MB', (one) => String(one.peakMemoryMB)],
  ['ended well', (one) => String(one.well)],
];

/**
 * The table, and what loading the bundle costs. Seconds are virtual; `estimate` is how far the plan's promise was off.
 */
export function table(measured: readonly Measured[], root: string): string {
  const rows = measured.map((one) => ({ name: one.name, cells: columns.map(([, text]) => text(one)) }));
  const headers = columns.map(([header]) => header);
  return [...lines(headers, rows), '', bundleLine(root), ''].join('\n');
}

/** Headers and rows as lines of equal columns. */
export function lines(
  headers: readonly string[],
  rows: readonly { readonly name: string; readonly cells: readonly string[] }[],
): readonly string[] {
  const name = Math.max(...rows.map((row) => row.name.length), 4);
  const widths = headers.map((header, i) => Math.max(header.length, ...rows.map(({ cells }) => cells[i]?.length ?? 0)));
  const line = (first: string, rest: readonly string[]): string =>
    [first.padEnd(name), ...rest.map((text, i) => text.padStart(widths[i] ?? 0))].join('  ');
  return [line('job', headers), ...rows.map((row) => line(row.name, row.cells))];
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
