import type { Rect, Rule } from '../calls';
import { PlatformError } from '../exceptions';
import type { CellData, HostState, SheetData, Style } from '../host-state';
import { limits } from '../limits';
import { lacking } from '../records';
import { contains, meet, within, without } from '../a1';

/** A tab as a grid: its size, cells, and the looks and rules that lie over ranges. Pure bookkeeping on SheetData. */

/** A look that lies over a range: `{ format: '@' }`. Later ones win; a cell's own wins over all. */
interface Layer {
  readonly rect: Rect;
  readonly set: Record<string, Style>;
}

/** A validation rule that lies over a range. */
export interface Validation {
  readonly rect: Rect;
  readonly rule: Rule;
}

/** A new tab is as large as Google makes it (reference of Spreadsheet.insertSheet). */
const newRows = 1000;
const newColumns = 26;

/** How many rows the tab has, empty ones included. */
export function maxRows(sheet: SheetData): number {
  return Math.max(size(sheet, 'maxRows') ?? newRows, sheet.cells.length);
}

/** How many columns the tab has, empty ones included. */
export function maxColumns(sheet: SheetData): number {
  const known = size(sheet, 'maxColumns');
  return known ?? sheet.cells.reduce((most, row) => Math.max(most, row.length), newColumns);
}

function size(sheet: SheetData, key: string): number | undefined {
  const value = sheet.furniture[key];
  return typeof value === 'number' ? value : undefined;
}

/** How many cells a spreadsheet has, empty ones included: what Google's limit counts. */
export function cellsOf({ sheets }: Pick<HostState, 'sheets'>): number {
  return sheets.reduce((sum, sheet) => sum + maxRows(sheet) * maxColumns(sheet), 0);
}

/**
 * Throws Google's text where so many more cells are more than the spreadsheet takes: empty ones count, whoever adds
 * them (public scripts of 2024–26 quote the text).
 */
export function checkCells(state: Pick<HostState, 'sheets'>, more: number): void {
  if (more > 0 && cellsOf(state) + more > limits.cells)
    throw new PlatformError(
      `This action would increase the number of cells in the workbook above the limit of ${limits.cells} cells.`,
    );
}

/** What a new tab adds. */
export const newSheetCells = newRows * newColumns;

/** The cell at a place, if it was ever touched. */
export function cellAt(sheet: SheetData, row: number, column: number): CellData | undefined {
  return sheet.cells[row - 1]?.[column - 1] ?? undefined;
}

/** The cell at a place, made if it was never touched. */
export function openCell(sheet: SheetData, row: number, column: number): CellData {
  while (sheet.cells.length < row) sheet.cells.push([]);
  const line = sheet.cells[row - 1] ?? [];
  while (line.length < column) line.push(null);
  const cell = line[column - 1] ?? { value: '' };
  line[column - 1] = cell;
  return cell;
}

/** Whether a cell shows something: what getLastRow and getDataRange go by. */
export function isFilled(cell: CellData | null | undefined): boolean {
  return cell !== null && cell !== undefined && (cell.value !== '' || cell.formula !== undefined);
}

/** The last row and column with content; 0 in an empty tab. */
export function extent(sheet: SheetData): { lastRow: number; lastColumn: number } {
  let lastRow = 0;
  let lastColumn = 0;
  sheet.cells.forEach((line, at) => {
    for (let column = line.length; column > 0; column--) {
      if (!isFilled(line[column - 1])) continue;
      lastRow = at + 1;
      lastColumn = Math.max(lastColumn, column);
      break;
    }
  });
  return { lastRow, lastColumn };
}

/** Calls back for every place of a block. */
export function eachPlace(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) visit(row, column);
  }
}

/** Calls back for the cells of a block that were ever touched. */
export function eachCell(sheet: SheetData, rect: Rect, visit: (cell: CellData) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows && row <= sheet.cells.length; row++) {
    const line = sheet.cells[row - 1] ?? [];
    for (let column = rect.column; column < rect.column + rect.columns && column <= line.length; column++) {
      const cell = line[column - 1];
      if (cell) visit(cell);
    }
  }
}

