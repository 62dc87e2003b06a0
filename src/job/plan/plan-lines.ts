import { inPlan } from '../../engine/words';
import { columnLetters } from '../../table/column';
import { tabOf } from '../../tabs';
import type { Journal } from '../journal/journal';
import type { Job } from '../keeping/job-record';
import type { TabSheet } from '../rows/sheets';
import { Trouble } from '../trouble';
import type { PlanPage, PlanWrite, Server } from '../wire';
import { kindsOf, plannedIn, type Kind, type Planned } from './planned';

/** The writes of a plan one by one: a page at a time for the sidebar, all of them for the tab Plan. */

/** So many cross to the sidebar at once. */
const pageSize = 100;

type Ask = Parameters<Server['getPlanLines']>[0];

/**
 * A page of the writes of one kind, or of all kinds where none is named. Throws Trouble for another plan than the one
 * that is there.
 */
export function planPage(
  job: Job,
  journal: Journal,
  { ask, open }: { readonly ask: Ask; readonly open: () => readonly TabSheet[] },
): PlanPage {
  refuseOther(job, ask);
  const { kind } = ask;
  const all = listed(job, journal, (one) => !kind || (one.says === kind.says && one.need === kind.need));
  const from = Number.isSafeInteger(ask.from) && ask.from > 0 ? ask.from : 0;
  return { total: all.length, writes: placed(all.slice(from, from + pageSize), open()) };
}

/** Throws Trouble where this is not the plan that a person has seen. */
export function refuseOther({ planId }: Job, seen: { readonly planId: string }): void {
  if (seen.planId !== planId)
    throw new Trouble('anotherPlan', {
      says: 'The plan is not the one that you saw: it was checked again in the meantime.',
      remedy: 'Look at the new plan.',
    });
}

/** Every write of the plan, kind by kind. */
export function allWrites(job: Job, journal: Journal, sheets: readonly TabSheet[]): readonly PlanWrite[] {
  return placed(
    listed(job, journal, () => true),
    sheets,
  );
}

interface Listed {
  readonly one: Planned;
  readonly kind: string;
}

function listed({ id }: Job, journal: Journal, isWanted: (kind: Kind) => boolean): readonly Listed[] {
  const kinds = kindsOf(plannedIn(journal, id)).filter(isWanted);
  return kinds.flatMap(({ says, all }) => all.map((one) => ({ one, kind: says })));
}

function placed(all: readonly Listed[], sheets: readonly TabSheet[]): readonly PlanWrite[] {
  const cells = new Map<string, Cell>(sheets.flatMap(cellsOn));
  return all.map(({ one, kind }) => writeOf(one, { kind, cell: cells.get(one.row) }));
}

interface Cell {
  readonly row: number;
  readonly cell: string;
}

function cellsOn({ tab, named: { positions, rows } }: TabSheet): readonly (readonly [string, Cell])[] {
  const letters = columnLetters(positions[tab.keyColumns[0]] ?? 0);
  return rows.map(({ name, row }) => [name, { row, cell: `${letters}${String(row)}` }]);
}

function writeOf(
  { write, row, subject }: Planned,
  at: { readonly kind: string; readonly cell: Cell | undefined },
): PlanWrite {
  const { op, need, words } = write;
  return {
    key: row,
    tab: tabOf(row)?.name ?? '',
    row: at.cell?.row ?? 0,
    cell: at.cell?.cell ?? '',
    op,
    need,
    kind: at.kind,
    of: subject,
    says: inPlan(words),
    ...(words.text === undefined ? {} : { text: words.text }),
  };
}
