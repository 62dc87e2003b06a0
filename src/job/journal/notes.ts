import { mergeNote } from '../../table/notes';
import type { Desk, DeskRow } from '../rows/desk';
import type { Journal, Line } from './journal';
import { kindOf, namedRows, openTabs, type Tab } from '../rows/kinds';

/** Complaints as notes at their cells. People's own notes stay. */

/**
 * Whether a tab has, or will have, notes of ours: they stand only at rows that cannot be read, whose lines have no
 * wish.
 */
export function mayHaveNotes(desk: Desk, journal: Journal): boolean {
  const isUnread = ({ key, wish }: Line): boolean => wish === '' && kindOf(key) !== undefined;
  return desk.rows.some((row) => row.read.complaints.length > 0) || journal.all.some(isUnread);
}

/**
 * Puts the complaints of these rows to their cells, wherever the rows are by now, and takes away those that are
 * answered.
 */
export function keepNotes(rows: readonly DeskRow[]): void {
  const kinds = new Set(rows.map((row) => row.kind));
  for (const tab of openTabs((kind) => kinds.has(kind)))
    keepNotesOn(
      tab,
      rows.filter((row) => row.kind === tab.kind),
    );
}

function keepNotesOn(tab: Tab, rows: readonly DeskRow[]): void {
  const width = tab.values[0]?.length ?? 0;
  if (rows.length === 0 || width === 0) return;
  const { checked, says } = complaintsByCell(tab, rows);
  const range = tab.sheet.getRange(1, 1, tab.values.length, width);
  const before = range.getNotes();
  const after = before.map((notes, row) =>
    notes.map((note, column) => (checked.has(row + 1) ? mergeNote(note, says.get(`${row + 1} ${column}`)) : note)),
  );
  const changed = after.flatMap((notes, row) =>
    notes.some((note, column) => note !== before[row]?.[column]) ? [row] : [],
  );
  const [first] = changed;
  const last = changed[changed.length - 1];
  if (first === undefined || last === undefined) return;
  tab.sheet.getRange(first + 1, 1, last - first + 1, width).setNotes(after.slice(first, last + 1));
}

interface Found {
  readonly checked: ReadonlySet<number>;
  readonly says: ReadonlyMap<string, string>;
}

function complaintsByCell(tab: Tab, rows: readonly DeskRow[]): Found {
  const named = namedRows(tab);
  const places = new Map(named.rows.map((row) => [row.name, row.row]));
  const checked = new Set<number>();
  const says = new Map<string, string>();
  for (const { key, read } of rows) {
    const row = places.get(key);
    if (row === undefined) continue;
    checked.add(row);
    for (const complaint of read.complaints) {
      const column = named.positions[complaint.column];
      if (column === undefined) continue;
      const cell = `${row} ${column}`;
      says.set(cell, [says.get(cell), complaint.says].filter(Boolean).join('\n'));
    }
  }
  return { checked, says };
}
