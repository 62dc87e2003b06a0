import { useRef } from 'preact/hooks';
import type { Edit } from '../../wire';
import type { Sheet } from '../model';
import type { Editing } from './editor';
import type { Place } from './geometry';
import { cellOf, contains } from './geometry';
import type { Layout } from './layout';
import type { Selection } from './selection';
import { tickAt } from './values';

/** What the mouse on the grid can do. */
export interface MouseTable {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly selection: Selection;
  readonly select: (active: Place, other?: Place) => void;
  readonly change: (what: Edit) => void;
  readonly edit: (editing: Editing) => void;
  readonly onMenu: (x: number, y: number) => void;
}

/**
 * Handlers for the grid's element: selecting by click and drag, rows and columns by their heads, ticks, drop-downs, the
 * context menu.
 */
export function useMouse(table: MouseTable) {
  const dragging = useRef<Place | null>(null);
  const { select, selection, sheet } = table;
  return {
    onMouseDown: (event: MouseEvent) => {
      if (event.button !== 0) return;
      const hit = hitOf(event, table);
      if (!hit) return;
      if (event.shiftKey) return select(selection.active, hit.end);
      dragging.current = hit.start;
      select(hit.start, hit.end);
      if (hit.element.closest('[data-opens]')) begin(table, hit.start, true);
      if (hit.element.closest('[data-tick]')) tick(table, hit.start);
    },
    onMouseMove: (event: MouseEvent) => {
      if (!dragging.current || event.buttons !== 1) return;
      const hit = hitOf(event, table);
      if (hit) select(dragging.current, hit.end);
    },
    onMouseUp: () => {
      dragging.current = null;
    },
    onDblClick: (event: MouseEvent) => {
      const hit = hitOf(event, table);
      const whole = hit && (hit.start.row !== hit.end.row || hit.start.column !== hit.end.column);
      if (hit && !whole && tickAt(sheet, hit.start) === null) begin(table, hit.start, false);
    },
    onContextMenu: (event: MouseEvent) => {
      const hit = hitOf(event, table);
      if (!hit) return;
      event.preventDefault();
      if (!contains(selection.block, hit.start)) select(hit.start, hit.end);
      table.onMenu(event.clientX, event.clientY);
    },
  };
}

interface Hit {
  readonly element: Element;
  readonly start: Place;
  readonly end: Place;
}

/** What was hit: a cell, or with a row's number or a column's letter all of its cells. */
function hitOf(event: MouseEvent, { sheet, layout }: MouseTable): Hit | null {
  const element = event.target instanceof Element ? event.target : null;
  const cell = element?.closest<HTMLElement>('[data-row], [data-column], [data-all]');
  if (!element || !cell) return null;
  const row = Number(cell.dataset['row'] ?? 0);
  const column = Number(cell.dataset['column'] ?? 0);
  return {
    element,
    start: { row: row || 1, column: column || 1 },
    end: { row: row || sheet.end.row, column: column || layout.columns },
  };
}

function begin({ sheet, edit }: MouseTable, place: Place, listOpen: boolean): void {
  const cell = cellOf(sheet.cells[place.row - 1], place.column);
  // The editor takes the focus; a mouse event that still bubbles would give it back to the grid.
  setTimeout(() => edit({ place, text: cell.formula ?? cell.text, fresh: false, listOpen }));
}

function tick({ sheet, change }: MouseTable, place: Place): void {
  change({ kind: 'set', sheet: sheet.id, ...place, text: tickAt(sheet, place) ? 'FALSE' : 'TRUE' });
}
