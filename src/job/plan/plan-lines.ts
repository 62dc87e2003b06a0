import { readableText } from '../../engine/domain-names';
import { defined } from '../../engine/defined';
import type { PlannedWrite } from '../../engine/plan';
import { isObject } from '../../engine/request';
import { inPlan, isChange } from '../../engine/words';
import { columnLetters, type Column } from '../../table/column';
import { headerInWords } from '../../table/compare';
import { tabOf } from '../../tabs';
import type { Tab } from '../../tabs/tab';
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
  const isWanted = (one: Kind): boolean => !kind || (one.says === kind.says && one.need === kind.need);
  const all = listed({ job, journal, sheets: open() }, isWanted);
  const from = Number.isSafeInteger(ask.from) && ask.from > 0 ? ask.from : 0;
  return { total: all.length, writes: all.slice(from, from + pageSize).map(writeOf) };
}

/** Throws Trouble where this is not the plan that a person has seen. */
export function refuseOther({ planId }: Job, seen: unknown): void {
  if (!isObject(seen) || seen.planId !== planId)
    throw new Trouble('anotherPlan', {
      says: 'The plan is not the one that you saw: it was checked again in the meantime.',
      remedy: 'Look at the new plan.',
    });
}

/** A plan with the sheets that its rows stand on. */
interface PlanAt {
  readonly job: Job;
  readonly journal: Journal;
  readonly sheets: readonly TabSheet[];
}

/** Every write of the plan, kind by kind. */
export function allWrites(at: PlanAt): readonly PlanWrite[] {
  return listed(at, () => true).map(writeOf);
}

/** Where a row stands. */
interface Place {
  /** Among the rows of all tabs. */
  readonly order: number;
  readonly row: number;
  readonly cell: string;
  /** Its header; '' for the key column. */
  readonly column: string;
}

/** Of a row that somebody has deleted since. */
const nowhere: Place = { order: Infinity, row: 0, cell: '', column: '' };

interface Listed extends Planned {
  readonly kind: string;
  readonly place: Place;
}

/** Kind by kind, and in the order of the sheet. */
function listed({ job, journal, sheets }: PlanAt, isWanted: (kind: Kind) => boolean): readonly Listed[] {
  const places = placesOn(sheets);
  const placed = (kind: Kind): readonly Listed[] =>
    kind.all.map((one) => ({ ...one, kind: kind.says, place: places.get(one.row)?.(one.write) ?? nowhere }));
  return kindsOf(plannedIn(journal, job.id))
    .filter(isWanted)
    .flatMap((kind) => [...placed(kind)].sort((a, b) => Math.sign(a.place.order - b.place.order) || 0));
}

/** Where the cells of rows are that writes come from. */
function placesOn(sheets: readonly TabSheet[]): ReadonlyMap<string, (write: PlannedWrite) => Place> {
  const places = new Map<string, (write: PlannedWrite) => Place>();
  for (const { tab, named } of sheets)
    for (const { name, row } of named.rows) {
      const order = places.size;
      places.set(name, (write) => {
        const column = columnOf(tab, write);
        const at = named.positions[column?.id ?? ''] ?? named.positions[tab.keyColumns[0]] ?? 0;
        return { order, row, cell: `${columnLetters(at)}${row}`, column: column?.header ?? '' };
      });
    }
  return places;
}

/** The column of the first field that changes, else the one that such writes come from. */
function columnOf(tab: Tab, { op, words: { values = [] } }: PlannedWrite): Column | undefined {
  const [change] = values.filter(isChange);
  const id = tab.writesOf?.[op];
  return tab.columns.find((column) => (change ? headerInWords(column) === change[0] : column.id === id));
}

function writeOf({ write, row, subject, kind, place }: Listed): PlanWrite {
  const { op, need, words } = write;
  return {
    key: row,
    tab: tabOf(row)?.name ?? '',
    row: place.row,
    cell: place.cell,
    ...(place.column ? { column: place.column } : {}),
    op,
    need,
    kind,
    of: readableText(subject),
    says: readableText(inPlan(words)),
    ...defined({ text: words.text }),
  };
}
