import { parseA1 } from '../a1';
import type { Rect } from '../calls';
import type { Execution } from '../execution/execution';
import type { Book } from './book';
import { Range } from './range';

/** What a person has selected. A trigger sees no person's selection, only the first cell. */

/** The selected blocks of the tab in front, in the order in which they were selected. */
export function selectedRects(run: Execution): { readonly sheet: number; readonly rects: readonly Rect[] } {
  const { activeSheet, selection } = run.invoke('book.info', {});
  const info = run.invoke('sheet.info', { sheet: activeSheet });
  const size = { maxRows: info?.maxRows ?? 1, maxColumns: info?.maxColumns ?? 1 };
  const notations = run.info.surface === 'trigger' ? ['A1'] : selection.split(',');
  const rects = notations.flatMap((notation) => parseA1(notation, size)?.rect ?? []);
  return { sheet: activeSheet, rects };
}

/** The block selected last on a tab; null where another tab is in front. */
export function activeRange(book: Book, sheet?: number): Range | null {
  const selected = selectedRects(book._run);
  const last = selected.rects[selected.rects.length - 1];
  if (!last || (sheet !== undefined && sheet !== selected.sheet)) return null;
  return new Range(book, selected.sheet, last);
}
