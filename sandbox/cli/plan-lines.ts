import type { PlanView, PlanWrite } from '../../src/job/wire';
import { ask, type Desk } from './desk';
import type { Session } from './session';

/** plan.jsonl: the approved plan as the server showed it, with every write of every row. */

/** The lines of plan.jsonl: totals, rows that need a person, then the writes row by row; none where no check ended. */
export function planLines(desk: Desk, { plan, checked }: Session): unknown[] {
  if (!plan || !checked) return [];
  const { planId, rows, hiddenRows, changes, estimate, counts, lines, needs, seats, asks } = plan;
  return [
    { kind: 'plan', planId, rows, hiddenRows, changes, counts, estimate, seats, asks },
    ...lines.map((line) => ({ kind: 'line', ...line })),
    ...needs.map((note) => ({ kind: 'needs', ...note })),
    ...byRow(writesOf(desk.at(checked), plan)).map(([{ key, tab, row }, writes]) => ({
      kind: 'row',
      key,
      tab,
      row,
      plan: { writes: writes.map(({ op, need, of, says, cell, text }) => ({ op, need, of, says, cell, text })) },
    })),
  ];
}

/** Every write, page by page, as the sidebar asks for them. */
function writesOf({ host }: Desk, { planId }: PlanView): readonly PlanWrite[] {
  const all: PlanWrite[] = [];
  for (;;) {
    const { total, writes } = ask(host, 'getPlanLines', { planId, from: all.length });
    all.push(...writes);
    if (all.length >= total || writes.length === 0) return all;
  }
}

/** Writes by the row that they are for, in the order of the sheet. */
function byRow(writes: readonly PlanWrite[]): readonly (readonly [PlanWrite, readonly PlanWrite[]])[] {
  const rows = new Map<string, PlanWrite[]>();
  for (const write of writes) rows.set(write.key, [...(rows.get(write.key) ?? []), write]);
  return [...rows.values()]
    .flatMap((all): [PlanWrite, PlanWrite[]][] => (all[0] ? [[all[0], all]] : []))
    .sort(([a], [b]) => (a.tab === b.tab ? a.row - b.row : 0));
}
