import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Block, Edit } from '../../wire';
import type { Place } from './geometry';
import { blockBetween } from './geometry';

/** Where the person is: the tab, the active cell, and the block around it. */
export interface Selection {
  readonly sheet: number;
  readonly active: Place;
  readonly block: Block;
}

/** The selection and the ways to move it. */
export interface Selecting {
  readonly selection: Selection;
  /** Goes to a cell; with `other`, selects up to that corner. */
  readonly select: (active: Place, other?: Place) => void;
  readonly openTab: (sheet: number) => void;
}

const home: Place = { row: 1, column: 1 };
const at = (sheet: number, active: Place, other = active): Selection => ({
  sheet,
  active,
  block: blockBetween(active, other),
});
const over = (sheet: number, { row, column, rows, columns }: Block) =>
  at(sheet, { row, column }, { row: row + rows - 1, column: column + columns - 1 });

/** Keeps one selection a tab, tells the server of moves, and follows when a script selects something. */
export function useSelection(
  now: { readonly sheet: number; readonly block: Block | null; readonly jumps: number },
  tell: (move: Edit) => void,
): Selecting {
  const kept = useRef(new Map<number, Selection>());
  const [selection, setSelection] = useState(() => at(now.sheet, home));
  const go = useCallback((next: Selection) => {
    kept.current.set(next.sheet, next);
    setSelection(next);
    tell({ kind: 'select', sheet: next.sheet, ...next.block });
  }, []);

  useEffect(() => {
    const next = now.block ? over(now.sheet, now.block) : (kept.current.get(now.sheet) ?? at(now.sheet, home));
    kept.current.set(now.sheet, next);
    setSelection(next);
  }, [now.jumps]);

  const select = useCallback(
    (active: Place, other?: Place) => go(at(selection.sheet, active, other)),
    [selection.sheet],
  );
  const openTab = useCallback((sheet: number) => go(kept.current.get(sheet) ?? at(sheet, home)), []);
  return { selection, select, openTab };
}
