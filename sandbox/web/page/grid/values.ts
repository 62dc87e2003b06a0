import type { Sheet } from '../model';
import type { Place } from './geometry';
import { cellOf, contains } from './geometry';

/** What data validation makes of a cell. */

/** What the drop-down of a cell offers; nothing where it has none. */
export function valuesAt(sheet: Sheet, place: Place): readonly string[] {
  return sheet.choices.find((choice) => contains(choice, place))?.values ?? [];
}

/** Whether a tick box is ticked; null where the cell is none. */
export function tickAt(sheet: Sheet, place: Place): boolean | null {
  if (!sheet.ticks.some((block) => contains(block, place))) return null;
  return cellOf(sheet.cells[place.row - 1], place.column).text === 'TRUE';
}