function layers(sheet: SheetData): Layer[] {
  return (sheet.furniture['looks'] ??= []) as Layer[];
}

/** Answers what a look is at a place, for places of one block: only layers that meet the block are asked. */
export function looksIn(sheet: SheetData, rect: Rect): (key: string, row: number, column: number) => Style | undefined {
  const near = layers(sheet)
    .filter((layer) => meet(layer.rect, rect))
    .reverse();
  return (key, row, column) =>
    own(cellAt(sheet, row, column), key) ??
    near.find((layer) => layer.set[key] !== undefined && contains(layer.rect, row, column))?.set[key];
}

function own(cell: CellData | undefined, key: string): Style | undefined {
  if (key === 'format') return cell?.format;
  return key === 'background' ? cell?.background : cell?.style?.[key];
}

/** Gives a single cell a look of its own; null takes it away. */
export function setLook(cell: CellData, key: string, value: Style | null): void {
  if (key === 'format' || key === 'background') {
    if (value === null) Reflect.deleteProperty(cell, key);
    else cell[key] = String(value);
    return;
  }
  const rest = lacking(cell.style ?? {}, key);
  cell.style = value === null ? rest : { ...rest, [key]: value };
}

/** Gives a whole block one look, without making a cell of every place in it. */
export function layLook(sheet: SheetData, rect: Rect, [key, value]: readonly [string, Style]): void {
  eachCell(sheet, rect, (cell) => {
    setLook(cell, key, null);
  });
  const kept = layers(sheet).filter(
    (layer) => !(within(layer.rect, rect) && Object.keys(layer.set).every((name) => name === key)),
  );
  sheet.furniture['looks'] = [...kept, { rect, set: { [key]: value } }];
}

/** Takes every look from a block. */
export function clearLooks(sheet: SheetData, rect: Rect): void {
  eachCell(sheet, rect, (cell) => {
    for (const key of ['format', 'background', 'style'] as const) Reflect.deleteProperty(cell, key);
  });
  sheet.furniture['looks'] = layers(sheet).flatMap((layer) =>
    without(layer.rect, rect).map((part) => ({ ...layer, rect: part })),
  );
}

/** The validation rules of a tab. */
export function validations(sheet: SheetData): Validation[] {
  return (sheet.furniture['validations'] ??= []) as Validation[];
}

/** Puts a rule over a block in the place of whatever was there; null only takes away. */
export function layRule(sheet: SheetData, rect: Rect, rule: Rule | null): void {
  const kept = validations(sheet).flatMap((old) => without(old.rect, rect).map((part) => ({ ...old, rect: part })));
  sheet.furniture['validations'] = rule ? [...kept, { rect, rule }] : kept;
}

/** Puts a rule of its own over each cell of a block. What is alike in a column stands there as one block. */
export function layRules(sheet: SheetData, rect: Rect, rules: readonly (readonly (Rule | null)[])[]): void {
  layRule(sheet, rect, null);
  const kept = validations(sheet);
  for (let right = 0; right < rect.columns; right++) {
    let above = '';
    for (let down = 0; down < rect.rows; down++) {
      const rule = rules[down]?.[right] ?? null;
      const text = rule ? JSON.stringify(rule) : '';
      const last = kept.at(-1);
      if (rule && last && text === above) kept[kept.length - 1] = { rule, rect: longer(last.rect) };
      else if (rule)
        kept.push({ rule, rect: { row: rect.row + down, column: rect.column + right, rows: 1, columns: 1 } });
      above = text;
    }
  }
}

const longer = (rect: Rect): Rect => ({ ...rect, rows: rect.rows + 1 });

/** The rule at a place. */
export function ruleAt(sheet: SheetData, row: number, column: number): Rule | undefined {
  return validations(sheet).find((one) => contains(one.rect, row, column))?.rule;
}
