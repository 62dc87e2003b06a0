import { mergeNote } from '../table/notes';
import type { DeskRow, UsersDesk } from './users-desk';

/** Complaints as notes at their cells. People's own notes stay. */

/** Puts the complaints of these rows to their cells, and takes away those that are answered. */
export function keepNotes(desk: UsersDesk, rows: readonly DeskRow[]): void {
  const checked = new Set(rows.map((row) => row.read.row));
  const width = desk.tab.values[0]?.length ?? 0;
  if (checked.size === 0 || width === 0) return;
  const range = desk.tab.sheet.getRange(1, 1, desk.tab.values.length, width);
  const before = range.getNotes();
  const says = complaintsByCell(desk, checked);
  const after = before.map((notes, row) => notes.map((note, column) => (checked.has(row + 1) ? mergeNote(note, says.get(`${row + 1} ${column}`)) : note)));
  const first = after.findIndex((notes, row) => notes.some((note, column) => note !== before[row]?.[column]));
  if (first < 0) return;
  const last = after.length - 1 - [...after].reverse().findIndex((notes, i) => notes.some((note, column) => note !== before[after.length - 1 - i]?.[column]));
  desk.tab.sheet.getRange(first + 1, 1, last - first + 1, width).setNotes(after.slice(first, last + 1));
}

function complaintsByCell(desk: UsersDesk, checked: ReadonlySet<number>): ReadonlyMap<string, string> {
  const says = new Map<string, string>();
  for (const { read } of desk.rows) {
    if (!checked.has(read.row)) continue;
    for (const complaint of read.complaints) {
      const column = desk.read.positions[complaint.column];
      if (column === undefined) continue;
      const cell = `${read.row} ${column}`;
      says.set(cell, [says.get(cell), complaint.says].filter(Boolean).join('\n'));
    }
  }
  return says;
}
