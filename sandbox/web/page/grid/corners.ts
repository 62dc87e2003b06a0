import type { Place } from './geometry';
import type { Selection } from './selection';

/** The corner of the selected block that lies opposite the active cell: the one that Shift moves. */
export function farCorner({ active, block }: Selection): Place {
  return {
    row: active.row === block.row ? block.row + block.rows - 1 : block.row,
    column: active.column === block.column ? block.column + block.columns - 1 : block.column,
  };
}
