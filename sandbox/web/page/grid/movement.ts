import type { Place } from './geometry';
import { cellOf, indexAtOrAfter } from './geometry';
import type { RowView } from '../../wire';

/** Where the arrow keys and their relatives lead. */

/** The tab as movement sees it. */
export interface Ground {
  /** Row numbers that can be gone to, rising. */
  readonly rows: readonly number[];
  readonly columns: number;
  readonly cells: readonly (RowView | undefined)[];
  /** Rows that fit on the screen. */
  readonly page: number;
  /** The first cell that scrolls: where Ctrl+Home leads. */
  readonly home: Place;
  /** Last row and column with anything in them. */
  readonly end: Place;
}

/** The place that a key leads to, or null when the key does not move. */
export function moved(
  from: Place,
  key: string,
  how: { readonly jump: boolean; readonly ground: Ground },
): Place | null {
  const { ground, jump } = how;
  switch (key) {
    case 'ArrowUp':
      return jump ? toEdge(from, { down: -1, right: 0 }, ground) : step(from, { down: -1, right: 0 }, ground);
    case 'ArrowDown':
      return jump ? toEdge(from, { down: 1, right: 0 }, ground) : step(from, { down: 1, right: 0 }, ground);
    case 'ArrowLeft':
      return jump ? toEdge(from, { down: 0, right: -1 }, ground) : step(from, { down: 0, right: -1 }, ground);
    case 'ArrowRight':
      return jump ? toEdge(from, { down: 0, right: 1 }, ground) : step(from, { down: 0, right: 1 }, ground);
    case 'PageUp':
      return step(from, { down: -ground.page, right: 0 }, ground);
    case 'PageDown':
      return step(from, { down: ground.page, right: 0 }, ground);
    case 'Home':
      return jump ? ground.home : { ...from, column: 1 };
    case 'End':
      return jump ? ground.end : { ...from, column: ground.end.column };
    default:
      return null;
  }
}

interface Way {
  readonly down: number;
  readonly right: number;
}

/** So many visible rows down and columns to the right, kept inside the tab. */
export function step(from: Place, way: Way, ground: Pick<Ground, 'rows' | 'columns'>): Place {
  const index = indexAtOrAfter(ground.rows, from.row) + way.down;
  const row = ground.rows[Math.max(0, Math.min(ground.rows.length - 1, index))] ?? from.row;
  return { row, column: Math.max(1, Math.min(ground.columns, from.column + way.right)) };
}

/** To the end of a run of filled cells, or to the next filled one, as Ctrl+arrow goes in a spreadsheet. */
function toEdge(from: Place, way: Way, ground: Ground): Place {
  const filled = (place: Place) => cellOf(ground.cells[place.row - 1], place.column).text !== '';
  let here = step(from, way, ground);
  const alongRun = filled(from) && filled(here);
  for (;;) {
    const next = step(here, way, ground);
    if (next.row === here.row && next.column === here.column) return here;
    if (alongRun ? !filled(next) : filled(here)) return here;
    here = next;
  }
}
