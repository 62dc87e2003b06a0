import { readableText } from '../../engine/domain-names';
import { mergeNote } from '../../table/notes';
import { tabOf } from '../../tabs';
import type { Line } from '../../tabs/line';
import type { Row } from '../../tabs/tab';
import type { Rows } from '../rows/rows';
import { openSheets, type TabSheet } from '../rows/sheets';
import type { Journal } from './journal';

/** Complaints as notes at their cells. People's own notes stay. */

/**
 * Whether a tab has, or will have, notes of ours: they stand only at rows that cannot be read, whose lines have no
 * wish.
 */
export function mayHaveNotes(rows: Rows, journal: Journal): boolean {
  const isUnread = ({ key, wish }: Line): boolean => wish === '' && tabOf(key) !== undefined;
  return rows.all.some((row) => row.complaints.length > 0) || journal.all.some(isUnread);
}

/**
 * Puts the complaints of these rows to their cells, wherever the rows are by now, and takes away those that are
 * answered.
 */
export function keepNotes(rows: readonly Row[]): void {
  const wanted = new Set(rows.map((row) => row.tab));
  for (const sheet of openSheets((tab) => wanted.has(tab)))
    keepNotesOn(
      sheet,
      rows.filter((row) => row.tab === sheet.tab),
    );
}

function keepNotesOn(sheet: TabSheet, rows: readonly Row[]): void {
  const width = sheet.values[0]?.length ?? 0;
  if (rows.length === 0 || width === 0) return;
  const { checked, says } = complaintsByCell(sheet, rows);
  const range = sheet.sheet.getRange(1, 1, sheet.values.length, width);
  const before = range.getNotes();
  const further = furtherColumns(sheet);
  const after = before.map((notes, row) =>
    notes.map((note, column) =>
      checked.has(row + 1) || (row === 0 && further.has(column))
        ? mergeNote(note, says.get(`${row + 1} ${column}`))
        : note,
    ),
  );
  const changed = after.flatMap((notes, row) =>
    notes.some((note, column) => note !== before[row]?.[column]) ? [row] : [],
  );
  const [first] = changed;
  const last = changed[changed.length - 1];
  if (first === undefined || last === undefined) return;
  sheet.sheet.getRange(first + 1, 1, last - first + 1, width).setNotes(after.slice(first, last + 1));
}

/** Places of columns that rows use beside those of the tab: only their headers may be wrong. */
function furtherColumns({ named: { positions }, tab }: TabSheet): ReadonlySet<number> {
  const own = new Set(tab.columns.map(({ id }) => id));
  return new Set(
    Object.entries(positions).flatMap(([id, place]) => (own.has(id) || place === undefined ? [] : [place])),
  );
}

interface Found {
  readonly checked: ReadonlySet<number>;
  readonly says: ReadonlyMap<string, string>;
}

function complaintsByCell({ named }: TabSheet, rows: readonly Row[]): Found {
  const places = new Map(named.rows.map((row) => [row.name, row.row]));
  const checked = new Set<number>();
  const says = new Map<string, string>();
  for (const { key, complaints } of rows) {
    const row = places.get(key);
    if (row === undefined) continue;
    checked.add(row);
    for (const complaint of complaints) {
      const column = named.positions[complaint.column];
      if (column === undefined) continue;
      put(says, `${row} ${column}`, complaint.says);
      if (complaint.ofHeader) put(says, `1 ${column}`, complaint.says);
    }
  }
  return { checked, says };
}

/** What several rows say of one header is said once. */
function put(says: Map<string, string>, cell: string, complaint: string): void {
  const sentence = readableText(complaint);
  const before = says.get(cell);
  if (before?.split('\n').includes(sentence)) return;
  says.set(cell, [before, sentence].filter(Boolean).join('\n'));
}
