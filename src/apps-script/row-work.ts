import type { Procedure } from '../engine/procedure';
import type { Request } from '../engine/request';
import type { DeskRow } from './desk';
import type { Line, Memory } from './journal';

/** What check and run ask of the rows of one kind of tab. */
export interface RowWork {
  /** What the row needs, with what the journal remembers of it. Only for rows with a wish. */
  procedure(row: DeskRow, memory: Memory): Procedure<unknown>;
  /** Whether the row's object was made in this run, perhaps by a request whose answer was lost. */
  madeNow(value: unknown): boolean;
  /** The memory of a row that a check found in order. */
  settled(row: DeskRow, value: unknown): Memory;
  /** The memory of a row that has a plan. */
  planned(row: DeskRow, value: unknown): Memory;
  /** The memory of a row that ran to its end. */
  done(row: DeskRow, memory: Memory, value: unknown): Memory;
  /** The memory of a row that did not end well. */
  failed(row: DeskRow, memory: Memory): Memory;
  /** The memory after a write that Google accepted in the row's name. */
  wrote(row: DeskRow, memory: Memory, write: { readonly request: Request; readonly value: unknown }): Memory;
  /** The text of a cell that has to be wiped now that the row stands so. */
  wipe(row: DeskRow, line: Pick<Line, 'outcome'>): string | undefined;
}
