import type { Scope } from '../../src/job/wire';
import { ask, type Desk } from '../cli/desk';
import { carryOut, type Work } from '../cli/drive';
import { textTabs } from '../cli/sheets';
import { Heap } from './heap';
import { inColumns } from './in-columns';
import { LookingClock } from './looks';
import { openBench, setUp, wellOf } from './measure';
import type { Job } from './scenarios';
import { countersOf, usedSince, type Used } from './used';

/**
 * What many rows may cost at most, as it was agreed on, beside what they cost: a whole job with a sidebar that looks
 * on, opening the sidebar afterwards, and a check behind a filter.
 */

/** One figure. Left out: `most`, where nothing was agreed on. */
export interface Figure {
  readonly what: string;
  readonly is: number;
  readonly most?: number;
}

/** Measures a job of so many full rows; `root` is the project's folder. It takes minutes, and memory for both sides. */
export function measureAgreed(rows: number, root: string): readonly Figure[] {
  return [...ofJob(rows, root), ...ofFilter(rows, root)];
}

const full = (rows: number): Job => ({
  name: 'agreed',
  rows,
  transport: 'parallel',
  baseline: false,
  licence: 'Business Starter',
});

function ofJob(rows: number, root: string): readonly Figure[] {
  const desk = openBench({ ...full(rows), watched: true }, root, { jitter: 80 });
  setUp(desk, 'parallel');
  const before = { counters: countersOf(desk.host.state), looks: looksOf(desk) };
  const heap = new Heap(desk.host);
  const check = checked(desk, { kind: 'everything' }, heap);
  const since = (): Used => usedSince(before.counters, desk.host.state, looksOf(desk) - before.looks);
  const executions = since().executions - since().looks;
  const at = desk.clock.now();
  worked(desk, heap, { start: () => ask(desk.host, 'startRun', { planId: check.planId, confirmed: true }) });
  heap.end();
  const used = since();
  return [
    { what: 'rows that ended well', is: wellOf(desk) },
    { what: 'executions of the check', is: executions, most: 2 },
    { what: 'seconds of the run', is: (desk.clock.now() - at) / 1000 },
    { what: 'property calls', is: used.propertyCalls, most: 1_500 },
    { what: 'calls of Utilities', is: used.utilitiesCalls, most: 20_000 },
    { what: 'MB of the Journal', is: journalBytes(desk) / 1_000_000, most: 3 },
    { what: 'MB that an execution holds', is: heap.most, most: 150 },
    ...ofLooks(desk, used),
    ...ofOpening(desk),
  ];
}

function ofLooks({ clock }: Desk, { looks }: Used): readonly Figure[] {
  if (!(clock instanceof LookingClock)) return [];
  return [
    { what: 'calls of the dearest look', is: clock.dearest, most: 2 },
    { what: 'cells that looks read', is: clock.cells, most: 0 },
    { what: 'looks', is: looks },
  ];
}

function ofOpening(desk: Desk): readonly Figure[] {
  const first = seconds(desk, () => ask(desk.host, 'getStartPage', { opens: true, quick: true }));
  const counted = seconds(desk, () => ask(desk.host, 'getStartPage'));
  return [
    { what: 'seconds until the sidebar is there', is: first, most: 2 },
    { what: 'seconds until its rows are counted', is: counted },
  ];
}

/** A filter that hides one row, against none. */
function ofFilter(rows: number, root: string): readonly Figure[] {
  const [without = 0, behind = 0] = [false, true].map((filtered) => {
    const desk = openBench(full(rows), root, { jitter: 80 });
    setUp(desk, 'parallel');
    if (filtered) desk.host.edit.hideRows('Users', [rows], 'filter');
    return seconds(desk, () => checked(desk, filtered ? { kind: 'visible' } : { kind: 'everything' }));
  });
  return [
    { what: 'seconds of a check', is: without },
    { what: 'percent that a filter adds', is: (behind / without - 1) * 100, most: 20 },
  ];
}

function checked(desk: Desk, scope: Scope, heap?: Heap): { readonly planId: string } {
  const progress = worked(desk, heap, { start: () => ask(desk.host, 'startCheck', { scope, action: 'provision' }) });
  return progress.plan ?? ask(desk.host, 'getPlan');
}

function worked(desk: Desk, heap: Heap | undefined, { start }: Pick<Work, 'start'>): ReturnType<typeof carryOut> {
  const weighed = <T>(call: () => T): T => {
    heap?.begin();
    return call();
  };
  const work = (): ReturnType<typeof carryOut> =>
    carryOut(desk, {
      start: () => weighed(start),
      goOn: () => weighed(() => ask(desk.host, 'continueWork')),
      phases: ['checking', 'checked', 'running', 'finished', 'stopped'],
      resume: true,
    });
  return desk.clock instanceof LookingClock ? desk.clock.during(desk.host, work) : work();
}

function looksOf({ clock }: Desk): number {
  return clock instanceof LookingClock ? clock.looks : 0;
}

function seconds({ clock }: Desk, work: () => unknown): number {
  const at = clock.now();
  work();
  return (clock.now() - at) / 1000;
}

/** Bytes of the Journal's text. */
export function journalBytes({ host }: Desk): number {
  const { rows = [] } = textTabs(host.state.sheets).find(({ name }) => name === 'Journal') ?? {};
  return rows.reduce((sum, row) => sum + Buffer.byteLength(row.join('')), 0);
}

/** The figures for people; one above what was agreed on is told. */
export function agreedTable(figures: readonly Figure[]): string {
  const text = (figure: number): string => (Number.isInteger(figure) ? String(figure) : figure.toFixed(2));
  return inColumns(
    ['what', 'is', 'at most', ''],
    figures.map(({ what, is, most }) => [
      what,
      text(is),
      most === undefined ? '' : text(most),
      most !== undefined && is > most ? 'above' : '',
    ]),
  );
}
