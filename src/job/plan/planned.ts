import type { PlannedWrite } from '../../engine/plan';
import { inPlan } from '../../engine/words';
import { placeOf } from '../../google/writes';
import { tabOf } from '../../tabs';
import { titleOf, type Line } from '../../tabs/line';
import type { Journal } from '../journal/journal';
import { isShared, sharedKey, sharedName } from '../journal/shared-lines';

/** The writes of a checked plan, each with the row that it is there for. */

/** One write. `row`: the key of the row that it is for, or of the first that needs it where rows share it. */
export interface Planned {
  readonly write: PlannedWrite;
  readonly row: string;
  /** Whom or what it is about. */
  readonly subject: string;
}

/**
 * Every write that a run of this work may send, shared ones once. Shared work that only rows ask for which are not run
 * is none of the plan.
 */
export function plannedIn(journal: Journal, work: string): readonly Planned[] {
  const lines = journal.all.filter((line) => line.work === work && line.outcome === 'planned');
  const rows = lines.filter((line) => !isShared(line));
  const shared = sharedOf(lines, rows);
  return [
    ...[...shared].flatMap(([line, row]) =>
      line.plan.writes.map((write) => ({ write, row, subject: subjectOf(write, row) })),
    ),
    ...rows.flatMap(({ key, plan }) =>
      plan.writes.map((write) => ({ write, row: key, subject: subjectOf(write, key) })),
    ),
  ];
}

/** Lines of shared work with the row that stands for it: one of the tab whose own it is, else the first that asks. */
function sharedOf(lines: readonly Line[], rows: readonly Line[]): ReadonlyMap<Line, string> {
  const byKey = new Map(lines.filter(isShared).map((line) => [line.key, line]));
  const found = new Map<Line, string>();
  const visit = (names: readonly string[], row: string): void => {
    for (const name of names) {
      const line = byKey.get(sharedKey(name));
      if (!line) continue;
      const before = found.get(line);
      if (before === undefined || (!owns(before, line) && owns(row, line))) found.set(line, row);
      if (before === undefined) visit(line.plan.shared, row);
    }
  };
  for (const { key, plan } of rows) visit(plan.shared, key);
  return found;
}

function owns(row: string, line: Line): boolean {
  return tabOf(row)?.owns?.(sharedName(line)) === true;
}

function subjectOf({ words: { of } }: PlannedWrite, row: string): string {
  return of ?? titleOf(row);
}

/** Writes of one kind, as totals count them. */
export interface Kind {
  readonly need: PlannedWrite['need'];
  /** `create users`. */
  readonly says: string;
  readonly all: readonly Planned[];
}

/** The kinds of a plan's writes, in the order in which they are carried out; what is only sent if needed comes last. */
export function kindsOf(planned: readonly Planned[]): readonly Kind[] {
  const groups = new Map<string, Kind & { readonly all: Planned[] }>();
  for (const one of planned) {
    const { need, words } = one.write;
    const says = words.many ?? inPlan(words);
    const group = groups.get(`${need} ${says}`) ?? { need, says, all: [] };
    group.all.push(one);
    groups.set(`${need} ${says}`, group);
  }
  const place = ({ need, all }: Kind): number => placeOf(all[0]?.write.op ?? '') + (need === 'may' ? 1_000 : 0);
  return [...groups.values()].sort((a, b) => place(a) - place(b));
}
