import { useRef } from 'preact/hooks';
import type { Edit } from '../../wire';
import type { Sheet } from '../model';
import type { Editing } from './editor';
import type { Place } from './geometry';
import { cellOf } from './geometry';
import type { Layout } from './layout';
import { rowHeight } from './layout';
import type { Ground } from './movement';
import { moved } from './movement';
import { farCorner } from './corners';
import type { Selection } from './selection';
import { tickAt, valuesAt } from './values';

/** What keys on the grid can do. */
export interface KeyTable {
  readonly sheet: Sheet;
  readonly selection: Selection;
  readonly select: (active: Place, other?: Place) => void;
  readonly ground: Ground;
  readonly change: (what: Edit) => void;
  readonly edit: (editing: Editing) => void;
  readonly onMenu: (x: number, y: number) => void;
}

/** The tab as movement sees it. */
export function movement(sheet: Sheet, layout: Layout, height: number): Ground {
  const page = Math.max(1, Math.floor((height - layout.headHeight) / rowHeight) - 1);
  return {
    rows: [...layout.frozen, ...layout.rows],
    columns: layout.columns,
    cells: sheet.cells,
    page,
    home: { row: layout.rows[0] ?? 1, column: 1 },
    end: sheet.end,
  };
}

/** Handles keys on the grid as a spreadsheet does. Escape, then Tab leaves the grid. */
export function useKeys(table: KeyTable): (event: KeyboardEvent) => void {
  const leaving = useRef(false);
  return (event) => {
    if (event.target !== event.currentTarget) return;
    const wasLeaving = leaving.current;
    leaving.current = event.key === 'Escape' || (wasLeaving && event.key === 'Shift');
    if (wasLeaving && event.key === 'Tab') return;
    if (acted(table, event)) event.preventDefault();
  };
}

function acted(table: KeyTable, event: KeyboardEvent): boolean {
  return movedOn(table, event) || edited(table, event) || commanded(table, event);
}

function movedOn({ selection, select, ground }: KeyTable, event: KeyboardEvent): boolean {
  if (event.altKey) return false;
  if (event.key === 'Tab')
    return to(select, moved(selection.active, event.shiftKey ? 'ArrowLeft' : 'ArrowRight', { jump: false, ground }));
  const jump = event.ctrlKey || event.metaKey;
  if (!event.shiftKey) return to(select, moved(selection.active, event.key, { jump, ground }));
  const corner = moved(farCorner(selection), event.key, { jump, ground });
  if (!corner) return false;
  select(selection.active, corner);
  return true;
}

function to(select: (place: Place) => void, place: Place | null): boolean {
  if (!place) return false;
  select(place);
  return true;
}

function edited({ sheet, selection, change, edit }: KeyTable, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const place = selection.active;
  const cell = cellOf(sheet.cells[place.row - 1], place.column);
  const tick = tickAt(sheet, place);
  const begin = (how: Partial<Editing>) =>
    edit({ place, text: cell.formula ?? cell.text, fresh: false, listOpen: false, ...how });
  if (event.altKey) {
    if (event.key !== 'ArrowDown' || !valuesAt(sheet, place).length) return false;
    begin({ listOpen: true });
  } else if (event.key === ' ' && tick !== null) {
    change({ kind: 'set', sheet: sheet.id, ...place, text: tick ? 'FALSE' : 'TRUE' });
  } else if (event.key === 'F2' || event.key === 'Enter') begin({});
  else if (event.key === 'Delete' || event.key === 'Backspace')
    change({ kind: 'clear', sheet: sheet.id, ...selection.block });
  else if (event.key.length === 1) begin({ text: event.key, fresh: true });
  else return false;
  return true;
}

function commanded({ selection, select, ground, onMenu }: KeyTable, event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
    select({ row: 1, column: 1 }, ground.end);
    return true;
  }
  if (event.key !== 'ContextMenu' && !(event.shiftKey && event.key === 'F10')) return false;
  const cell = document
    .getElementById(`cell-${selection.active.row}-${selection.active.column}`)
    ?.getBoundingClientRect();
  onMenu(cell?.left ?? 100, cell?.bottom ?? 100);
  return true;
}
