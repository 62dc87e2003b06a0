import type { Head, RowView, SheetView, Update } from '../wire';

/** The page's copy of the workbook, kept by merging what the server sends. Never changed in place. */

/** A tab with all its rows. */
export interface Sheet extends Omit<SheetView, 'rows'> {
  readonly cells: readonly (RowView | undefined)[];
  /** Last row and column with anything in them. */
  readonly end: { readonly row: number; readonly column: number };
}

/** Everything the page shows. */
export interface Model {
  readonly era: string;
  readonly version: number;
  readonly head: Head;
  readonly sheets: ReadonlyMap<number, Sheet>;
}

/** The model after an update. */
export function merged(model: Model | null, update: Update): Model {
  const before = model?.era === update.era ? model.sheets : new Map<number, Sheet>();
  const alive = new Set(update.head.tabs.map((tab) => tab.id));
  const sheets = new Map([...before].filter(([id]) => alive.has(id)));
  for (const change of update.sheets) sheets.set(change.id, withChange(sheets.get(change.id), change));
  return { era: update.era, version: update.version, head: update.head, sheets };
}

function withChange(sheet: Sheet | undefined, change: SheetView): Sheet {
  const { rows, ...shape } = change;
  const cells = (sheet?.cells ?? []).slice(0, change.rowCount);
  for (const [row, view] of Object.entries(rows)) cells[Number(row) - 1] = view;
  return {
    ...shape,
    choices: sameOr(sheet?.choices, shape.choices),
    ticks: sameOr(sheet?.ticks, shape.ticks),
    cells,
    end: endOf(cells),
  };
}

/** Keeps the old list where the new one says the same, so that rows which only look at it are not drawn again. */
function sameOr<T>(old: T | undefined, next: T): T {
  return old && JSON.stringify(old) === JSON.stringify(next) ? old : next;
}

function endOf(cells: readonly (RowView | undefined)[]): { row: number; column: number } {
  let row = 1;
  let column = 1;
  cells.forEach((view, index) => {
    if (!view?.length) return;
    row = index + 1;
    column = Math.max(column, view.length);
  });
  return { row, column };
}

/** The sheet with one cell's text as typed: shown until the server's word arrives. */
export function withTyped(
  model: Model,
  at: { readonly sheet: number; readonly row: number; readonly column: number; readonly text: string },
): Model {
  const sheet = model.sheets.get(at.sheet);
  if (!sheet) return model;
  const row = [...(sheet.cells[at.row - 1] ?? [])];
  while (row.length < at.column) row.push('');
  const old = row[at.column - 1] ?? '';
  row[at.column - 1] = typeof old === 'string' ? at.text : { ...old, text: at.text };
  const cells = [...sheet.cells];
  cells[at.row - 1] = row;
  return { ...model, sheets: new Map(model.sheets).set(at.sheet, { ...sheet, cells }) };
}
