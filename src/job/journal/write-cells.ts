import type { Line } from '../../tabs/line';
import { withoutSign } from '../../table/made';
import type { Rewrites } from '../../tabs/rewrites';
import { ports } from '../ports';
import { reopened, type TabSheet } from '../rows/sheets';
import { asWritten } from '../rows/spreadsheet';
import type { Journal } from './journal';

/**
 * What deeds leave in cells that people fill in. It goes in by row key, only where the text that it replaces stands
 * there still, and it is looked afterwards whether somebody sorted in between: what then stands in another row is put
 * right.
 */

/** How often rows that were sorted while they were written are put right. */
const corrections = 3;

/**
 * Writes what the journal's lines have still to say in their rows, and gives the sheets as they are then. A run does so
 * at its end, and a check first of all: for a run that died, no row may wish what was done away with.
 */
export function writeCells(journal: Journal, sheets: readonly TabSheet[]): readonly TabSheet[] {
  const due = sheets.map((sheet) => dueOn(sheet, journal));
  if (due.every(({ size }) => size === 0)) return sheets;
  const after = sheets.map((sheet, place) => writeInto(sheet, due[place] ?? new Map<string, Rewrites>()));
  for (const [place, { tab }] of sheets.entries())
    for (const key of due[place]?.keys() ?? []) {
      const line = journal.line(key);
      if (line && tab.rewritten) journal.set({ ...line, memory: tab.rewritten(line.memory) });
    }
  journal.save();
  return after;
}

function dueOn({ tab, named }: TabSheet, journal: Journal): ReadonlyMap<string, Rewrites> {
  const due = new Map<string, Rewrites>();
  for (const { name } of tab.rewrites ? named.rows : []) {
    const line = journal.line(name);
    const cells = line && dueOf(line, tab);
    if (cells) due.set(name, cells);
  }
  return due;
}

/** A line that Seatsheet did not write says nothing of cells either: it remembers nothing. */
function dueOf({ memory }: Line, tab: TabSheet['tab']): Rewrites | undefined {
  return tab.rewrites?.(memory);
}

function writeInto(before: TabSheet, due: ReadonlyMap<string, Rewrites>): TabSheet {
  let sheet = before;
  let wanted = due;
  for (let attempt = 0; attempt <= corrections; attempt++) {
    const writes = writesOn(sheet, wanted);
    if (writes.length === 0) return sheet;
    for (const block of blocksOf(writes)) writeBlock(sheet, block);
    ports().spreadsheet.apply();
    const next = reopened(sheet);
    wanted = new Map([...due, ...strays(writes, { due, before: sheet, next })]);
    sheet = next;
  }
  return sheet;
}

/** Cells of one column on rows that follow one another. What lies between others is nobody's to write. */
function blocksOf(writes: readonly CellWrite[]): readonly (readonly CellWrite[])[] {
  const blocks: CellWrite[][] = [];
  for (const write of [...writes].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const block = blocks[blocks.length - 1];
    const above = block?.[block.length - 1];
    if (block && above?.column === write.column && above.row + 1 === write.row) block.push(write);
    else blocks.push([write]);
  }
  return blocks;
}

function writeBlock(sheet: TabSheet, block: readonly CellWrite[]): void {
  const [top] = block;
  if (!top) return;
  const values = block.map(({ id, to }) => [asWritten(to, isBox(sheet, id))]);
  sheet.sheet.getRange(top.row, top.column + 1, values.length, 1).setValues(values);
}

function isBox({ tab }: TabSheet, id: string): boolean {
  return tab.columns.some((column) => column.id === id && column.format === 'tick');
}

/** One cell: 1-based row, 0-based column. */
interface CellWrite {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly from: string;
  readonly to: string;
}

/** The cells where the text that is to be replaced stands. */
function writesOn({ values, named }: TabSheet, wanted: ReadonlyMap<string, Rewrites>): readonly CellWrite[] {
  return named.rows.flatMap(({ name, row }) =>
    Object.entries(wanted.get(name) ?? {}).flatMap(([id, { from, to }]): CellWrite[] => {
      const column = named.positions[id];
      if (column === undefined || !says(values[row - 1]?.[column] ?? '', from)) return [];
      return [{ id, row, column, from, to }];
    }),
  );
}

/** A sheet before and after cells were written. `due`: what rows are to say by key. */
interface Written {
  readonly due: ReadonlyMap<string, Rewrites>;
  readonly before: TabSheet;
  readonly next: TabSheet;
}

/**
 * Cells of other rows that a text went into because rows had changed places since they were read, each with the text
 * that stood there before.
 */
function strays(writes: readonly CellWrite[], { due, before, next }: Written): ReadonlyMap<string, Rewrites> {
  const [was, is] = [namesOn(before), namesOn(next)];
  const found = new Map<string, Rewrites>();
  for (const { id, row, column, to } of writes) {
    const name = is.get(row);
    if (name === undefined || name === was.get(row)) continue;
    const stood = textOf(before, name, column);
    const own = due.get(name)?.[id];
    const right = own && says(stood, own.from) ? own.to : stood;
    const shown = next.values[row - 1]?.[column] ?? '';
    if (says(shown, to) && !says(right, to)) found.set(name, { ...found.get(name), [id]: { from: to, to: right } });
  }
  return found;
}

/** Whether a cell says a text: what is read from a box is marked as a tick, what is kept of one need not be. */
function says(cell: string, text: string): boolean {
  return withoutSign(cell) === withoutSign(text);
}

function namesOn({ named }: TabSheet): ReadonlyMap<number, string> {
  return new Map(named.rows.map(({ name, row }) => [row, name]));
}

/** What a row showed in a column; nothing, where it was not there. */
function textOf({ values, named }: TabSheet, name: string, column: number): string {
  const row = named.rows.find((one) => one.name === name)?.row ?? 0;
  return values[row - 1]?.[column] ?? '';
}
