import type { Sheet } from '../model';
import type { Place } from './geometry';
import { contains } from './geometry';

/** What the drop-down of a cell offers; nothing where it has none. */
export function valuesAt(sheet: Sheet, place: Place): readonly string[] {
  return sheet.choices.find((choice) => contains(choice, place))?.values ?? [];
}
