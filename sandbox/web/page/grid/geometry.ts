import type { Block, CellView, RowView } from '../../wire';

/** Where cells are: names of columns, blocks of cells, visible rows. Rows and columns count from 1. */

/** One cell's place. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** `1` → `A`, `27` → `AA`. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `B3`, or `B3:D9` for more than one cell. */
export function blockName(block: Block): string {
  const from = columnLetters(block.column) + block.row;
  if (block.rows === 1 && block.columns === 1) return from;
  return `${from}:${columnLetters(block.column + block.columns - 1)}${block.row + block.rows - 1}`;
}

/** The block between two corners. */
export function blockBetween(one: Place, other: Place): Block {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  return { row, column, rows: Math.abs(one.row - other.row) + 1, columns: Math.abs(one.column - other.column) + 1 };
}

/** Whether a block has this cell. */
export function contains(block: Block, place: Place): boolean {
  const below = place.row - block.row;
  const right = place.column - block.column;
  return below >= 0 && below < block.rows && right >= 0 && right < block.columns;
}

/** The cell as an object, whatever form it came in. */
export function cellOf(row: RowView | undefined, column: number): CellView {
  const cell = row?.[column - 1] ?? '';
  return typeof cell === 'string' ? { text: cell } : cell;
}

/** The row numbers from `first` to `last` that are not hidden. */
export function visibleRows(first: number, last: number, hidden: readonly number[]): number[] {
  const away = new Set(hidden);
  const shown: number[] = [];
  for (let row = first; row <= last; row++) if (!away.has(row)) shown.push(row);
  return shown;
}

/** Index in a rising list of the entry that is `row` or, where it is not there, the next one. */
export function indexAtOrAfter(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, Math.max(0, rows.length - 1));
}
