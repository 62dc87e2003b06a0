import { meet, within } from '../a1';
import type { Rect } from '../calls';
import { PlatformError } from '../exceptions';

/**
 * Merged cells (reference of Range.merge, breakApart, getMergedRanges): the first cell keeps its value, those of the
 * others are lost, and they read as empty from then on.
 */

/** A block of merged cells, as a tab keeps it. */
export interface Merged {
  readonly rect: Rect;
}

/** The blocks once this one is merged. Throws where it takes only a part of one. */
export function merge(blocks: readonly Merged[], rect: Rect): readonly Merged[] {
  const kept = breakApart(blocks, rect);
  return rect.rows * rect.columns > 1 ? [...kept, { rect }] : kept;
}

/** The blocks once those in this range are taken apart. Throws where it takes only a part of one. */
export function breakApart(blocks: readonly Merged[], rect: Rect): readonly Merged[] {
  if (blocks.some((one) => meet(one.rect, rect) && !within(one.rect, rect)))
    throw new PlatformError('You must select all cells in a merged range to merge or unmerge them.');
  return blocks.filter((one) => !meet(one.rect, rect));
}

/** The cells of a block beside its first one. */
export function others({ row, column, rows, columns }: Rect): readonly Rect[] {
  const parts = [
    { row, column: column + 1, rows: 1, columns: columns - 1 },
    { row: row + 1, column, rows: rows - 1, columns },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}
