import { tabs } from '../../tabs';
import type { Lines } from '../../tabs/line';
import type { Seeks } from '../../tabs/sheet';
import type { OpenAt, OpenTab, Row } from '../../tabs/tab';
import type { Outcome } from '../../engine/outcome';
import { cellsOfSpreadsheet } from '../../google/platform-texts';
import { outcomeOf } from '../../table/status';
import { digest } from '../secrets/codes';
import type { TabSheet } from './sheets';

/** The rows of all tabs, each beside its line of the journal. */

/** All tabs as they were read; one that is missing is left out. */
export interface Rows {
  readonly sheets: readonly TabSheet[];
  readonly tabs: readonly OpenTab[];
  readonly all: readonly Row[];
}

/** What rows are read with, whatever tab they are on. */
export type Reading = Omit<OpenAt, 'lines' | 'brought' | 'opened' | 'first'>;

/** More rows than any tab has: each takes a cell at least. */
const perTab = cellsOfSpreadsheet;

/** Reads the rows: what those of one tab bring is there for the next one. */
export function readRows(sheets: readonly TabSheet[], reading: Reading, lines: Lines): Rows {
  const opened: OpenTab[] = [];
  for (const { tab, values } of sheets) {
    const brought = opened.reduce<OpenTab['brings']>((last, { brings }) => brings ?? last, undefined);
    opened.push(
      tab.open(values, { ...reading, lines, brought, opened: [...opened], first: tabs.indexOf(tab) * perTab }),
    );
  }
  return { sheets, tabs: opened, all: opened.reduce<readonly Row[]>((all, { rows }) => all.concat(rows), []) };
}

/** Names a row's wish without its secrets, so that a run can tell whether the row is still what was approved. */
export function wishDigest(row: Row, memory: Parameters<Row['wishTexts']>[0]): string {
  const [text] = row.wishTexts(memory);
  return text === undefined ? '' : digest(text);
}

/** Whether a row still wishes what its line was written for, whatever Seatsheet learnt of it meanwhile. */
export function isAsChecked(
  row: Row,
  line: { readonly wish: string; readonly memory: Parameters<Row['wishTexts']>[0] },
): boolean {
  return row.wishTexts(line.memory).some((text) => digest(text) === line.wish);
}

/** A keyed code of what a run would take out of the row's secret cell; undefined where it takes nothing. */
export function secretCode(row: Row, { mac }: { mac(message: string): string }): string | undefined {
  return row.secret === '' ? undefined : mac(`seatsheet secret\n${JSON.stringify([row.key, row.secret])}`);
}

/** What there is to look around for before the rows are read. */
export function seeksOn(sheets: readonly TabSheet[]): Seeks {
  const all = sheets.map(({ tab, values }) => tab.seeks(values));
  const joined = (name: keyof Seeks): readonly string[] => [
    ...new Set(all.reduce<readonly string[]>((texts, one) => texts.concat(one[name]), []).filter(Boolean)),
  ];
  return {
    domains: joined('domains'),
    withRoles: joined('withRoles'),
    withCustom: joined('withCustom'),
    customers: joined('customers'),
    people: joined('people'),
  };
}

/** How many rows stand at each outcome by their Status cells. */
export function countsOn(sheets: readonly TabSheet[]): Readonly<Partial<Record<Outcome, number>>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { values, named } of sheets) {
    for (const { row } of named.rows) {
      const outcome = outcomeOf(values[row - 1]?.[named.positions.status ?? -1] ?? '') ?? 'notChecked';
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  }
  return counts;
}
