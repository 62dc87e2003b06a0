import { defined } from '../engine/defined';
import type { RefusalContext } from '../google/refusals';
import type { FoundColumns } from '../table/column';
import type { ReadRow } from '../table/row';
import { outcomeOf } from '../table/status';
import type { Line, Memory } from './line';
import type { Values } from './sheet';
import type { Belonging, OpenAt, Row, Tab } from './tab';

/** From rows as a tab reads them to rows as check and run take them. */

/** A row that a tab has read. */
export interface NamedRead extends ReadRow<unknown> {
  readonly name: string;
  readonly waits?: string;
  readonly elsewhere?: string;
  readonly rests?: string;
}

/** A row with what its own tab has read. */
export interface RowOf<Read extends NamedRead> extends Row {
  readonly read: Read;
}

/** Whose administrator rows of customers wait for, where nobody knows which reseller account that is. */
export const resellers = 'your reseller account';

/** Only resellers have customers: for anybody else the rows wait. */
export function forReseller<Read extends NamedRead>(row: Read, { who }: OpenAt['reach']): Read {
  const { wish: _nothing, ...rest } = row;
  return {
    ...(rest as Read),
    elsewhere: resellers,
    waits: `${who.primaryDomain} is no reseller account: sign in as an administrator of ${resellers}.`,
  };
}

/** What a tab tells of its rows. What is left out is as it is for most. */
export interface How<Read extends NamedRead> {
  readonly read: FoundColumns<string> & { readonly rows: readonly Read[] };
  accountOf(row: Read, line: Line | undefined): string | undefined;
  aboutOf(row: Read): Omit<RefusalContext, 'op'>;
  /** Left out: a line is a row's by its name. */
  lineOf?(row: Read): Line | undefined;
  /** Left out: all rows of the tab are one group. */
  groupOf?(row: Read): string;
  belongs?(row: Read): readonly Belonging[];
  /** Of a row that is ready. */
  wishTexts(row: Read, memory: Memory): readonly string[];
}

/** The rows of a tab, each beside its line of the journal, under the name that it has now. */
export function openRows<Read extends NamedRead>(
  tab: Tab,
  values: Values,
  { how, at }: { readonly how: How<Read>; readonly at: OpenAt },
): readonly RowOf<Read>[] {
  const { rows, positions } = how.read;
  const lines = rows.map((row) => (how.lineOf ? how.lineOf(row) : at.lines.line(row.name)));
  const moved = at.lines.rename(lines.map((line, i) => ({ line, key: rows[i]?.name ?? '' })));
  const cell = (row: Read, id: string): string => values[row.row - 1]?.[positions[id] ?? -1] ?? '';
  return rows.map((read, i) => ({
    tab,
    read,
    place: at.first + read.row,
    key: read.name,
    row: read.row,
    account: how.accountOf(read, moved[i]),
    about: how.aboutOf(read),
    ready: read.wish !== undefined,
    complaints: read.complaints,
    warnings: read.warnings,
    ...defined({ waits: read.waits, elsewhere: read.elsewhere, rests: read.rests }),
    line: moved[i],
    status: outcomeOf(cell(read, 'status')),
    group: how.groupOf?.(read) ?? '',
    belongs: how.belongs?.(read) ?? [],
    secret: tab.secretColumn === '' || tab.secretsAtCheck ? '' : cell(read, tab.secretColumn),
    hasId: tab.idColumn !== '' && cell(read, tab.idColumn).trim() !== '',
    wishTexts: (memory) => (read.wish === undefined ? [] : how.wishTexts(read, memory)),
  }));
}

/**
 * Rows by their places, for a tab that is given its own rows back. Throws for a row of another tab: a mistake of ours.
 */
export function byPlace<Read extends NamedRead>(rows: readonly RowOf<Read>[]): (row: Row) => RowOf<Read> {
  const places = new Map(rows.map((row) => [row.place, row]));
  return ({ place, key }) => {
    const row = places.get(place);
    if (!row) throw new Error(`${key} is no row of this tab.`);
    return row;
  };
}
